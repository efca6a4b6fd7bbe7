"""Kills a task by SIGKILL at each of its steps on the file system, one process a step."""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count

_STEPS = (
    "open",
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.chmod",
    "fcntl.flock",
    "shutil.rmtree",
)


def kill_at_every_step(task: Callable[[], object], check: Callable[[], None]) -> int:
    """Runs `task` in processes that die at step 1, 2, 3 ... until one ends by itself.

    `check` runs after each. Returns how many were killed. `task` must use no threads of native
    libraries that were started before: a forked process has none of them.
    """
    for step in count(1):
        killed = _run_and_die(task, step)
        check()
        if not killed:
            return step - 1
    raise AssertionError("a count has no end")


def _run_and_die(task: Callable[[], object], step: int) -> bool:
    child = os.fork()
    if child == 0:
        _child(task, step)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.waitstatus_to_exitcode(status) == 0, "the task failed by itself"
    return False


def _child(task: Callable[[], object], step: int) -> None:
    seen = count(1)

    def die_at_the_step(event: str, told: tuple[object, ...]) -> None:
        if _changes_a_file(event, told) and next(seen) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    status = 1
    try:
        sys.addaudithook(die_at_the_step)
        task()
        status = 0
    finally:
        os._exit(status)


def _changes_a_file(event: str, told: tuple[object, ...]) -> bool:
    if event == "open":
        return isinstance(told[2], int) and bool(told[2] & (os.O_WRONLY | os.O_RDWR))
    return event in _STEPS
