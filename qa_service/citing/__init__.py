"""What a reference names, and how a passage is cited."""
