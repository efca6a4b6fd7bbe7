"""The way to Telegram and back: the one room of python-telegram-bot."""
