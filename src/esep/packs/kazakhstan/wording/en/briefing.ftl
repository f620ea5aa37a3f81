# The governor's briefing in English. Figures come from facts; none is typed here.

## The document
title = { NAME($region) }: briefing for the head of state
subtitle = Social and economic development: key figures, sectors, projects and instructions
header-synthetic = Attention
synthetic-line = made-up figures of a country that does not exist
header-period = Period
header-on = Day of the meeting
header-day = Data for the day
header-data = Data
vintage-line = official statistics as published by { DAY($published) }
vintage-note = The official figures are those published by { DAY($published) }. A period stands here only if it had ended and was normally out by { DAY($on) }; the values are not claimed to be the ones printed then.
other-borders = On borders other than those of { DAY($on) }: { LIST($other) }.
sources-title = Sources
section-left-out = Not included
left-out = Sections for which nothing is known on this day: { $sections }.

label-contents = Contents
label-page = Page
label-of = of
label-page_of = Page {"{page}"} of {"{pages}"}
label-table = Table
label-figure = Figure
label-source = Source
label-caution = Note
label-data = Data of the figure
label-skip = Skip to the text
label-follow = To follow this figure, run
label-theme = Light or dark

## Sections
section-key-points = Key points
section-economy = Economy
section-grp = Gross regional product
section-investment = Investment
section-labour = Population and labour
section-zones = Industrial zones and projects
section-business = Business
section-village = Rural development
section-schools = Schools
section-ecology = Ecology
section-spatial = Spatial development
section-instructions = Instructions given
section-problems = Problems
section-annex = Annex

## Key figures set large
figure-level = { FIGURE($level) }
tile-name = { NAME($indicator, short: "yes") }{ $level_dated ->
    [yes] , { PERIOD($level) }
   *[no] {""}
  }
tile-rank = { FIGURE($rank) } by size{ $indicator_prices ->
    [current] , at current prices
   *[other] {""}
  }
tile-beside-country = { NAME($country, short: "yes") }: { FIGURE($whole) }
tile-change = { $change_way ->
    [up] up { FIGURE($change, form: "growth") } on the year before
    [down] down { FIGURE($change, form: "growth") } on the year before
   *[flat] practically unchanged on the year before
  }{ $indicator_prices ->
    [current] , at current prices
   *[other] {""}
  }

## Sentences: growth and levels
grp-level = { PERIOD($level, case: "in") } the { NAME($indicator) } of { NAME($region) } was { FIGURE($level) }{ $indicator_prices ->
    [current] {" "}at current prices
   *[other] {""}
  }: { FIGURE($rank) } by size{ $per_head_rank_known ->
    [yes] {" "}and { $ranks_alike ->
        [yes] { FIGURE($per_head_rank, form: "place") }
       *[no] { FIGURE($per_head_rank) }
      } per head
   *[no] {""}
  }; its share of the national economy is { FIGURE($share) }.
grp-per-head = Per head it came to { FIGURE($per_head) }, { FIGURE($per_head_rank) }.
per-head-value = Per head it came to { FIGURE($per_head) }.
volume-against-country = { PERIOD($level, case: "in") } the { NAME($subject) } of { NAME($region) } { $level_way ->
    [up] grew by { FIGURE($level, form: "growth") } in real terms
    [down] fell by { FIGURE($level, form: "growth") } in real terms
   *[flat] practically did not change in real terms
  }; in the country as a whole it { $whole_way ->
    [up] grew by { FIGURE($whole, form: "growth") }
    [down] fell by { FIGURE($whole, form: "growth") }
   *[flat] practically did not change
  }.
real-growth = In real terms it { $level_way ->
    [up] grew by { FIGURE($level, form: "growth") }
    [down] fell by { FIGURE($level, form: "growth") }
   *[flat] practically did not change
  } ({ $whole_way ->
    [up] the country as a whole grew by { FIGURE($whole, form: "growth") }
    [down] the country as a whole fell by { FIGURE($whole, form: "growth") }
   *[flat] the country as a whole practically did not change
  }).
index-against-country = { PERIOD($level, case: "in") } the { NAME($subject) } stood at { FIGURE($level) } { $level_year ->
    [yes] of the year before
   *[no] of the same period of the year before
  }{ $level_way ->
    [down] {" "}(output fell by { FIGURE($level, form: "growth") })
   *[none] {""}
  }, { FIGURE($rank) }; the country’s was { FIGURE($whole) }.
index-level = { PERIOD($level, case: "in") } the { NAME($indicator) } was { FIGURE($level) } of { PERIOD($level, form: "before") }: output of its branches { $level_way ->
    [up] grew by { FIGURE($level, form: "growth") }
    [down] fell by { FIGURE($level, form: "growth") }
   *[flat] practically did not change
  }.
index-gap = This is { $gap_way ->
    [up] { FIGURE($gap, form: "gap") } above
    [down] { FIGURE($gap, form: "gap") } below
   *[flat] practically the same as
  } the country’s { FIGURE($whole) }.
index-rank = By this measure { NAME($region) } ranks { FIGURE($rank) }.
index-bounds = The branch indices behind it lie between { FIGURE($lowest) } and { FIGURE($highest) }.
branches-extremes = { PERIOD($first, case: "in") } the fastest branch was { NAME($first_name) }, at { FIGURE($first) } { $first_year ->
    [yes] of the year before
   *[no] of the same period of the year before
  }; the slowest was { NAME($last_name) }, at { FIGURE($last) }{ $last_way ->
    [down] {" "}(a fall of { FIGURE($last, form: "growth") })
   *[none] {""}
  }.
level-and-change = { PERIOD($level, case: "in") } { NAME($indicator) } { $indicator_agree ->
    [pl] were
   *[none] was
  } { FIGURE($level) }{ $change_known ->
    [yes] { $change_way ->
        [up] , up by { FIGURE($change, form: "growth") } on the year before
        [down] , down by { FIGURE($change, form: "growth") } on the year before
       *[flat] , practically unchanged on the year before
      }{ $indicator_prices ->
        [current] {" "}at current prices
       *[other] {""}
      }
   *[no] {""}
  }.
nominal-change = Nominal { $change_way ->
    [up] growth, which includes price changes, was { FIGURE($change, form: "growth") }
    [down] decline, which includes price changes, was { FIGURE($change, form: "growth") }
   *[flat] value, which includes price changes, practically did not change
  }; it does not show real growth.
contribution = { $contribution_way ->
    [down] The region took { FIGURE($contribution, form: "gap") } off the nominal growth of the national economy.
   *[up] The region contributed { FIGURE($contribution, form: "gap") } to the nominal growth of the national economy.
  }
share-and-rank = This is { FIGURE($share) } of the country’s total, { FIGURE($rank) } by size.
per-head = Per head it comes to { FIGURE($per_head) }{ $per_head_rank_known ->
    [yes] , { FIGURE($per_head_rank) }
   *[no] {""}
  }.
rate-against-country = { PERIOD($level, case: "in") } the { NAME($indicator) } was { FIGURE($level) } ({ FIGURE($whole) } in the country as a whole){ $change_known ->
    [yes] { $change_way ->
        [up] , up by { FIGURE($change, form: "growth") } on the year before
        [down] , down by { FIGURE($change, form: "growth") } on the year before
       *[flat] , practically unchanged on the year before
      }
   *[no] {""}
  }.
manufacturing-share = { PERIOD($level, case: "in") } manufacturing made up { FIGURE($level) } of industrial gross output in the national accounts.
manufacturing-share-said = In industrial production (another base than that of the national accounts, and not comparable with them) the share of manufacturing was { FIGURE($share) }.

## Registers and programmes, as declared
zones = { FIGURE($zones) } { $zones_one ->
    [yes] is
   *[no] are
  } being formed.
zones-portfolio = Investment portfolio{ $projects_dated ->
    [yes] {" "}until { PERIOD($projects, form: "until") }
   *[no] {""}
  }: { FIGURE($projects) } worth { FIGURE($cost) }.
projects-of-year = { FIGURE($projects) } worth { FIGURE($cost) } { $projects_one ->
    [yes] is
   *[no] are
  } to be carried out{ $projects_dated ->
    [yes] {" "}{ PERIOD($projects, case: "in") }
   *[no] {""}
  }{ $jobs_known ->
    [yes] , with { FIGURE($jobs) } to be created
   *[no] {""}
  }.
sme = { $level_dated ->
    [yes] { PERIOD($level, case: "in") } there
   *[no] There
  } were { FIGURE($level, form: "bare") } small and medium enterprises in operation{ $change_known ->
    [yes] { $change_way ->
        [up] , { FIGURE($change, form: "growth") } more than a year before
        [down] , { FIGURE($change, form: "growth") } fewer than a year before
       *[flat] , practically as many as a year before
      }
   *[no] {""}
  }.
cooperatives = { FIGURE($created) } { $created_one ->
    [yes] has
   *[no] have
  } been set up under the Auyl Amanaty programme{ $financed_known ->
    [yes] ; { FIGURE($financed, form: "bare") } of them { $financed_one ->
        [yes] has
       *[no] have
      } received financing
   *[no] {""}
  }.
schools-built = { FIGURE($schools) }{ $places_known ->
    [yes] {" "}with { FIGURE($places) }
   *[no] {""}
  } { $schools_one ->
    [yes] was
   *[no] were
  } built{ $schools_dated ->
    [yes] {" "}{ PERIOD($schools, case: "in") }
   *[no] {""}
  }.
schools-planned = { FIGURE($schools) } { $schools_one ->
    [yes] is
   *[no] are
  } to be built{ $schools_dated ->
    [yes] {" "}{ PERIOD($schools, case: "in") }
   *[no] {""}
  } under the Comfortable School national project.
clean-up = During the Taza Kazakhstan campaign { FIGURE($waste) } of waste were collected and { $area_hedge ->
    [over] over {""}
    [under] under {""}
    [about] about {""}
   *[none] {""}
  }{ FIGURE($area) } of land were cleaned.

## Territory
territory-since = { NAME($region) } has had its present borders since { DAY($since) }; comparisons with earlier years hold only where the statistics office has recalculated them.
territory-units = The region comprises { FIGURE($count_a) }{ $count_b_known ->
    [yes] {" "}and { FIGURE($count_b) }
   *[no] {""}
  }.
territory-new = { LIST($places) } { $places_many ->
    [yes] have existed as units of their own
   *[no] has existed as a unit of its own
  } since { DAY($since) }.
territory-borders = { LIST($places) } { $places_many ->
    [yes] have had their present borders
   *[no] has had its present borders
  } since { DAY($since) }.

## Names of sections in a list
quoted = “{ $text }”

## The meeting
meeting-discussed = Discussed at the meeting:
meeting-instructed = At the meeting of { DAY($meeting) } the head of state instructed the region to:
meeting-stressed = These too were stressed:
instruction-permanent = { $text } (permanent control).
instruction-none = { $text } (no deadline was set).
instruction-date = { $text } (by { DAY($deadline) }).
instructions-without-measure = None of these instructions names a result by which its execution could be measured.

## Problems, told as plainly as growth
problem-falling = { NAME($subject) }: down by { FIGURE($level, form: "growth") } { PERIOD($level, case: "in") }{ $whole_known ->
    [yes] ; { $whole_way ->
        [down] the country as a whole also fell, by { FIGURE($whole, form: "growth") }
        [up] the country as a whole grew by { FIGURE($whole, form: "growth") }
       *[flat] the country as a whole practically did not change
      }
   *[no] {""}
  }.
problem-falling-composite = { NAME($indicator) }: { FIGURE($level) } { PERIOD($level, case: "in") } { $level_year ->
    [yes] of the year before
   *[no] of the same period of the year before
  }, output of its branches fell by { FIGURE($level, form: "growth") }{ $whole_known ->
    [yes] ; in the country as a whole it was { FIGURE($whole) }
   *[no] {""}
  }.
problem-below-whole = { NAME($subject) }: { PERIOD($level, case: "in") } it stood at { FIGURE($level) } { $level_year ->
    [yes] of the year before
   *[no] of the same period of the year before
  }, below the country’s { FIGURE($whole) }.
problem-worse = { NAME($indicator) }: { FIGURE($level) } { PERIOD($level, case: "in") }, { $change_way ->
    [up] up by { FIGURE($change, form: "growth") }
   *[down] down by { FIGURE($change, form: "growth") }
  } on the year before{ $indicator_prices ->
    [current] {" "}at current prices
   *[other] {""}
  }.
problem-not-comparable = { NAME($indicator) }: { FIGURE($level) } { PERIOD($level, case: "in") } cannot be compared with the year before, because the borders changed{ $union_known ->
    [yes] ; { LIST($together) } taken together { $union_way ->
        [up] grew by { FIGURE($union, form: "growth") }
        [down] fell by { FIGURE($union, form: "growth") }
       *[flat] practically did not change
      }{ $indicator_prices ->
        [current] {" "}at current prices
       *[other] {""}
      }
   *[no] {""}
  }.
problem-beside-whole = { NAME($indicator) }: { FIGURE($level) } { PERIOD($level, case: "in") }, against { FIGURE($whole) } in the country as a whole.
problem-place-per-head = { NAME($indicator) } per head: { FIGURE($per_head) } { PERIOD($per_head, case: "in") }, { FIGURE($rank) }.
problem-none = Neither lower nor worse than the year before: { LIST($over_time) }; not worse than the country’s: { LIST($beside) }.
problem-none-over-time = Neither lower nor worse than the year before: { LIST($those) }.
problem-none-beside = Not worse than the country’s: { LIST($those) }.
problem-not-compared = Nothing to compare with: { LIST($those) }.
problem-missing = No data for this day: { LIST($missing) }.
low-base-new = The region was formed on { DAY($since) }: high growth ({ LIST($those) }) may come from a low base.
low-base-borders = The region has had its present borders since { DAY($since) }: high growth ({ LIST($those) }) may come from a low base.

## Tables
column-branch = Branch
column-region = Region, %
column-country = Country, %
column-gap = Difference, pp
column-place = Place
column-region-name = Region
column-of = { $indicator }, { $unit }
column-share = Share of the country, %
column-per-head = { $indicator } per head, { $unit }
column-place-per-head = Place by { $indicator } per head
column-indicator = Indicator
column-period = Period
column-unit = Unit
column-value = Value
column-change = Against the year before
column-beside = Against the country, pp
column-rank = Place
column-stage = Stage
column-source = Source
column-said-on = Said on
column-year = Year
caption-branches = Branches of the economy, { PERIOD($level) }, per cent { $level_year ->
    [yes] of the year before
   *[no] of the same period of the year before
  }
note-index-base = Volume indices compare output at constant prices; the difference from the country is in percentage points (pp).
caption-ranking = Regions by { NAME($indicator) }{ $indicator_prices ->
    [current] {" "}at current prices
   *[other] {""}
  }, { PERIOD($level) }
note-ranking = Places are taken from unrounded values. Every column has the newest period that was out by { DAY($on) }.
caption-annex = All indicators with data
note-annex = Sums and counts change against the same period of the year before in per cent, shares and rates in percentage points. An index is itself a comparison with the year before, so its distance from the country is given instead. A dash means that a comparison makes no sense or has no data; in the column of places, that there are no data for other regions. Values at current prices include the change in prices.
note-ascending = Places are counted from the lowest value: { LIST($those) }.
note-tied = The place is shared with other regions: { LIST($those) }.
note-borders-before = { $mark } On the borders before { DAY($day) }.
note-borders-since = { $mark } On the borders in force since { DAY($day) }.
caption-declared = Registers and programmes, as declared
note-declared = Declared figures are repeated as they were said. They are not statistics and are not added to them.
not-comparable = not comparable: borders changed
day = { DAY($day) }
plain = { $text }.

## Charts
chart-branches = Branches beside the country, { PERIOD($level) }, per cent { $level_year ->
    [yes] of the year before
   *[no] of the same period of the year before
  }
chart-branches-alternative = Bars from one hundred per cent for each branch of the region, with a mark for the country, { PERIOD($level) }.
chart-history = { NAME($indicator) } by year{ $indicator_prices ->
    [current] , at current prices
   *[other] {""}
  }
chart-history-cut = { NAME($indicator) } by year{ $indicator_prices ->
    [current] , at current prices
   *[other] {""}
  }, on the present borders
chart-history-alternative = { NAME($indicator) } from { FIGURE($first) } { PERIOD($first, case: "in") } to { FIGURE($last) } { PERIOD($last, case: "in") }.
chart-map = { NAME($indicator) } by region, { PERIOD($level) }, per cent
chart-map-alternative = A tile for each region, coloured by the { NAME($indicator) }: from { FIGURE($first) } in { NAME($first_name) } to { FIGURE($last) } in { NAME($last_name) }; { NAME($region) } { FIGURE($level) }.
chart-ranks = Regions by { NAME($indicator) }{ $indicator_prices ->
    [current] {" "}at current prices
   *[other] {""}
  }, { PERIOD($level) }
chart-ranks-alternative = Bars for each region, from { FIGURE($first) } in { NAME($first_name) } to { FIGURE($last) } in { NAME($last_name) }.

## How settled a figure is
stage-operational = operational
stage-preliminary = preliminary
stage-unstated = not stated
stage-reporting = reporting
stage-revised = revised
stage-final = final
stage-estimate = estimate
stage-plan = plan, declared
stage-forecast = forecast
stage-administrative = register
stage-declared = declared
told-operational = operational data
told-preliminary = preliminary data
told-estimate = estimate
told-forecast = forecast
told-declared = declared
told-plan = plan, declared
told-borders-before = on the borders before { DAY($day) }
told-borders-since = on the borders in force since { DAY($day) }

## Sources
register-of-regions = Register of regions of { NAME($country) }
source-table = Table { $table }
source-published = Published by { DAY($day) }

## Comparisons, as labels
comparison-rank = place
comparison-per-head-rank = place per head
comparison-share = share of the country
comparison-per-head = per head
comparison-change = change on the year before
comparison-index = index to the year before
comparison-gap = gap to the country
comparison-contribution = contribution
comparison-lowest = lowest branch
comparison-highest = highest branch
