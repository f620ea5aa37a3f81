"""How the parts fit together for one store. Wiring only: no rule lives here."""
