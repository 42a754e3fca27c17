"""The tasks of the suite: each asks or checks something and yields items, one at a time."""
