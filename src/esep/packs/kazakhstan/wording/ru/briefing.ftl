# Справка акима на русском языке. Цифры приходят из фактов; здесь ни одной не написано.

## The document
title = { NAME($region) }: справка для Главы государства
subtitle = Социально-экономическое развитие: основные показатели, отрасли, проекты и поручения
header-synthetic = Внимание
synthetic-line = вымышленные данные несуществующей страны
header-period = Период
header-on = День встречи
header-day = Сведения на дату
header-data = Данные
vintage-line = официальная статистика по состоянию на { DAY($published) }
vintage-note = Официальные данные приведены по состоянию на { DAY($published) }. Период приводится, только если он завершён и его данные обычно выходят не позднее { DAY($on) }; это не означает, что тогда были опубликованы именно такие значения.
other-borders = В границах, отличных от границ на { DAY($on) }, приведены: { LIST($other) }.
sources-title = Источники
section-left-out = Что не вошло в справку
left-out = Разделы, по которым на эту дату сведений нет: { $sections }.

label-contents = Содержание
label-page = Страница
label-of = из
label-page_of = Страница {"{page}"} из {"{pages}"}
label-table = Таблица
label-figure = Рисунок
label-source = Источник
label-caution = Примечание
label-data = Данные рисунка
label-skip = Перейти к тексту
label-follow = Проследить эту цифру:
label-theme = Светлое или тёмное оформление

## Sections
section-key-points = Основные тезисы
section-economy = Экономика
section-grp = Валовой региональный продукт
section-investment = Инвестиции
section-labour = Население и рынок труда
section-zones = Индустриальные зоны и проекты
section-business = Предпринимательство
section-village = Развитие села
section-schools = Школы
section-ecology = Экология
section-spatial = Территориальное развитие
section-instructions = Поручения Главы государства
section-problems = Проблемные вопросы
section-annex = Приложение

## Key figures set large
figure-level = { FIGURE($level) }
tile-name = { NAME($indicator, short: "yes") }{ $level_dated ->
    [yes] , { PERIOD($level) }
   *[no] {""}
  }
tile-rank = { FIGURE($rank) } по объёму{ $indicator_prices ->
    [current] {" "}в текущих ценах
   *[other] {""}
  }
tile-beside-country = { NAME($country, short: "yes") }: { FIGURE($whole) }
tile-change = { $change_way ->
    [up] на { FIGURE($change, form: "growth") } больше, чем годом ранее
    [down] на { FIGURE($change, form: "growth") } меньше, чем годом ранее
   *[flat] практически на уровне предыдущего года
  }{ $indicator_prices ->
    [current] , в текущих ценах
   *[other] {""}
  }

## Sentences: growth and levels
grp-level = { PERIOD($level, case: "in") } { NAME($indicator) } { NAME($region, case: "genitive") } { $indicator_agree ->
    [f] составила
    [n] составило
    [pl] составили
   *[m] составил
  } { FIGURE($level) }{ $indicator_prices ->
    [current] {" "}в текущих ценах
   *[other] {""}
  }: { FIGURE($rank) } по объёму{ $per_head_rank_known ->
    [yes] {" "}и { $ranks_alike ->
        [yes] { FIGURE($per_head_rank, form: "place") }
       *[no] { FIGURE($per_head_rank) }
      } – в расчёте на душу населения
   *[no] {""}
  }; доля в экономике страны – { FIGURE($share) }.
grp-per-head = На душу населения – { FIGURE($per_head) } ({ FIGURE($per_head_rank) }).
per-head-value = На душу населения – { FIGURE($per_head) }.
volume-against-country = { PERIOD($level, case: "in") } { NAME($subject) } { NAME($region, case: "genitive") } в реальном выражении { $level_way ->
    [up] { $subject_agree ->
        [f] выросла
        [n] выросло
        [pl] выросли
       *[m] вырос
      } на { FIGURE($level, form: "growth") }
    [down] { $subject_agree ->
        [f] снизилась
        [n] снизилось
        [pl] снизились
       *[m] снизился
      } на { FIGURE($level, form: "growth") }
   *[flat] { $subject_agree ->
        [f] практически не изменилась
        [n] практически не изменилось
        [pl] практически не изменились
       *[m] практически не изменился
      }
  }; в целом по стране { $whole_way ->
    [up] рост составил { FIGURE($whole, form: "growth") }
    [down] снижение составило { FIGURE($whole, form: "growth") }
   *[flat] изменения практически не было
  }.
real-growth = В реальном выражении { $level_way ->
    [up] рост составил { FIGURE($level, form: "growth") }
    [down] снижение составило { FIGURE($level, form: "growth") }
   *[flat] изменения практически не было
  } (в целом по стране { $whole_way ->
    [up] – рост на { FIGURE($whole, form: "growth") }
    [down] – снижение на { FIGURE($whole, form: "growth") }
   *[flat] – практически без изменений
  }).
index-against-country = { PERIOD($level, case: "in") } { NAME($subject) } { $subject_agree ->
    [f] составила
    [n] составило
    [pl] составили
   *[m] составил
  } { FIGURE($level) } { $level_year ->
    [yes] к предыдущему году
   *[no] к соответствующему периоду предыдущего года
  }{ $level_way ->
    [down] , то есть снижение на { FIGURE($level, form: "growth") }
   *[none] {""}
  } ({ FIGURE($rank) }); в целом по стране – { FIGURE($whole) }.
index-level = { PERIOD($level, case: "in") } { NAME($indicator) } { $indicator_agree ->
    [f] составила
    [n] составило
    [pl] составили
   *[m] составил
  } { FIGURE($level) } { $level_year ->
    [yes] к предыдущему году
   *[no] к соответствующему периоду предыдущего года
  }: { $level_way ->
    [up] выпуск базовых отраслей вырос на { FIGURE($level, form: "growth") }
    [down] выпуск базовых отраслей снизился на { FIGURE($level, form: "growth") }
   *[flat] выпуск базовых отраслей практически не изменился
  }.
index-gap = { $gap_way ->
    [up] Это на { FIGURE($gap, form: "gap") } выше показателя по стране ({ FIGURE($whole) }).
    [down] Это на { FIGURE($gap, form: "gap") } ниже показателя по стране ({ FIGURE($whole) }).
   *[flat] Это практически совпадает с показателем по стране ({ FIGURE($whole) }).
  }
index-rank = По величине { NAME($indicator, short: "yes") } регион занимает { FIGURE($rank) }.
index-bounds = Индексы входящих в него отраслей – от { FIGURE($lowest) } до { FIGURE($highest) }.
branches-extremes = Отрасль с самым высоким индексом { PERIOD($first, case: "in") } – { NAME($first_name) } ({ FIGURE($first) } { $first_year ->
    [yes] к предыдущему году
   *[no] к соответствующему периоду предыдущего года
  }), с самым низким – { NAME($last_name) } ({ FIGURE($last) }{ $last_way ->
    [down] , снижение на { FIGURE($last, form: "growth") }
   *[none] {""}
  }).
level-and-change = { PERIOD($level, case: "in") } { NAME($indicator) } { $indicator_agree ->
    [f] составила
    [n] составило
    [pl] составили
   *[m] составил
  } { FIGURE($level) }{ $change_known ->
    [yes] { $change_way ->
        [up] , что{ $indicator_prices ->
            [current] {" "}в текущих ценах
           *[other] {""}
          } на { FIGURE($change, form: "growth") } больше, чем годом ранее
        [down] , что{ $indicator_prices ->
            [current] {" "}в текущих ценах
           *[other] {""}
          } на { FIGURE($change, form: "growth") } меньше, чем годом ранее
       *[flat] , что{ $indicator_prices ->
            [current] {" "}в текущих ценах
           *[other] {""}
          } практически соответствует уровню предыдущего года
      }
   *[no] {""}
  }.
nominal-change = Номинально (в текущих ценах) { NAME($indicator, short: "yes") } { $change_way ->
    [up] { $indicator_agree ->
        [f] увеличилась
        [n] увеличилось
        [pl] увеличились
       *[m] увеличился
      } на { FIGURE($change, form: "growth") }
    [down] { $indicator_agree ->
        [f] уменьшилась
        [n] уменьшилось
        [pl] уменьшились
       *[m] уменьшился
      } на { FIGURE($change, form: "growth") }
   *[flat] практически без изменений
  }; этот показатель включает изменение цен и реального роста не отражает.
contribution = { $contribution_way ->
    [down] Регион снизил номинальный рост экономики страны на { FIGURE($contribution, form: "gap") }.
   *[up] Вклад региона в номинальный рост экономики страны – { FIGURE($contribution, form: "gap") }.
  }
share-and-rank = Доля региона в общереспубликанском показателе – { FIGURE($share) } ({ FIGURE($rank) }).
per-head = В расчёте на душу населения – { FIGURE($per_head) }{ $per_head_rank_known ->
    [yes] {" "}({ FIGURE($per_head_rank) })
   *[no] {""}
  }.
rate-against-country = { PERIOD($level, case: "in") } { NAME($indicator) } { $indicator_agree ->
    [f] составила
    [n] составило
    [pl] составили
   *[m] составил
  } { FIGURE($level) } (в целом по стране – { FIGURE($whole) }){ $change_known ->
    [yes] { $change_way ->
        [up] , что на { FIGURE($change, form: "growth") } выше, чем годом ранее
        [down] , что на { FIGURE($change, form: "growth") } ниже, чем годом ранее
       *[flat] , практически как и годом ранее
      }
   *[no] {""}
  }.
manufacturing-share = По данным национальных счетов, { PERIOD($level, case: "in") } на обрабатывающую промышленность пришлось { FIGURE($level) } валового выпуска промышленности.
manufacturing-share-said = Доля обрабатывающей промышленности в объёме промышленного производства (на иной базе, чем в национальных счетах, и потому не сопоставимая с ними) – { FIGURE($share) }.

## Registers and programmes, as declared
zones = { $zones_one ->
    [yes] Формируется
   *[no] Формируются
  } { FIGURE($zones) }.
zones-portfolio = Инвестиционный портфель{ $projects_dated ->
    [yes] {" "}до { PERIOD($projects, case: "genitive", form: "until") }
   *[no] {""}
  }: { FIGURE($projects) } на сумму { FIGURE($cost) }.
projects-of-year = { PERIOD($projects, case: "in") } предстоит реализовать { FIGURE($projects, case: "accusative") } на сумму { FIGURE($cost) }{ $jobs_known ->
    [yes] {" "}с созданием { FIGURE($jobs, case: "genitive") }
   *[no] {""}
  }.
sme = { $level_dated ->
    [yes] { PERIOD($level, case: "in") } число
   *[no] Число
  } действующих субъектов малого и среднего предпринимательства составило { FIGURE($level, form: "bare") }{ $change_known ->
    [yes] { $change_way ->
        [up] , что на { FIGURE($change, form: "growth") } больше, чем годом ранее
        [down] , что на { FIGURE($change, form: "growth") } меньше, чем годом ранее
       *[flat] , практически как и годом ранее
      }
   *[no] {""}
  }.
cooperatives = В рамках программы «Ауыл аманаты» { $created_one ->
    [yes] создан
   *[no] создано
  } { FIGURE($created) }{ $financed_known ->
    [yes] , из них { FIGURE($financed, form: "bare") } { $financed_one ->
        [yes] получил
       *[no] получили
      } финансирование
   *[no] {""}
  }.
schools-built = { PERIOD($schools, case: "in") } { $schools_one ->
    [yes] построена
   *[no] построено
  } { FIGURE($schools) }{ $places_known ->
    [yes] {" "}на { FIGURE($places, case: "accusative") }
   *[no] {""}
  }.
schools-planned = { PERIOD($schools, case: "in") } в рамках национального проекта «Комфортная школа» планируется построить { FIGURE($schools, case: "accusative") }.
clean-up = В ходе экологической акции «Таза Қазақстан» { $waste_one ->
    [yes] собрана
   *[no] собрано
  } { FIGURE($waste) } отходов, { $area_hedge ->
    [over] очищено свыше { FIGURE($area, case: "genitive") }
    [under] очищено менее { FIGURE($area, case: "genitive") }
    [about] очищено около { FIGURE($area, case: "genitive") }
   *[none] { $area_one ->
        [yes] очищен
       *[no] очищено
      } { FIGURE($area) }
  } территории.

## Territory
territory-since = { NAME($region) } существует в нынешних границах с { DAY($since) }; данные за более ранние годы сопоставимы, только если они пересчитаны.
territory-units = В состав региона { $count_a_one ->
    [yes] входит
   *[no] входят
  } { FIGURE($count_a) }{ $count_b_known ->
    [yes] {" "}и { FIGURE($count_b) }
   *[no] {""}
  }.
territory-new = { LIST($places) } – { $places_many ->
    [yes] самостоятельные административно-территориальные единицы
   *[no] самостоятельная административно-территориальная единица
  } с { DAY($since) }.
territory-borders = { LIST($places) }: границы изменены { DAY($since) }.

## Names of sections in a list
quoted = «{ $text }»

## The meeting
meeting-discussed = На встрече рассмотрены вопросы:
meeting-instructed = На встрече { DAY($meeting) } Глава государства поручил:
meeting-stressed = Кроме того, отмечено:
instruction-permanent = { $text } (постоянный контроль).
instruction-none = { $text } (срок не установлен).
instruction-date = { $text } (срок – до { DAY($deadline) }).
instructions-without-measure = Ни в одном из этих поручений не назван результат, по которому можно измерить его исполнение.

## Problems, told as plainly as growth
problem-falling = { NAME($subject) }: снижение на { FIGURE($level, form: "growth") } { PERIOD($level, case: "in") }{ $whole_known ->
    [yes] ; в целом по стране { $whole_way ->
        [down] также снижение – на { FIGURE($whole, form: "growth") }
        [up] – рост на { FIGURE($whole, form: "growth") }
       *[flat] – практически без изменений
      }
   *[no] {""}
  }.
problem-falling-composite = { NAME($indicator) }: { PERIOD($level, case: "in") } – { FIGURE($level) } { $level_year ->
    [yes] к предыдущему году
   *[no] к соответствующему периоду предыдущего года
  }, выпуск базовых отраслей снизился на { FIGURE($level, form: "growth") }{ $whole_known ->
    [yes] ; в целом по стране – { FIGURE($whole) }
   *[no] {""}
  }.
problem-below-whole = { NAME($subject) }: { PERIOD($level, case: "in") } – { FIGURE($level) } { $level_year ->
    [yes] к предыдущему году
   *[no] к соответствующему периоду предыдущего года
  }, что ниже показателя по стране ({ FIGURE($whole) }).
problem-worse = { NAME($indicator) }: { FIGURE($level) } { PERIOD($level, case: "in") }, { $change_way ->
    [up] рост к предыдущему году – на { FIGURE($change, form: "growth") }
   *[down] снижение к предыдущему году – на { FIGURE($change, form: "growth") }
  }{ $indicator_prices ->
    [current] {" "}в текущих ценах
   *[other] {""}
  }.
problem-not-comparable = { NAME($indicator) }: { FIGURE($level) } { PERIOD($level, case: "in") }; сравнение с предыдущим годом некорректно в связи с изменением границ{ $union_known ->
    [yes] ; { LIST($together) } в совокупности: { $union_way ->
        [up] рост на { FIGURE($union, form: "growth") }
        [down] снижение на { FIGURE($union, form: "growth") }
       *[flat] практически без изменений
      }{ $indicator_prices ->
        [current] {" "}в текущих ценах
       *[other] {""}
      }
   *[no] {""}
  }.
problem-beside-whole = { NAME($indicator) }: { FIGURE($level) } { PERIOD($level, case: "in") }; в целом по стране – { FIGURE($whole) }.
problem-place-per-head = { NAME($indicator) } на душу населения: { PERIOD($per_head, case: "in") } – { FIGURE($per_head) }, { FIGURE($rank) }.
problem-none = По сравнению с предыдущим годом не снизились и не ухудшились: { LIST($over_time) }; не хуже показателя по стране: { LIST($beside) }.
problem-none-over-time = По сравнению с предыдущим годом не снизились и не ухудшились: { LIST($those) }.
problem-none-beside = Не хуже показателя по стране: { LIST($those) }.
problem-not-compared = Не с чем сравнить: { LIST($those) }.
problem-missing = На эту дату нет данных: { LIST($missing, short: "yes") }.
low-base-new = Регион образован { DAY($since) }: высокий рост ({ LIST($those) }) мог сложиться на низкой базе.
low-base-borders = Регион существует в нынешних границах с { DAY($since) }: высокий рост ({ LIST($those) }) мог сложиться на низкой базе.

## Tables
column-branch = Отрасль
column-region = Регион, %
column-country = Страна, %
column-gap = Разница, п.п.
column-place = Место
column-region-name = Регион
column-of = { $indicator }, { $unit }
column-share = Доля в стране, %
column-per-head = { $indicator } на душу населения, { $unit }
column-place-per-head = Место по { $indicator } на душу населения
column-indicator = Показатель
column-period = Период
column-unit = Единица
column-value = Значение
column-change = К предыдущему году
column-beside = К стране, п.п.
column-rank = Место
column-stage = Статус
column-source = Источник
column-said-on = Дата сообщения
column-year = Год
caption-branches = Отрасли экономики, { PERIOD($level) }, в процентах { $level_year ->
    [yes] к предыдущему году
   *[no] к соответствующему периоду предыдущего года
  }
note-index-base = Индексы физического объёма показывают выпуск в сопоставимых ценах; отклонение от страны – в процентных пунктах (п.п.).
caption-ranking = Регионы по показателю «{ NAME($indicator) }»{ $indicator_prices ->
    [current] , в текущих ценах
   *[other] {""}
  }, { PERIOD($level) }
note-ranking = Места определены по неокруглённым значениям. В каждой графе – самый поздний период, данные за который вышли не позднее { DAY($on) }.
caption-annex = Все показатели, по которым есть данные
note-annex = Изменение сумм и численности к соответствующему периоду предыдущего года – в процентах, уровней и долей – в процентных пунктах. Индексы сами выражены к предыдущему году, поэтому для них приведено отклонение от страны. Прочерк означает, что сравнение не имеет смысла или данных для него нет; прочерк в графе «Место» – что нет данных по другим регионам. Значения в текущих ценах включают изменение цен.
note-ascending = Места считаются от наименьшего значения: { LIST($those) }.
note-tied = Место разделено с другими регионами: { LIST($those) }.
note-borders-before = { $mark } В границах до { DAY($day) }.
note-borders-since = { $mark } В границах, действующих с { DAY($day) }.
caption-declared = Сведения из доклада акима (заявлено)
note-declared = Сведения приведены так, как они были сообщены. Статистическими данными они не являются и с ними не суммируются.
not-comparable = несопоставимо: изменились границы
day = { DAY($day) }
plain = { $text }.

## Charts
chart-branches = Отрасли региона и страны, { PERIOD($level) }, в процентах { $level_year ->
    [yes] к предыдущему году
   *[no] к соответствующему периоду предыдущего года
  }
chart-branches-alternative = Полосы от отметки сто процентов для каждой отрасли региона и отметка для страны, { PERIOD($level) }.
chart-history = { NAME($indicator) } по годам{ $indicator_prices ->
    [current] , в текущих ценах
   *[other] {""}
  }
chart-history-cut = { NAME($indicator) } по годам{ $indicator_prices ->
    [current] , в текущих ценах
   *[other] {""}
  }, в нынешних границах
chart-history-alternative = { NAME($indicator) }: от { FIGURE($first, case: "genitive") } { PERIOD($first, case: "in") } до { FIGURE($last, case: "genitive") } { PERIOD($last, case: "in") }.
chart-map = { NAME($indicator) } по регионам, { PERIOD($level) }, в процентах
chart-map-alternative = Плитка для каждого региона, цвет – { NAME($indicator) }: от { FIGURE($first, case: "genitive") } ({ NAME($first_name) }) до { FIGURE($last, case: "genitive") } ({ NAME($last_name) }); { NAME($region) } – { FIGURE($level) }.
chart-ranks = Регионы по показателю «{ NAME($indicator) }»{ $indicator_prices ->
    [current] , в текущих ценах
   *[other] {""}
  }, { PERIOD($level) }
chart-ranks-alternative = Полосы для каждого региона: от { FIGURE($first, case: "genitive") } ({ NAME($first_name) }) до { FIGURE($last, case: "genitive") } ({ NAME($last_name) }).

## How settled a figure is
stage-operational = оперативные
stage-preliminary = предварительные
stage-unstated = не указан
stage-reporting = отчётные
stage-revised = уточнённые
stage-final = окончательные
stage-estimate = оценка
stage-plan = план, заявлено
stage-forecast = прогноз
stage-administrative = реестр
stage-declared = заявлено
told-operational = оперативные данные
told-preliminary = предварительные данные
told-estimate = оценка
told-forecast = прогноз
told-declared = по сообщению акима
told-plan = план, по сообщению акима
told-borders-before = в границах до { DAY($day) }
told-borders-since = в границах, действующих с { DAY($day) }

## Sources
register-of-regions = Справочник регионов: { NAME($country) }
source-table = Таблица { $table }
source-published = Опубликовано не позднее { DAY($day) }

## Comparisons, as labels
comparison-rank = место
comparison-per-head-rank = место по величине на душу населения
comparison-share = доля в стране
comparison-per-head = на душу населения
comparison-change = изменение к предыдущему году
comparison-index = индекс к предыдущему году
comparison-gap = отклонение от страны
comparison-contribution = вклад
comparison-lowest = наименьший индекс отрасли
comparison-highest = наибольший индекс отрасли
