from qa_service.citing.acts import Act
from qa_service.citing.clusters import same_acts
from qa_service.citing.dates import Date
from qa_service.citing.mentions import Mention
from tests.citing.texts import passage

DAY = Date(2019, 12, 27)


def clusters(*acts: Act) -> list[tuple[Act, int]]:
    read = [(passage("x", line), Mention(act, (0, 1))) for line, act in enumerate(acts, start=1)]
    return [(cluster.act, len(cluster.places)) for cluster in same_acts(read)]


def test_a_number_without_its_series_is_the_same_act_on_the_same_day() -> None:
    found = clusters(Act("law", "292", "vi"), Act("law", "292", None, DAY))
    assert found == [(Act("law", "292", "vi", DAY), 2)]


def test_a_date_alone_is_the_one_act_of_its_kind_and_day() -> None:
    assert clusters(Act("law", None, None, DAY), Act("law", "292", "vi", DAY)) == [
        (Act("law", "292", "vi", DAY), 2)
    ]


def test_a_date_alone_is_none_of_two_acts_of_that_day() -> None:
    found = clusters(Act("law", "1", None, DAY), Act("law", "2", None, DAY), Act("law", None, None, DAY))
    assert [count for _, count in found] == [1, 1, 1]


def test_the_same_number_of_another_kind_series_or_day_is_another_act() -> None:
    acts = (
        Act("order", "169", None, DAY),
        Act("order", "169", None, Date(2015, 12, 31)),
        Act("law", "169", "vi", DAY),
        Act("law", "169", "v", DAY),
    )
    assert [count for _, count in clusters(*acts)] == [1, 1, 1, 1]


def test_a_month_fits_the_day_in_it() -> None:
    assert clusters(Act("law", "292", "vi", Date(2019, 12)), Act("law", "292", "vi", DAY)) == [
        (Act("law", "292", "vi", DAY), 2)
    ]
