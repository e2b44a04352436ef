"""What each key of a document means: declared with the field, or said of it where its model is documented.

Schemas, questions of an interview and the page of all keys take it from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from uncc.kernel.documented import written_of
from uncc.kernel.facts import Question
from uncc.kernel.papers import questions_in

__all__ = ["CONSTANT_WORDS", "meaning", "points", "prose"]

_POINT = re.compile(r"^- (?P<names>`\w+`(?:, `\w+`)*): (?P<words>.*(?:\n  .*)*)", re.MULTILINE)
_PROSE_ENDS = re.compile(r"^(?:- |>>> |Source: )", re.MULTILINE)
CONSTANT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "case": "of which kind the document is",
        "format": "the version of the form in which the document is written",
        "library": "the version of the library that wrote the document",
    }
)
"""What every document says of itself under these keys."""


@cache
def _documented(model: Any) -> Mapping[str, str]:
    return MappingProxyType(dict(points(model)))


def meaning(model: Any, name: str) -> str:
    """Return what a key of a model means: what is declared there, or what its documentation says; nothing for neither.

    What stands there alone is a model of its own, or a member of a list, whose own words say it.

    >>> from uncc.cooperation import PreservationRequest
    >>> meaning(PreservationRequest, "necessity")
    'the request specifies why the preservation is necessary. Art. 42(3)(e). Ask: requesting State'
    """
    question: Question | None = questions_in(model).get(name)
    if question is None:
        return _documented(model).get(name) or CONSTANT_WORDS.get(name, "")
    cited = ", ".join(str(provision) for provision in question.authority)
    return f"{question.statement}. {cited}. Ask: {question.asked_of.words}"


@cache
def prose(model: Any) -> str:
    """Return what the documentation of a model or a function says of the whole of it."""
    return _joined(_PROSE_ENDS.split(written_of(model), maxsplit=1)[0])


def points(model: type[Any]) -> Iterator[tuple[str, str]]:
    """Yield what a model's documentation says of single fields."""
    for point in _POINT.finditer(written_of(model)):
        for name in re.findall(r"\w+", point["names"]):
            yield name, _joined(point["words"])


def _joined(text: str) -> str:
    return " ".join(text.split())
