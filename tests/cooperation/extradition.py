"""Models of extradition that the tests build on: a request in which nothing is wrong, and what goes with it."""

from tests.truthtables import Assignment
from uncc.cooperation import (
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    NonExtradition,
    SoughtOffence,
)

ACCESS = SoughtOffence(
    title="illegal access",
    established_in_accordance=True,
    punishable_in_requesting_state=True,
    punishable_in_requested_state=True,
    period_too_short=False,
)
REQUEST = ExtraditionRequest(offences=(ACCESS,), person_present=True, sought_to_serve_sentence=False)
TREATY = ExtraditionRelation(treaty_binds=True, conditional_on_treaty=True)
NATIONAL = ExtraditionPosition(is_national=True)
CLEAR = ExtraditionPosition(
    is_national=False, other_conditions_met=True, discriminatory_request=False, prejudice_by_compliance=False
)
FOR_NATIONALITY = NonExtradition(
    not_extradited=True, nationality_invoked=True, other_ground=False, submission_requested=True
)
OFFENCE = ("established", "requesting", "requested")


def offence(a: Assignment) -> SoughtOffence:
    """Return an offence of these facts; what the assignment does not name is not known."""
    return SoughtOffence(
        title="an offence",
        established_in_accordance=a.get("established"),
        punishable_in_requesting_state=a.get("requesting"),
        punishable_in_requested_state=a.get("requested"),
        period_too_short=a.get("short"),
        related=a.get("related"),
    )


def request(a: Assignment, *others: SoughtOffence) -> ExtraditionRequest:
    """Return a request for one offence of these facts, and others after it."""
    return ExtraditionRequest(
        offences=(offence(a), *others),
        person_present=a.get("present"),
        sought_to_serve_sentence=a.get("serve"),
        sentence_final=a.get("final"),
        sentence_detains=a.get("detains"),
    )


def relation(a: Assignment) -> ExtraditionRelation:
    """Return a relation of these facts."""
    return ExtraditionRelation(
        treaty_binds=a.get("treaty"),
        conditional_on_treaty=a.get("conditional"),
        requesting_conditional_on_treaty=a.get("other_conditional"),
        considers_convention_basis=a.get("considers"),
        permits_without_punishability=a.get("waives"),
        permits_serving_sentence=a.get("law_serves"),
        spares_nationals=a.get("spares"),
    )
