"""Procedural law as a source of contradictions: what it lacks, what is not known of it, what it implements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tests.review.records import IN_PLACE, NOT, PARTLY, UNKNOWN, answer, record
from uncc.catalogue import row
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.parties import State, StateParty
from uncc.kernel.provisions import art
from uncc.procedural import (
    PreservationRegime,
    ProceduralLaw,
    ProceduralPower,
    ReservingState,
    SafeguardedPower,
    SafeguardReview,
    ScopeRegime,
    SearchRegime,
    TrafficCollectionRegime,
    WitnessRegime,
    gaps,
    requirements,
    undetermined,
)
from uncc.review import (
    ContradictionKind,
    ImplementationStatus,
    implemented,
    load_record,
    procedural_shortfalls,
    review,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
FALLS_SHORT, SUFFICES = ContradictionKind.LAW_FALLS_SHORT, ContradictionKind.LAW_SUFFICES


def found(law: ProceduralLaw, *citations: str, said: ImplementationStatus = IN_PLACE) -> list[tuple[Any, ...]]:
    """Return the contradictions of a record that says the same of these provisions."""
    reviewed = review(record(*(answer(citation, said) for citation in citations), procedural_law=law))
    return [(str(one.provision), one.kind, one.certain) for one in reviewed.contradictions]


SEARCH = SearchRegime(
    searches_systems=True,
    searches_media=True,
    extends_searches=False,
    seizes_accessed_data=True,
    secures_systems=True,
    copies=True,
    keeps_intact=True,
    makes_inaccessible=True,
)


def test_in_place_while_a_power_is_lacking() -> None:
    """A power that the law lacks contradicts for certain, one that nobody has looked up is to be looked at."""
    law = ProceduralLaw(search=SEARCH)
    assert found(law, "28(1)", "28(2)", "28(3)", "28(4)") == [
        ("Art. 28(2)", FALLS_SHORT, True),
        ("Art. 28(4)", FALLS_SHORT, False),
    ]
    assert found(law, "28(2)", said=PARTLY) == []
    assert found(law, "28(2)", said=UNKNOWN) == []


def test_what_falls_short_is_told_with_its_name() -> None:
    """The details tell the requirement in words, and its name in the model."""
    said = record(answer("28(2)"), procedural_law=ProceduralLaw(search=SEARCH))
    (words,) = review(said).contradictions[0].details
    assert words.startswith("does not meet: authorities that search a system can quickly go on to another one")
    assert words.endswith("(search extension)")


def test_a_part_of_what_falls_short_is_touched() -> None:
    """What is asked of a paragraph is asked of its parts, and of nothing beside it."""
    law = ProceduralLaw(search=evolve(SEARCH, searches_media=False))
    assert found(law, "28(1)(a)", "28(1)(b)", "28(3)(a)", "27(a)")[:2] == [
        ("Art. 27(a)", FALLS_SHORT, False),
        ("Art. 28(1)(a)", FALLS_SHORT, True),
    ]
    assert ("Art. 28(3)(a)", FALLS_SHORT, True) not in found(law, "28(3)(a)")


@pytest.mark.parametrize("said", [NOT, PARTLY])
def test_not_in_place_while_the_law_has_the_power(said: ImplementationStatus) -> None:
    """An answer that says less than the law is to be looked at."""
    law = ProceduralLaw(search=SEARCH)
    assert found(law, "28(1)", "28(1)(a)", "28(2)", "28(4)", said=said) == [
        ("Art. 28(1)", SUFFICES, False),
        ("Art. 28(1)(a)", SUFFICES, False),
    ]


def test_every_requirement_of_a_provision_must_be_met() -> None:
    """A provision with two requirements is implemented when both are met."""
    bound = PreservationRegime(by_order_to_person=True, obliges_to_keep_intact=True, maximum_days=90)
    said = record(procedural_law=ProceduralLaw(preservation=bound))
    assert art(25, 2) in implemented(said)
    too_long = evolve(bound, maximum_days=91)
    assert art(25, 2) not in implemented(record(procedural_law=ProceduralLaw(preservation=too_long)))
    assert implemented(record()) == ()


def test_options_are_neither_used_nor_missed_by_a_law() -> None:
    """A collection by other means serves the paragraph, and not the answer that the option is used."""
    otherwise = TrafficCollectionRegime(authorities_collect=False, principles_forbid=False, ensures_otherwise=True)
    law = ProceduralLaw(traffic_collection=otherwise)
    assert found(law, "29(1)(a)", "29(2)") == [("Art. 29(1)(a)", FALLS_SHORT, True)]
    none = ProceduralLaw(state=ReservingState(party=StateParty(state=State("Astoria"), reservations=())))
    assert found(none, "23(3)(a)", "23(3)(b)", said=NOT) == []
    for provision in implemented(load_record(EXAMPLES / "review_borduria.json")):
        entry = row(provision)
        assert entry is not None
        assert entry.modality not in {Modality.MAY, Modality.MAY_RESERVE}


def test_a_reservation_that_was_not_reconsidered() -> None:
    """To consider restricting a reservation is asked by the provisions that let a State reserve."""
    law = ProceduralLaw(scope=ScopeRegime(considered_restricting_offences=False))
    doubts = [one for one in procedural_shortfalls(law) if "restriction of reservation" in one.what]
    assert [one.authority for one in doubts] == [(art(23, 3, "a"), art(23, 3, "b"))]


def test_what_the_law_must_consider() -> None:
    """A duty to consider that is not met contradicts the answer on it, and on nothing that is mandatory."""
    law = ProceduralLaw(witnesses=WitnessRegime(relocation_considered=False, relocation_agreed=False))
    assert found(law, "33(3)") == [("Art. 33(3)", FALLS_SHORT, True)]


def test_safeguards_are_told_together() -> None:
    """What is asked of every power is told once, with the name of each requirement; certain and doubtful apart."""
    bare = SafeguardReview(needs_remedy=True, effective_remedy=False)
    powers = (ProceduralPower.PRESERVATION, ProceduralPower.PRODUCTION_ORDER)
    law = ProceduralLaw(safeguards=tuple(SafeguardedPower(power=power, review=bare) for power in powers))
    of_safeguards = [one for one in procedural_shortfalls(law) if one.authority == (art(24, 2),)]
    assert [one.finding.is_no for one in of_safeguards] == [True, False]
    assert of_safeguards[0].what.endswith("(remedy preservation, remedy production order)")


def test_every_gap_and_every_doubt_is_among_the_shortfalls() -> None:
    """None is lost by telling some together."""
    law = load_record(EXAMPLES / "review_borduria.json").procedural_law
    assert law is not None
    for described in (law, ProceduralLaw()):
        told = " ".join(one.what for one in procedural_shortfalls(described))
        names = (one.id.replace("-", " ") for one in (*gaps(described), *undetermined(described)))
        assert all(f"{name}," in told or f"{name})" in told for name in names)
        assert len(gaps(described)) + len(undetermined(described)) <= len(requirements(described))


def test_a_law_of_another_state() -> None:
    """A procedural law that names its State names that of the record."""
    other = ProceduralLaw(state=ReservingState(party=StateParty(state=State("Caldera"))))
    with pytest.raises(InvalidValue) as wrong:
        record(procedural_law=other)
    assert str(wrong.value) == "procedural_law: 'Caldera' is not the law of Astoria, whose record this is"
    own = ProceduralLaw(state=ReservingState(party=StateParty(state=State("Astoria"))))
    assert review(record(procedural_law=own)).procedural_law is True
    assert review(record(procedural_law=ProceduralLaw())).procedural_law is True
    assert review(record()).procedural_law is False
