# То, что говорит только эта страна. Остальное стоит в briefing.ftl: это язык пакета Казахстана,
# ведь предложения принадлежат языку, а не стране.

section-pulse = Пульс экономики
section-land = Продукт края
section-trade = Лавки и проекты

workshop-share = { PERIOD($level, case: "in") } мастерские дали { FIGURE($level) } всех товаров{ $change_known ->
    [yes] , { $change_way ->
        [up] на { FIGURE($change, form: "growth") } больше, чем годом ранее
        [down] на { FIGURE($change, form: "growth") } меньше, чем годом ранее
       *[flat] столько же, сколько годом ранее
      }
   *[no] {""}
  }.
workshop-share-said = Из товаров, учтённых на ярмарке, мастерские дали { FIGURE($share) }.
shops = { $level_dated ->
    [yes] По состоянию { PERIOD($level, case: "in") } в реестре
   *[no] В реестре
  } { FIGURE($level, form: "bare") } лавок{ $change_known ->
    [yes] , { $change_way ->
        [up] на { FIGURE($change, form: "growth") } больше, чем годом ранее
        [down] на { FIGURE($change, form: "growth") } меньше, чем годом ранее
       *[flat] столько же, сколько годом ранее
      }
   *[no] {""}
  }.
projects = { $projects_one ->
    [yes] Будет реализован
   *[no] Будет реализовано
  } { FIGURE($projects) } стоимостью { $cost_hedge ->
    [over] свыше {""}
    [under] менее {""}
    [about] около {""}
   *[none] {""}
  }{ FIGURE($cost, case: "genitive") }{ $projects_dated ->
    [yes] {" "}{ PERIOD($projects, case: "in") }
   *[no] {""}
  }.
