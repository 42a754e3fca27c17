"""Gold questions, metrics and runs: whether the answers are right, complete and grounded."""
