"""Documents in, passages out: the document itself, its parser and its hand-written enrichment."""
