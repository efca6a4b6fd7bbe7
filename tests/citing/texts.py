"""Passages and editions made for a test."""

from qa_service.document.records import Edition, Kind, Passage, Status


def passage(text: str, line: int = 1, **more: object) -> Passage:
    fields: dict[str, object] = {
        "id": f"D.kk.{line}",
        "document": "D",
        "language": "kk",
        "status": Status.OFFICIAL,
        "kind": Kind.PARAGRAPH,
        "text": text,
        "lines": (line, line),
    }
    return Passage(**fields | more)  # type: ignore[arg-type]


def heading(text: str, line: int, *path: str, articles: tuple[str, ...] = ()) -> Passage:
    return passage(text, line, kind=Kind.HEADING, path=path, articles=articles)


def edition(*passages: Passage) -> Edition:
    return Edition("kk", Status.OFFICIAL, "kk.txt", passages, ())
