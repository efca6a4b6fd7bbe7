"""The pure parts of the reading view, as the browser runs them."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.browsing import Reader

IMPORTED = "async ([module, name, given]) => (await import(module))[name](...given)"


@pytest.fixture
def page(visit: Reader) -> Page:
    return visit("/#/tables")


def called(page: Page, module: str, name: str, *given: Any) -> Any:
    """What a function of a module gives for values that JSON can hold."""
    return page.evaluate(IMPORTED, [f"/web/js/read/{module}.js", name, list(given)])


def passage(name: str, partner: str | None = None) -> dict[str, Any]:
    language = "kk" if name.startswith("k") else "ru"
    return {"id": name, "language": language, "counterpart": {"id": partner} if partner else None}


def test_what_says_the_same_stands_in_one_row_and_the_rest_in_its_order(page: Page) -> None:
    official = [
        passage("k1", "r1"),
        passage("k2", "r2"),
        passage("k3", "r2"),
        passage("k4"),
        passage("k5", "r5"),
    ]
    other = [passage("r0"), passage("r1", "k1"), passage("r2", "k2"), passage("r3"), passage("r5", "k5")]
    other += [passage("r6", "k5"), passage("k4")]
    rows = called(page, "rows", "aligned", official, other, "ru")
    assert [tuple(" ".join(one["id"] for one in cell) for cell in row) for row in rows] == [
        ("", "r0"),
        ("k1", "r1"),
        ("k2 k3", "r2"),
        ("", "r3"),
        ("k4", ""),
        ("k5", "r5 r6"),
    ]


def test_words_are_known_by_their_beginnings_but_common_and_short_ones_not(page: Page) -> None:
    find = """async () => {
      const { beginnings } = await import("/web/js/read/marks.js");
      return beginnings("Сколько ДЕТЕЙ-сирот и балалар в год?", new Set(["сколько"]));
    }"""
    assert page.evaluate(find) == ["дете", "сиро", "балал"]


def test_marks_count_characters_as_the_service_does(page: Page) -> None:
    text = "😀 Балаларға, БАЛАЛАР; бала"
    assert called(page, "marks", "standing", text, ["балал"]) == [[2, 11], [13, 20]]
    assert called(page, "marks", "standing", text, []) == []


def section(name: str, *below: dict[str, Any], tables: tuple[str, ...] = ()) -> dict[str, Any]:
    told = {"title": name, "articles": [], "observations": [], "passages": [name, f"{name}.a", *tables]}
    return {**told, "sections": list(below)}


HOLDING = """async ([editions, language, ids]) => {
  const { contentsOf } = await import("/web/js/read/contents.js");
  const contents = contentsOf("D", editions, language);
  return ids.map((id) => contents.holding(id)?.title ?? null);
}"""


def test_passages_of_every_edition_are_known_where_the_headings_agree(page: Page) -> None:
    official = {"language": "kk", "sections": [section("k1", section("k2", tables=("k.t6",)))]}
    other = {"language": "ru", "sections": [section("r1", section("r2"))]}
    shorter = {"language": "en", "sections": [section("e1")]}
    asked = [[official, other, shorter], "ru", ["k2.a", "r2.a", "k.t6.r9.c4", "e1.a", "k0"]]
    assert page.evaluate(HOLDING, asked) == ["r2", "r2", "r2", None, None]
