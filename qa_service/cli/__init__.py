"""The terminal edge: `qa-service`."""

from qa_service.cli.running import main

__all__ = ["main"]
