"""Every setting of the service: values only, read from QA_* variables, unknown names refused."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from qa_service.errors import SettingInvalid

PREFIX = "QA_"
ORIGIN = r"https?://[^/\s,*]+"
PORT = r"(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])"
NAMES = r"[^\s,*/:]+"
ADDRESSES = r"[0-9A-Fa-f.:/]+"


def _list_of(item: str) -> str:
    """The pattern of a list whose items are separated by commas, or of nothing."""
    return rf"^({item}(, *{item})*)?$"


class Settings(BaseSettings):
    """Type, default, unit and meaning of each setting, side by side."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    corpus: Path = Field(Path("corpus"), description="Folder that holds the documents.")
    index: Path = Field(Path("index"), description="Folder that `qa-service build` writes snapshots to.")
    cache: Path = Field(
        Path("~/.cache/qa-service"), description="Folder for the model converted on first use."
    )
    data: Path = Field(Path("data"), description="Folder that keeps what people make, such as issue sheets.")
    model: str = Field(
        "bundled",
        min_length=1,
        description="Embedding model: `bundled`, a sentence-transformers folder, or a hub name.",
    )
    reranker: str = Field(
        "", description="Any sentence-transformers CrossEncoder (hub name or folder); empty: none."
    )
    threads: int = Field(2, ge=1, le=64, description="Threads that encode and search, in cores.")
    address: str = Field(
        "",
        pattern=r"^(https?://[^\s/?#]+(/[^\s?#]*[^\s?#/])?)?$",
        description="Where readers reach the service, such as https://reports.example.kz; permanent "
        "addresses begin with it. Empty: with the address that a request was sent to, if there is one.",
    )
    max_body: int = Field(65_536, ge=1_024, description="Largest request body that is read, in bytes.")
    reply_words: int = Field(
        10_700, ge=1, description="Words that the written replies to a list of issues may have together."
    )
    reload_seconds: float = Field(
        2.0, gt=0, description="How often a running server looks for a new snapshot, in seconds."
    )
    keys: Literal["auto", "required", "off"] = Field(
        "auto", description="Whether a request needs an API key."
    )
    rate: str = Field(
        "auto",
        pattern=r"^(auto|\d{1,9})$",
        description="Requests that one client may send in a minute; 0: as many as it likes.",
    )
    hosts: str = Field(
        "", pattern=_list_of(NAMES), description="Names by which the service may be asked, with commas."
    )
    proxies: str = Field(
        "", pattern=_list_of(ADDRESSES), description="Proxies whose X-Forwarded-For counts, with commas."
    )
    cors_origins: str = Field(
        "", pattern=_list_of(ORIGIN), description="Sites whose pages may ask, with commas."
    )
    public_places: bool = Field(True, description="Whether /p/{id} is shown without a key.")
    body_seconds: float = Field(
        20.0, gt=0, description="How long a request's body may take to begin to flow."
    )
    work_seconds: float = Field(120.0, gt=0, description="How long a reply may take to begin, in seconds.")
    log: Literal["auto", "text", "json"] = Field("auto", description="Form of the lines of the log.")
    llm_url: str = Field(
        "",
        pattern=rf"^(https?://([\w.-]+|\[[\da-fA-F:.]+\])(:{PORT})?(/[^\s?#@]*)?)?$",
        description="OpenAI-compatible server whose model writes answers; empty: answers are quoted.",
    )
    llm_model: str = Field("", description="Name of the model at `llm_url` that writes.")
    llm_key: SecretStr = Field(SecretStr(""), description="Key for `llm_url`.")
    llm_seconds: float = Field(30.0, gt=0, description="How long one answer may be written, in seconds.")
    llm_threads: int = Field(4, ge=1, le=64, description="Answers that are written at a time.")
    log_questions: bool = Field(False, description="Whether the log holds what is asked.")
    telegram_token: SecretStr = Field(
        SecretStr(""), description="What BotFather gave for the bot of `qa-service telegram`; a secret."
    )
    telegram_url: str = Field(
        "https://api.telegram.org",
        pattern=r"^https?://[^\s/?#]+$",
        description="Where the Bot API is reached.",
    )


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process.

    Raises SettingInvalid for a QA_* variable that is not a setting and for a value that cannot be used.
    """
    variables = os.environ if environment is None else environment
    values = {name: value for name, value in variables.items() if name.startswith(PREFIX)}
    for name, value in values.items():
        if name.removeprefix(PREFIX).lower() not in Settings.model_fields:
            raise SettingInvalid(name=name, value=value, reason="there is no such setting")
    settings = _checked({name.removeprefix(PREFIX).lower(): value for name, value in values.items()})
    if settings.llm_url and not settings.llm_model.strip():
        raise SettingInvalid(name="QA_LLM_MODEL", value="", reason="QA_LLM_URL needs the name of a model")
    return settings


def listed(value: str) -> tuple[str, ...]:
    """The items of a setting that is a list.

    >>> listed("qa.example.kz, qa.local")
    ('qa.example.kz', 'qa.local')
    """
    return tuple(item.strip() for item in value.split(",") if item.strip())


def as_variables(settings: Settings) -> dict[str, str]:
    """The environment variables that give these settings, but no secrets, to another process."""
    return {PREFIX + name.upper(): str(value) for name, value in settings if not isinstance(value, SecretStr)}


def _checked(values: dict[str, str]) -> Settings:
    try:
        return Settings.model_validate(values)
    except ValidationError as invalid:
        first = invalid.errors()[0]
        name = str(first["loc"][0])
        raise SettingInvalid(
            name=PREFIX + name.upper(), value=first["input"], reason=first["msg"]
        ) from invalid
