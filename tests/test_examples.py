"""The examples of docs/clients.md do what stands beneath them, against a real server over the real report."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from qa_service.api.app import create_app
from qa_service.cli.running import run
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.index.snapshot import POINTER
from qa_service.service import Service
from qa_service.settings import Settings, read_settings
from tests.api.loopback import served
from tests.mcp.calling import with_client

PAGE = Path(__file__).parents[1] / "docs" / "clients.md"
ADDRESS = "http://127.0.0.1:8000"
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$(?:\n^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
RUNNERS = {
    "python": [sys.executable, "-W", "error", "-c"],
    "js": ["node", "--input-type=module", "-e"],
    "sh": ["bash", "-ec"],
}
NEEDED = {"js": "node", "sh": "curl"}


@dataclass(frozen=True)
class Example:
    """A fenced block, and what it prints where the page tells it."""

    language: str
    code: str
    printed: str


EXAMPLES = [Example(*found.groups(default="")) for found in FENCED.finditer(PAGE.read_text("utf-8"))]
RUN = [example for example in EXAMPLES if example.language in RUNNERS]
CONFIGURATIONS = [json.loads(example.code) for example in EXAMPLES if example.language == "json"]


@pytest.fixture(scope="module")
def base(settings: Settings, service: Service) -> Iterator[str]:
    """The address of the whole application over the real report."""
    supplier = Supplier(lambda: service, settings.index / POINTER, settings.reload_seconds)
    supplier.open()
    with served(create_app(Host(supplier, Workers(2)), settings)) as client:
        yield str(client.base_url)


def test_the_page_shows_every_way() -> None:
    assert {example.language for example in EXAMPLES} == {*RUNNERS, "json"}
    assert len(RUN) > 10
    assert sum(bool(example.printed) for example in RUN) > 8


@pytest.mark.parametrize("example", RUN, ids=lambda example: f"{example.language}-{EXAMPLES.index(example)}")
def test_an_example_prints_what_the_page_says(example: Example, base: str, tmp_path: Path) -> None:
    if not shutil.which(NEEDED.get(example.language, sys.executable)):
        pytest.skip(f"{NEEDED[example.language]} is not installed")
    command = [*RUNNERS[example.language], example.code.replace(ADDRESS, base)]
    child = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (child.returncode, child.stderr) == (0, "")
    assert child.stdout.strip()
    if example.printed:
        assert child.stdout == example.printed


def test_the_examples_of_curl_give_the_replies_of_the_api(base: str, tmp_path: Path) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    asks = next(example for example in RUN if example.language == "sh")
    told = subprocess.run(["bash", "-ec", asks.code.replace(ADDRESS, base)], capture_output=True, check=True)
    assert json.loads(told.stdout)["answered"]


def test_the_configuration_of_a_child_names_a_command_and_settings_that_there_are(
    capfd: pytest.CaptureFixture[str],
) -> None:
    entry = CONFIGURATIONS[0]["mcpServers"]["reports"]
    assert Path(sys.executable).with_name(Path(entry["command"]).name).exists()
    assert run([*entry["args"], "--help"]) == 0
    assert "qa-service mcp" in capfd.readouterr().out
    assert read_settings(entry["env"]).address


def test_the_configuration_of_an_address_leads_to_the_tools(base: str) -> None:
    url = CONFIGURATIONS[1]["mcpServers"]["reports"]["url"].replace(ADDRESS, base)
    assert len(with_client(url, lambda client: client.list_tools()).tools) == 5
