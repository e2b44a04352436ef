"""Art. 12, forgery related to an information and communications technology system."""

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

__all__ = ["Forgery", "is_forgery"]


@frozen(kw_only=True)
class Forgery(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of a forgery of electronic data. Whether the data can be read or understood does not matter."""

    intentional: Fact = element("the act is intentional", art(12, 1))
    without_right: Fact = element("the act is without right", art(12, 1))
    inputs: Fact = form("electronic data are input", art(12, 1))
    alters: Fact = form("electronic data are altered", art(12, 1))
    deletes: Fact = form("electronic data are deleted", art(12, 1))
    suppresses: Fact = form("electronic data are suppressed", art(12, 1))
    inauthentic: Fact = element("the result is inauthentic data", art(12, 1))
    to_be_considered: Fact = form("they are meant to be considered as if authentic", art(12, 1))
    to_be_acted_upon: Fact = form("they are meant to be acted upon as if authentic", art(12, 1))
    legal_purposes: Fact = element("this is meant to happen for legal purposes", art(12, 1))
    intends_to_defraud: Fact = requirable(Option.FORGERY_INTENT, "there is an intent to defraud")
    similar_intent: Fact = requirable(
        Option.FORGERY_INTENT, "there is a dishonest or criminal intent similar to that of defrauding"
    )


F = fields(Forgery)


def is_forgery(conduct: Forgery, *, requiring: Collection[Option] = ()) -> Finding:
    """Whether the facts make out forgery of electronic data, given what the State has chosen to require.

    `InvalidValue` for an option that is not that of paragraph 2.

    Source: Art. 12(1), Art. 12(2).

    >>> is_forgery(Forgery(inauthentic=False)).truth.name
    'NO'
    """
    refuse_others("requiring", requiring, ConventionOffence.FORGERY, OptionKind.REQUIRE)
    required = {
        Option.FORGERY_INTENT: any_of(
            "there is the intent that the law requires",
            art(12, 2),
            given(conduct, F.intends_to_defraud),
            given(conduct, F.similar_intent),
        )
    }
    return all_of(
        "forgery is made out",
        varied(art(12, 1), requiring),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        any_of(
            "electronic data are worked upon",
            art(12, 1),
            given(conduct, F.inputs),
            given(conduct, F.alters),
            given(conduct, F.deletes),
            given(conduct, F.suppresses),
        ),
        given(conduct, F.inauthentic),
        any_of(
            "the data are meant to pass for authentic",
            art(12, 1),
            given(conduct, F.to_be_considered),
            given(conduct, F.to_be_acted_upon),
        ),
        given(conduct, F.legal_purposes),
        *(limb for option, limb in required.items() if option in requiring),
    )


checked(__name__)
