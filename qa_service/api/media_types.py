"""The media types that go in and out."""

JSON = "application/json"
TEXT = "text/plain"
CSV = "text/csv"
MARKDOWN = "text/markdown"
PNG = "image/png"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def in_utf8(media_type: str) -> str:
    """The media type of a text in UTF-8."""
    return f"{media_type}; charset=utf-8"
