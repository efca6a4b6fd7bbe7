"""`python -m qa_service.cli`, for where the script is not on the path."""

from qa_service.cli.running import main

main()
