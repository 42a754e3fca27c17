"""People: the terminal and the web page."""
