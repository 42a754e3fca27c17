"""Gold: what a right answer rests on, read from files that a broken line of is named."""
