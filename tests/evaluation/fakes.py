"""A small service that knows one fact, one table and one reference."""

from collections.abc import Mapping, Sequence
from typing import Any

from qa_service.errors import TableUnknown

FACT = "2020 жылы балалар арасында 144 факт тіркелді"


class SmallService:
    """Finds its one passage for any query, answers what speaks of the fact or of Атырау."""

    def search(self, query: str, limit: int) -> Mapping[str, Any]:
        hits = [{"rank": 1, "passage": _passage("Кіріспе")}, {"rank": 2, "passage": _passage(FACT)}]
        language = "ru" if "факт" in query else "kk" if "ә" in query else "uz"
        return {"language": language, "hits": hits[:limit]}

    def ask(self, question: str, limit: int, history: Sequence[str] = ()) -> Mapping[str, Any]:
        if history:
            return {**self.ask(history[-1], limit), "understood": question.replace("факт", "")}
        if "Атырау" in question:
            figure = {"value": "10,69", "table": 6, "uncertain": False}
            return _reply(0.95, figure=figure)
        if "факт" in question:
            cited = {"passage": _passage(FACT), "highlights": [[27, 30]]}
            return _reply(0.65, citations=[cited])
        return _reply(0.1) | {"answered": False}

    def cite(self, reference: str) -> Mapping[str, Any]:
        return {"hits": [{"passage": _passage("№ 156 жол картасы"), "highlights": []}]}

    def table(self, number: int) -> Mapping[str, Any]:
        if number != 6:
            raise TableUnknown(number=number, known="6")
        return {"rows": [{"label": "Атырау", "values": ["10,69", ""]}]}


def _passage(text: str) -> Mapping[str, Any]:
    return {"text": text, "path": [], "lines": [9, 9], "counterpart": None}


def _reply(confidence: float, **more: Any) -> dict[str, Any]:
    answer = {"text": "", "original": None}
    base = {"answered": True, "confidence": confidence, "answer": answer, "figure": None, "citations": []}
    return base | more
