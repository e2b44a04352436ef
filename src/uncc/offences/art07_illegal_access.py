"""Art. 7, illegal access."""

from __future__ import annotations

from collections.abc import Collection

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form, requirable
from uncc.offences.options import ConventionOffence, Option, OptionKind, refuse_others, varied

__all__ = ["IllegalAccess", "is_illegal_access"]


@frozen(kw_only=True)
class IllegalAccess(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of an access to a system."""

    intentional: Fact = element("the access is intentional", art(7, 1))
    whole_accessed: Fact = form("the whole of a system is accessed", art(7, 1))
    part_accessed: Fact = form("a part of a system is accessed", art(7, 1))
    without_right: Fact = element("the access is without right", art(7, 1))
    infringes_security: Fact = requirable(Option.ACCESS_SECURITY, "security measures are infringed")
    intends_to_obtain_data: Fact = requirable(Option.ACCESS_INTENT, "the intent is to obtain electronic data")
    otherwise_dishonest: Fact = requirable(Option.ACCESS_INTENT, "there is another dishonest or criminal intent")
    system_connected: Fact = requirable(Option.ACCESS_CONNECTED, "the system is connected to another system")


F = fields(IllegalAccess)


def is_illegal_access(conduct: IllegalAccess, *, requiring: Collection[Option] = ()) -> Finding:
    """Whether the facts make out illegal access, given what the State has chosen to require beside the text.

    Without `requiring` this is the offence of paragraph 1, which every State must reach. `InvalidValue` for an option
    that is none of paragraph 2.

    Source: Art. 7(1), Art. 7(2).

    >>> conduct = IllegalAccess(
    ...     intentional=True, part_accessed=True, without_right=True, infringes_security=False)
    >>> is_illegal_access(conduct).truth.name
    'YES'
    >>> is_illegal_access(conduct, requiring=[Option.ACCESS_SECURITY]).truth.name
    'NO'
    """
    refuse_others("requiring", requiring, ConventionOffence.ILLEGAL_ACCESS, OptionKind.REQUIRE)
    required = {
        Option.ACCESS_SECURITY: given(conduct, F.infringes_security),
        Option.ACCESS_INTENT: any_of(
            "there is the intent that the law requires",
            art(7, 2),
            given(conduct, F.intends_to_obtain_data),
            given(conduct, F.otherwise_dishonest),
        ),
        Option.ACCESS_CONNECTED: given(conduct, F.system_connected),
    }
    return all_of(
        "illegal access is made out",
        varied(art(7, 1), requiring),
        given(conduct, F.intentional),
        any_of(
            "a system is accessed, whole or in part",
            art(7, 1),
            given(conduct, F.whole_accessed),
            given(conduct, F.part_accessed),
        ),
        given(conduct, F.without_right),
        *(limb for option, limb in required.items() if option in requiring),
    )


checked(__name__)
