"""What stands round the page: who may come in, how much, from where, and how it fares."""
