# Тізілім карточкалары бойынша есептелген көрсеткіштер туралы айтылатыны.
synthetic-cards-line = құжатта демонстрациялық тізілімнің ойдан шығарылған деректері бар
told-counted = тізілім дерегі
told-counted-on = { DAY($day, case: "attributive") } жағдай бойынша тізілім дерегі
told-made-up = ойдан шығарылған деректер
register-of-cards = Тізілім: { $register }
zones-counted = Өңірде { FIGURE($zones) } бар.
zones-portfolio-counted = Индустриялық аймақтардағы инвестициялық жобалар: жалпы құны { FIGURE($cost) } болатын { FIGURE($projects) }.
cooperatives-counted = { FIGURE($created) } { $financed_known ->
    [yes] құрылып, оның ішінде { FIGURE($financed) } қаржыландырылды
   *[no] құрылды
  }.
schools-planned-counted = { FIGURE($schools) } салу жоспарланған немесе салынып жатыр.
register-stage = «{ $stage }» кезеңінде: { $amount_known ->
    [yes] жалпы құны { FIGURE($amount) } болатын {""}
   *[no] {""}
  }{ FIGURE($level) }{ $more_known ->
    [yes] {" "}және { FIGURE($more) }
   *[no] {""}
  }.
register-against-declared = { NAME($indicator) }: мәлімделгені { FIGURE($declared) }, тізілімде { FIGURE($level) }.
