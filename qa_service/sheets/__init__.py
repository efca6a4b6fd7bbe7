"""The issue sheet: a list of issues, each with what the documents say to it."""
