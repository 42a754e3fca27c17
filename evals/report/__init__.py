"""Figures for people to read: tables in the terminal and pages in Danish."""
