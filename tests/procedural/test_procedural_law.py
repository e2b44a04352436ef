"""A State's procedural law as a whole: what Chapter IV asks of it, and what it lacks."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from uncc.catalogue import row
from uncc.doors.serial import from_json, to_json
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Facts
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import Provision, art
from uncc.procedural import (
    InterceptionRange,
    InterceptionRegime,
    OffenceReservation,
    PreservationRegime,
    ProceduralLaw,
    ProceduralPower,
    ProductionRegime,
    ReservingState,
    SafeguardedPower,
    SafeguardReview,
    ScopeRegime,
    SearchRegime,
    TrafficCollectionRegime,
    TrafficDataRegime,
    VictimRegime,
    WitnessRegime,
    gaps,
    requirements,
    undetermined,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import ProviderCompulsion
from uncc.testing import collections_of, regimes

NONE_RESERVED = ReservingState(party=StateParty(state=State("Astoria"), reservations=()))


def whole(model: type[Facts], **others: Any) -> Any:
    """Return a collection in which every fact is true."""
    return model(**{**dict.fromkeys(model.questions(), True), **others})


COMPLETE = ProceduralLaw(
    state=NONE_RESERVED,
    scope=whole(ScopeRegime, restricts_traffic_data=False, leaves_out_closed_groups=False),
    safeguards=tuple(SafeguardedPower(power=power, review=whole(SafeguardReview)) for power in ProceduralPower),
    preservation=whole(PreservationRegime, maximum_days=90),
    traffic_data=whole(TrafficDataRegime),
    production=whole(ProductionRegime),
    search=whole(SearchRegime),
    traffic_collection=whole(TrafficCollectionRegime, principles_forbid=False),
    interception=whole(InterceptionRegime, principles_forbid=False),
    witnesses=whole(WitnessRegime),
    victims=whole(VictimRegime),
)
PARTS = {
    "scope": ScopeRegime,
    "preservation": PreservationRegime,
    "traffic_data": TrafficDataRegime,
    "production": ProductionRegime,
    "search": SearchRegime,
    "traffic_collection": TrafficCollectionRegime,
    "interception": InterceptionRegime,
    "witnesses": WitnessRegime,
    "victims": VictimRegime,
}
laws = st.builds(
    ProceduralLaw,
    state=st.sampled_from((NONE_RESERVED, ReservingState())),
    safeguards=st.lists(
        st.builds(SafeguardedPower, power=st.sampled_from(ProceduralPower), review=collections_of(SafeguardReview)),
        max_size=2,
        unique_by=lambda item: item.power,
    ).map(tuple),
    **{name: collections_of(model) for name, model in PARTS.items() if name != "preservation"},
    preservation=regimes(),
)


def names(found: tuple[Any, ...]) -> list[str]:
    """Return the ids of requirements."""
    return [requirement.id for requirement in found]


def test_a_complete_law_lacks_nothing() -> None:
    """Where everything is provided there is no gap and nothing is left to ask."""
    assert gaps(COMPLETE) == ()
    assert undetermined(COMPLETE) == ()


def test_a_law_of_which_nothing_is_known_has_no_gaps() -> None:
    """What is not known is no gap; everything is to be asked."""
    assert gaps(ProceduralLaw()) == ()
    assert len(undetermined(ProceduralLaw())) == len(requirements(ProceduralLaw()))


@effort(40)
@given(laws)
def test_what_is_asked_is_met_or_lacking_or_not_known(law: ProceduralLaw) -> None:
    """Each requirement is in one of the three groups, and each group has what must be before what is considered."""
    asked, lacking, unknown = requirements(law), gaps(law), undetermined(law)
    assert len({requirement.id for requirement in asked}) == len(asked)
    met = [requirement for requirement in asked if requirement.met.is_yes]
    assert sorted(names((*lacking, *unknown, *met))) == sorted(names(asked))
    for group in (lacking, unknown):
        order = [requirement.modality is not Modality.SHALL for requirement in group]
        assert order == sorted(order)
        for mandatory in (True, False):
            same = [r.id for r in group if (r.modality is Modality.SHALL) is mandatory]
            assert same == [r.id for r in asked if r.id in same]


@effort(20)
@given(laws)
def test_a_law_comes_back_as_it_was(law: ProceduralLaw) -> None:
    """A profile is the same after it was written and read, and so are its gaps."""
    assert from_json(to_json(law), ProceduralLaw) == law
    for requirement in gaps(law)[:3]:
        assert from_json(to_json(requirement), type(requirement)) == requirement


MISSING: list[tuple[str, dict[str, Any], str, Provision]] = [
    ("scope", {"for_specific_proceedings": False}, "powers-for-criminal-proceedings", art(23, 1)),
    ("scope", {"covers_offences_by_system": False}, "powers-for-every-class", art(23, 2)),
    ("scope", {"restricts_traffic_data": True}, "traffic-data-for-every-offence", art(23, 3, "a")),
    ("scope", {"leaves_out_closed_groups": True}, "closed-groups-within-reach", art(23, 3, "b")),
    ("preservation", {"covers_content_data": False}, "preservation", art(25, 1)),
    ("preservation", {"obliges_to_keep_intact": False}, "preservation-by-person", art(25, 2)),
    ("preservation", {"maximum_days": 120}, "preservation-ceiling", art(25, 2)),
    ("preservation", {"obliges_confidentiality": False}, "preservation-silence", art(25, 3)),
    ("traffic_data", {"available_for_several_providers": False}, "preservation-across-providers", art(26, "a")),
    ("traffic_data", {"enough_for_path": False}, "partial-disclosure", art(26, "b")),
    ("production", {"orders_persons": False}, "production-by-persons", art(27, "a")),
    ("production", {"reaches_every_provider": False}, "production-by-providers", art(27, "b")),
    ("search", {"searches_media": False}, "search", art(28, 1)),
    ("search", {"extends_searches": False}, "search-extension", art(28, 2)),
    ("search", {"makes_inaccessible": False}, "seizure", art(28, 3)),
    ("search", {"orders_knowledge": False}, "knowledge-orders", art(28, 4)),
    ("traffic_collection", {"authorities_collect": False}, "traffic-collection", art(29, 1, "a")),
    (
        "traffic_collection",
        {"compels_to_collect": False, "compels_to_assist": False},
        "traffic-orders-to-providers",
        art(29, 1, "b"),
    ),
    ("traffic_collection", {"obliges_silence": False}, "traffic-silence", art(29, 3)),
    ("interception", {"range_determined": False}, "interception-range", art(30, 1)),
    ("interception", {"authorities_collect": False}, "interception", art(30, 1, "a")),
    (
        "interception",
        {"compels_to_collect": False, "compels_to_assist": False},
        "interception-orders-to-providers",
        art(30, 1, "b"),
    ),
    ("interception", {"obliges_silence": False}, "interception-silence", art(30, 3)),
    ("witnesses", {"effective_protection": False}, "witness-protection", art(33, 1)),
    (
        "witnesses",
        {"relocation_considered": False, "relocation_agreed": False},
        "relocation-agreements",
        art(33, 3),
    ),
    ("victims", {"assistance_and_protection": False}, "victim-assistance", art(34, 1)),
    ("victims", {"restitution": False}, "victim-compensation", art(34, 2)),
    ("victims", {"defence_unharmed": False}, "victim-hearing", art(34, 3)),
    ("victims", {"recovery": False}, "victim-recovery", art(34, 4)),
    ("victims", {"circumstances": False}, "victim-circumstances", art(34, 5)),
    ("victims", {"removal": False}, "content-removal", art(34, 6)),
]


@pytest.mark.parametrize(("part", "lacks", "name", "provision"), MISSING, ids=[case[2] for case in MISSING])
def test_what_is_lacking_is_found(part: str, lacks: dict[str, Any], name: str, provision: Provision) -> None:
    """A law that lacks one thing has one gap, which names its provision."""
    law = evolve(COMPLETE, **{part: evolve(getattr(COMPLETE, part), **lacks)})
    (gap,) = gaps(law)
    assert gap.id == name
    assert provision in gap.authority
    assert gap.met.is_no


@pytest.mark.parametrize("power", ProceduralPower)
@pytest.mark.parametrize(
    ("lacks", "name"),
    [
        ({"incorporates_proportionality": False}, "safeguards"),
        ({"review_is_domestic": False}, "review"),
        ({"effective_remedy": False}, "remedy"),
        ({"justifying_grounds": False}, "grounds"),
        ({"limited_scope": False}, "limited-scope"),
        ({"limited_duration": False}, "limited-duration"),
        ({"third_parties_considered": False}, "third-parties"),
    ],
)
def test_safeguards_are_owed_for_each_power(power: ProceduralPower, lacks: dict[str, bool], name: str) -> None:
    """Art. 24: what one power lacks is told of that power."""
    weak = SafeguardedPower(power=power, review=whole(SafeguardReview, **lacks))
    others = tuple(item for item in COMPLETE.safeguards if item.power is not power)
    (gap,) = gaps(evolve(COMPLETE, safeguards=(weak, *others)))
    assert gap.id == f"{name}-{power.value}"
    assert power.words in {getattr(node.about, "subject", None) for node in gap.met.walk()}


def test_a_power_is_reviewed_once() -> None:
    """Two reviews of one power would contradict each other."""
    with pytest.raises(InvalidValue, match="safeguards"):
        ProceduralLaw(safeguards=(COMPLETE.safeguards[0], COMPLETE.safeguards[0]))


def test_mandatory_gaps_come_first() -> None:
    """What must be considered stands after what must be there, wherever it is in the text."""
    law = evolve(
        COMPLETE,
        witnesses=whole(WitnessRegime, relocation_considered=False, relocation_agreed=False),
        victims=whole(VictimRegime, removal=False),
    )
    assert names(gaps(law)) == ["content-removal", "relocation-agreements"]


def test_a_valid_reservation_closes_a_gap() -> None:
    """Art. 23(3)(a): a restriction that is validly reserved is no gap; one that goes too far is."""
    party = StateParty(
        state=State("Astoria"),
        reservations=(Reservation(provision=art(23, 3, "a"), stands=True, made_with_consent=True),),
    )
    restricted = evolve(COMPLETE, scope=evolve(COMPLETE.scope, restricts_traffic_data=True))
    for named, expected in ((("A", "B"), []), (("B",), ["traffic-data-for-every-offence"])):
        state = ReservingState(
            party=party,
            offences=OffenceReservation(offences=named),
            interception=InterceptionRange(on_day=("A",)),
        )
        assert names(gaps(evolve(restricted, state=state))) == expected


def test_a_reservation_that_was_not_reconsidered_is_a_lesser_gap() -> None:
    """Art. 23(3): a State that has reserved must consider restricting what it reserved."""
    party = StateParty(
        state=State("Astoria"),
        reservations=(Reservation(provision=art(23, 3, "b"), stands=True, made_with_consent=True),),
    )
    law = evolve(
        COMPLETE,
        state=ReservingState(party=party),
        scope=evolve(COMPLETE.scope, considered_restricting_offences=False, considered_restricting_closed_groups=False),
    )
    (gap,) = gaps(law)
    assert (gap.id, gap.modality) == ("restriction-of-reservation", Modality.SHALL_CONSIDER)


def test_readings_count() -> None:
    """Arts. 29(1)(b) and 30(1)(b): on the reading that asks for both tasks, one is a gap."""
    law = evolve(COMPLETE, interception=evolve(COMPLETE.interception, compels_to_assist=False))
    assert gaps(law) == ()
    assert names(gaps(law, readings=Readings.of(ProviderCompulsion.BOTH))) == ["interception-orders-to-providers"]


@pytest.mark.parametrize("requirement", requirements(COMPLETE), ids=lambda requirement: requirement.id)
def test_the_modality_is_that_of_the_text(requirement: Any) -> None:
    """Each requirement has the modality that the row of one of its provisions gives."""
    rows = [found for provision in requirement.authority if (found := row(provision)) is not None]
    assert rows
    assert any(requirement.modality in (found.modality, *found.also) for found in rows)


def test_every_paragraph_that_binds_is_asked_of_the_law() -> None:
    """Every paragraph of Arts. 23 to 30, 33 and 34 that tells a State what to do is a requirement, or part of one."""
    asked = {provision for requirement in requirements(COMPLETE) for provision in requirement.authority}
    binding = {
        provision
        for number in (23, 24, 25, 26, 27, 28, 29, 30, 33, 34)
        for provision in art(number).children
        if (found := row(provision)) is not None and found.modality in (Modality.SHALL, Modality.SHALL_CONSIDER)
    }
    reached = {p for p in binding if any(p.contains(q) for q in asked)}
    assert binding - reached == {art(24, 4)}  # says where safeguards apply: see `safeguards_apply`


def test_the_profile_has_every_part() -> None:
    """No part of the profile is left out of the tests above."""
    assert {attribute.name for attribute in fields(ProceduralLaw)} == {"state", "safeguards", *PARTS}


def test_silence_is_asked_of_preservation_and_of_measures_in_real_time() -> None:
    """Arts. 25(3), 29(3), 30(3): production orders and searches come without a duty of confidentiality."""
    silent = {p for one in requirements(COMPLETE) if one.id.endswith("-silence") for p in one.authority}
    assert silent == {art(25, 3), art(29, 3), art(30, 3)}
