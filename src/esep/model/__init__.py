"""The nouns of the field: frozen values, standard library only, no input or output."""
