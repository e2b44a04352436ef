"""Papers and the world: what a paper does not contain, it does not contain; what is not said of the world is not known.

A model that reproduces a paper says so by its base, and nothing else lists them.

>>> from attrs import field, frozen
>>> from uncc.kernel.facts import Fact, Facts, fact
>>> from uncc.kernel.provisions import art
>>> from uncc.kernel.roles import Role
>>> @frozen(kw_only=True)
... class Postcard(Paper, Facts, asked_of=Role.CASE_HOLDER):
...     of_the_world = ("sent_from",)
...     greeting: str | None = None
...     sent_from: str | None = None
...     arrived: Fact = fact("it has arrived", art(42, 8))
>>> Postcard.contents()
('greeting',)

What stands in it is declared once as well, with the sentence that is true where it does: rules, questions and schemas
take it from there.

>>> @frozen(kw_only=True)
... class Letter(Paper, Facts, asked_of=Role.CASE_HOLDER):
...     sender: str | None = part("the letter says who sent it", art(42, 3, "a"))
>>> print(parts_of_paper(Letter)["sender"])
the letter says who sent it [Art. 42(3)(a)] (ask: requesting State)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

import attrs

from uncc.kernel.facts import FACT, Facts, Question
from uncc.kernel.model import Model, field_name
from uncc.kernel.provisions import Provision
from uncc.kernel.roles import Role

__all__ = ["Paper", "part", "parts_of_paper", "questions_in"]

PART = "uncc.part-of-paper"
"""The key under which a field's metadata holds the sentence and the provisions of a part of a paper."""


def part(statement: str, *authority: Provision, default: Any = None, validator: Any = None) -> Any:
    """Declare a part of a paper: `statement` is true where the paper has it, and `authority` asks for it."""
    return attrs.field(default=default, validator=validator, metadata={PART: (statement, authority)})


@cache
def parts_of_paper(model: Any) -> Mapping[str, Question]:
    """Return the parts that a paper, or what stands in one, declares: by field, as the questions that each answers.

    The requesting State, whose paper it is, can answer them.
    """
    declared = {one.name: one.metadata[PART] for one in attrs.fields(model) if PART in one.metadata}
    return MappingProxyType(
        {
            name: Question(field_name(model, name), statement, authority, Role.REQUESTING_STATE)
            for name, (statement, authority) in declared.items()
        }
    )


@cache
def questions_in(model: Any) -> Mapping[str, Question]:
    """Return all that a model declares, facts of the world and parts of a paper: by field, as what each answers."""
    facts: Mapping[str, Question] = model.asked() if issubclass(model, Facts) else {}
    return MappingProxyType({**facts, **parts_of_paper(model)})


class Paper(Model):
    """The base of a model that reproduces a paper, as a request that was sent: a field left out is not in the paper.

    The facts about it are of the world all the same, and so is what the fields in `of_the_world` hold. A model that
    holds a paper by default holds an empty one, which is before us; one that is not before us is `None`.
    """

    __slots__ = ()

    of_the_world: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def contents(cls) -> tuple[str, ...]:
        """Return the fields that hold what stands in the paper, in order."""
        fields = attrs.fields(cls)  # type: ignore[arg-type]  # every model is such a class
        return tuple(one.name for one in fields if FACT not in one.metadata and one.name not in cls.of_the_world)
