"""Question in, proven answer out."""
