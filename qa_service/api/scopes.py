"""What a request needs, by method and path: the one table that says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.access.keys import Scope

ANY = frozenset({"*"})
READING = frozenset({"GET", "HEAD"})
WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True, slots=True)
class Rule:
    """What is needed at a path, and, `below`, at everything below it too.

    `scope` None: no key. `is_counted`: requests count against the rate of a client.
    """

    path: str
    methods: frozenset[str]
    scope: Scope | None
    below: bool = False
    is_counted: bool = True

    def holds(self, method: str, path: str) -> bool:
        """Whether the rule is about this request."""
        is_there = path == self.path or (self.below and path.startswith(f"{self.path}/"))
        return is_there and (self.methods is ANY or method in self.methods)


RULES: Sequence[Rule] = (
    Rule("/healthz", READING, None, is_counted=False),
    Rule("/readyz", READING, None, is_counted=False),
    # A browser asks for dozens of the page's files at once, and several people may share an address.
    Rule("/", READING, None, is_counted=False),
    Rule("/web", READING, None, below=True, is_counted=False),
    Rule("/widget.js", READING, None, is_counted=False),
    Rule("/v1/feedback", READING, Scope.ADMIN, below=True),
    Rule("/v1/feedback", WRITING, Scope.FEEDBACK, below=True),
    Rule("/metrics", ANY, Scope.ADMIN, below=True),
)
"""The first rule that holds counts."""
PUBLIC_PLACES = Rule("/p", READING, None, below=True)
EVERYTHING_ELSE = Rule("/", ANY, Scope.READ, below=True)


def rule_for(method: str, path: str, has_public_places: bool) -> Rule:
    """The rule for a request; what no other rule names needs the scope `read`."""
    rules = (*RULES, PUBLIC_PLACES) if has_public_places else RULES
    return next((rule for rule in rules if rule.holds(method, path)), EVERYTHING_ELSE)
