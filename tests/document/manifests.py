"""Manifests of small documents whose official text is Kazakh."""

WORKING_TRANSLATION = """[[editions]]
language = "ru"
status = "working-translation"
file = "ru"
"""


def manifest(identifier: str, *below: str) -> str:
    """A manifest; what stands `below` goes on from the entry of the Kazakh text."""
    return f"""id = "{identifier}"
[titles]
kk = "Баяндама"
[short_titles]
kk = "Баяндама"
[[editions]]
language = "kk"
status = "official"
file = "kk.txt"
{"".join(below)}"""
