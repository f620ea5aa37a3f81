"""How numbers, quantities, periods and sentences are read out of running text."""
