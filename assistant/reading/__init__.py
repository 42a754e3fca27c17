"""A document as a tree for reading: sections, paragraphs, lists, tables and notes."""
