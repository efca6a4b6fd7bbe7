"""What entries of the reference index are called."""

from qa_service.citing.acts import Act
from qa_service.citing.dates import Date
from qa_service.citing.grammar import printed_grammar
from qa_service.citing.index import Entry
from qa_service.citing.references import Target
from qa_service.citing.wording import Wording, wording_of


def label(entry: Entry, language: str) -> str:
    """What people call an entry in kk, ru or en (English for any other language)."""
    wording = wording_of(language)
    if entry.act:
        return _act(entry.act, number_of(entry), wording)
    if entry.target in (Target.SECTION, Target.LAW):
        place = entry.places[0]
        return place.passage.text[slice(*place.highlights[0])]
    name = "code" if entry.target is Target.CODE and not entry.number else entry.target.value
    return wording.labels[name].format(number=entry.number, code=_code(entry.code, language))


def number_of(entry: Entry) -> str:
    """The number as it is printed, that of an act with its series ("501-V"); blank for none."""
    if entry.act is None:
        return entry.number
    return "-".join(filter(None, (entry.act.number, (entry.act.series or "").upper())))


def _code(key: str | None, language: str) -> str:
    names = next((code.names for code in printed_grammar().codes if code.key == key), {})
    return names.get(language) or names.get("en", "")


def _act(act: Act, number: str, wording: Wording) -> str:
    date = _date(act.date, wording)
    name = "act" if not date else "act-full" if number else "act-dated"
    kind = wording.labels[act.kind] if act.kind else ""
    return wording.labels[name].format(kind=kind, date=date, number=number).strip()


def _date(date: Date, wording: Wording) -> str:
    """The date in words where it is known to the day."""
    if date.year is None or date.month is None or date.day is None:
        return ""
    return wording.day(f"{date.year:04}-{date.month:02}-{date.day:02}")
