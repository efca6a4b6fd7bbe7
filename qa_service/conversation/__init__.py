"""Follow-up questions, understood from the conversation they stand in."""
