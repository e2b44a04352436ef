"""Art. 17, laundering of proceeds of crime."""

from __future__ import annotations

from collections.abc import Collection

from attrs import fields, frozen

from uncc.kernel.consistency import implies
from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form, other
from uncc.offences.options import ConventionOffence, Option, OptionKind, refuse_others, varied

__all__ = ["Laundering", "is_laundering"]


@frozen(kw_only=True)
class Laundering(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of laundering. The text does not ask whether it is without right."""

    intentional: Fact = element("the act is intentional", art(17, 1))
    is_proceeds: Fact = element("the property is the proceeds of crime", art(17, 1, "a"), art(17, 1, "b", "i"))
    converts: Fact = form("property is converted", art(17, 1, "a", "i"))
    transfers: Fact = form("property is transferred", art(17, 1, "a", "i"))
    knows: Fact = element(
        "whoever acts knows that the property is the proceeds of crime", art(17, 1, "a", "i"), art(17, 1, "a", "ii")
    )
    to_conceal_origin: Fact = form("the purpose is to hide or disguise the illicit origin", art(17, 1, "a", "i"))
    to_help_evade: Fact = form(
        "the purpose is to help somebody involved in the predicate offence to escape its consequences",
        art(17, 1, "a", "i"),
    )
    conceals: Fact = form("something about property is concealed", art(17, 1, "a", "ii"))
    disguises: Fact = form("something about property is disguised", art(17, 1, "a", "ii"))
    true_nature: Fact = form("it is the true nature", art(17, 1, "a", "ii"))
    source: Fact = form("it is the source", art(17, 1, "a", "ii"))
    location: Fact = form("it is the location", art(17, 1, "a", "ii"))
    disposition: Fact = form("it is the disposition", art(17, 1, "a", "ii"))
    movement: Fact = form("it is the movement", art(17, 1, "a", "ii"))
    ownership: Fact = form("it is the ownership", art(17, 1, "a", "ii"))
    rights: Fact = form("it is rights with respect to the property", art(17, 1, "a", "ii"))
    acquires: Fact = form("property is acquired", art(17, 1, "b", "i"))
    possesses: Fact = form("property is possessed", art(17, 1, "b", "i"))
    uses: Fact = form("property is used", art(17, 1, "b", "i"))
    knew_at_receipt: Fact = element(
        "whoever received the property knew on receipt that it was the proceeds of crime", art(17, 1, "b", "i")
    )
    participates: Fact = form("somebody participates in laundering", art(17, 1, "b", "ii"))
    associates: Fact = form("somebody associates in laundering", art(17, 1, "b", "ii"))
    conspires: Fact = form("somebody conspires to launder", art(17, 1, "b", "ii"))
    attempts: Fact = form("somebody attempts to launder", art(17, 1, "b", "ii"))
    aids: Fact = form("somebody aids laundering", art(17, 1, "b", "ii"))
    abets: Fact = form("somebody abets laundering", art(17, 1, "b", "ii"))
    facilitates: Fact = form("somebody facilitates laundering", art(17, 1, "b", "ii"))
    counsels: Fact = form("somebody counsels laundering", art(17, 1, "b", "ii"))
    own_predicate: Fact = other("whoever acts also committed the predicate offence", art(17, 2, "e"))

    case_ties = (implies("knew_at_receipt", "knows", art(17, 1, "b", "i"), fills=False),)


F = fields(Laundering)


def is_laundering(conduct: Laundering, *, excluding: Collection[Option] = ()) -> Finding:
    """Whether the facts make out laundering by one of its four limbs, given what the State leaves out.

    For acquiring, possessing or using, knowledge must exist on receipt: what is learned later makes no offence of it.
    For taking part in laundering no property need have been laundered yet.

    Source: Art. 17(1), Art. 17(1)(a), Art. 17(1)(a)(i), Art. 17(1)(a)(ii), Art. 17(1)(b), Art. 17(1)(b)(i),
    Art. 17(1)(b)(ii), Art. 17(2)(e).

    >>> wallet = Laundering(intentional=True, is_proceeds=True, possesses=True, knows=True, knew_at_receipt=False)
    >>> is_laundering(wallet).truth.name
    'UNKNOWN'
    >>> [question.name for question in is_laundering(wallet).open_questions][:2]
    ['Laundering.converts', 'Laundering.transfers']
    """
    refuse_others("excluding", excluding, ConventionOffence.LAUNDERING, OptionKind.EXCLUDE)
    with_property = [
        all_of(
            "property is knowingly dealt with, or the truth about it",
            art(17, 1, "a"),
            given(conduct, F.knows),
            any_of("one of the two is done", art(17, 1, "a"), _converts(conduct), _conceals(conduct)),
        )
    ]
    if Option.LAUNDERING_RECEIPT_LEFT_OUT not in excluding:
        with_property.append(_receives(conduct))
    limbs = [
        all_of(
            "something is done with proceeds of crime",
            (art(17, 1, "a"), art(17, 1, "b", "i")),
            given(conduct, F.is_proceeds),
            any_of("one of the acts with property is done", (art(17, 1, "a"), art(17, 1, "b", "i")), *with_property),
        )
    ]
    if Option.LAUNDERING_PARTICIPATION_LEFT_OUT not in excluding:
        limbs.append(_takes_part(conduct))
    return all_of(
        "laundering is made out",
        varied(art(17, 1), excluding),
        given(conduct, F.intentional),
        any_of("one of the limbs is met", (art(17, 1, "a"), art(17, 1, "b")), *limbs),
        *([~given(conduct, F.own_predicate)] if Option.SELF_LAUNDERING_LEFT_OUT in excluding else []),
    )


def _converts(conduct: Laundering) -> Finding:
    return all_of(
        "property is converted or transferred",
        art(17, 1, "a", "i"),
        any_of(
            "there is a conversion or a transfer",
            art(17, 1, "a", "i"),
            given(conduct, F.converts),
            given(conduct, F.transfers),
        ),
        any_of(
            "the purpose is one of the two",
            art(17, 1, "a", "i"),
            given(conduct, F.to_conceal_origin),
            given(conduct, F.to_help_evade),
        ),
    )


def _conceals(conduct: Laundering) -> Finding:
    return all_of(
        "the truth about property is concealed or disguised",
        art(17, 1, "a", "ii"),
        any_of(
            "there is a concealment or a disguise",
            art(17, 1, "a", "ii"),
            given(conduct, F.conceals),
            given(conduct, F.disguises),
        ),
        any_of(
            "it is something that the text names",
            art(17, 1, "a", "ii"),
            given(conduct, F.true_nature),
            given(conduct, F.source),
            given(conduct, F.location),
            given(conduct, F.disposition),
            given(conduct, F.movement),
            given(conduct, F.ownership),
            given(conduct, F.rights),
        ),
    )


def _receives(conduct: Laundering) -> Finding:
    return all_of(
        "property is acquired, possessed or used",
        art(17, 1, "b", "i"),
        any_of(
            "there is acquisition, possession or use",
            art(17, 1, "b", "i"),
            given(conduct, F.acquires),
            given(conduct, F.possesses),
            given(conduct, F.uses),
        ),
        given(conduct, F.knew_at_receipt),
    )


def _takes_part(conduct: Laundering) -> Finding:
    return any_of(
        "somebody takes part in laundering",
        art(17, 1, "b", "ii"),
        given(conduct, F.participates),
        given(conduct, F.associates),
        given(conduct, F.conspires),
        given(conduct, F.attempts),
        given(conduct, F.aids),
        given(conduct, F.abets),
        given(conduct, F.facilitates),
        given(conduct, F.counsels),
    )


checked(__name__)
