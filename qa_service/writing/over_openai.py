"""A model behind a server, where a setting names one.

It imports when it is called: the `openai` package takes half a second, and without that setting nothing
needs it. Its adapter is named here as text, so that no import of this house reaches it by itself.
"""

from importlib import import_module

from qa_service.writing.protocol import Model


def load_model(url: str, name: str, key: str, seconds: float) -> Model | None:
    """The model of this name on a server, which is not asked yet; none for an empty address."""
    if not url:
        return None
    model: Model = import_module("qa_service.writing.model").Model(url, name, key, seconds)
    return model
