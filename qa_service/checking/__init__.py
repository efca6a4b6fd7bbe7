"""The figure check: what a draft says, compared with what the report says."""
