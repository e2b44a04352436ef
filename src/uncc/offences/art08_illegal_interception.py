"""Art. 8, illegal interception."""

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

__all__ = ["IllegalInterception", "is_illegal_interception"]


@frozen(kw_only=True)
class IllegalInterception(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of an interception of electronic data on their way."""

    intentional: Fact = element("the interception is intentional", art(8, 1))
    without_right: Fact = element("the interception is without right", art(8, 1))
    intercepts: Fact = element("a transmission of electronic data is intercepted", art(8, 1))
    technical_means: Fact = element("technical means are used", art(8, 1))
    non_public: Fact = element("the transmission is not public", art(8, 1))
    to_system: Fact = form("the transmission goes to a system", art(8, 1))
    from_system: Fact = form("the transmission comes from a system", art(8, 1))
    within_system: Fact = form("the transmission stays within a system", art(8, 1))
    emissions: Fact = form("it is by electromagnetic emissions of a system, which carry the data", art(8, 1))
    dishonest_intent: Fact = requirable(Option.INTERCEPTION_INTENT, "there is a dishonest or criminal intent")
    system_connected: Fact = requirable(Option.INTERCEPTION_CONNECTED, "the system is connected to another system")


F = fields(IllegalInterception)


def is_illegal_interception(conduct: IllegalInterception, *, requiring: Collection[Option] = ()) -> Finding:
    """Whether the facts make out illegal interception, given what the State has chosen to require beside the text.

    `InvalidValue` for an option that is none of paragraph 2: it knows no infringement of security measures.

    Source: Art. 8(1), Art. 8(2).

    >>> is_illegal_interception(IllegalInterception(non_public=False)).truth.name
    'NO'
    """
    refuse_others("requiring", requiring, ConventionOffence.ILLEGAL_INTERCEPTION, OptionKind.REQUIRE)
    required = {
        Option.INTERCEPTION_INTENT: given(conduct, F.dishonest_intent),
        Option.INTERCEPTION_CONNECTED: given(conduct, F.system_connected),
    }
    return all_of(
        "illegal interception is made out",
        varied(art(8, 1), requiring),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        given(conduct, F.intercepts),
        given(conduct, F.technical_means),
        given(conduct, F.non_public),
        any_of(
            "the data are on a way that the text names",
            art(8, 1),
            given(conduct, F.to_system),
            given(conduct, F.from_system),
            given(conduct, F.within_system),
            given(conduct, F.emissions),
        ),
        *(limb for option, limb in required.items() if option in requiring),
    )


checked(__name__)
