"""The exceptions of the library: for a mistake in a program or a document, never for a legal "no"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from uncc.kernel.model import Model

_SHOWN = 80


def shown(value: object) -> str:
    """Return `value` as it stands in an error message: its `repr`, cut when it is long.

    >>> shown("x" * 500)[-3:]
    '...'
    """
    try:
        text = repr(value)
    except (
        ValueError,
        RecursionError,
    ):  # a number too long, or a list too deep, for Python to print
        text = f"<{type(value).__name__}>"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


class UnccError(Exception):
    """What every exception of the library is."""


class InvalidProvision(UnccError, ValueError):  # noqa: N818  # named for what is wrong
    """A citation that names no provision of the Convention, or is no single citation."""


class InvalidValue(UnccError, ValueError):  # noqa: N818  # named for what is wrong
    """A value that cannot be meant: which field, what stood there, and what would be right."""

    def __init__(self, field: str, value: object, expected: str) -> None:
        super().__init__(field, value, expected)
        self.field = field
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.field}: {shown(self.value)} is not {self.expected}"


class UnknownName(UnccError, KeyError):  # noqa: N818  # named for what is wrong
    """A name under which nothing is found: what was asked for, among which things, and the end of the message."""

    def __init__(self, things: str, name: object, hint: str = "") -> None:
        self.things = things
        self.name = name
        self.hint = hint
        super().__init__(things, name, hint)

    def __str__(self) -> str:
        return f"{self.things}: {shown(self.name)} is not there{self.hint}"


@frozen
class Fault(Model):
    """One fault of a document: where it stands and what is wrong."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class DocumentError(UnccError, ValueError):
    """A document that cannot be read: every fault in it at once, each with its path."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class UnsettledError(UnccError):
    """A finding that was asked for yes or no while it is undetermined; carries what would settle it."""

    def __init__(self, statement: str, open_questions: Iterable[Any]) -> None:
        self.statement = statement
        self.open_questions = tuple(open_questions)
        super().__init__(statement, self.open_questions)

    def __str__(self) -> str:
        open_points = "; ".join(str(question) for question in self.open_questions)
        return f"not determined whether {self.statement}; open: {open_points}"


class TooLargeError(UnccError):
    """A finding with too many facts for an exact search; the message says how many and what to do."""


class NotDraftedError(UnccError):
    """A document that was asked for and has no place in the case: what it would have to rest on, and why it does not.

    `because` tells the reasons line by line, as an explanation of the finding that stands in the way;
    `open_questions` are those, as a finding has them, whose answers can still change that finding.
    """

    def __init__(self, document: str, why: str, because: str = "", open_questions: tuple[Any, ...] = ()) -> None:
        super().__init__(document, why, because, open_questions)
        self.document = document
        self.why = why
        self.because = because
        self.open_questions = open_questions

    def __str__(self) -> str:
        head = f"{self.document} is not drafted: {self.why}"
        return f"{head}\n{self.because}" if self.because else head
