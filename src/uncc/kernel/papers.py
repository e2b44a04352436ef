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
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from uncc.kernel.facts import FACT
from uncc.kernel.model import Model

__all__ = ["Paper"]


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
