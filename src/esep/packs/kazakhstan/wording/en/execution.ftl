# The execution of earlier instructions and the last meeting. Figures come from cards; none is typed here.

section-execution = Execution of earlier instructions
section-last-meeting = Comparison with the last meeting

## How many stand how
execution-summary = Instructions given earlier: { FIGURE($given, form: "bare") }. Instructions executed and taken off control: { FIGURE($executed, form: "bare") }. Overdue instructions: { FIGURE($overdue, form: "bare") }.
tile-count = { NAME($indicator, short: "yes") }
figure-bare = { FIGURE($level, form: "bare") }
named-count = { NAME($indicator) }: { FIGURE($level, form: "bare") }.
execution-made-up = The cards of instructions are made up for a demonstration: nobody gave these instructions.

## Each instruction
caption-execution = Execution of earlier instructions, as of { DAY($on) }
note-execution = Where an instruction stands is computed from the log of its card as of { DAY($on) }. A report never closes a card: only the level that gave the instruction takes it off control or moves its deadline. A deadline on a day off is moved to a working day. The words of instructions and reports are given as they were written.
note-withheld = Instructions for official use only are not told.
column-instruction = Instruction
column-executor = Executor
column-deadline = Deadline
column-standing = Standing
column-last-report = Last report
column-report-words = What it says
given-by = { DAY($given) }, { $issuer }
given-by-level = { DAY($given) }, { $issuer } ({ $level })
plain-words = { $text }
no-executor = nobody named
no-report = no report
deadline-date = by { DAY($deadline) }
deadline-moved = by { DAY($deadline) } (at first by { DAY($first) })
deadline-none = no day named
deadline-none-rhythm = no day named, reports { $rhythm }
deadline-permanent = permanent control
deadline-permanent-rhythm = permanent control, reports { $rhythm }
standing-executed = Executed, taken off control on { DAY($closed) }.
standing-cancelled = Cancelled on { DAY($closed) }.
standing-merged = Followed under another instruction since { DAY($closed) }.
standing-overdue = { FIGURE($level) } past the deadline.
standing-days-over = { FIGURE($level) } late.
standing-at-risk = At risk.
standing-on-track = On track.
standing-in-execution = In execution.
standing-report-submitted = A report is in, nothing is decided on it.
standing-returned = The report was sent back.
standing-missing = { FIGURE($level) } in a row did not come.
standing-without-measure = No measurable result is named.
standing-without-rhythm = No rhythm of reports is set.
extension-asked = An extension to { DAY($until) } is asked for, nothing is decided.
extension-refused = The extension was refused.
extension-late = The extension was asked for after the deadline.
judged-green = Judged by a person: green.
judged-amber = Judged by a person: amber.
judged-red = Judged by a person: red.

## Against the trajectory
caption-trajectories = Indicators of instructions and their trajectory, as of { DAY($on) }
note-trajectories = Held against what the trajectory asks for on the same day, not against the final target. A value that is not known counts as a lag; reports that do not come, one after the other, make the colour worse.
column-due = Planned by the day
column-actual = Actual
column-colour = Colour
figure-dated = { FIGURE($level) } ({ PERIOD($level) })
figure-reported = { FIGURE($level, form: "bare") } (as the executor reported, { PERIOD($level) })
colour-green = By the figures: green.
colour-amber = By the figures: amber.
colour-red = By the figures: red.

## What is missing, what returns
lacking-intro = The execution of these instructions cannot be checked: a deadline, a result, a rhythm of reports or an executor is missing.
caption-lacking = What instructions lack, and what is proposed
column-lacking = Proposed
lacking-deadline = Set a deadline.
lacking-measure = Name a measurable result.
lacking-measure-by = Name a measurable result, by an indicator such as { LIST($proposed) }.
lacking-rhythm = Set a rhythm of reports.
lacking-executor = Name an executor.
returns-intro = Instructions that return from meeting to meeting:
returns-confirmed = “{ $words }” ({ DAY($given) }) goes on from the instruction of { DAY($before) }: “{ $earlier }”.
returns-proposed = “{ $words }” ({ DAY($given) }) seems to repeat the instruction of { DAY($before) }: “{ $earlier }”.
stressed-earlier = On { DAY($given) } attention was also drawn to:

## Beside the last meeting
caption-since = Figures at the meeting of { DAY($meeting) } and now
note-since = Each figure is of the newest period that is normally out by the day of its meeting, and both are of one vintage. Each has its own period; a difference is given only where periods and borders compare.
caption-said-then = What was told at the meeting of { DAY($meeting) }, and the same now
note-said-then = What was told at the meeting of { DAY($meeting) } is repeated as it was told.
caption-rebaselined = Plans changed since the meeting of { DAY($meeting) }
column-then = Meeting of { DAY($meeting) }
column-said-then = Told on { DAY($meeting) }
column-now = Now
column-difference = Difference
column-judgement = Comparability
column-card = Card
column-promise = Planned
column-first = At first
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
held-comparable = comparable
held-current-prices = comparable; the difference includes what prices did
held-own-base = comparable rates, each on the year before it
held-nothing-newer = nothing newer
held-not-known = nothing known now
held-other-span = not comparable: other periods
held-undated = not comparable: no period was named
held-other-borders = not comparable: borders changed
held-plan-and-fact = not comparable: a plan and a fact
held-other-source = not comparable: other sources
