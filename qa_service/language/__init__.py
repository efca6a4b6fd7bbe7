"""The two languages as text: letters, word forms, which language a text is in."""
