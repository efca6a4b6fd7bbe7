"""How good the service is: pure metrics and the runner of question sets."""
