"""Answers that a language model writes from the found passages, each sentence checked before it counts."""
