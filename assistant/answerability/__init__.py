"""Whether the documents answer a question: signals, a calibrated probability, a threshold."""
