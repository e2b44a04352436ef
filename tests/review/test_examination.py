"""The review: what is counted, what a paragraph says of its parts, figures, contradictions, notifications."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from tests.final_provisions.builders import WHOLE
from tests.review.records import IN_PLACE, NOT, NOT_APPLICABLE, PARTLY, UNKNOWN, answer, record, records
from uncc.cases import DomesticLaw
from uncc.catalogue import row, rows
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import load_case
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.findings import derived
from uncc.kernel.parties import State
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.offences import (
    ConventionOffence,
    DataInterference,
    DeviceAct,
    DeviceItem,
    DomesticOffence,
    PredicateLaw,
    ReservedAct,
)
from uncc.review import (
    RESERVABLE,
    Contradiction,
    ContradictionKind,
    ImplementationStatus,
    Review,
    Shortfall,
    StateRecord,
    Strength,
    load_record,
    received,
    review,
    shortfalls,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
STATE_ROLES = {"state-party", "states-parties", "requesting-state", "requested-state", "competent-authority"}
ASKING = {Modality.SHALL, Modality.SHALL_NOT, Modality.SHALL_CONSIDER, Modality.SHALL_ENDEAVOUR, Modality.ENCOURAGED}
OPTIONAL = {Modality.MAY, Modality.MAY_RESERVE}


def status(found: Review, citation: str) -> ImplementationStatus:
    """Return the status of a provision in a review."""
    return next(one.status for one in found.provisions if one.provision == Provision.parse(citation))


def kinds(found: Review) -> list[tuple[str, ContradictionKind, bool]]:
    """Return the contradictions of a review in brief."""
    return [(str(one.provision), one.kind, one.certain) for one in found.contradictions]


# What is counted


def test_what_asks_something_of_a_state_is_reviewed() -> None:
    """Definitions and statements ask nothing, and what is asked of the Conference or the secretariat no State does."""
    reviewed = {one.provision for one in review(record()).provisions}
    for one in rows():
        for_states = bool({bearer.value for bearer in one.bearers} & STATE_ROLES)
        if for_states and one.modality in ASKING | OPTIONAL:
            assert one.provision in reviewed, one.provision
        if one.modality in {Modality.DEFINITION, Modality.STATEMENT, Modality.NOTHING_OBLIGES} or not one.bearers:
            assert one.provision not in reviewed, one.provision
    assert art(58, 2, "a") not in reviewed
    assert art(57, 3) not in reviewed
    assert art(57, 6) in reviewed


def test_the_strength_is_that_of_the_modality() -> None:
    """Shall and shall not are mandatory, may and may reserve are options, and the others are what they say."""
    for one in review(record()).provisions:
        expected = {
            Modality.SHALL: Strength.MANDATORY,
            Modality.SHALL_NOT: Strength.MANDATORY,
            Modality.SHALL_CONSIDER: Strength.TO_CONSIDER,
            Modality.SHALL_ENDEAVOUR: Strength.TO_ENDEAVOUR,
            Modality.ENCOURAGED: Strength.ENCOURAGED,
        }.get(one.modality, Strength.OPTION)
        assert one.strength is expected, one.provision


def test_the_mandatory_stand_first() -> None:
    """Provisions are sorted by strength, and then as in the text."""
    provisions = review(record()).provisions
    ranks = [(list(Strength).index(one.strength), one.provision) for one in provisions]
    assert ranks == sorted(ranks)


def test_nothing_said_is_not_known() -> None:
    """A State that says nothing has no gap, for nobody knows; and nothing is in place."""
    found = review(record())
    assert found.mandatory_gaps == ()
    assert {one.status for one in found.provisions} == {UNKNOWN}
    assert (found.contradictions, found.notifications, found.law) == ((), None, None)
    assert found.rows == len(rows())


def test_answers_that_are_not_counted_are_told() -> None:
    """An answer on a definition, or on what the Conference does, is kept and counts nowhere."""
    found = review(record(answer("2(a)"), answer("58(1)"), answer("7(1)")))
    assert found.not_counted == (art(2, "a"), art(58, 1))


# A paragraph and its parts


@pytest.mark.parametrize("settling", [IN_PLACE, NOT_APPLICABLE])
def test_a_paragraph_answers_for_its_parts(settling: ImplementationStatus) -> None:
    """What is true of the whole is true of its parts of the same strength."""
    found = review(record(answer("42(3)", settling)))
    for letter in "abcdefg":
        assert status(found, f"42(3)({letter})") is settling
    deep = review(record(answer("11(1)", settling)))
    assert status(deep, "11(1)(a)(ii)") is settling


@pytest.mark.parametrize("open_status", [PARTLY, NOT, UNKNOWN])
def test_what_is_missing_of_the_whole_is_open_of_its_parts(open_status: ImplementationStatus) -> None:
    """Where the whole is not in place, it is not known which part is missing."""
    assert status(review(record(answer("42(3)", open_status))), "42(3)(a)") is UNKNOWN


def test_a_part_speaks_for_itself() -> None:
    """Its own answer goes before that of the paragraph."""
    found = review(record(answer("42(3)"), answer("42(3)(a)", UNKNOWN)))
    assert status(found, "42(3)(a)") is UNKNOWN
    assert status(found, "42(3)(b)") is IN_PLACE


def test_options_speak_for_themselves() -> None:
    """That a list of options is used does not say which; and a duty does not settle an option within it."""
    assert status(review(record(answer("53(3)"))), "53(3)(a)") is UNKNOWN
    assert status(review(record(answer("17(2)"))), "17(2)(e)") is UNKNOWN
    assert status(review(record(answer("14(1)"))), "14(1)(a)") is IN_PLACE


def test_a_part_of_another_strength_speaks_for_itself() -> None:
    """What is said of a paragraph neither settles nor contradicts a part that asks for something else than it does."""
    assert status(review(record(answer("17(2)"))), "17(2)(a)") is UNKNOWN
    for found in review(record()).provisions:
        whole = None if found.provision.parent is None else row(found.provision.parent)
        if whole is None or found.strength is Strength.of(whole.modality):
            continue
        said = answer(str(whole.provision))
        assert status(review(record(said)), str(found.provision)) is UNKNOWN
        kinds_found = kinds(review(record(said, answer(str(found.provision), NOT))))
        assert ContradictionKind.PART_MISSING not in {kind for _, kind, _ in kinds_found}, found.provision


# Figures


@given(records())
def test_figures_add_up(found: StateRecord) -> None:
    """Each provision counts once, by strength and, where mandatory, by chapter; the denominator is what applies."""
    reviewed = review(found)
    by_strength = [one for one in reviewed.progress if one.chapter is None]
    assert [one.strength for one in by_strength] == list(Strength)
    for one in reviewed.progress:
        members = [
            member
            for member in reviewed.provisions
            if member.strength is one.strength and one.chapter in (None, member.provision.chapter)
        ]
        counts = Counter(member.status for member in members)
        assert one.total == len(members) == counts.total()
        assert (one.in_place, one.partly) == (counts[IN_PLACE], counts[PARTLY])
        assert (one.not_in_place, one.not_applicable, one.unknown) == (
            counts[NOT],
            counts[NOT_APPLICABLE],
            counts[UNKNOWN],
        )
        assert one.applicable == one.total - one.not_applicable
    chapters = [one for one in reviewed.progress if one.chapter is not None]
    assert sum(one.total for one in chapters) == by_strength[0].total
    assert {one.strength for one in chapters} <= {Strength.MANDATORY}


def test_mandatory_gaps() -> None:
    """What shall be and is not, or only partly; options not taken are no gaps."""
    found = review(record(answer("7(1)", NOT), answer("8(1)", PARTLY), answer("9(2)", NOT), answer("55(3)", NOT)))
    assert [str(one.provision) for one in found.mandatory_gaps] == ["Art. 7(1)", "Art. 8(1)"]
    assert [str(one.provision) for one in found.of(Strength.OPTION, NOT)] == ["Art. 9(2)"]
    assert [str(one.provision) for one in found.of(Strength.TO_CONSIDER, NOT)] == ["Art. 55(3)"]


# Contradictions: the law


def data_law(**others: Any) -> DomesticLaw:
    """Return a law on data that does not say whether it reaches suppressing."""
    known = {"damages": True, "deletes": True, "deteriorates": True, "alters": True, **others}
    offence = DomesticOffence(title="Data Act", criminal=True, definition=DataInterference(**known))
    return DomesticLaw(state=State("Astoria"), title="Data Act", offences=(offence,))


SUPPRESSES = "does not reach: electronic data are suppressed (Data Act)"


def test_in_place_while_the_law_falls_short() -> None:
    """A gap of the law contradicts an answer on its paragraph; a doubt is told as one."""
    said = record(answer("9(1)"))
    certain = review(evolve(said, law=data_law(suppresses=False)))
    assert certain.contradictions == (
        Contradiction(provision=art(9, 1), kind=ContradictionKind.LAW_FALLS_SHORT, details=(SUPPRESSES,), certain=True),
    )
    doubtful = review(evolve(said, law=data_law()))
    assert kinds(doubtful) == [("Art. 9(1)", ContradictionKind.LAW_FALLS_SHORT, False)]
    assert doubtful.contradictions[0].details == (SUPPRESSES,)
    assert review(evolve(said, law=data_law(suppresses=True))).contradictions == ()
    assert review(said).contradictions == ()


@pytest.mark.parametrize("said", [PARTLY, NOT, NOT_APPLICABLE, UNKNOWN])
def test_only_what_is_said_to_be_in_place_is_contradicted_by_a_gap(said: ImplementationStatus) -> None:
    """A State that says itself that something is missing does not contradict its law."""
    assert review(evolve(record(answer("9(1)", said)), law=data_law(suppresses=False))).contradictions == ()


@pytest.mark.parametrize(("said", "expected"), [(PARTLY, 1), (NOT, 1), (UNKNOWN, 0), (NOT_APPLICABLE, 0)])
def test_not_in_place_while_the_law_implements_it(said: ImplementationStatus, expected: int) -> None:
    """An answer that says too little is to be looked at: it may be about practice and not about the law."""
    found = review(evolve(record(answer("9(1)", said)), law=data_law(suppresses=True)))
    assert kinds(found) == [("Art. 9(1)", ContradictionKind.LAW_SUFFICES, False)] * expected


def test_a_gap_touches_what_it_is_about_and_nothing_else() -> None:
    """A law without an offence contradicts the paragraph, its parts, and no option or other article."""
    law = DomesticLaw(state=State("Astoria"), title="Empty", offences=(), reserving=())
    said = record(answer("11(1)(b)"), answer("11(2)"), answer("13(a)"), answer("21(8)"), answer("25(1)"), law=law)
    assert [(str(one.provision), one.kind) for one in review(said).contradictions] == [
        ("Art. 11(1)(b)", ContradictionKind.LAW_FALLS_SHORT),
        ("Art. 13(a)", ContradictionKind.LAW_FALLS_SHORT),
    ]


def test_shortfalls_of_predicates() -> None:
    """A law that makes too few offences predicate offences falls short of Art. 17(2)."""
    law = data_law(suppresses=True)
    named = {str(provision) for one in shortfalls(law) for provision in one.authority}
    assert "Art. 17(2)(a)" in named
    drovia = load_case(EXAMPLES / "statute_borduria.json", DomesticLaw)
    assert shortfalls(drovia) == ()
    assert len(shortfalls(evolve(drovia, predicates=PredicateLaw()))) == 1


def test_further_shortfalls() -> None:
    """What falls short of other chapters can be brought in, law or no law."""
    finding = derived(False, "the law has the power", art(28, 2))
    short = Shortfall(authority=(art(25, 1),), what="no power", finding=finding)
    found = review(record(answer("25(1)")), further=[short])
    assert found.contradictions[0].details == ("no power",)
    part = Shortfall(authority=(art(42, 3, "c"),), what="no such rule", finding=finding)
    around = review(record(answer("42(3)"), answer("42(3)(b)"), answer("42(3)(c)")), further=[part])
    assert [str(one.provision) for one in around.contradictions] == ["Art. 42(3)", "Art. 42(3)(c)"]
    both = review(record(answer("25(1)"), answer("9(1)"), law=data_law(suppresses=False)), further=[short])
    assert [str(one.provision) for one in both.contradictions] == ["Art. 9(1)", "Art. 25(1)"]


# Contradictions: parts, reservations, days


def test_in_place_while_a_part_is_not() -> None:
    """The whole is not in place while a part of the same strength is not; an option that is not taken does no harm."""
    found = review(record(answer("22(1)"), answer("22(1)(b)", NOT), answer("17(2)"), answer("17(2)(e)", NOT)))
    assert kinds(found) == [("Art. 22(1)", ContradictionKind.PART_MISSING, True)]
    assert found.contradictions[0].details == ("Art. 22(1)(b): not in place",)
    assert review(record(answer("22(1)", PARTLY), answer("22(1)(b)", NOT))).contradictions == ()
    assert review(record(answer("53(3)"), answer("53(3)(a)", NOT))).contradictions == ()


@pytest.mark.parametrize("provision", RESERVABLE, ids=str)
@pytest.mark.parametrize(("reserved", "expected"), [(True, []), (False, [True]), (None, [False])])
def test_an_option_that_is_used_by_reserving(provision: Provision, reserved: bool | None, expected: list[bool]) -> None:
    """Using it without a reservation contradicts; where it is not known whether there is one, it is to be looked at."""
    for said in (IN_PLACE, PARTLY):
        found = review(record(answer(str(provision), said, reserved=reserved)))
        assert [(one.kind, one.certain) for one in found.contradictions] == [
            (ContradictionKind.OPTION_NOT_DECLARED, certain) for certain in expected
        ]
    assert review(record(answer(str(provision), NOT, reserved=reserved))).contradictions == ()


def test_the_catalogue_lets_reserve_where_the_review_does() -> None:
    """Each row whose modality is to reserve is one of these provisions, or stands above or below one of them."""
    for found in rows():
        near = any(one.contains(found.provision) or found.provision.contains(one) for one in RESERVABLE)
        assert (found.modality is Modality.MAY_RESERVE) is near, found.provision


def test_a_reservation_that_the_convention_does_not_provide_for() -> None:
    """It is to be looked at: the text forbids none, and the general law of treaties decides."""
    found = review(record(answer("10", NOT, reserved=True)))
    assert kinds(found) == [("Art. 10", ContradictionKind.RESERVATION_NOT_PROVIDED, False)]
    assert review(record(answer("10", NOT, reserved=False))).contradictions == ()
    for citation in ("23(3)", "23(3)(b)(i)"):
        assert review(record(answer(citation, NOT, reserved=True))).contradictions == (), citation


SALE = ReservedAct(DeviceAct.SALE, DeviceItem.ACCESS_DATA)
OBTAINING = ReservedAct(DeviceAct.OBTAINING, DeviceItem.ACCESS_DATA)


@pytest.mark.parametrize(
    ("reserving", "said", "expected"),
    [
        (OBTAINING, {"status": IN_PLACE, "reserved": True}, []),
        (OBTAINING, {"status": NOT, "reserved": False}, [(ContradictionKind.OPTION_NOT_DECLARED, True)]),
        (OBTAINING, {"status": IN_PLACE, "reserved": False}, [(ContradictionKind.OPTION_NOT_DECLARED, True)]),
        (OBTAINING, None, [(ContradictionKind.OPTION_NOT_DECLARED, False)]),
        (SALE, {"status": IN_PLACE, "reserved": True}, [(ContradictionKind.RESERVATION_TOO_WIDE, True)]),
    ],
)
def test_acts_to_which_the_law_does_not_apply_art_11(
    reserving: ReservedAct, said: dict[str, Any] | None, expected: list[tuple[ContradictionKind, bool]]
) -> None:
    """A law that rests on a reservation needs one, and one that Art. 11(3) permits."""
    law = evolve(data_law(suppresses=True), reserving=(reserving,))
    answers = () if said is None else (answer("11(3)", **said),)
    found = review(record(*answers, law=law)).contradictions
    assert [(one.kind, one.certain) for one in found] == expected
    assert all(one.provision == art(11, 3) for one in found)


def test_in_place_from_a_day_to_come() -> None:
    """What begins after the day of the record is not in place on that day."""
    said = answer("7(1)", since=date(2029, 7, 1))
    assert kinds(review(record(said, as_of=date(2029, 6, 30)))) == [("Art. 7(1)", ContradictionKind.NOT_YET, True)]
    assert review(record(said, as_of=date(2029, 7, 1))).contradictions == ()
    assert review(record(said)).contradictions == ()
    assert review(record(evolve(said, status=PARTLY), as_of=date(2029, 6, 30))).contradictions == ()
    assert review(record(answer("7(1)"), as_of=date(2029, 6, 30))).contradictions == ()


# Notifications


def duty(*, owed: bool | None) -> Duty:
    """Return a duty to notify."""
    return Duty(
        id="prevention-authority",
        bearer=Role.STATE_PARTY,
        modality=Modality.SHALL,
        act="name the authority",
        authority=(art(53, 7),),
        trigger=derived(owed, "it is owed and has not been made", art(53, 7)),
        towards=Role.SECRETARY_GENERAL,
    )


def test_notifications_that_are_owed() -> None:
    """Those owed, or perhaps owed, are told; those not owed are not; nobody having looked is something else."""
    assert review(record()).notifications is None
    assert review(record(), notifications=()).notifications == ()
    given_in = (duty(owed=True), duty(owed=False), duty(owed=None))
    assert review(record(), notifications=iter(given_in)).notifications == (given_in[0], given_in[2])


@pytest.mark.parametrize(("owed", "expected"), [(True, [True]), (None, [False]), (False, [])])
def test_in_place_while_the_notification_is_owed(owed: bool | None, expected: list[bool]) -> None:
    """An answer that a notification was made does not agree with one that is owed."""
    found = review(record(answer("53(7)")), notifications=[duty(owed=owed)])
    assert [(one.kind, one.certain) for one in found.contradictions] == [
        (ContradictionKind.NOTIFICATION_MISSING, certain) for certain in expected
    ]
    assert review(record(answer("53(7)", NOT)), notifications=[duty(owed=owed)]).contradictions == ()


# The examples


def test_borduria() -> None:
    """A State that has come far: one reservation is in order, one is not made, one answer says too little."""
    law = load_case(EXAMPLES / "statute_borduria.json", DomesticLaw)
    found = review(evolve(load_record(EXAMPLES / "review_borduria.json"), law=law))
    assert kinds(found) == [
        ("Art. 16(1)", ContradictionKind.LAW_SUFFICES, False),
        ("Art. 24(1)", ContradictionKind.LAW_FALLS_SHORT, False),
        ("Art. 25(2)", ContradictionKind.LAW_FALLS_SHORT, True),
        ("Art. 27(b)", ContradictionKind.LAW_FALLS_SHORT, False),
        ("Art. 28(2)", ContradictionKind.LAW_FALLS_SHORT, True),
        ("Art. 28(4)", ContradictionKind.LAW_SUFFICES, False),
        ("Art. 42(5)", ContradictionKind.OPTION_NOT_DECLARED, True),
        ("Art. 53(4)", ContradictionKind.NOT_YET, True),
    ]
    gaps = {str(one.provision) for one in found.mandatory_gaps}
    assert {"Art. 25(3)", "Art. 42(7)", "Art. 42(8)", "Art. 53(7)"} <= gaps


@pytest.mark.parametrize(
    ("name", "missing", "at_odds"),
    [
        (
            "review_borduria.json",
            ["Art. 17(2)(d)", "Art. 37(19)", "Art. 40(13)", "Art. 41(2)", "Art. 50(5)", "Art. 53(7)"],
            [],
        ),
        (
            "review_drovia.csv",
            ["Art. 17(2)(d)", "Art. 37(19)", "Art. 40(12)(c)", "Art. 41(2)", "Art. 50(5)", "Art. 53(7)"],
            ["Art. 63(3)"],
        ),
    ],
)
def test_what_the_examples_have_not_notified(name: str, missing: list[str], at_odds: list[str]) -> None:
    """The table of deposits tells which notifications are missing, and which declaration was never received."""
    said = load_record(EXAMPLES / name)
    history = evolve(load_deposits(EXAMPLES / "deposits.csv"), **WHOLE)
    found = received(said, history)
    assert [str(one.authority[0]) for one in found.owed if one.trigger.is_yes] == missing
    assert [str(one.provision) for one in found.at_odds] == at_odds


def test_drovia() -> None:
    """A State at the beginning: its law falls short of two articles that it says are in place."""
    law = load_case(EXAMPLES / "statute_drovia.json", DomesticLaw)
    found = review(evolve(load_record(EXAMPLES / "review_drovia.csv"), law=law))
    short = [str(one.provision) for one in found.contradictions if one.kind is ContradictionKind.LAW_FALLS_SHORT]
    assert short == ["Art. 9(1)", "Art. 13(a)", "Art. 13(b)", "Art. 13(c)"]
    assert ("Art. 10", ContradictionKind.RESERVATION_NOT_PROVIDED, False) in kinds(found)
    assert ConventionOffence.DATA_INTERFERENCE.authority == art(9, 1)
    assert {str(one.provision) for one in found.mandatory_gaps} >= {"Art. 14(1)(d)", "Art. 22(3)", "Art. 42(8)"}
