"""Metrics: small pure functions; a figure that cannot be had is None, never 0."""
