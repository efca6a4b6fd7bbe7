"""What a reply says where the question names a place by its number: "art. 12", "§ 36", "Law No. 501-V"."""

from dataclasses import replace

from qa_service.answering.records import NoAnswer, Reply, Wording
from qa_service.citing.lookup import Lookup
from qa_service.citing.references import read_reference
from qa_service.language.phrases import phrase


def names_a_number(text: str) -> bool:
    """Whether a text names an article, a paragraph, a table or an act by its number, not by its subject."""
    reference = read_reference(text)
    if reference is None:
        return False
    return bool(reference.articles or reference.numbers or (reference.act and reference.act.number))


def pointed(reply: Reply, found: Lookup) -> Reply:
    """The reply that knows of the place in the question: a warning where the documents do not name it,
    and its passages where there is no better answer."""
    if found.message:
        return replace(reply, notices=(*reply.notices, found.message))
    if not isinstance(reply, NoAnswer):
        return reply
    text = phrase("refusal.named", found.language, count=len(found.hits))
    wording = Wording(text, reply.wording.language, quote=False)
    return replace(reply, wording=wording, nearest=found.hits)
