"""The Telegram edge: questions, places, tables and their pictures in a chat."""
