# What only this country says. Everything else stands in briefing.ftl, which is the wording of the
# Kazakhstan pack: sentences belong to a language, not to a country.

section-pulse = Pulse of the economy
section-land = Product of the land
section-trade = Shops and projects

workshop-share = { PERIOD($level, case: "in") } workshops made { FIGURE($level) } of all goods{ $change_known ->
    [yes] , { $change_way ->
        [up] { FIGURE($change, form: "growth") } more than the year before
        [down] { FIGURE($change, form: "growth") } less than the year before
       *[flat] as much as the year before
      }
   *[no] {""}
  }.
workshop-share-said = Of the goods that are counted at the fair workshops made { FIGURE($share) }.
shops = { $level_dated ->
    [yes] { PERIOD($level, case: "in") } there
   *[no] There
  } were { FIGURE($level, form: "bare") } shops in the register{ $change_known ->
    [yes] , { $change_way ->
        [up] { FIGURE($change, form: "growth") } more than a year before
        [down] { FIGURE($change, form: "growth") } fewer than a year before
       *[flat] as many as a year before
      }
   *[no] {""}
  }.
projects = { FIGURE($projects) } worth { $cost_hedge ->
    [over] over {""}
    [under] under {""}
    [about] about {""}
   *[none] {""}
  }{ FIGURE($cost) } { $projects_one ->
    [yes] is
   *[no] are
  } to be carried out{ $projects_dated ->
    [yes] {" "}{ PERIOD($projects, case: "in") }
   *[no] {""}
  }.
