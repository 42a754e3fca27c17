"""Sentences and answers made false on purpose, or harmlessly otherwise: to check the checker."""
