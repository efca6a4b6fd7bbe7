"""What the finder's outcomes say to a person: the words of an answer, and the warnings beside it."""

from collections.abc import Sequence

from qa_service.answering.figures.outcome import (
    Calculated,
    Facet,
    FigureOutcome,
    Found,
    Missing,
    NoFigure,
    Operation,
    Ranking,
    Series,
    Spot,
)
from qa_service.answering.records import Doubt, Figure, Wording
from qa_service.language.phrases import phrase

LIKELY = 0.75
"""The certainty from which a cell is given without a warning (docs/refusal.md)."""
NAMED = 20
"""How many rows of a table are named at most."""
JOINT = " / "
FOLLOWING = 4
"""How many of a ranking are named after the first."""

_UNITS = {Operation.GROWTH: "%", Operation.RATIO: None}


def wording(outcome: FigureOutcome, language: str) -> Wording | None:
    """The words of an answer, or of a refusal for a `Missing`; None where there is nothing to say."""
    if isinstance(outcome, NoFigure):
        return None
    told = _missing(outcome, language) if isinstance(outcome, Missing) else _told(outcome, language)
    return Wording(text=told, language=language, quote=False)


def notices(outcome: FigureOutcome, language: str) -> tuple[str, ...]:
    """The warnings that belong to an outcome, each once."""
    if isinstance(outcome, Missing | NoFigure):
        return ()
    spots = spots_of(outcome)
    told = [_notice(Doubt.OTHER_CELL, language)] if outcome.certainty < LIKELY else []
    told += [_notice("worked-out", language)] if isinstance(outcome, Calculated) else []
    if isinstance(outcome, Found) and outcome.latest:
        told.append(_notice("latest", language, place=_place(outcome.spot.figure)))
    if isinstance(outcome, Found) and outcome.undated:
        told.append(_notice("undated", language, table=outcome.spot.figure.table))
    told += [_notice(Doubt.UNSETTLED, language) for spot in spots if Doubt.UNSETTLED in spot.figure.doubts]
    told += [
        _notice("note", language, table=spot.figure.table, note=note) for spot in spots for note in spot.notes
    ]
    return tuple(dict.fromkeys(told))


def spots_of(outcome: FigureOutcome) -> tuple[Spot, ...]:
    """The cells that an outcome rests on."""
    if isinstance(outcome, Found):
        return (outcome.spot,)
    return () if isinstance(outcome, Missing | NoFigure) else outcome.spots


def _notice(name: str, language: str, **values: object) -> str:
    return phrase(f"figure-notice.{name}", language, **values).replace("..", ".")


def _told(outcome: Found | Series | Ranking | Calculated, language: str) -> str:
    if isinstance(outcome, Found):
        return _found(outcome.spot, language)
    figures = [spot.figure for spot in outcome.spots]
    common, names = _shared(figures)
    items = [f"{name} – {figure.value}" for name, figure in zip(names, figures, strict=True)]
    values = {"table": figures[0].table, "title": outcome.spots[0].title, "common": common}
    if isinstance(outcome, Ranking):
        rest = "; ".join(items[1 : FOLLOWING + 1])
        key = "most" if outcome.most else "least"
        return _phrase(key, language, first=items[0], rest=rest, **values)
    if isinstance(outcome, Calculated):
        figure = _with_unit(printed(outcome.number), _UNITS.get(outcome.operation, outcome.unit))
        return _phrase(outcome.operation, language, figure=figure, items="; ".join(items), **values)
    return _phrase("series", language, items="; ".join(items), **values)


def _phrase(name: str, language: str, **values: object) -> str:
    """The phrase; its last value may end in a full stop of its own."""
    return phrase(f"answer-figure.{name}", language, **values).replace("..", ".")


def _found(spot: Spot, language: str) -> str:
    figure = spot.figure
    key = "found" if any(sign.isdigit() for sign in figure.value) else "dash"
    return _phrase(
        key,
        language,
        figure=amount(figure),
        table=figure.table,
        title=spot.title,
        row=figure.row,
        column=figure.column,
    )


def amount(figure: Figure) -> str:
    """The value with its unit; of two printed figures the one asked for, and both."""
    told = _with_unit(figure.value, figure.unit)
    return f"{told} ({figure.pair})" if figure.pair else told


def _with_unit(value: str, unit: str | None) -> str:
    if not unit or value.endswith(unit):
        return value
    return f"{value} ({unit})" if unit[0].isdigit() else f"{value} {unit}"


def printed(number: float) -> str:
    """A number as the report prints them: groups of three, a decimal comma."""
    whole = f"{number:,.2f}".rstrip("0").rstrip(".")
    return whole.replace(",", " ").replace(".", ",")


def _shared(figures: Sequence[Figure]) -> tuple[str, list[str]]:
    """What the cells have in common, with their unit, and what each is called beside that."""
    paths = [(*figure.row.split(JOINT), *figure.column.split(JOINT)) for figure in figures]
    shared = [part for part in dict.fromkeys(paths[0]) if all(part in path for path in paths)]
    own = [JOINT.join(part for part in path if part not in shared) for path in paths]
    units = {figure.unit for figure in figures}
    unit = units.pop() if len(units) == 1 else None
    return ", ".join([*shared, *([unit] if unit and unit not in shared else [])]), own


def _place(figure: Figure) -> str:
    return f"{figure.row}, {figure.column}"


def _missing(outcome: Missing, language: str) -> str:
    key = _missed(outcome) if outcome.has else "nothing"
    has = "; ".join(outcome.has[:NAMED])
    return _phrase(f"missing-{key}", language, table=outcome.table, title=outcome.title, has=has)


def _missed(outcome: Missing) -> str:
    if not outcome.facets:
        return "value"
    if set(outcome.facets) == {Facet.PERIOD}:
        return "period"
    return "place" if Facet.PLACE in outcome.facets else "part"
