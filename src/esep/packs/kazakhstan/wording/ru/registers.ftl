# Что говорится о показателях, подсчитанных по карточкам реестров.
synthetic-cards-line = документ содержит вымышленные данные демонстрационного реестра
told-counted = по данным реестра
told-counted-on = по данным реестра на { DAY($day) }
told-made-up = вымышленные данные
register-of-cards = Реестр: { $register }
zones-counted = В регионе { FIGURE($zones) }.
zones-portfolio-counted = Инвестиционные проекты в индустриальных зонах: { FIGURE($projects) } на сумму { FIGURE($cost) }.
cooperatives-counted = { $created_one ->
    [yes] Создан
   *[no] Создано
  } { FIGURE($created) }{ $financed_known ->
    [yes] , из них { FIGURE($financed, form: "bare") } { $financed_one ->
        [yes] получил
       *[no] получили
      } финансирование
   *[no] {""}
  }.
schools-planned-counted = { $schools_one ->
    [yes] Планируется или строится
   *[no] Планируются или строятся
  } { FIGURE($schools) }.
register-stage = На стадии «{ $stage }»: { FIGURE($level) }{ $amount_known ->
    [yes] {" "}на сумму { FIGURE($amount) }
   *[no] {""}
  }{ $more_known ->
    [yes] {" "}и { FIGURE($more) }
   *[no] {""}
  }.
register-against-declared = { NAME($indicator) }: заявлено { FIGURE($declared) }, в реестре { FIGURE($level) }.
