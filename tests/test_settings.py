from pathlib import Path

import pytest

from qa_service.errors import SettingInvalid
from qa_service.settings import listed, read_settings


def test_defaults_need_no_environment() -> None:
    settings = read_settings({})
    assert settings.model == "bundled"
    assert settings.corpus == Path("corpus")


def test_a_variable_overrides_its_default() -> None:
    assert read_settings({"QA_THREADS": "4", "HOME": "/root"}).threads == 4


def test_an_unknown_setting_is_refused_by_name() -> None:
    with pytest.raises(SettingInvalid) as refused:
        read_settings({"QA_MODLE": "bundled"})
    assert refused.value.values["name"] == "QA_MODLE"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QA_THREADS", "many"),
        ("QA_THREADS", "0"),
        ("QA_MAX_BODY", "1"),
        ("QA_MODEL", ""),
        ("QA_KEYS", "no"),
        ("QA_RATE", "-1"),
        ("QA_RATE", "many"),
        ("QA_HOSTS", "https://qa.kz"),
        ("QA_HOSTS", "*"),
        ("QA_PROXIES", "proxy.kz"),
        ("QA_CORS_ORIGINS", "*"),
        ("QA_CORS_ORIGINS", "news.kz"),
        ("QA_CORS_ORIGINS", "https://news.kz/page"),
        ("QA_BODY_SECONDS", "0"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_with_its_name(name: str, value: str) -> None:
    with pytest.raises(SettingInvalid) as refused:
        read_settings({name: value})
    assert refused.value.values["name"] == name
    assert refused.value.values["value"] == value


def test_a_list_is_parted_by_commas() -> None:
    settings = read_settings({"QA_CORS_ORIGINS": "https://news.kz, http://localhost:3000"})
    assert listed(settings.cors_origins) == ("https://news.kz", "http://localhost:3000")
    assert listed(settings.hosts) == ()


@pytest.mark.parametrize(
    "address",
    [
        "ollama:11434",
        "ftp://a/v1",
        "http://user:secret@a/v1",
        "http://a:65536/v1",
        "http://a:b/v1",
        "http://a/v1?x",
    ],
)
def test_an_address_of_a_model_that_cannot_be_used_is_refused(address: str) -> None:
    with pytest.raises(SettingInvalid) as refused:
        read_settings({"QA_LLM_URL": address, "QA_LLM_MODEL": "m"})
    assert refused.value.values["name"] == "QA_LLM_URL"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:11434/v1", "http://[::1]:65535/v1", "https://llm.gov.kz"]
)
def test_a_model_is_named_beside_its_address(address: str) -> None:
    assert read_settings({"QA_LLM_URL": address, "QA_LLM_MODEL": "m"}).llm_url == address
    with pytest.raises(SettingInvalid) as refused:
        read_settings({"QA_LLM_URL": address})
    assert refused.value.values["name"] == "QA_LLM_MODEL"


def test_the_key_of_a_model_is_not_shown() -> None:
    settings = read_settings({"QA_LLM_KEY": "sk-secret"})
    assert "sk-secret" not in repr(settings)
    assert settings.llm_key.get_secret_value() == "sk-secret"
