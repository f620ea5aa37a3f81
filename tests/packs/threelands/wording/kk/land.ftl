# Осы ел ғана айтатын сөз. Қалғаны briefing.ftl файлында: ол — Қазақстан пакетінің тілі,
# өйткені сөйлем елге емес, тілге тиесілі.

section-pulse = Экономика тынысы
section-land = Өлке өнімі
section-trade = Дүкендер мен жобалар

workshop-share = { PERIOD($level, case: "in") } шеберханалар барлық тауардың { FIGURE($level, case: "accusative") } шығарды{ $change_known ->
    [yes] , бұл бір жыл бұрынғыдан { $change_way ->
        [up] { FIGURE($change, form: "growth", case: "dative") } көп
        [down] { FIGURE($change, form: "growth", case: "dative") } аз
       *[flat] өзгерген жоқ
      }
   *[no] {""}
  }.
workshop-share-said = Жәрмеңкеде есептелген тауардың { FIGURE($share, case: "accusative") } шеберханалар шығарды.
shops = { $level_dated ->
    [yes] { PERIOD($level, case: "in") } тізілімде
   *[no] Тізілімде
  } { FIGURE($level, form: "bare") } дүкен бар{ $change_known ->
    [yes] , бұл бір жыл бұрынғыдан { $change_way ->
        [up] { FIGURE($change, form: "growth", case: "dative") } көп
        [down] { FIGURE($change, form: "growth", case: "dative") } аз
       *[flat] өзгерген жоқ
      }
   *[no] {""}
  }.
projects = { $projects_dated ->
    [yes] { PERIOD($projects, case: "in") } құны
   *[no] Құны
  } { $cost_hedge ->
    [over] { FIGURE($cost, case: "ablative") } астам
    [under] { FIGURE($cost, case: "dative") } жетпейтін
    [about] шамамен { FIGURE($cost) }
   *[none] { FIGURE($cost) }
  } болатын { FIGURE($projects) } іске асырылады.
