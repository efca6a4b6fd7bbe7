"""From a question to the passages that may hold its answer."""
