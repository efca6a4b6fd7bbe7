"""From passages to an answer, a figure or a refusal."""
