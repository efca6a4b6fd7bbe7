"""A secret cannot be guessed and is not kept; a key ends when it says."""

from datetime import UTC, datetime, timedelta

import pytest

from qa_service.access.keys import LONGEST, Key, Scope, digest_of, id_in, new_secret, scopes_of, text_of

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_secret_holds_256_bits_of_chance_and_names_its_id() -> None:
    made = [new_secret() for _ in range(200)]
    assert len({secret for _, secret in made}) == 200
    for identifier, secret in made:
        assert id_in(secret) == identifier
        chance = secret.removeprefix(f"qa_{identifier}_")
        assert len(chance) == 43  # 32 bytes in base 64
        assert len(secret) <= LONGEST


@pytest.mark.parametrize(
    "text", ["", "qa", "qa_", "qa_0123", "sk-0123", "QA_0123_x", "_0123_x", "qa_0_" + "x" * LONGEST]
)
def test_what_is_no_secret_names_no_id(text: str) -> None:
    assert id_in(text) is None


def test_a_digest_takes_any_text_and_differs_with_every_character() -> None:
    texts = ["", "a", "A", "ә", "\x00", "\udcff", "a" * 10_000]
    assert len({digest_of(text) for text in texts}) == len(texts)


@pytest.mark.parametrize(
    ("expires", "withdrawn", "expected"),
    [
        pytest.param(None, None, True, id="for ever"),
        pytest.param(NOW + timedelta(seconds=1), None, True, id="still a second"),
        pytest.param(NOW, None, False, id="at its end"),
        pytest.param(NOW - timedelta(days=1), None, False, id="expired"),
        pytest.param(NOW + timedelta(days=1), NOW, False, id="withdrawn"),
    ],
)
def test_a_key_is_in_force_until_it_expires_or_is_withdrawn(
    expires: datetime | None, withdrawn: datetime | None, expected: bool
) -> None:
    key = Key("1", "bot", frozenset({Scope.READ}), None, NOW, expires, withdrawn)
    assert key.is_in_force(NOW) is expected


def test_scopes_are_kept_as_text_in_one_order() -> None:
    assert text_of([Scope.ADMIN, Scope.READ]) == "read admin"
    assert scopes_of("read admin") == {Scope.READ, Scope.ADMIN}
