"""Art. 53: what prevention may include, reporting by the public, and who is told of the authority."""

from __future__ import annotations

import pytest

from uncc.kernel.duties import Modality
from uncc.kernel.findings import Kind, Truth, all_of
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.prevention import (
    IncidentReporting,
    PreventionContact,
    PreventiveMeasure,
    duties_on_prevention_contact,
    ensures_reporting,
    must_inform_of_contact,
    must_take_measure,
)

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


# Art. 53(3)


def test_art_53_3_each_example_has_its_item() -> None:
    """Thirteen examples, from (a) to (m), in the order of the text."""
    assert [measure.authority for measure in PreventiveMeasure] == list(art(53, 3).children)
    assert PreventiveMeasure.SECURITY_RESEARCH.authority == art(53, 3, "e")
    assert PreventiveMeasure.CHILDREN_ONLINE.authority == art(53, 3, "i")
    assert PreventiveMeasure.PROCEEDS_TRANSFERS.authority == art(53, 3, "m")


@pytest.mark.parametrize("measure", PreventiveMeasure)
def test_art_53_3_obliges_to_nothing(measure: PreventiveMeasure) -> None:
    """The list says what measures may include: none of them is a duty, whatever the facts."""
    found = must_take_measure(measure)
    assert (found.truth, found.kind) == (NO, Kind.TEXT)
    assert measure.authority in found.authority


# Art. 53(4)


def test_art_53_4_all_of_it_where_appropriate() -> None:
    """The authority is known and accessible, for any incident, anonymously too."""
    whole = {"authority_known": True, "authority_accessible": True, "any_incident": True, "anonymous": True}
    assert ensures_reporting(IncidentReporting(appropriate=True, **whole)).is_yes
    assert ensures_reporting(IncidentReporting(**whole)).is_yes
    for left_out in whole:
        assert ensures_reporting(IncidentReporting(appropriate=True, **{**whole, left_out: False})).is_no, left_out
        assert ensures_reporting(IncidentReporting(appropriate=True, **{**whole, left_out: None})).is_unknown, left_out


def test_art_53_4_nothing_where_it_is_not_appropriate() -> None:
    """The text asks for it where appropriate; whether it is, the State judges."""
    assert ensures_reporting(IncidentReporting(appropriate=False, authority_known=False)).is_yes
    assert ensures_reporting(IncidentReporting(authority_known=False)).is_unknown
    assert IncidentReporting.questions()["appropriate"].asked_of is Role.STATE_PARTY


# Art. 53(7)


@pytest.mark.parametrize(
    ("party", "name", "address", "answer"),
    [
        (True, True, True, NO),
        (True, True, False, YES),
        (True, False, True, YES),
        (True, False, None, YES),
        (True, True, None, UNKNOWN),
        (False, False, False, NO),
        (None, False, False, UNKNOWN),
        (None, True, True, NO),
    ],
)
def test_art_53_7_name_and_address(party: bool | None, name: bool | None, address: bool | None, answer: Truth) -> None:
    """A Party owes both the name and the address; telling one of them is not enough."""
    contact = PreventionContact(is_party=party, name_told=name, address_told=address)
    assert must_inform_of_contact(contact).truth is answer
    (duty,) = duties_on_prevention_contact(contact)
    assert duty.life.done is not None
    assert all_of("still to be told", art(53, 7), duty.trigger, ~duty.life.done.finding).truth is answer


def test_art_53_7_has_no_day() -> None:
    """The duty is owed to the Secretary-General; the text names no moment."""
    (duty,) = duties_on_prevention_contact(PreventionContact())
    assert (duty.bearer, duty.towards, duty.modality) == (Role.STATE_PARTY, Role.SECRETARY_GENERAL, Modality.SHALL)
    assert duty.deadline is None
    assert duty.authority == (art(53, 7),)
