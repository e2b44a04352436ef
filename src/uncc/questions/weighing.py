"""What to ask first: how much each open question of a finding weighs, without a search that could be long.

>>> from uncc.kernel.findings import all_of, any_of, derived
>>> from uncc.kernel.provisions import art
>>> law = art(42, 6)
>>> finding = all_of("it may be refused", law, derived(None, "a", law),
...     any_of("either", law, derived(None, "b", law), derived(None, "c", law)))
>>> {question.name: weight for question, weight in weights(finding).items()}
{'a': 0.75, 'b': 0.25, 'c': 0.25}
"""

from __future__ import annotations

from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from uncc.kernel.declared import checked
from uncc.kernel.errors import TooLargeError
from uncc.kernel.findings import Finding, Node
from uncc.kernel.inquiry import open_questions
from uncc.kernel.ready import kept_ready
from uncc.questions.exploration import explore

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uncc.kernel.facts import Question

__all__ = ["weights"]

MOST_WEIGHED = 12
"""Of so many questions all completions are looked at; of more, each counts alike."""


def weights(node: Node) -> Mapping[Question, float]:
    """Return the open questions of a finding with the part of all completions in which each alone turns the answer.

    A day, a number and a list turn it in ways that cannot be counted: each weighs what is its share of the questions,
    and so do all of them where there are too many.
    """
    return _weights(node)


@kept_ready
def _weights(node: Node) -> Mapping[Question, float]:
    asked = open_questions(node)
    found = dict.fromkeys(asked, 1 / max(1, len(asked)))
    if isinstance(node, Finding) and len(asked) <= MOST_WEIGHED:
        with suppress(TooLargeError):
            found |= {one.question: one.share for one in explore(node).weights if one.pivotal}
    return MappingProxyType(found)


checked(__name__)
