"""Questions that take for granted what a passage denies, and the passage that sets them right."""
