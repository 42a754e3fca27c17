"""Passages in, ranked passages out: embedder, vector store, lexical index, fusion and build."""
