"""Who needs no torch does not wait for it: seconds of every command, and memory of every server."""

import os
import subprocess
import sys

import pytest

from qa_service.settings import Settings, as_variables

HEAVY = {"torch", "transformers", "sentence_transformers"}
TELL = "; import sys; print(*sys.modules)"
ASK = """
from qa_service.service import open_service
from qa_service.settings import read_settings
service = open_service(read_settings())
service.warm_up()
service.ask("Балаларға қандай жәрдемақы төленеді?", 3)
service.check"""


@pytest.mark.parametrize("code", ["import qa_service.cli", ASK], ids=["the commands", "an answer"])
def test_the_bundled_model_comes_without_torch(code: str, settings: Settings) -> None:
    environment = {**os.environ, **as_variables(settings)}
    command = [sys.executable, "-c", code + TELL]
    child = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    imported = set(child.stdout.split())
    assert "qa_service.embedding.encoder" in imported
    assert imported.isdisjoint(HEAVY)
