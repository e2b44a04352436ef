"""Art. 46: the endeavour to assist in the interception of content data, as far as it is permitted."""

import pytest

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    InterceptionRequest,
    Offence,
    duties_on_interception,
    interception_is_permitted,
    may_request_interception,
    must_endeavour_to_intercept,
)
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import InterceptionPermission

BOTH = Readings.of(InterceptionPermission.BOTH)
FACTS = ("real_time", "specified", "system", "treaty", "law", "convention", "serious")


def request(a: Assignment) -> InterceptionRequest:
    return InterceptionRequest(
        offence=Offence(title="an offence", established_in_accordance=a["convention"], serious_crime=a["serious"]),
        in_real_time=a["real_time"],
        communications_specified=a["specified"],
        by_ict_system=a["system"],
        treaty_permits=a["treaty"],
        domestic_law_permits=a["law"],
    )


def test_46_table() -> None:
    """Art. 46: the endeavour is owed for a request of the kind, as far as a treaty or domestic law permits it."""
    assert not disagreements(
        lambda a: must_endeavour_to_intercept(request(a)),
        lambda w: (
            w["real_time"]
            and w["specified"]
            and w["system"]
            and (w["convention"] or w["serious"])
            and (w["treaty"] or w["law"])
        ),
        *FACTS,
    )


def test_46_table_if_both_must_permit() -> None:
    """Art. 46: on the other reading the treaty and domestic law must both permit it."""
    assert not disagreements(
        lambda a: interception_is_permitted(request(a)).under(BOTH), lambda w: w["treaty"] and w["law"], *FACTS
    )


def test_46_is_an_endeavour() -> None:
    """Art. 46: the modality is an endeavour, with its limit."""
    (duty,) = duties_on_interception(InterceptionRequest())
    assert (duty.modality, duty.bearer, duty.authority) == (
        Modality.SHALL_ENDEAVOUR,
        Role.REQUESTED_STATE,
        (art(46),),
    )
    assert duty.trigger.is_unknown
    assert duty.qualifications


def test_46_nothing_permits() -> None:
    """Art. 46: where neither permits the interception the Convention obliges to nothing, whatever the offence."""
    assert must_endeavour_to_intercept(InterceptionRequest(treaty_permits=False, domestic_law_permits=False)).is_no


@pytest.mark.parametrize("name", ["in_real_time", "communications_specified", "by_ict_system"])
def test_46_what_the_request_must_be(name: str) -> None:
    """Art. 46: stored content, unspecified communications and other ways of transmission are outside."""
    assert may_request_interception(InterceptionRequest(**{name: False})).is_no  # type: ignore[arg-type]


def test_46_says_nothing_of_territory() -> None:
    """Art. 46: unlike Art. 45(1), it does not confine the communications to the territory."""
    assert "communications_in_territory" not in InterceptionRequest.questions()
    assert all(
        provision.article in (35, 46)
        for node in may_request_interception(InterceptionRequest()).walk()
        for provision in node.authority
    )
