"""Art. 37(4) to (7) and (20): on which legal basis extradition rests, and what is owed about it.

The clause of Art. 37(5) leaves it to the State whether the Convention is its basis. Its neighbours on the transfer of
proceedings and on confiscation are of other strengths, and each stands in its own module.
"""

from __future__ import annotations

from types import MappingProxyType

from attrs import fields

from uncc.cooperation.art37_extradition.request import (
    UNKNOWN_RELATION,
    BasisNotice,
    ExtraditionRelation,
    ExtraditionRequest,
)
from uncc.cooperation.art37_extradition.scope import is_offence_of_article
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, read_off
from uncc.kernel.life import KEPT_UP, Life, found, stated_on
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import BasisNoticeEffect, BetweenThemselves

__all__ = [
    "duties_on_extradition_basis",
    "duties_on_extradition_treaties",
    "has_extradition_basis",
    "is_deemed_included_in_treaty",
    "may_take_convention_as_extradition_basis",
    "must_give_basis_notice",
    "must_recognise_as_extraditable",
    "must_seek_extradition_treaties",
]

R = fields(ExtraditionRelation)


def is_deemed_included_in_treaty(
    request: ExtraditionRequest, number: int = 0, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether an offence counts as extraditable under the treaty between the two States, whatever that treaty lists.

    NO where no treaty is in force between them, or where the article does not apply to the offence. Whether it applies
    to one that the requested State does not punish is a reading, on which none is adopted.

    Source: Art. 37(2), Art. 37(4).

    >>> relation = ExtraditionRelation(treaty_binds=False)
    >>> is_deemed_included_in_treaty(ExtraditionRequest(), relation=relation).truth.name
    'NO'
    """
    return all_of(
        "the offence counts as extraditable under the treaty between the two States",
        art(37, 4),
        is_offence_of_article(request, number, relation),
        given(relation, R.treaty_binds),
    )


def may_take_convention_as_extradition_basis(
    request: ExtraditionRequest, number: int = 0, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether the requested State is at liberty to consider the Convention the legal basis for this extradition.

    That is for a State that insists on a treaty and has none with the other, and for an offence to which the article
    applies. YES obliges to nothing. NO where a treaty is there, or where none is needed: the clause has then no part
    in the case. What it means for one request that the State has told the depositary otherwise is a reading, and so is
    whether the article applies to an offence that the requested State does not punish; on that none is adopted.

    Source: Art. 37(2), Art. 37(5), Art. 37(6)(a).

    >>> relation = ExtraditionRelation(conditional_on_treaty=False)
    >>> may_take_convention_as_extradition_basis(ExtraditionRequest(), relation=relation).truth.name
    'NO'
    """
    return all_of(
        "the requested State may consider the Convention the legal basis for the extradition",
        art(37, 5),
        given(relation, R.conditional_on_treaty),
        ~given(relation, R.treaty_binds),
        is_offence_of_article(request, number, relation),
        _free_of_notice(relation),
    )


def _free_of_notice(relation: ExtraditionRelation) -> Finding:
    statement = "the State remains free in the single case, whatever it has told the depositary"
    return by_reading(
        statement,
        BasisNoticeEffect,
        {
            BasisNoticeEffect.SINGLE_REQUEST: by_text(True, statement, art(37, 5)),
            BasisNoticeEffect.EXCLUDED: ~_has_told(relation, BasisNotice.DOES_NOT_TAKE),
        },
    )


_NOTICES = MappingProxyType(
    {
        BasisNotice.TAKES: "the requested State has told the depositary that it takes the Convention as the "
        "legal basis",
        BasisNotice.DOES_NOT_TAKE: "the requested State has told the depositary that it does not take the Convention "
        "as the legal basis",
    }
)


def _has_told(relation: ExtraditionRelation, notice: BasisNotice) -> Finding:
    told = None if relation.notice is None else relation.notice is notice
    return read_off(relation, R.notice, told, _NOTICES[notice], art(37, 6, "a"), asked_of=Role.DEPOSITARY)


def _has_told_either(relation: ExtraditionRelation) -> Finding:
    told = None if relation.notice is None else relation.notice is not BasisNotice.NONE_GIVEN
    if relation.notice_given_on is not None:
        told = True
    statement = "the requested State has told the depositary whether it takes the Convention as the legal basis"
    return read_off(relation, R.notice, told, statement, art(37, 6, "a"), asked_of=Role.DEPOSITARY)


def has_extradition_basis(*, relation: ExtraditionRelation = UNKNOWN_RELATION) -> Finding:
    """Whether extradition between the two States has the legal basis that the requested State needs.

    A treaty between them is one. A State that does not insist on a treaty needs none. One that does, and has none,
    has a basis where it takes the Convention as such, for all requests by its notice or for this one.

    Source: Art. 37(4), Art. 37(5), Art. 37(6)(a), Art. 37(7).

    >>> has_extradition_basis(relation=ExtraditionRelation(conditional_on_treaty=False)).truth.name
    'YES'
    """
    return any_of(
        "extradition has the legal basis that the requested State needs",
        (art(37, 4), art(37, 5), art(37, 6, "a"), art(37, 7)),
        given(relation, R.treaty_binds),
        ~given(relation, R.conditional_on_treaty),
        _has_told(relation, BasisNotice.TAKES),
        all_of(
            "the requested State takes the Convention as the basis for this request",
            (art(37, 5), art(37, 6, "a")),
            _free_of_notice(relation),
            given(relation, R.considers_convention_basis),
        ),
    )


def must_recognise_as_extraditable(
    request: ExtraditionRequest, number: int = 0, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether the two States must recognise the offence as extraditable between them, without a treaty.

    They must where they do not make extradition conditional on one. Whether both must be such States is a reading; as
    adopted, both. Whether the article applies to an offence that the requested State does not punish is another, on
    which none is adopted.

    Source: Art. 37(2), Art. 37(7).

    >>> relation = ExtraditionRelation(conditional_on_treaty=True)
    >>> must_recognise_as_extraditable(ExtraditionRequest(), relation=relation).truth.name
    'NO'
    """
    return all_of(
        "the offence must be recognised as extraditable between the two States",
        art(37, 7),
        is_offence_of_article(request, number, relation),
        ~given(relation, R.conditional_on_treaty),
        by_reading(
            "the requesting State is one towards which the duty runs",
            BetweenThemselves,
            {
                BetweenThemselves.BOTH: ~given(relation, R.requesting_conditional_on_treaty),
                BetweenThemselves.REQUESTED: by_text(
                    True, "the duty runs whatever the requesting State makes its condition", art(37, 7)
                ),
            },
        ),
    )


def must_give_basis_notice(*, relation: ExtraditionRelation = UNKNOWN_RELATION) -> Finding:
    """Whether the requested State must tell the depositary if it takes the Convention as the basis for extradition.

    Every State must that makes extradition conditional on a treaty, whichever way it decides.

    Source: Art. 37(6)(a).

    >>> must_give_basis_notice(relation=ExtraditionRelation(conditional_on_treaty=True)).truth.name
    'YES'
    """
    return all_of(
        "the State must tell the depositary whether it takes the Convention as the basis",
        art(37, 6, "a"),
        given(relation, R.conditional_on_treaty),
    )


def must_seek_extradition_treaties(*, relation: ExtraditionRelation = UNKNOWN_RELATION) -> Finding:
    """Whether the requested State must seek to conclude extradition treaties with other Parties, where appropriate.

    Only where it makes extradition conditional on a treaty and does not take the Convention as one. A State that has
    told the depositary nothing has not taken it.

    Source: Art. 37(6)(b).

    >>> relation = ExtraditionRelation(conditional_on_treaty=True, notice=BasisNotice.TAKES)
    >>> must_seek_extradition_treaties(relation=relation).truth.name
    'NO'
    """
    return all_of(
        "the State must seek to conclude extradition treaties with other Parties",
        art(37, 6, "b"),
        given(relation, R.conditional_on_treaty),
        ~_has_told(relation, BasisNotice.TAKES),
    )


def duties_on_extradition_basis(
    request: ExtraditionRequest, number: int = 0, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> tuple[Duty, ...]:
    """How strong is the clause that makes the Convention a basis for extradition: may, shall consider, or shall?

    It is a liberty of the requested State.

    Source: Art. 37(5).

    >>> duties_on_extradition_basis(ExtraditionRequest(), relation=ExtraditionRelation())[0].modality.words
    'may'
    """
    return (
        may(
            "take-convention-as-extradition-basis",
            Role.REQUESTED_STATE,
            "consider the Convention the legal basis for the extradition",
            art(37, 5),
            may_take_convention_as_extradition_basis(request, number, relation=relation),
            towards=Role.REQUESTING_STATE,
            about=request.place(number),
            life=Life(done=found(given(relation, R.considers_convention_basis))),
        ),
    )


def duties_on_extradition_treaties(*, relation: ExtraditionRelation = UNKNOWN_RELATION) -> tuple[Duty, ...]:
    """What do States owe about the basis of extradition, apart from any request?

    Source: Art. 37(4), Art. 37(6), Art. 37(6)(a), Art. 37(6)(b), Art. 37(20).

    >>> [duty.id for duty in duties_on_extradition_treaties(relation=ExtraditionRelation())][1:3]
    ['extradition-basis', 'seek-extradition-treaties']
    """
    return (
        shall(
            "include-in-treaties",
            Role.STATES_PARTIES,
            "include the offences as extraditable in every extradition treaty that they come to conclude",
            art(37, 4),
            by_text(True, "States Parties undertake so towards each other", art(37, 4)),
            life=KEPT_UP,
        ),
        shall(
            "extradition-basis",
            Role.REQUESTED_STATE,
            "tell the depositary, when it deposits its instrument, whether it takes the Convention as the legal "
            "basis for extradition",
            art(37, 6, "a"),
            must_give_basis_notice(relation=relation),
            towards=Role.DEPOSITARY,
            due=day_of(relation, R.deposited_on),
            life=Life(done=stated_on(_has_told_either(relation), relation, R.notice_given_on)),
        ),
        shall(
            "seek-extradition-treaties",
            Role.REQUESTED_STATE,
            "seek to conclude extradition treaties with other Parties",
            art(37, 6, "b"),
            must_seek_extradition_treaties(relation=relation),
            qualifications=("where appropriate",),
            life=KEPT_UP,
        ),
        shall(
            "seek-extradition-agreements",
            Role.STATES_PARTIES,
            "seek to conclude agreements or arrangements that carry out extradition or make it more effective",
            art(37, 20),
            by_text(True, "States Parties owe that to each other", art(37, 20)),
            life=KEPT_UP,
        ),
    )


checked(__name__)
