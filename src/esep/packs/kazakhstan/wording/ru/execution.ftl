# Исполнение ранее данных поручений и сравнение с прошлой встречей. Цифры приходят из карточек.

section-execution = Исполнение ранее данных поручений
section-last-meeting = Сравнение с прошлой встречей

## How many stand how
execution-summary = Ранее данные поручения – { FIGURE($given, form: "bare") }. Исполненные и снятые с контроля поручения – { FIGURE($executed, form: "bare") }. Просроченные поручения – { FIGURE($overdue, form: "bare") }.
tile-count = { NAME($indicator, short: "yes") }
figure-bare = { FIGURE($level, form: "bare") }
named-count = { NAME($indicator) } – { FIGURE($level, form: "bare") }.
execution-made-up = Карточки поручений вымышлены для показа: это не поручения.

## Each instruction
caption-execution = Исполнение ранее данных поручений, на { DAY($on) }
note-execution = Состояние вычислено по журналу каждой карточки на { DAY($on) }. Отчёт карточку не закрывает: снимает с контроля и переносит срок только уровень, давший поручение. Срок, выпавший на нерабочий день, перенесён на рабочий. Слова поручений и отчётов приведены так, как они записаны.
note-withheld = Поручения для служебного пользования не приводятся.
column-instruction = Поручение
column-executor = Исполнитель
column-deadline = Срок
column-standing = Состояние
column-last-report = Последний отчёт
column-report-words = Содержание отчёта
given-by = { DAY($given) } – { $issuer }
given-by-level = { DAY($given) } – { $issuer } ({ $level })
plain-words = { $text }
no-executor = не назначен
no-report = отчётов не было
deadline-date = до { DAY($deadline) }
deadline-moved = до { DAY($deadline) } (первоначально – до { DAY($first) })
deadline-none = не установлен
deadline-none-rhythm = без срока, отчёты { $rhythm }
deadline-permanent = постоянный контроль
deadline-permanent-rhythm = постоянный контроль, отчёты { $rhythm }
standing-executed = Исполнено, снято с контроля { DAY($closed) }.
standing-cancelled = Отменено { DAY($closed) }.
standing-merged = С { DAY($closed) } контролируется в составе другого поручения.
standing-overdue = Просрочено на { FIGURE($level, case: "accusative") }.
standing-days-over = Просрочка составила { FIGURE($level, case: "accusative") }.
standing-at-risk = Под риском неисполнения.
standing-on-track = Исполняется в срок.
standing-in-execution = В работе.
standing-report-submitted = Отчёт представлен, решения по нему нет.
standing-returned = Отчёт возвращён на доработку.
standing-missing = Пропущено подряд { FIGURE($level) }.
standing-without-measure = Измеримый результат не определён.
standing-without-rhythm = Периодичность отчётов не установлена.
extension-asked = Запрошено продление до { DAY($until) }, решения нет.
extension-refused = В продлении отказано.
extension-late = Продление запрошено после истечения срока.
judged-green = Оценка ответственного лица – зелёный.
judged-amber = Оценка ответственного лица – жёлтый.
judged-red = Оценка ответственного лица – красный.

## Against the trajectory
caption-trajectories = Показатели поручений и их траектория на { DAY($on) }
note-trajectories = Сравнивается с тем, что траектория требует на эту же дату, а не с конечной целью. Неизвестное значение считается отставанием; если отчёты подряд не поступают, оценка снижается.
column-due = План на дату
column-actual = Факт
column-colour = Оценка
figure-dated = { FIGURE($level) } ({ PERIOD($level) })
figure-reported = { FIGURE($level, form: "bare") } (по отчёту исполнителя, { PERIOD($level) })
colour-green = По данным – зелёный.
colour-amber = По данным – жёлтый.
colour-red = По данным – красный.

## What is missing, what returns
lacking-intro = Исполнение этих поручений проверить нельзя: в них не хватает срока, результата, периодичности отчётов или исполнителя.
caption-lacking = Чего не хватает в поручениях и что предлагается
column-lacking = Предлагается
lacking-deadline = Установить срок исполнения.
lacking-measure = Определить измеримый результат.
lacking-measure-by = Определить измеримый результат, например по показателям: { LIST($proposed) }.
lacking-rhythm = Установить периодичность отчётов.
lacking-executor = Назначить исполнителя.
returns-intro = Поручения, которые возвращаются от встречи к встрече:
returns-confirmed = «{ $words }» ({ DAY($given) }) продолжает поручение от { DAY($before) }: «{ $earlier }».
returns-proposed = «{ $words }» ({ DAY($given) }), по-видимому, повторяет поручение от { DAY($before) }: «{ $earlier }».
stressed-earlier = Кроме того, { DAY($given) } обращено внимание на следующее:

## Beside the last meeting
caption-since = Показатели на встрече { DAY($meeting) } и сейчас
note-since = Показатели приведены за самый поздний период, данные за который обычно выходят ко дню каждой из встреч, и в одной и той же редакции. У каждой цифры свой период; разница приведена, только если периоды и границы сопоставимы.
caption-said-then = Сказанное на встрече { DAY($meeting) } и то же сейчас
note-said-then = Сведения встречи { DAY($meeting) } приведены так, как они были сообщены.
caption-rebaselined = Плановые показатели, пересмотренные после встречи { DAY($meeting) }
column-then = На встрече { DAY($meeting) }
column-said-then = Сообщено { DAY($meeting) }
column-now = Сейчас
column-difference = Разница
column-judgement = Сопоставимость
column-card = Карточка
column-promise = Плановый показатель
column-first = Первоначально
card-of = { $text } ({ $register })
figure-then = { FIGURE($level) }{ $level_dated ->
    [yes] {" "}({ PERIOD($level) }{ $rank_known ->
        [yes] ; { FIGURE($rank) }
       *[no] {""}
      })
   *[no] {""}
  }
figure-then-counted = { FIGURE($level, form: "bare") }{ $level_dated ->
    [yes] {" "}({ PERIOD($level) }{ $rank_known ->
        [yes] ; { FIGURE($rank) }
       *[no] {""}
      })
   *[no] {""}
  }
held-comparable = сопоставимо
held-current-prices = сопоставимо; разница включает изменение цен
held-own-base = сопоставимы темпы, каждый к предыдущему году
held-nothing-newer = более новых данных нет
held-not-known = сейчас данных нет
held-other-span = несопоставимо: разные периоды
held-undated = несопоставимо: период не назван
held-other-borders = несопоставимо: изменились границы
held-plan-and-fact = несопоставимо: план и факт
held-other-source = несопоставимо: разные источники
