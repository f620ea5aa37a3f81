"""What do the data say of each claim: evidence, verdict, the words to put instead."""
