"""The web page: ask, see the proof, explore the document, test the quality."""
