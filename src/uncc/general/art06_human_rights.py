"""Art. 6, respect for human rights: what implementing the Convention must keep to, and how it may not be read."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["Implementing", "is_consistent_with_human_rights", "is_permitted_interpretation"]


@frozen(kw_only=True)
class Implementing(Facts, asked_of=Role.STATE_PARTY):
    """How a State implements the Convention, and how it reads it."""

    consistent_with_obligations: Fact = fact(
        "the implementation is consistent with the State's obligations under international human rights law", art(6, 1)
    )
    permits_suppression: Fact = fact(
        "the reading would permit suppressing human rights or fundamental freedoms", art(6, 2)
    )


F = fields(Implementing)


def is_consistent_with_human_rights(implementing: Implementing) -> Finding:
    """Whether a State implements its obligations as its own obligations under human rights law ask for.

    Source: Art. 6(1).

    >>> is_consistent_with_human_rights(Implementing(consistent_with_obligations=True)).truth.name
    'YES'
    """
    return given(implementing, F.consistent_with_obligations)


def is_permitted_interpretation(implementing: Implementing) -> Finding:
    """Whether the Convention may be read in a certain way: never so as to permit suppressing rights.

    YES says that this paragraph does not forbid the reading, and not that it is the right one.

    Source: Art. 6(2).

    >>> is_permitted_interpretation(Implementing(permits_suppression=True)).truth.name
    'NO'
    """
    return ~given(implementing, F.permits_suppression)


checked(__name__)
