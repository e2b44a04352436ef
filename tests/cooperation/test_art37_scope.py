"""Art. 37(1) to (3) and (8): which offences and sentences are open to extradition, and whether a request is."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from tests.cooperation.extradition import (
    ACCESS,
    CLEAR,
    OFFENCE,
    REQUEST,
    TREATY,
    offence,
    relation,
    request,
)
from tests.truthtables import World, assignments, disagreements
from uncc.cooperation import (
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    SoughtOffence,
    extradition_article_applies,
    is_extraditable,
    is_extraditable_offence,
    is_prejudicial_extradition,
    may_apply_to_related_offence,
    may_extradite_though_not_punishable,
    may_extradite_to_serve_sentence,
    may_take_convention_as_extradition_basis,
    must_extradite,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ExtraditionDuty, UnpunishedOffence

PARKING = SoughtOffence(title="unpaid parking", period_too_short=True, related=False)
BOTH_PUNISH: dict[str, Any] = {"punishable_in_requesting_state": True, "punishable_in_requested_state": True}
SIGNS = ("established", "requesting", "requested", "waives", "short", "present")


def is_open(w: World) -> bool:
    """The text: Convention offence, person present, punished there and here (or the law does without), long enough."""
    here = w["requested"] or w["waives"]
    return w["established"] and w["present"] and w["requesting"] and here and not w["short"]


# Art. 37(1)


def test_37_1_table() -> None:
    """Art. 37(1): offence of the Convention, person present, punishable in both States; all four, and no more."""
    assert not disagreements(
        lambda a: extradition_article_applies(request(a)),
        lambda w: w["established"] and w["present"] and w["requesting"] and w["requested"],
        *OFFENCE,
        "present",
    )


def test_37_1_offence_of_another_number() -> None:
    """Art. 37(1): each offence is asked about by itself, and its questions say which it is."""
    two = ExtraditionRequest(offences=(ACCESS, SoughtOffence(title="fraud")), person_present=True)
    assert extradition_article_applies(two, 0).is_yes
    assert extradition_article_applies(two, 1).is_unknown
    assert {question.subject for question in extradition_article_applies(two, 1).open_questions} == {"offences[1]"}


@pytest.mark.parametrize("number", [-1, 1, True, "0"])
def test_37_1_no_offence_of_that_number(number: int) -> None:
    """A number that no offence has is a mistake and says so."""
    with pytest.raises(InvalidValue, match="the place of one of 1 offences, from 0"):
        extradition_article_applies(REQUEST, number)


def test_37_1_no_offence_named() -> None:
    """A request that names no offence is one of which nothing is known, and not one for nothing."""
    empty = ExtraditionRequest(person_present=True)
    assert extradition_article_applies(empty).is_unknown
    assert is_extraditable(empty, relation=TREATY, position=CLEAR).is_unknown
    with pytest.raises(InvalidValue):
        extradition_article_applies(empty, 1)


def test_37_1_received_before_made() -> None:
    """A request cannot have been received before it was made."""
    with pytest.raises(InvalidValue, match="on or after made_on, 2028-03-02"):
        ExtraditionRequest(made_on=date(2028, 3, 2), received_on=date(2028, 3, 1))
    assert ExtraditionRequest(made_on=date(2028, 3, 1), received_on=date(2028, 3, 1)).received_on


def test_37_1_sentence_table() -> None:
    """Art. 37(1): a final sentence of detention, for an extraditable offence, as domestic law permits."""
    assert not disagreements(
        lambda a: may_extradite_to_serve_sentence(
            request({**a, "present": True, "established": True, "requesting": True, "requested": True}),
            relation=relation({**a, "waives": False}),
        ),
        lambda w: w["serve"] and w["final"] and w["detains"] and w["law_serves"] and not w["short"],
        "serve",
        "final",
        "detains",
        "law_serves",
        "short",
    )


# Art. 37(2)


def test_37_2_table() -> None:
    """Art. 37(2): open where the law so permits, for an offence of the Convention that is not punished at home."""
    assert not disagreements(
        lambda a: may_extradite_though_not_punishable(request(a), relation=relation(a)),
        lambda w: w["waives"] and w["established"] and w["present"] and w["requesting"] and not w["requested"],
        "waives",
        "established",
        "present",
        "requesting",
        "requested",
    )


def test_37_2_agrees_with_what_is_extraditable() -> None:
    """Art. 37(1) and (2): what may be granted without punishability is an extraditable offence, if long enough."""
    for values in assignments("waives", "established", "present", "requesting", "requested"):
        asked, law = request({**values, "short": False}), relation(values)
        if may_extradite_though_not_punishable(asked, relation=law).is_yes:
            assert is_extraditable_offence(asked, relation=law).is_yes, values


def test_37_2_the_other_state_must_punish() -> None:
    """Art. 37(2): only the requested State's own law is done without."""
    sought = offence({"established": True, "requesting": False, "requested": False, "short": False})
    asked = ExtraditionRequest(offences=(sought,), person_present=True)
    assert is_extraditable_offence(asked, relation=ExtraditionRelation(permits_without_punishability=True)).is_no


def test_37_1_and_2_extraditable_offence_table() -> None:
    """Art. 37(1), Art. 37(2), Art. 37(8): every state of the six facts on which one offence turns."""
    assert not disagreements(
        lambda a: is_extraditable_offence(request(a), relation=relation(a)),
        is_open,
        *SIGNS,
    )


@pytest.mark.parametrize("reading", [None, *UnpunishedOffence])
def test_37_2_the_convention_as_basis_is_a_reading(reading: UnpunishedOffence | None) -> None:
    """Art. 37(2), Art. 37(5): whether the Convention is a basis for what is not punished here; a treaty asks it not."""
    under = Readings.of(reading) if reading else AS_ADOPTED
    wanted = {None: Truth.UNKNOWN, UnpunishedOffence.APPLIES: Truth.YES, UnpunishedOffence.DOES_NOT_APPLY: Truth.NO}
    asked = evolve(REQUEST, offences=(evolve(ACCESS, punishable_in_requested_state=False),))
    taken = ExtraditionRelation(
        treaty_binds=False,
        conditional_on_treaty=True,
        considers_convention_basis=True,
        permits_without_punishability=True,
    )
    found = (
        may_take_convention_as_extradition_basis(asked, relation=taken).under(under),
        is_extraditable(asked, relation=taken, position=CLEAR).under(under),
    )
    for finding in found:
        assert finding.truth is wanted[reading]
        assert [question.name for question in finding.open_questions] == (
            [] if reading else ["extradition-unpunished-offence"]
        )
    for other in (evolve(taken, treaty_binds=True), evolve(taken, conditional_on_treaty=False)):
        assert is_extraditable(asked, relation=other, position=CLEAR).under(under).is_yes
    assert is_extraditable(REQUEST, relation=taken, position=CLEAR).under(under).is_yes


# Art. 37(3)


def test_37_3_table() -> None:
    """Art. 37(3): related and short of the period, beside another offence that is extraditable."""
    assert not disagreements(
        lambda a: may_apply_to_related_offence(
            request(
                {name: a[name] for name in ("short", "related", "requesting", "requested")} | {"present": True},
                evolve(ACCESS, established_in_accordance=a["established"], period_too_short=a["other_short"]),
            ),
            0,
            relation=relation({"waives": False}),
        ),
        lambda w: (
            w["short"]
            and w["related"]
            and w["requesting"]
            and w["requested"]
            and w["established"]
            and not w["other_short"]
        ),
        "short",
        "related",
        "requesting",
        "requested",
        "established",
        "other_short",
    )


def test_37_3_want_of_dual_criminality_is_not_lifted() -> None:
    """Art. 37(3): only the short period is; what one State does not punish rides along under Art. 37(2) alone."""
    own = evolve(ACCESS, title="laundering", period_too_short=True, related=True, punishable_in_requested_state=False)
    asked = ExtraditionRequest(offences=(ACCESS, own), person_present=True)
    forbids, waives = (ExtraditionRelation(permits_without_punishability=law) for law in (False, True))
    assert may_apply_to_related_offence(asked, 1, relation=forbids).is_no
    assert may_apply_to_related_offence(asked, 1, relation=waives).is_yes
    foreign = evolve(asked, offences=(ACCESS, evolve(own, established_in_accordance=False)))
    assert may_apply_to_related_offence(foreign, 1, relation=waives).is_no
    unpunished = evolve(asked, offences=(ACCESS, evolve(own, punishable_in_requesting_state=False)))
    assert may_apply_to_related_offence(unpunished, 1, relation=waives).is_no


def test_37_3_s27() -> None:
    """S27, Art. 37(3): a wholly unrelated parking offence does not come along."""
    asked = ExtraditionRequest(offences=(ACCESS, PARKING), person_present=True)
    assert may_apply_to_related_offence(asked, 1).is_no
    related = evolve(asked, offences=(ACCESS, evolve(PARKING, related=True, **BOTH_PUNISH)))
    assert may_apply_to_related_offence(related, 1).is_yes


def test_37_3_related_offence_need_not_be_one_of_the_convention() -> None:
    """Art. 37(3): the related offence may itself be none of the Convention."""
    slander = SoughtOffence(
        title="slander", established_in_accordance=False, period_too_short=True, related=True, **BOTH_PUNISH
    )
    assert may_apply_to_related_offence(ExtraditionRequest(offences=(ACCESS, slander), person_present=True), 1).is_yes


def test_37_3_single_offence() -> None:
    """Art. 37(3): an offence that stands alone has none that could carry it; of no offences named, nothing is known."""
    alone = ExtraditionRequest(offences=(evolve(PARKING, related=True),), person_present=True)
    assert may_apply_to_related_offence(alone, 0).is_no
    assert may_apply_to_related_offence(ExtraditionRequest(), 0).is_unknown


def test_37_3_two_short_offences() -> None:
    """Art. 37(3): two offences that are both too short do not carry each other."""
    short = evolve(ACCESS, period_too_short=True, related=True)
    asked = ExtraditionRequest(offences=(short, short), person_present=True)
    assert may_apply_to_related_offence(asked, 0).is_no
    assert is_extraditable(asked, relation=TREATY, position=CLEAR).is_no


# The request as a whole


def test_37_whole_request() -> None:
    """Art. 37: a request that meets everything is open, and with each thing missing it is not."""
    assert is_extraditable(REQUEST, relation=TREATY, position=CLEAR).is_yes
    assert is_extraditable(evolve(REQUEST, person_present=False), relation=TREATY, position=CLEAR).is_no
    assert is_extraditable(REQUEST, relation=TREATY, position=evolve(CLEAR, other_conditions_met=False)).is_no
    assert is_extraditable(REQUEST, relation=TREATY).is_unknown
    no_basis = relation({"treaty": False, "conditional": True, "considers": False})
    assert is_extraditable(REQUEST, relation=no_basis, position=CLEAR).is_unknown  # the notice is not known
    unpunished = evolve(REQUEST, offences=(evolve(ACCESS, punishable_in_requested_state=False),))
    assert is_extraditable(
        unpunished, relation=evolve(TREATY, permits_without_punishability=False), position=CLEAR
    ).is_no
    assert is_extraditable(
        unpunished, relation=evolve(TREATY, permits_without_punishability=True), position=CLEAR
    ).is_yes


def test_37_one_offence_of_several_is_enough() -> None:
    """Art. 37(1): one extraditable offence carries the request, whatever stands beside it."""
    assert is_extraditable(evolve(REQUEST, offences=(PARKING, ACCESS)), relation=TREATY, position=CLEAR).is_yes


def test_37_sentence_in_whole_request() -> None:
    """Art. 37(1): a final sentence must be of detention, and its serving permitted; one not final changes nothing."""
    serve = evolve(REQUEST, sought_to_serve_sentence=True, sentence_final=True, sentence_detains=True)
    permits = evolve(TREATY, permits_serving_sentence=True)
    assert is_extraditable(serve, relation=permits, position=CLEAR).is_yes
    for law in (True, False, None):
        appeal = evolve(TREATY, permits_serving_sentence=law)
        assert is_extraditable(evolve(serve, sentence_final=False), relation=appeal, position=CLEAR).is_yes
    assert is_extraditable(evolve(serve, sentence_detains=False), relation=permits, position=CLEAR).is_no
    assert is_extraditable(serve, relation=evolve(TREATY, permits_serving_sentence=False), position=CLEAR).is_no


# Whether the Convention obliges; Art. 37(15)


def test_37_15_table() -> None:
    """Art. 37(15): either belief is enough."""
    assert not disagreements(
        lambda a: is_prejudicial_extradition(
            position=ExtraditionPosition(discriminatory_request=a["purpose"], prejudice_by_compliance=a["prejudice"])
        ),
        lambda w: w["purpose"] or w["prejudice"],
        "purpose",
        "prejudice",
    )


@pytest.mark.parametrize("reading", ExtraditionDuty)
def test_37_15_s30(reading: ExtraditionDuty) -> None:
    """S30, Art. 37(15): on no reading does the Convention oblige where a request aims at political opinions."""
    position = ExtraditionPosition(discriminatory_request=True)
    assert must_extradite(REQUEST, relation=TREATY, position=position).under(Readings.of(reading)).is_no
    assert must_extradite(REQUEST, relation=TREATY, position=position).is_no


def test_37_15_does_not_forbid() -> None:
    """Art. 37(15): the obligation falls; whether extradition may be granted is not changed by that."""
    position = evolve(CLEAR, discriminatory_request=True)
    assert is_extraditable(REQUEST, relation=TREATY, position=position).is_yes


def test_37_duty_is_a_reading() -> None:
    """Art. 37(1): where all is met, whether extradition is owed is the open reading and nothing else."""
    answer = must_extradite(REQUEST, relation=TREATY, position=CLEAR)
    assert [question.name for question in answer.open_questions] == ["extradition-duty"]
    assert must_extradite(REQUEST, relation=TREATY, position=CLEAR).under(Readings.of(ExtraditionDuty.OBLIGES)).is_yes
    assert must_extradite(REQUEST, relation=TREATY, position=CLEAR).under(Readings.of(ExtraditionDuty.OPENS)).is_no


def test_37_what_only_may_be_granted_is_never_owed() -> None:
    """Art. 37(1), Art. 37(2): serving a sentence, and what is not punished at home, are not owed on any reading."""
    obliges = Readings.of(ExtraditionDuty.OBLIGES)
    waives = evolve(TREATY, permits_without_punishability=True, permits_serving_sentence=True)
    unpunished = evolve(REQUEST, offences=(evolve(ACCESS, punishable_in_requested_state=False),))
    assert must_extradite(unpunished, relation=waives, position=CLEAR).under(obliges).is_no
    serve = evolve(REQUEST, sought_to_serve_sentence=True, sentence_final=True, sentence_detains=True)
    assert must_extradite(serve, relation=waives, position=CLEAR).under(obliges).is_no
    appeal = evolve(serve, sentence_final=False)
    assert must_extradite(appeal, relation=waives, position=CLEAR).under(obliges).is_yes


def test_37_national_who_may_be_spared_is_not_owed() -> None:
    """Art. 37(8), Art. 37(11): nothing obliges to extradite a national whom the law spares; only both together."""
    obliges = Readings.of(ExtraditionDuty.OBLIGES)
    national, spares = evolve(CLEAR, is_national=True), evolve(TREATY, spares_nationals=True)
    assert must_extradite(REQUEST, relation=spares, position=national).under(obliges).is_no
    assert must_extradite(REQUEST, relation=spares, position=CLEAR).under(obliges).is_yes
    not_spared = evolve(TREATY, spares_nationals=False)
    assert must_extradite(REQUEST, relation=not_spared, position=national).under(obliges).is_yes


def test_37_every_condition_counts_for_the_duty_too() -> None:
    """Art. 37(1), Art. 37(8): on the reading that obliges, each condition must be met for an offence at least."""
    obliges = Readings.of(ExtraditionDuty.OBLIGES)
    unmet = evolve(CLEAR, other_conditions_met=False)
    assert must_extradite(REQUEST, relation=TREATY, position=unmet).under(obliges).is_no
    short = evolve(REQUEST, offences=(evolve(ACCESS, period_too_short=True),))
    assert must_extradite(short, relation=TREATY, position=CLEAR).under(obliges).is_no
    both = evolve(REQUEST, offences=(PARKING, ACCESS))
    assert must_extradite(both, relation=TREATY, position=CLEAR).under(obliges).is_yes


def test_37_1_and_3_one_of_several_carries() -> None:
    """Art. 37(1), Art. 37(3): one extraditable offence carries related ones and a sentence; not all need be such."""
    related = evolve(PARKING, related=True, **BOTH_PUNISH)
    three = evolve(REQUEST, offences=(related, PARKING, ACCESS))
    assert may_apply_to_related_offence(three, 0, relation=TREATY).is_yes
    serve = evolve(three, sought_to_serve_sentence=True, sentence_final=True, sentence_detains=True)
    permits = evolve(TREATY, permits_serving_sentence=True, permits_without_punishability=False)
    assert may_extradite_to_serve_sentence(serve, relation=permits).is_yes
