from dataclasses import replace

import numpy as np

from qa_service.document.records import Kind
from qa_service.index.embedded import Parts, embed, parts_of, sentence_vectors
from tests.index.samples import WordEncoder, make_passage


def test_a_passage_is_embedded_with_its_context_and_nearest_title() -> None:
    passage = replace(make_passage(1, "Бірінші сөйлем. Екінші сөйлем."), context="Мыналар көзделген:")
    parts = parts_of(passage)
    assert parts.sentences == ("Бірінші сөйлем.", "Екінші сөйлем.")
    assert parts.text == "Бірінші сөйлем. Екінші сөйлем. (Мыналар көзделген:; Жалпы шаралар)"


def test_a_table_is_one_piece_however_many_full_stops_it_has() -> None:
    table = make_passage(1, "1-кесте. Балалар саны. Адам. Барлығы 17.", Kind.TABLE)
    assert parts_of(table).sentences == ("1-кесте. Балалар саны. Адам. Барлығы 17.",)


def test_keys_differ_where_vectors_would() -> None:
    parts = Parts(("Бір.", "Екі."), "(үш)")
    others = [Parts(("Бір. Екі.",), "(үш)"), Parts(("Бір.", "Екі."), "(төрт)")]
    keys = {parts.key("model"), parts.key("another model"), *(other.key("model") for other in others)}
    assert len(keys) == 4
    assert parts.key("model") == Parts(("Бір.", "Екі."), "(үш)").key("model")


def test_vectors_come_in_the_order_asked_for_whatever_the_batches() -> None:
    encoder = WordEncoder()
    parts = [parts_of(make_passage(number, "сөз " * (number % 7 + 1))) for number in range(600)]
    told: list[int] = []
    made = embed(parts, encoder, told.append)
    assert sum(told) == 600
    expected = encoder.encode_queries([each.text for each in parts]).vectors
    np.testing.assert_allclose(np.stack([each.whole for each in made]), expected, atol=1e-6)


def test_a_sentence_is_the_mean_of_its_tokens() -> None:
    whole, tokens = np.ones(2, np.float32), np.array([[1, 0], [0, 1], [1, 0]], np.float32)
    found = sentence_vectors(whole, tokens, [2, 1])
    np.testing.assert_allclose(found, [[0.5**0.5, 0.5**0.5], [1, 0]], atol=1e-6)


def test_sentences_beyond_the_models_limit_are_left_out() -> None:
    tokens = np.array([[1, 0], [0, 1]], np.float32)
    assert len(sentence_vectors(np.ones(2, np.float32), tokens, [1, 3, 4])) == 2


def test_without_tokens_the_passage_stands_for_its_sentence() -> None:
    whole = np.array([0.6, 0.8], np.float32)
    assert sentence_vectors(whole, np.empty((0, 2), np.float32), [3]).tolist() == [whole.tolist()]
    assert sentence_vectors(whole, np.ones((3, 5), np.float32), [3]).tolist() == [whole.tolist()]
