"""Cited answers from official documents in Kazakh and Russian."""

__version__ = "0.2.0"
