import numpy as np
import pytest

from qa_service.document.monotone import Bead, Scores, best_beads


def gains(one_to_one: list[list[float]], joined: dict[tuple[str, int, int], float]) -> tuple[Scores, ...]:
    """Matrices of the three shapes; in those of three elements only what `joined` names gains anything."""
    matrix = np.array(one_to_one, np.float32)
    rows, columns = matrix.shape
    wide, tall = np.full((rows, columns - 1), -1, np.float32), np.full((rows - 1, columns), -1, np.float32)
    for (shape, row, column), gain in joined.items():
        {"1:2": wide, "2:1": tall}[shape][row, column] = gain
    return matrix, wide, tall


def spans(beads: tuple[Bead, ...]) -> list[tuple[list[int], list[int]]]:
    return [(list(bead.left), list(bead.right)) for bead in beads]


@pytest.mark.parametrize(
    ("one_to_one", "joined", "beads"),
    [
        pytest.param([[1, 0], [0, 1]], {}, [([0], [0]), ([1], [1])], id="one to one"),
        pytest.param([[0.5, 0.4]], {("1:2", 0, 0): 0.6}, [([0], [0, 1])], id="one to two"),
        pytest.param([[0.5], [0.4]], {("2:1", 0, 0): 0.6}, [([0, 1], [0])], id="two to one"),
        pytest.param([[0.5, 0.4]], {("1:2", 0, 0): 0.45}, [([0], [0])], id="two only where they gain more"),
        pytest.param([[1], [-1], [-1]], {}, [([0], [0])], id="gap at the end"),
        pytest.param([[-1, 1], [-1, -1]], {}, [([0], [1])], id="gaps on both sides"),
        pytest.param([[-1, -1], [-1, -1]], {}, [], id="nothing in common"),
        pytest.param([[0, 2], [3, 0]], {}, [([1], [0])], id="never crosswise"),
    ],
)
def test_the_beads_gain_most(
    one_to_one: list[list[float]],
    joined: dict[tuple[str, int, int], float],
    beads: list[tuple[list[int], list[int]]],
) -> None:
    assert spans(best_beads(gains(one_to_one, joined))) == beads


def test_every_element_is_in_one_bead_at_most() -> None:
    random = np.random.default_rng(1)
    sizes = ((30, 20), (30, 19), (29, 20))
    found = best_beads([random.normal(size=size).astype(np.float32) for size in sizes])
    left = [position for bead in found for position in bead.left]
    right = [position for bead in found for position in bead.right]
    assert left == sorted(set(left))
    assert right == sorted(set(right))


def test_a_bead_keeps_its_shape_when_it_is_counted_from_elsewhere() -> None:
    assert Bead(range(0, 2), range(1, 2)).moved(10, 20) == Bead(range(10, 12), range(21, 22))
