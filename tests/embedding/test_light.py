"""Who needs no torch, no server and no language model does not wait for them: seconds of a command, memory of
a process."""

import os
import subprocess
import sys

from qa_service.settings import Settings, as_variables

HEAVY = {"torch", "transformers", "sentence_transformers"}
SERVERS = {"fastapi", "uvicorn", "mcp", "telegram"}
WRITERS = {"openai", "httpx2"}
TELL = "; import sys; print(*sys.modules)"
ASK = """
from qa_service.assembly import open_service
from qa_service.settings import read_settings
service = open_service(read_settings())
service.warm_up()
service.ask("Балаларға қандай жәрдемақы төленеді?", 3)"""


def imported(code: str, settings: Settings) -> set[str]:
    """What a fresh interpreter has imported after `code`."""
    environment = {**os.environ, **as_variables(settings)}
    command = [sys.executable, "-c", code + TELL]
    child = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return set(child.stdout.split())


def test_a_service_comes_without_torch_and_without_what_reaches_a_language_model(settings: Settings) -> None:
    told = imported(ASK, settings)
    assert "qa_service.embedding.encoder" in told
    assert told.isdisjoint(HEAVY | WRITERS)


def test_the_commands_come_without_what_only_servers_and_models_need(settings: Settings) -> None:
    told = imported("import qa_service.cli", settings)
    assert "qa_service.cli.commands" in told
    assert told.isdisjoint(HEAVY | SERVERS | WRITERS)
