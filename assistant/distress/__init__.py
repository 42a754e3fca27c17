"""Recognise somebody in distress, and say where there are people who can help."""
