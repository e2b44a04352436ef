"""The rule that is measured: may a request for preservation be refused? Art. 42(5) and (6), over ten facts.

Four facts make want of dual criminality (Art. 42(5)). Four are the grounds of Art. 40(21)(a) to (d), of which
Art. 42(6) takes over (b) and (c) and leaves (a) and (d) closed. Two make discrimination (Art. 40(22)). So eight facts
can move the answer, and two must not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import NamedTuple

from attrs import evolve

from uncc import Finding, Formula, Ground, PreservationRequest, StateParty, art
from uncc.cooperation import (
    AssistancePosition,
    Authority,
    Custodian,
    DataCategory,
    DataItem,
    Offence,
    may_refuse_preservation,
)
from uncc.kernel.facts import Fact
from uncc.kernel.findings import any_of
from uncc.kernel.parties import Reservation, State

FACTS = (
    "requires_dual_criminality",
    "reserved",
    "convention_offence",
    "doubts_dual_criminality",
    "non_conforming",
    "essential_interests",
    "domestic_prohibition",
    "legal_system",
    "discriminatory_purpose",
    "discriminatory_prejudice",
)
PIVOTAL = tuple(name for name in FACTS if name not in ("non_conforming", "legal_system"))
"""The facts that can move the answer."""


def bare(  # noqa: PLR0913, PLR0917  # ten facts
    requires_dual_criminality: bool,  # noqa: FBT001
    reserved: bool,  # noqa: FBT001
    convention_offence: bool,  # noqa: FBT001
    doubts_dual_criminality: bool,  # noqa: FBT001
    non_conforming: bool,  # noqa: ARG001, FBT001  # closed by Art. 42(6)
    essential_interests: bool,  # noqa: FBT001
    domestic_prohibition: bool,  # noqa: FBT001
    legal_system: bool,  # noqa: ARG001, FBT001  # closed by Art. 42(6)
    discriminatory_purpose: bool,  # noqa: FBT001
    discriminatory_prejudice: bool,  # noqa: FBT001
) -> bool:
    """The yardstick: the rule as a programmer writes it who wants a yes or a no and nothing else."""
    return (
        (requires_dual_criminality and reserved and not convention_offence and doubts_dual_criminality)
        or essential_interests
        or domestic_prohibition
        or discriminatory_purpose
        or discriminatory_prejudice
    )


Values = tuple[Fact, ...]
"""The ten facts of one case, in the order of `FACTS`."""

GROUNDS = (
    Ground.DUAL_CRIMINALITY,
    Ground.NON_CONFORMITY,
    Ground.ESSENTIAL_INTERESTS,
    Ground.DOMESTIC_PROHIBITION,
    Ground.LEGAL_SYSTEM,
    Ground.DISCRIMINATION,
)
"""The grounds that the ten facts speak of."""
CLOSED_LIST = art(42, 6)


class Models(NamedTuple):
    """One case as the library's own values."""

    request: PreservationRequest
    position: AssistancePosition
    requested: StateParty


def decide(request: PreservationRequest, position: AssistancePosition, requested: StateParty) -> Finding:
    """Answer the question with all its reasons: every ground, every limb, every statement and citation."""
    return any_of(
        "the preservation may be refused on a ground that is put forward",
        CLOSED_LIST,
        *[may_refuse_preservation(request, ground, position=position, requested=requested) for ground in GROUNDS],
    )


BORDURIA = State("Borduria")
CONFORMING = PreservationRequest(
    authority=Authority(name="the public prosecutor of Astoria"),
    data=(
        DataItem(
            category=DataCategory.TRAFFIC_DATA,
            description="logs of the control server",
            relation_to_offence="they show who directed the encryption",
        ),
    ),
    custodian=Custodian(name="Bordhost"),
    necessity="the logs are overwritten after thirty days",
    later_assistance="disclosure of the logs will be asked for",
    confidentiality="the user is not to be told",
    locating_information_available=False,
)


def models(*values: Fact) -> Models:
    """Return the case with these facts as the library's own values."""
    fact = dict(zip(FACTS, values, strict=True))
    offence = Offence(
        title="ransomware",
        summary_of_facts="a hospital was locked",
        established_in_accordance=fact["convention_offence"],
    )
    request = evolve(CONFORMING, offence=offence)
    if fact["non_conforming"] is True:
        request = evolve(request, necessity=None)
    elif fact["non_conforming"] is None:
        request = evolve(request, custodian=None, locating_information_available=None)
    position = AssistancePosition(
        requires_dual_criminality_for_disclosure=fact["requires_dual_criminality"],
        doubts_dual_criminality_at_disclosure=fact["doubts_dual_criminality"],
        prejudices_essential_interests=fact["essential_interests"],
        prohibited_for_similar_offence=fact["domestic_prohibition"],
        contrary_to_legal_system=fact["legal_system"],
        discriminatory_purpose=fact["discriminatory_purpose"],
        discriminatory_prejudice=fact["discriminatory_prejudice"],
    )
    return Models(request, position, StateParty(state=BORDURIA, reservations=_RESERVATIONS[fact["reserved"]]))


_RESERVATIONS: dict[Fact, tuple[Reservation, ...] | None] = {
    True: (Reservation(provision=art(42, 5), stands=True, made_with_consent=True),),
    False: (),
    None: None,
}


_ASKED: dict[str, str] = {
    "requires_dual_criminality": "Position.requires_dual_criminality_for_disclosure",
    "reserved": "Reservation.stands",
    "convention_offence": "Offence.established_in_accordance",
    "doubts_dual_criminality": "Position.doubts_dual_criminality_at_disclosure",
    "essential_interests": "Position.prejudices_essential_interests",
    "domestic_prohibition": "Position.prohibited_for_similar_offence",
    "discriminatory_purpose": "Position.discriminatory_purpose",
    "discriminatory_prejudice": "Position.discriminatory_prejudice",
}
"""The question that each fact answers, of those on which the rule rests."""


def formula() -> Formula:
    """Return the rule as a formula: asked once, with all facts open, of a reservation that may not stand."""
    case = models(*[None] * len(FACTS))
    reservations = (Reservation(provision=art(42, 5), made_with_consent=True),)
    return Formula(decide(case.request, case.position, evolve(case.requested, reservations=reservations)))


def row(asked: Formula, values: Values) -> tuple[Fact, ...]:
    """Return a case as a row of the formula."""
    fact = dict(zip(FACTS, values, strict=True))
    known = {_ASKED[name]: value for name, value in fact.items() if name in _ASKED}
    return tuple(known.get(question.name, True) for question in asked.questions)


def mixed(count: int, seed: int = 42) -> list[Values]:
    """Return cases with true, false and unknown mixed, each as likely; the same for the same seed."""
    chance = Random(seed)  # cases, not secrets
    return [tuple(chance.choices((True, False, None), k=len(FACTS))) for _ in range(count)]


def completed(values: Values, seed: int = 42) -> tuple[bool, ...]:
    """Return a case with its unknown facts made true or false; the same for the same case and seed."""
    chance = Random(f"{seed}{values}")  # cases, not secrets
    return tuple(chance.random() < 0.5 if value is None else value for value in values)


def all_completed() -> Iterator[tuple[bool, ...]]:
    """Yield all 1,024 two-valued cases."""
    return product((False, True), repeat=len(FACTS))
