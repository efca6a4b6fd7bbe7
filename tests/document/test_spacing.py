import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.document.spacing import join


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["қатысты ", "шаралар"], "қатысты шаралар", id="one space between words"),
        pytest.param(
            ["ҚР ӘРПК 27-", "бабына сәйкес"], "ҚР ӘРПК 27-бабына сәйкес", id="number and its ending"
        ),
        pytest.param(["ата-", "анасы"], "ата-анасы", id="compound"),
        pytest.param(["толмағандар ЛА-", "155/6 мекемесінде"], "толмағандар ЛА-155/6 мекемесінде", id="code"),
        pytest.param(["(26-", "бап және 18-баптың"], "(26-бап және 18-баптың", id="reference"),
        pytest.param(["194-", "216-тармақтарында"], "194-216-тармақтарында", id="range of numbers"),
        pytest.param(["2016 –", "2020"], "2016 – 2020", id="dash between years keeps its spaces"),
        pytest.param(
            ['жақсарту" - ', "сомасы"], 'жақсарту" - сомасы', id="hyphen as a dash keeps its spaces"
        ),
        pytest.param(
            ["(бұдан әрі ", "- Электрондық база)"], "(бұдан әрі - Электрондық база)", id="dash at a start"
        ),
        pytest.param(["7236", "-дан 2020"], "7236-дан 2020", id="ending with its hyphen"),
        pytest.param(["34,1 %", "-ын құрайды"], "34,1 %-ын құрайды", id="ending of a per cent"),
        pytest.param(["80 %-дан 94", "%-ға дейін"], "80 %-дан 94 %-ға дейін", id="per cent keeps its space"),
        pytest.param(["11715", "/17163-тен"], "11715/17163-тен", id="slash at a start"),
        pytest.param(["(www/", "bala.stat.gov.kz)"], "(www/bala.stat.gov.kz)", id="slash at an end"),
        pytest.param(["(№", "449-V ҚРЗ)"], "(№ 449-V ҚРЗ)", id="number sign"),
        pytest.param(["толықтырылды", "."], "толықтырылды.", id="full stop alone"),
        pytest.param(
            ["тұжырымдамасында", ", Қазақстан"], "тұжырымдамасында, Қазақстан", id="comma at a start"
        ),
        pytest.param(["хаттаманың (", "бұдан әрі"], "хаттаманың (бұдан әрі", id="bracket at an end"),
        pytest.param(['ҚАК), "', "Әкімшілік"], 'ҚАК), "Әкімшілік', id="opening quote at an end"),
        pytest.param(
            ["енгізу туралы", '" Қазақстан'], 'енгізу туралы" Қазақстан', id="closing quote at a start"
        ),
        pytest.param(
            ["құқықтары туралы", '", "Білім'], 'құқықтары туралы", "Білім', id="closing quote and comma"
        ),
        pytest.param(['Заңында "Бала"', "ұғымы"], 'Заңында "Бала" ұғымы', id="closed quote before a word"),
        pytest.param(["деген", '"Бала" ұғымы'], 'деген "Бала" ұғымы', id="opening quote before a word"),
        pytest.param(["Заңның  43-бабы"], "Заңның 43-бабы", id="doubled space"),
        pytest.param(["М Д Б Б Ұ  ", "барлығы"], "МДББҰ барлығы", id="stretched word"),
        pytest.param(["ерлер 0 1 3 3 4"], "ерлер 0 1 3 3 4", id="row of single figures is not stretched"),
    ],
)
def test_broken_lines_read_like_print(lines: list[str], text: str) -> None:
    assert join(lines).text == text


def test_every_line_can_be_found_again_in_the_text() -> None:
    joined = join(["ҚР ӘРПК 27-", "бабына ", "сәйкес"])
    assert [joined.text[start : start + 3] for start in joined.starts] == ["ҚР ", "баб", "сәй"]


@given(st.lists(st.text(alphabet='аб1 -,.()"%/«»–', min_size=1), max_size=8))
def test_joining_changes_nothing_but_white_space(lines: list[str]) -> None:
    assert "".join(join(lines).text.split()) == "".join("".join(lines).split())
