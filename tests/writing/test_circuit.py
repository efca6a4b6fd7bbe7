from qa_service.writing.circuit import Circuit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_server_rests_after_failures_in_a_row_and_is_tried_by_one_call_then() -> None:
    clock = Clock()
    circuit = Circuit(failures=2, rest_seconds=10, clock=clock)
    circuit.failed()
    assert circuit.admits()
    circuit.failed()
    assert not circuit.admits()
    clock.now = 10.5
    assert [circuit.admits(), circuit.admits()] == [True, False]


def test_a_trial_that_works_ends_the_rest_and_one_that_fails_prolongs_it() -> None:
    clock = Clock()
    circuit = Circuit(failures=1, rest_seconds=10, clock=clock)
    circuit.failed()
    clock.now = 11
    assert circuit.admits()
    circuit.failed()
    clock.now = 20
    assert not circuit.admits()
    clock.now = 22
    assert circuit.admits()
    circuit.worked()
    assert [circuit.admits(), circuit.admits()] == [True, True]


def test_success_between_failures_keeps_a_server_in_use() -> None:
    circuit = Circuit(failures=2, rest_seconds=10, clock=Clock())
    for _ in range(5):
        circuit.failed()
        circuit.worked()
    assert circuit.admits()
