"""What contradicts itself in a case, by number: refused with both names, or told by the report; what follows is filled.

Each contradiction is tried as a document and through constructors.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from uncc.cases import ConfiscationCase, ExtraditionCase, PreservationCase, assess
from uncc.cases.report import Report
from uncc.confiscation import Asset, AssetHistory, ConfiscationRequest, ConfiscationRequestKind, Holding, Money
from uncc.cooperation import (
    ConditionalSurrender,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    NonExtradition,
    Offence,
    Penalty,
    PreservationMeasure,
    PreservationRequest,
    SoughtOffence,
    must_inform_of_extradition_decision,
)
from uncc.doors.serial import load_case, to_json
from uncc.jurisdiction import Whereabouts
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.parties import State, StateParty
from uncc.offences import Conduct, Dissemination, IllegalAccess, IntimateImage, Laundering
from uncc.pages import as_html, as_markdown, as_text
from uncc.procedural import PreservationOrder, PreservationRegime, Renewal
from uncc.questions.exploration import explore

DAY = date(2028, 10, 2)
STATES = {"requesting": {"state": {"name": "Noravia"}}, "requested": {"state": {"name": "Borduria"}}}
MONTH, DECADE = {"kind": "term", "years": 0, "months": 1}, {"kind": "term", "years": 10, "months": 0}
EUR = {"currency": "EUR", "amount": "1"}


def party(name: str) -> StateParty:
    return StateParty(state=State(name))


def preserving(**given: Any) -> PreservationCase:
    """Return a case on preservation of which nothing is known but what is given."""
    both: dict[str, Any] = {"as_of": DAY, "requesting": party("Noravia"), "requested": party("Borduria")}
    known: dict[str, Any] = {**both, "request": PreservationRequest(), **given}
    return PreservationCase(**known)


def offending(**given: Any) -> PreservationCase:
    return preserving(request=PreservationRequest(offence=Offence(title="an offence", **given)))


def extraditing(**given: Any) -> ExtraditionCase:
    """Return a case on extradition of which nothing is known but what is given."""
    both: dict[str, Any] = {"as_of": DAY, "requesting": party("Noravia"), "requested": party("Borduria")}
    known: dict[str, Any] = {**both, "request": ExtraditionRequest(), **given}
    return ExtraditionCase(**known)


def holding(**given: Any) -> ConfiscationCase:
    """Return a case on confiscation about one holding, of which nothing is known but what is given."""
    ransom = Holding(name="ransom", value=Money.parse("EUR 1"), **given)
    asset = Asset(name="ransom", history=AssetHistory((ransom,)))
    request = ConfiscationRequest(kind=ConfiscationRequestKind.ENFORCE_ORDER)
    return ConfiscationCase(
        as_of=DAY, requesting=party("Noravia"), requested=party("Borduria"), request=request, asset=asset
    )


def preservation(**given: Any) -> dict[str, Any]:
    return {"case": "preservation", "request": {}, **given}


def offence(**given: Any) -> dict[str, Any]:
    return preservation(request={"offence": {"title": "an offence", **given}})


def extradition(**given: Any) -> dict[str, Any]:
    return {"case": "extradition", "request": {}, **given}


def property_(**given: Any) -> dict[str, Any]:
    history = {"holdings": [{"name": "ransom", "value": EUR, **given}]}
    return {
        "case": "confiscation",
        "request": {"kind": "enforce-order"},
        "asset": {"name": "ransom", "history": history},
    }


ACCIDENT = dict.fromkeys(IllegalAccess.questions(), False)
REFUSED: tuple[tuple[str, dict[str, Any], Callable[[], object], tuple[str, str]], ...] = (
    (
        "1",
        offence(serious_crime=True, penalty=MONTH),
        lambda: offending(serious_crime=True, penalty=Penalty(years=0, months=1)),
        ("serious_crime", "penalty"),
    ),
    (
        "1",
        offence(serious_crime=False, penalty=DECADE),
        lambda: offending(serious_crime=False, penalty=Penalty(years=10)),
        ("serious_crime", "penalty"),
    ),
    (
        "2",
        offence(established_in_accordance=True, conduct={"illegal-access": ACCIDENT}),
        lambda: offending(established_in_accordance=True, conduct=IllegalAccess(**ACCIDENT)),
        ("established_in_accordance", "conduct"),
    ),
    (
        "3",
        extradition(decision={"decided": False, "refused": True}),
        lambda: extraditing(decision=ExtraditionDecision(decided=False, refused=True)),
        ("decided", "refused"),
    ),
    (
        "4",
        extradition(decision={"refused": False}, refusal={"not_extradited": True}),
        lambda: extraditing(decision=ExtraditionDecision(refused=False), refusal=NonExtradition(not_extradited=True)),
        ("decision.refused", "refusal.not_extradited"),
    ),
    (
        "5",
        extradition(refusal={"not_extradited": False, "nationality_invoked": True}),
        lambda: extraditing(refusal=NonExtradition(not_extradited=False, nationality_invoked=True)),
        ("not_extradited", "nationality_invoked"),
    ),
    (
        "6",
        extradition(position={"is_national": False}, refusal={"nationality_invoked": True}),
        lambda: extraditing(
            position=ExtraditionPosition(is_national=False), refusal=NonExtradition(nationality_invoked=True)
        ),
        ("position.is_national", "refusal.nationality_invoked"),
    ),
    (
        "7",
        extradition(refusal={"not_extradited": True, "surrender": {"surrendered": True}}),
        lambda: extraditing(
            refusal=NonExtradition(not_extradited=True, surrender=ConditionalSurrender(surrendered=True))
        ),
        ("refusal.surrender.surrendered", "refusal.not_extradited"),
    ),
    (
        "8",
        extradition(relation={"spares_nationals": False}, refusal={"nationality_invoked": True}),
        lambda: extraditing(
            relation=ExtraditionRelation(spares_nationals=False), refusal=NonExtradition(nationality_invoked=True)
        ),
        ("relation.spares_nationals", "refusal.nationality_invoked"),
    ),
    (
        "9",
        extradition(
            request={"offences": [{"title": "fraud", "period_too_short": True}]},
            position={"other_conditions_met": True},
        ),
        lambda: extraditing(
            request=ExtraditionRequest(offences=(SoughtOffence(title="fraud", period_too_short=True),)),
            position=ExtraditionPosition(other_conditions_met=True),
        ),
        ("request.offences[0].period_too_short", "position.other_conditions_met"),
    ),
    (
        "12",
        offence(conduct={"laundering": {"knows": False, "knew_at_receipt": True}}),
        lambda: offending(conduct=Laundering(knows=False, knew_at_receipt=True)),
        ("conduct.knows", "conduct.knew_at_receipt"),
    ),
    (
        "13",
        property_(derived_from_offence=False, convention_offence=True),
        lambda: holding(derived_from_offence=False, convention_offence=True),
        ("derived_from_offence", "convention_offence"),
    ),
    (
        "13",
        property_(derived_from_offence=True, lawful_origin_shown=True),
        lambda: holding(derived_from_offence=True, lawful_origin_shown=True),
        ("derived_from_offence", "lawful_origin_shown"),
    ),
    (
        "14",
        preservation(regime={"obliges_confidentiality": False, "confidentiality_days": 90}),
        lambda: preserving(regime=PreservationRegime(obliges_confidentiality=False, confidentiality_days=90)),
        ("obliges_confidentiality", "confidentiality_days"),
    ),
    (
        "14",
        preservation(measure={"period_days": 60, "order": {"days": 10, "renewals": []}}),
        lambda: preserving(measure=PreservationMeasure(period_days=60, order=PreservationOrder(days=10, renewals=()))),
        ("period_days", "order.days"),
    ),
    (
        "14",
        preservation(measure={"effected_on": "2028-01-01", "order": {"ordered_on": "2028-03-01"}}),
        lambda: preserving(
            measure=PreservationMeasure(
                effected_on=date(2028, 1, 1), order=PreservationOrder(ordered_on=date(2028, 3, 1))
            )
        ),
        ("effected_on", "order.ordered_on"),
    ),
    (
        "14",
        preservation(request={"received_on": "2028-10-03"}),
        lambda: preserving(request=PreservationRequest(received_on=date(2028, 10, 3))),
        ("as_of", "request.received_on"),
    ),
    (
        "15",
        preservation(requested={"state": {"name": "noravia "}}),
        lambda: preserving(requested=party("noravia ")),
        ("requested.state.name", "requesting.state.name"),
    ),
)


def read(document: dict[str, Any], tmp_path: Path) -> Any:
    """Return the case of a document between the two States, on the day."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"as_of": DAY.isoformat(), **STATES, **document}), encoding="utf-8")
    return load_case(path)


NUMBERS = [f"{number}-{place}" for place, (number, *_) in enumerate(REFUSED)]
Names = tuple[str, str]


@pytest.mark.parametrize(("document", "names"), [(row[1], row[3]) for row in REFUSED], ids=NUMBERS)
def test_a_document_is_refused_with_both_names(document: dict[str, Any], names: Names, tmp_path: Path) -> None:
    """A case file that contradicts itself has one fault, which names what stands against what."""
    with pytest.raises(DocumentError) as refused:
        read(document, tmp_path)
    place, _, said = str(refused.value).partition(": ")
    assert place.endswith(names[0])
    assert names[1].removeprefix("conduct.") in said
    assert "\n" not in said


@pytest.mark.parametrize(("make", "names"), [(row[2], row[3]) for row in REFUSED], ids=NUMBERS)
def test_a_constructor_refuses_with_both_names(make: Callable[[], object], names: Names) -> None:
    """The same is one error of a constructor, which names what stands against what."""
    with pytest.raises(InvalidValue) as refused:
        make()
    assert names[0].endswith(refused.value.field) or refused.value.field.endswith(names[0])
    assert names[1].rpartition(".")[2] in refused.value.expected


def test_whereabouts_for_nationality_alone_are_a_refusal() -> None:
    """No. 5, Art. 22(3): who is not extradited for nationality alone is not extradited."""
    with pytest.raises(InvalidValue, match=r"not_extradited: False .* as for_nationality_alone is true"):
        Whereabouts(not_extradited=False, for_nationality_alone=True)
    assert Whereabouts(for_nationality_alone=True).not_extradited is True
    assert Whereabouts(not_extradited=False).for_nationality_alone is False


def test_what_the_law_lets_be_is_no_contradiction() -> None:
    """What agrees with one of two laws, with a reading or with what is not known is taken as it stands."""
    split = Offence(
        title="fraud", serious_crime=True, penalty=Penalty(years=1), penalty_in_requested_state=Penalty(years=9)
    )
    assert split.serious_crime is True
    unsure = Offence(title="access", established_in_accordance=True, conduct=IllegalAccess(without_right=True))
    assert unsure.established_in_accordance is True
    renewed = PreservationOrder(days=10, renewals=(Renewal(days=50),))
    assert PreservationMeasure(period_days=60, order=renewed).period_days == 60
    two = tuple(SoughtOffence(title=f"offence {number}", period_too_short=number == 1) for number in range(2))
    position = ExtraditionPosition(other_conditions_met=True)
    assert extraditing(request=ExtraditionRequest(offences=two), position=position).position == position
    elements = Laundering(knows=False, knew_at_receipt=True)  # a law may ask for these, and is no case
    assert elements.knew_at_receipt is True


def test_a_birthday_is_no_fact_beside_the_age(tmp_path: Path) -> None:
    """No. 11: what is recorded of an age is one fact, so that a birthday cannot stand against it."""
    image = {"over_18": True, "on_eighteenth_birthday": True}
    with pytest.raises(DocumentError, match="on_eighteenth_birthday"):
        read(offence(conduct={"intimate-images": {"image": image}}), tmp_path)


# What life allows

MATERIAL: Conduct = Dissemination(image=IntimateImage(over_18=True, is_abuse_material=True))
TOLD: tuple[tuple[str, dict[str, Any], Callable[[], Any], tuple[str, str]], ...] = (
    (
        "10",
        extradition(relation={"treaty_binds": True, "considers_convention_basis": True}),
        lambda: extraditing(relation=ExtraditionRelation(treaty_binds=True, considers_convention_basis=True)),
        ("relation.treaty_binds", "relation.considers_convention_basis"),
    ),
    (
        "11",
        offence(conduct={"intimate-images": {"image": {"over_18": True, "is_abuse_material": True}}}),
        lambda: offending(conduct=MATERIAL),
        ("request.offence.conduct.image.over_18", "request.offence.conduct.image.is_abuse_material"),
    ),
)


@pytest.mark.parametrize(("document", "make", "names"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_what_life_allows_is_told(
    document: dict[str, Any],
    make: Callable[[], ExtraditionCase | PreservationCase],
    names: tuple[str, str],
    tmp_path: Path,
) -> None:
    """Facts that seldom go together stand, and each form of the report tells them in a section of its own."""
    case = make()
    assert read(document, tmp_path) == case
    report: Report = assess(case)
    (conflict,) = report.conflicts
    assert (conflict.one.path, conflict.other.path) == names
    for shown in (as_text(report), as_markdown(report), as_html(report)):
        assert "contradictions in the case file" in shown.lower()
        assert all(name.rpartition(".")[2] in shown.replace("\\", "") for name in names)
    data = json.loads(to_json(report))["conflicts"]
    assert [[one["one"]["path"], one["other"]["path"]] for one in data] == [list(names)]
    assert "At odds" in as_text(report)


def test_what_is_not_at_odds_is_not_told() -> None:
    """A report of a case without contradictions has no section of them."""
    report: Report = assess(extraditing(relation=ExtraditionRelation(treaty_binds=True)))
    assert report.conflicts == ()
    assert "Contradictions" not in as_text(report)


# What follows


def test_what_follows_is_filled_in_across_a_case() -> None:
    """A refusal for nationality says that she is a national; of one who is none no such refusal is asked."""
    refused = extraditing(refusal=NonExtradition(nationality_invoked=True))
    assert (refused.position.is_national, refused.refusal and refused.refusal.not_extradited) == (True, True)
    foreign = extraditing(position=ExtraditionPosition(is_national=False), refusal=NonExtradition())
    assert foreign.refusal is not None
    assert foreign.refusal.nationality_invoked is False
    asked = {question.question.name for question in assess(foreign).open_questions}
    before = {question.question.name for question in assess(extraditing(refusal=NonExtradition())).open_questions}
    assert "NonExtradition.nationality_invoked" in before
    assert "NonExtradition.nationality_invoked" not in asked


def test_a_chain_is_followed_to_its_end() -> None:
    """What is undecided is not refused, so a person who is not extradited contradicts it."""
    with pytest.raises(InvalidValue, match=r"decision\.refused: False .* as refusal\.not_extradited is true"):
        extraditing(decision=ExtraditionDecision(decided=False), refusal=NonExtradition(not_extradited=True))


def test_a_refusal_is_explored_in_the_worlds_that_can_be() -> None:
    """Art. 37(18): of four completions of what was decided and what refused, the three count that can be."""
    finding = must_inform_of_extradition_decision(ExtraditionDecision())
    table = explore(finding, "ExtraditionDecision.decided", "ExtraditionDecision.refused")
    assert len(list(table.rows())) == 3
