"""Art. 50(1) to (6), (10): requests, their contents, what must be done, treaty basis."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from tests.confiscation.histories import eur, loose
from tests.confiscation.requests import complete
from tests.truthtables import Assignment, World, disagreements
from uncc.confiscation import (
    ConfiscationRequest,
    ConfiscationRequestKind,
    Execution,
    confiscation_conformity,
    duties_on_confiscation_request,
    has_treaty_basis,
    may_refuse_for_want_of_treaty,
    may_request_confiscation,
    may_take_other_way,
    must_give_effect,
    must_submit_for_order,
    must_submit_foreign_order,
    must_take_provisional_measures,
)
from uncc.cooperation import Channel, Offence, RequestForm, Transmission
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ConfiscationRoute

OBTAIN, ENFORCE, PROVISIONAL = ConfiscationRequestKind
OWN_CHOICE, AS_REQUESTED = Readings.of(ConfiscationRoute.OWN_CHOICE), Readings.of(ConfiscationRoute.AS_REQUESTED)


# Art. 50(1) and (2): conditions


def asked(kind: ConfiscationRequestKind, a: Assignment) -> ConfiscationRequest:
    facts = {name: value for name, value in a.items() if name != "convention"}
    offence = Offence(title="x", established_in_accordance=a["convention"])
    return ConfiscationRequest(kind=kind, offence=offence, **loose(facts))


CONDITIONS = (
    "convention",
    "requesting_has_jurisdiction",
    "property_is_liable",
    "property_in_territory",
    "order_by_court",
)


@pytest.mark.parametrize(
    ("kind", "needed"), [(OBTAIN, CONDITIONS[:4]), (ENFORCE, CONDITIONS), (PROVISIONAL, CONDITIONS[:3])]
)
def test_50_1_and_2_tables(kind: ConfiscationRequestKind, needed: tuple[str, ...]) -> None:
    """Art. 50(1) and (2): confiscation needs property in the territory, effect a court's order besides."""
    assert not disagreements(
        lambda a: may_request_confiscation(asked(kind, a)), lambda w: all(w[name] for name in needed), *CONDITIONS
    )


def test_50_1_s24() -> None:
    """S24, Art. 50(1): a kidnapping ransom is not reached, serious as the crime is, without a Convention offence."""
    kidnapping = Offence(title="kidnapping", established_in_accordance=False, serious_crime=True)
    for kind in ConfiscationRequestKind:
        assert may_request_confiscation(attrs.evolve(complete(kind), offence=kidnapping)).is_no


def test_50_1_no_offence_named() -> None:
    """Art. 50(1): while the offence is not named, neither is it known whether the article is open."""
    assert may_request_confiscation(attrs.evolve(complete(OBTAIN), offence=None)).is_unknown


def test_50_each_kind_pertains_to_its_paragraph() -> None:
    """Art. 50(1) and (2): the three kinds and where they stand."""
    assert [kind.provision for kind in ConfiscationRequestKind] == [art(50, 1, "a"), art(50, 1, "b"), art(50, 2)]


# Art. 50(3)


@pytest.mark.parametrize("kind", ConfiscationRequestKind)
def test_50_3_a_complete_request(kind: ConfiscationRequestKind) -> None:
    """Art. 50(3): a request with all contents conforms, and an empty one lacks those that are always needed."""
    assert confiscation_conformity(complete(kind)).is_yes
    assert confiscation_conformity(ConfiscationRequest(kind=kind)).is_no


ANY = {"authority", "proceeding", "conducting_authority", "assistance_sought", "purpose", "statement_of_facts"}
NEEDED: dict[ConfiscationRequestKind, set[str]] = {
    OBTAIN: ANY | {"property_description"},
    ENFORCE: ANY | {"order_copy", "extent_of_execution", "third_party_notice", "due_process", "finality"},
    PROVISIONAL: ANY | {"actions_requested"},
}
MAYBE: dict[ConfiscationRequestKind, set[str]] = {
    OBTAIN: {"persons_and_items", "property_location", "estimated_value"},
    ENFORCE: {"persons_and_items"},
    PROVISIONAL: {"persons_and_items", "order_copy"},
}
CONTENTS = sorted(
    a.name
    for a in attrs.fields(ConfiscationRequest)
    if a.name not in {"kind", "urgency", "reference", "offence", "transmission"}
)


@pytest.mark.parametrize("kind", ConfiscationRequestKind)
def test_50_3_each_content_alone(kind: ConfiscationRequestKind) -> None:
    """Art. 50(3): what is always needed makes it NO when it is missing; what is needed where possible, UNKNOWN."""
    for name in CONTENTS:
        request = complete(kind)
        if getattr(request, name) in (True, False) or name in ("made_on", "received_on", "procedure", "period"):
            continue
        found = confiscation_conformity(attrs.evolve(request, **loose({name: None})))
        assert found.is_no is (name in NEEDED[kind]), name
        assert found.is_unknown is (name in MAYBE[kind]), name


@pytest.mark.parametrize("kind", ConfiscationRequestKind)
def test_50_3_channel_and_form(kind: ConfiscationRequestKind) -> None:
    """Art. 50(3), with Art. 40(12)(d) and (13): a request of any kind is sent and made like one for assistance."""
    request = complete(kind)
    for wrong in (Transmission(channel=Channel.OTHER), Transmission(form=RequestForm.ORAL, oral_agreed=False)):
        assert confiscation_conformity(attrs.evolve(request, transmission=wrong)).is_no
    assert confiscation_conformity(attrs.evolve(request, transmission=Transmission())).is_unknown


def test_50_3_facts_in_the_offence_are_a_summary_but_no_statement() -> None:
    """Art. 50(3): the statement of facts is asked for on top of the summary; it can serve as the summary as well."""
    without = attrs.evolve(complete(PROVISIONAL), offence=Offence(title="fraud"))
    assert confiscation_conformity(without).is_yes
    neither = attrs.evolve(without, statement_of_facts=None)
    assert sum(limb.is_no for limb in confiscation_conformity(neither).because) == 2
    no_offence = attrs.evolve(complete(PROVISIONAL), offence=None)
    assert confiscation_conformity(no_offence).is_yes


def test_50_3_b_facts_summed_up_in_the_offence() -> None:
    """Art. 50(3), with Art. 40(15)(c): the summary in the offence is one, though no statement of the facts besides."""
    only = attrs.evolve(complete(OBTAIN), statement_of_facts=None)
    wanting = [limb.citation for limb in confiscation_conformity(only).because if limb.is_no]
    assert wanting == ["Art. 50(3)(a)"]
    nothing = attrs.evolve(only, offence=None)
    assert [limb.citation for limb in confiscation_conformity(nothing).because if limb.is_no] == [
        "Art. 40(15)(c)",
        "Art. 50(3)(a)",
    ]


@pytest.mark.parametrize(
    ("kind", "fact", "value"),
    [
        (OBTAIN, "facts_suffice", False),
        (ENFORCE, "copy_admissible", False),
        (OBTAIN, "procedure_wanted", True),
        (ENFORCE, "period_applicable", True),
    ],
)
def test_50_3_facts_about_the_contents(kind: ConfiscationRequestKind, fact: str, value: bool) -> None:
    """Art. 50(3): facts that do not suffice, a copy that is not admissible, a wish that is not detailed."""
    assert confiscation_conformity(attrs.evolve(complete(kind), **loose({fact: value}))).is_no
    assert confiscation_conformity(attrs.evolve(complete(kind), **loose({fact: None}))).is_unknown


@pytest.mark.parametrize(
    ("kind", "content", "fact", "said"),
    [
        (OBTAIN, "procedure", "procedure_wanted", "by a judge, in open court"),
        (ENFORCE, "persons_and_items", "particulars_possible", "Lena"),
        (PROVISIONAL, "period", "period_applicable", "the year 2026"),
        (OBTAIN, "property_location", "location_possible", "1 Harbour Road"),
        (OBTAIN, "estimated_value", "value_relevant", eur(5)),
        (PROVISIONAL, "order_copy", "order_available", "annex 1"),
    ],
)
def test_50_3_what_is_needed_only_where_there_is_something_to_say(
    kind: ConfiscationRequestKind, content: str, fact: str, said: object
) -> None:
    """Art. 50(3), with Art. 40(15)(d) to (f): said, or with nothing to say, it conforms; silent on something, not."""
    for value in (True, False, None):
        told, silent = (
            confiscation_conformity(attrs.evolve(complete(kind), **loose({fact: value, content: one})))
            for one in (said, None)
        )
        assert told.is_yes
        assert silent.truth is {True: Truth.NO, False: Truth.YES, None: Truth.UNKNOWN}[value]


def test_50_3_c_no_order_available() -> None:
    """Art. 50(3)(c): a request for freezing needs no order where none is available."""
    request = attrs.evolve(complete(PROVISIONAL), order_copy=None)
    assert confiscation_conformity(attrs.evolve(request, order_available=False)).is_yes
    assert confiscation_conformity(attrs.evolve(request, order_available=True)).is_no


def test_a_request_is_not_received_before_it_is_made() -> None:
    """Days that cannot both be meant are refused; it can be received on the day it is made."""
    made = date(2027, 1, 2)
    assert ConfiscationRequest(kind=OBTAIN, made_on=made, received_on=made).received_on == made
    with pytest.raises(InvalidValue) as caught:
        ConfiscationRequest(kind=OBTAIN, made_on=made, received_on=date(2027, 1, 1))
    assert str(caught.value) == "received_on: '2027-01-01' is not on or after the day it was made, 2027-01-02"


# Art. 50(1): what must be done


def submits(kind: ConfiscationRequestKind, readings: Readings = AS_ADOPTED, **given: Any) -> tuple[str, str]:
    request = complete(kind)
    found = (must_submit_for_order(request, **given), must_submit_foreign_order(request, **given))
    one, other = (finding.under(readings).truth.name for finding in found)
    return one, other


def test_50_1_the_way_that_was_asked_for() -> None:
    """Art. 50(1): where the State does not take the other way, the way asked for must be taken."""
    same = Execution(takes_other_way=False)
    assert submits(OBTAIN, execution=same) == ("YES", "NO")
    assert submits(ENFORCE, execution=same) == ("NO", "YES")
    assert submits(PROVISIONAL, execution=same) == ("NO", "NO")


def test_50_1_the_other_way_is_a_reading() -> None:
    """Art. 50(1) and (3): whether the State may take the other way is a reading, on which none is adopted."""
    other = Execution(takes_other_way=True)
    assert submits(ENFORCE, execution=other) == ("UNKNOWN", "UNKNOWN")
    assert submits(ENFORCE, execution=other, readings=OWN_CHOICE) == ("YES", "NO")
    assert submits(ENFORCE, execution=other, readings=AS_REQUESTED) == ("NO", "YES")
    assert [q.name for q in may_take_other_way(other).open_questions] == ["confiscation-route"]
    assert may_take_other_way(Execution()).is_unknown


def test_50_1_a_effect_only_if_granted() -> None:
    """Art. 50(1)(a): effect is owed to the State's own order once it is granted."""
    for granted, expected in ((True, "YES"), (False, "NO"), (None, "UNKNOWN")):
        execution = Execution(takes_other_way=False, order_granted=granted)
        assert must_give_effect(complete(OBTAIN), execution=execution).truth.name == expected
        assert must_give_effect(complete(ENFORCE), execution=execution).is_no


def test_50_2_provisional_measures() -> None:
    """Art. 50(2): owed on a request for them, wherever the property is."""
    assert must_take_provisional_measures(complete(PROVISIONAL)).is_yes
    assert must_take_provisional_measures(attrs.evolve(complete(PROVISIONAL), property_in_territory=False)).is_yes
    assert must_take_provisional_measures(complete(OBTAIN)).is_no


def test_50_duties() -> None:
    """Art. 50: who owes what, how strongly, and with which words that soften it."""
    duties = {duty.id: duty for duty in duties_on_confiscation_request(complete(OBTAIN))}
    extent = "to the greatest extent possible within its domestic legal system"
    assert [identifier for identifier, duty in duties.items() if extent in duty.qualifications] == [
        "submit-for-order",
        "give-effect-to-order",
        "submit-foreign-order",
    ]
    assert duties["consider-agreements-on-confiscation"].modality is Modality.SHALL_CONSIDER
    assert duties["consider-agreements-on-confiscation"].bearer is Role.STATES_PARTIES
    assert duties["confiscation-laws"].bearer is Role.STATE_PARTY
    assert {duty.modality for duty in duties.values()} == {Modality.SHALL, Modality.SHALL_CONSIDER}
    for identifier in ("submit-for-order", "take-provisional-measures"):
        assert art(50, 4) in duties[identifier].authority


# Art. 50(6)


@pytest.mark.parametrize("conditional", [True, False, None])
@pytest.mark.parametrize("other", [True, False, None])
def test_50_6_s49(conditional: bool | None, other: bool | None) -> None:
    """S49, Art. 50(6): the Convention is the treaty basis, whatever other treaty there is or is not."""
    execution = Execution(conditional_on_treaty=conditional, other_treaty=other)
    assert has_treaty_basis(execution).is_yes
    assert may_refuse_for_want_of_treaty(execution).is_no
    assert has_treaty_basis(execution).open_questions == ()


def test_50_6_duty() -> None:
    """Art. 50(6): the duty arises for a State that makes such measures conditional on a treaty."""
    for value in (True, False):
        execution = Execution(conditional_on_treaty=value)
        duties = {duty.id: duty for duty in duties_on_confiscation_request(complete(OBTAIN), execution=execution)}
        assert duties["take-convention-as-basis"].trigger.settled() is value


def test_50_1_route_table() -> None:
    """Art. 50(1): on the reading that lets the State choose, it may turn to a foreign order, where there is one."""

    def rule(a: Assignment) -> Finding:
        return must_submit_foreign_order(
            asked(OBTAIN, {name: a[name] for name in CONDITIONS}), execution=Execution(takes_other_way=a["other"])
        ).under(OWN_CHOICE)

    def text(w: World) -> bool:
        return all(w[name] for name in CONDITIONS) and w["other"]

    assert not disagreements(rule, text, *CONDITIONS, "other")
