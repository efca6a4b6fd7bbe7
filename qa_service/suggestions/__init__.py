"""What a reader may be about to ask for, while the words are still being typed."""
