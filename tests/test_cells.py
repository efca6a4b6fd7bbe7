"""Tables, rows and cells have ids that can be looked up and cited."""

import pytest

from qa_service.document.records import Corpus
from qa_service.errors import PassageUnknown
from qa_service.library import Library
from qa_service.tables.passages import cell_id, with_rows
from tests.api.fakes import CHECKED

ROW = "D1.kk.t6.r1"


@pytest.fixture
def library() -> Library:
    return Library(Corpus((with_rows(CHECKED),)))


def test_a_cell_is_looked_up_as_its_row_and_cited_by_its_column(library: Library) -> None:
    view = library.passage(cell_id("D1", "kk", 6, 1, 2))
    assert (view.passage.id, view.column) == (ROW, 2)
    cited = library.citation(view.passage, column=view.column)["ru"]
    assert "«2019»" in cited
    assert f"[{ROW}.c2@" in cited


@pytest.mark.parametrize("name", [f"{ROW}.c3", f"{ROW}.c0", "D1.kk.10.c1", "D1.kk.t6.c1", "D1.kk.t6.r9.c1"])
def test_a_cell_that_there_is_not_is_unknown(library: Library, name: str) -> None:
    with pytest.raises(PassageUnknown) as unknown:
        library.passage(name)
    assert unknown.value.values == {"id": name}


def test_a_table_is_cited_by_its_passage(library: Library) -> None:
    passage = library.table_passage(6)
    assert passage
    assert passage.id == "D1.kk.t6"
    assert library.citation(passage, "link")["en"] == "/p/D1.kk.t6"
