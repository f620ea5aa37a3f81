"""Look at an unknown file and write a first description of it, its guesses marked."""
