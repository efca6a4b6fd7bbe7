"""Tables in a chat: as text in messages, as pictures and as files."""
