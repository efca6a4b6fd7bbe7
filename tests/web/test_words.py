"""The page's words: both languages have the same, the page uses all of them, and no others."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

WEB = Path(str(files("qa_service").joinpath("web")))
OF_THE_SERVER = {"shell.purpose", "shell.script-needed", "shell.late"}
PLURALS = {"one", "few", "many", "other"}
KEY = re.compile(r'(?:word|wordList|hasWord)\(\s*(["`])([^"`]+)\1|["\'`]([a-z-]+(?:\.[a-z-]+)+)["\'`]')


def words(language: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((WEB / "words" / f"{language}.json").read_text(encoding="utf-8"))
    return read


def keys(branch: Any, before: str = "") -> Iterator[tuple[str, set[str]]]:
    """Every key with the {places} of its texts."""
    if isinstance(branch, dict) and not set(branch) <= PLURALS:
        for name, inner in branch.items():
            yield from keys(inner, f"{before}.{name}" if before else name)
        return
    texts = list(branch.values()) if isinstance(branch, dict) else [branch] if isinstance(branch, str) else []
    yield before, set(re.findall(r"\{(\w+)\}", " ".join(texts)))


def test_both_languages_say_the_same_things() -> None:
    assert dict(keys(words("kk"))) == dict(keys(words("ru")))


def test_every_plural_form_of_russian_is_there() -> None:
    counted = [name for name, places in keys(words("ru")) if "count" in places]
    forms = {name: _found(words("ru"), name) for name in counted}
    plural = {name: form for name, form in forms.items() if isinstance(form, dict)}
    assert len(plural) > 5
    assert all(set(form) == PLURALS for form in plural.values())


def test_the_page_has_words_for_all_that_it_says_and_says_all_its_words() -> None:
    sources = [*WEB.rglob("*.js"), WEB / "index.html"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    said = {match[2] or match[3] for match in KEY.finditer(code)}
    patterns = [re.compile(re.sub(r"\\\$\\\{.*?\\\}", ".+", re.escape(key))) for key in said]
    known = {name for name, _ in keys(words("kk"))} - OF_THE_SERVER
    own = [key for key in said if "$" not in key and key.partition(".")[0] in words("kk") and "." in key]
    assert len(own) > 50
    assert not [key for key in own if key not in known]
    assert not [name for name in known if not any(pattern.fullmatch(name) for pattern in patterns)]


def _found(branch: Any, key: str) -> Any:
    for name in key.split("."):
        branch = branch[name]
    return branch
