"""From values to statements that can be true or false, each with all it rests on."""
