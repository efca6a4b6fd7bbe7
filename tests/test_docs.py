"""What the pages say of the code is so: rooms, imports, settings, commands, addresses of files and links."""

import ast
import re
from collections.abc import Collection, Iterator
from graphlib import TopologicalSorter
from pathlib import Path, PurePosixPath

import pytest
from typer.main import get_command

from qa_service.cli.commands import app
from qa_service.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
CODE = ROOT / "qa_service"
DESIGN = (ROOT / "docs" / "design.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/*.md", "corpus/*.md", "index/*.md", "tests/questions/*.md")
    for page in ROOT.glob(pattern)
)
ROOMS = re.findall(r"^\| `([a-z_/]+)` \|", DESIGN.partition("## A question's way")[0], re.MULTILINE)

page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def test_the_design_lists_every_room_and_no_other() -> None:
    modules = {file.stem for file in CODE.glob("*.py")} - {"__init__"}
    packages = {f"{face.parent.relative_to(CODE)}/" for face in CODE.glob("*/**/__init__.py")}
    assert set(ROOMS) == modules | packages


def test_every_room_imports_only_from_rooms_listed_above_it() -> None:
    place = {room.strip("/"): order for order, room in enumerate(ROOMS) if room.count("/") <= 1}
    upwards = [
        f"{importer} imports {imported}"
        for importer, imported in set(_imports())
        if _room(importer) != _room(imported) and place[_room(imported)] > place[_room(importer)]
    ]
    assert upwards == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for importer, imported in _imports():
        graph.setdefault(importer, set()).add(imported)
    TopologicalSorter(graph).prepare()


def test_every_setting_stands_in_the_docs_with_its_default() -> None:
    table = (ROOT / "docs" / "settings.md").read_text("utf-8")
    told = dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| (\S+) \|", table, re.MULTILINE))
    assert told == {
        name.upper(): f"`{setting.default}`" if str(setting.default) else "(empty)"
        for name, setting in Settings.model_fields.items()
    }


def test_every_command_stands_in_the_readme() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    told = re.findall(r"^\| `qa-service (\w+)", README, re.MULTILINE)
    assert sorted(told) == sorted(commands)


@page
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@page
def test_every_file_of_code_that_is_named_is_there(page: Path) -> None:
    named = re.findall(r"`([\w./-]+\.(?:py|toml))\b", page.read_text("utf-8"))
    assert [path for path in named if "/" in path and not _is_there(path)] == []


@page
def test_every_function_that_is_named_is_in_its_file(page: Path) -> None:
    named = re.findall(r"`([\w/]+\.py):\s+([\w.]+)`", page.read_text("utf-8"))
    assert [f"{path}: {name}" for path, name in named if name not in _definitions(CODE / path)] == []


def test_every_benchmark_that_is_named_is_there() -> None:
    named = [name for page in PAGES for name in re.findall(r"benchmarks[./](\w+)", page.read_text("utf-8"))]
    assert [name for name in named if not (ROOT / "benchmarks" / f"{name}.py").exists()] == []


def _is_there(path: str) -> bool:
    return any((folder / path).exists() for folder in (CODE, ROOT, ROOT / "docs"))


def _definitions(file: Path) -> set[str]:
    """Names of functions and classes, and of methods after their class."""
    found = set()
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return found


def _imports() -> Iterator[tuple[str, str]]:
    """Each import of one module of the package by another, as dotted names."""
    modules = {_name(file): file for file in CODE.rglob("*.py")}
    for importer, file in modules.items():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for imported in _named_in(node, modules):
                if imported in modules and "." in imported:
                    yield importer, imported


def _named_in(node: ast.AST, modules: Collection[str]) -> Iterator[str]:
    """Names that may be modules; a module taken from its package counts, not the package."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom) and node.module:
        inner = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (name if name in modules else node.module for name in inner)


def _name(file: Path) -> str:
    path = PurePosixPath(file.relative_to(ROOT)).with_suffix("")
    return ".".join(part for part in path.parts if part != "__init__")


def _room(module: str) -> str:
    return module.split(".")[1]
