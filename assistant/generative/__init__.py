"""A language model as an option: it words answers, and is believed only where it is proven."""
