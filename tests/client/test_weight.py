"""A program that only asks pays for no model, no index and no server."""

import subprocess
import sys

import pytest

HEAVY = ("torch", "sentence_transformers", "faiss", "onnxruntime", "numpy", "fastapi", "starlette", "uvicorn")
TOLD = "import sys, qa_service.client; print(*sys.modules, sep='\\n')"


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """What a fresh interpreter has imported after the client."""
    child = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True)
    return set(child.stdout.split())


def test_the_client_itself_is_imported(imported: set[str]) -> None:
    assert {"qa_service.client.clients", "httpx"} <= imported


@pytest.mark.parametrize("library", HEAVY)
def test_the_client_comes_without(imported: set[str], library: str) -> None:
    assert library not in imported


def test_the_service_stays_at_home(imported: set[str]) -> None:
    rooms = {name.split(".")[1] for name in imported if name.startswith("qa_service.")}
    assert rooms.isdisjoint({"service", "embedding", "index", "search", "api", "hosting", "sheets"})
