# What is said of figures added up from the cards of registers.
synthetic-cards-line = this document contains made-up figures of a demonstration register
told-counted = register data
told-counted-on = register data of { DAY($day) }
told-made-up = made-up data
register-of-cards = Register: { $register }
zones-counted = The region has { FIGURE($zones) }.
zones-portfolio-counted = Investment projects in industrial zones: { FIGURE($projects) } worth { FIGURE($cost) }.
cooperatives-counted = { FIGURE($created) } { $created_one ->
    [yes] has
   *[no] have
  } been set up{ $financed_known ->
    [yes] ; { FIGURE($financed, form: "bare") } of them { $financed_one ->
        [yes] has
       *[no] have
      } received financing
   *[no] {""}
  }.
schools-planned-counted = { FIGURE($schools) } { $schools_one ->
    [yes] is
   *[no] are
  } planned or being built.
register-stage = At the stage “{ $stage }”: { FIGURE($level) }{ $amount_known ->
    [yes] {" "}worth { FIGURE($amount) }
   *[no] {""}
  }{ $more_known ->
    [yes] {" "}and { FIGURE($more) }
   *[no] {""}
  }.
register-against-declared = { NAME($indicator) }: declared { FIGURE($declared) }, in the register { FIGURE($level) }.
