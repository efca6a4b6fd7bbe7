"""What the service says, as replies that every edge gives."""
