"""Groundedness: is a Danish sentence supported by these passages, and why not?"""
