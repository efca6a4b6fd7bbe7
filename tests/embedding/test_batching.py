from hypothesis import given
from hypothesis import strategies as st

from qa_service.embedding.batching import batches


@given(st.lists(st.integers(0, 50)), st.integers(1, 120))
def test_every_text_is_in_one_batch_and_padding_stays_in_the_budget(lengths: list[int], budget: int) -> None:
    made = list(batches(lengths, budget))
    assert sorted(index for batch in made for index in batch) == list(range(len(lengths)))
    for batch in made:
        assert len(batch) == 1 or len(batch) * max(lengths[index] for index in batch) <= budget


def test_texts_of_like_length_are_together_longest_first() -> None:
    assert list(batches([3, 90, 4, 80], 180)) == [[1, 3], [2, 0]]
