"""The service kept open: it is swapped for its successor, and its work is done aside."""
