"""The ratification file: which acts are needed or open, by when, what they change, and what stands already."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tests.review.records import NOT, answer
from uncc.cases import DomesticLaw
from uncc.doors.serial import from_json, load_case, to_json
from uncc.final_provisions import (
    Act,
    Event,
    History,
    Moment,
    Practice,
    RegionalOrganization,
    Status,
    notifications,
)
from uncc.kernel.between import Between
from uncc.kernel.errors import InvalidValue
from uncc.kernel.parties import State
from uncc.kernel.provisions import art
from uncc.procedural import ProceduralLaw
from uncc.review import (
    JoiningAct,
    JoiningKind,
    JoiningStanding,
    RatificationFile,
    StateRecord,
    ratification_file,
)
from uncc.review.joining import AT_ANY_TIME
from uncc.review.joining_words import words_of

EXAMPLES = Path(__file__).parents[2] / "examples"
ON, DEPOSIT = date(2027, 7, 1), date(2028, 1, 12)
FORTY = [Event(participant=f"State {number}", act=Act.ACCESSION, on=date(2027, 3, 1)) for number in range(40)]
NEEDED, POSSIBLE = JoiningStanding.NEEDED, JoiningStanding.POSSIBLE
TO_SETTLE, DONE = JoiningStanding.TO_SETTLE, JoiningStanding.DONE
NAME = "Nordmark"
RECORD = StateRecord(state=State(NAME))


def ev(act: Act, on: Any, *, name: str = NAME, **about: Any) -> Event:
    """Return an event of the State that joins."""
    return Event(participant=name, act=act, on=on, **about)


def filed(*events: Event, on: date = ON, deposit_on: date | None = None, of: StateRecord = RECORD) -> RatificationFile:
    """Return the file of a State in a history of forty Parties and these events, in which nothing else happens."""
    return ratification_file(of, History.story((*FORTY, *events)), on, deposit_on=deposit_on)


def standings(found: RatificationFile, *kinds: JoiningKind) -> dict[str, JoiningStanding]:
    """Return how things stand, by the ids of the acts of some kinds."""
    return {act.id: act.standing for act in found.of(*kinds)}


def one(found: RatificationFile, name: str) -> JoiningAct:
    """Return the act with this id."""
    (act,) = (act for act in found.acts if act.id == name)
    return act


# Consent


def test_which_consent_is_open_follows_the_signature() -> None:
    """Art. 64: to sign until the end of 2026, to ratify after a signature, to accede at any time; one is needed."""
    consent = JoiningKind.CONSENT
    assert standings(filed(), consent) == {"accession": NEEDED}
    assert standings(filed(on=date(2026, 7, 1)), consent) == {"signature": POSSIBLE, "accession": NEEDED}
    signed = filed(ev(Act.SIGNATURE, date(2025, 10, 25)))
    assert standings(signed, consent) == {"ratification": POSSIBLE, "accession": POSSIBLE}
    assert one(signed, "ratification").details == (
        "One of ratification (acceptance, approval) and accession is needed.",
    )
    unknown = ratification_file(RECORD, on=ON)
    assert unknown.status is Status.UNDETERMINED
    assert standings(unknown, consent) == {"ratification": TO_SETTLE, "accession": TO_SETTLE}


@pytest.mark.parametrize("act", [Act.RATIFICATION, Act.ACCEPTANCE, Act.ACCESSION, Act.SUCCESSION])
def test_a_consent_that_was_given_is_done(act: Act) -> None:
    """Nothing is left to sign or to deposit; its day is that from which others are counted."""
    before = (ev(Act.SIGNATURE, date(2025, 10, 25)),) if act in (Act.RATIFICATION, Act.ACCEPTANCE) else ()
    about: dict[str, Any] = {"effective_on": date(2027, 6, 1)} if act is Act.SUCCESSION else {}
    found = filed(*before, ev(act, date(2027, 6, 1), **about))
    (consent,) = found.of(JoiningKind.CONSENT)
    named = act.value if act in (Act.ACCESSION, Act.SUCCESSION) else "ratification"
    assert (consent.id, consent.standing, consent.wording, found.deposit_on) == (named, DONE, "", date(2027, 6, 1))


@pytest.mark.long
def test_what_happens_after_the_day_is_not_known_on_it() -> None:
    """A State that accedes later has not acceded yet, and one that left can join anew."""
    assert standings(filed(ev(Act.ACCESSION, date(2027, 9, 1))), JoiningKind.CONSENT) == {"accession": NEEDED}
    left = filed(ev(Act.ACCESSION, date(2026, 1, 1)), ev(Act.DENUNCIATION, date(2027, 8, 1)), on=date(2029, 1, 1))
    assert left.status is Status.FORMER_PARTY
    assert one(left, "accession").standing is NEEDED
    of_old = ratification_file(
        RECORD, History(events=(ev(Act.ACCESSION, date(2026, 1, 1)),), complete_until=None), date(2027, 7, 1)
    )
    assert one(of_old, "accession").standing is DONE


# Days


def test_days_are_counted_from_the_instrument() -> None:
    """Art. 65(2): thirty days after the deposit; what comes with the instrument is due on its day."""
    found = filed(deposit_on=DEPOSIT)
    assert str(found.in_force_on) == "2028-02-11 [Art. 65(2)]"
    assert str(one(found, "languages").due) == "2028-01-12 [Art. 40(13)]"
    assert one(found, "contact-point").due is None
    assert one(found, "diplomatic-channels").due is None
    assert one(found, "law-art-7").due == found.in_force_on
    assert one(found, "accession").details[-1].endswith("the Convention binds it from 2028-02-11 [Art. 65(2)].")
    few = ratification_file(RECORD, History.story(), ON, deposit_on=DEPOSIT)
    assert few.in_force_on is None
    assert one(few, "accession").details[-1].endswith("from a day that is not determined yet.")
    assert (filed().deposit_on, filed().in_force_on) == (None, None)
    assert str(one(filed(on=date(2026, 1, 1)), "signature").due) == "2026-12-31 [Art. 64(1)]"


def test_the_day_of_the_file_is_needed_and_comes_first() -> None:
    """Without a day there is no file; an instrument cannot be planned for a day before it."""
    assert ratification_file(evolve(RECORD, as_of=ON), History.story()).on == ON
    with pytest.raises(InvalidValue, match="on: None is not"):
        ratification_file(RECORD, History.story())
    with pytest.raises(InvalidValue, match="a day on or after that of the file, 2027-07-01"):
        filed(deposit_on=date(2027, 6, 30))
    vague = filed(ev(Act.ACCESSION, Between(date(2027, 5, 1), date(2027, 5, 3))))
    assert vague.deposit_on is None


# What is told and declared


def test_every_notification_of_joining_has_words() -> None:
    """What belongs to joining has its effect and a wording that names the State; the rest is no part of the file."""
    joining = [
        each
        for each in notifications()
        if (each.id in AT_ANY_TIME if each.moment is Moment.ANY_TIME else each.moment not in NOT_OF_JOINING)
    ]
    assert all(NAME in words_of(each.id, NAME).wording for each in joining)
    told = {act.id for act in filed().acts if act.kind not in (JoiningKind.CONSENT, JoiningKind.LAW)}
    assert told == {each.id for each in joining if not each.id.startswith("competence")}


NOT_OF_JOINING = (Moment.ON_CHANGE, Moment.WHEN_REQUIRED)


def test_what_is_needed_and_what_is_open() -> None:
    """Shall is needed, may is possible, and what turns on an unknown fact is to be settled."""
    found = filed(deposit_on=DEPOSIT)
    assert standings(found, JoiningKind.AUTHORITY) == {
        "extradition-authority": NEEDED,
        "distinct-central-authority": TO_SETTLE,
        "central-authority": NEEDED,
        "contact-point": NEEDED,
        "prevention-authority": NEEDED,
    }
    assert set(standings(found, JoiningKind.RESERVATION).values()) == {POSSIBLE}
    assert standings(found, JoiningKind.DECLARATION) == {
        "extradition-basis": TO_SETTLE,
        "diplomatic-channels": POSSIBLE,
        "dispute-opt-out": POSSIBLE,
    }
    assert one(found, "extradition-basis").details[0].endswith("(ask: State Party)")
    assert one(found, "central-authority").provisions == (art(40, 12, "a"), art(40, 12, "c"))
    assert all(gap in act.wording for act in found.acts for gap in act.gaps)
    assert len(one(found, "languages").gaps) == 1


def test_the_practice_of_the_record_settles_what_turns_on_it() -> None:
    """Art. 37(6)(a) is needed where extradition needs a treaty, and no part of the file where it does not."""
    asked = Practice(extradition_needs_treaty=True, has_separate_region=True)
    found = filed(of=evolve(RECORD, practice=asked))
    assert one(found, "extradition-basis").standing is NEEDED
    assert one(found, "distinct-central-authority").standing is POSSIBLE
    neither = Practice(extradition_needs_treaty=False, has_separate_region=False)
    names = {act.id for act in filed(of=evolve(RECORD, practice=neither)).acts}
    assert not {"extradition-basis", "distinct-central-authority"} & names


def test_what_was_told_or_declared_is_done() -> None:
    """What the depositary has received needs no wording; a reservation that was not made in time is open no more."""
    joined = (
        ev(Act.ACCESSION, date(2027, 6, 1)),
        ev(Act.NOTIFICATION, date(2027, 6, 1), provision=art(40, 13)),
        ev(Act.RESERVATION, date(2027, 6, 1), provision=art(42, 5)),
    )
    found = filed(*joined)
    for name in ("languages", "reserve-preservation"):
        assert (one(found, name).standing, one(found, name).wording, one(found, name).gaps) == (DONE, "", ())
    assert one(found, "central-authority").standing is NEEDED
    assert "reserve-misuse-of-devices" not in {act.id for act in found.acts}


def test_an_organization_declares_its_competence_and_has_no_laws_here() -> None:
    """Art. 64(3) and (4): in its instrument of ratification, or on acceding; by the way that is open to it."""
    union = RegionalOrganization(NAME, members=("State 1",))
    history = History.story(FORTY, organizations=(union,))
    found = ratification_file(RECORD, history, ON)
    assert found.organization
    assert not found.of(JoiningKind.LAW)
    competences = [act.id for act in found.acts if act.id.startswith("competence")]
    assert competences == ["competence-with-accession"]
    signed = History.story(
        (ev(Act.SIGNATURE, date(2025, 10, 26), name="State 1"), ev(Act.SIGNATURE, date(2025, 10, 26)), *FORTY),
        organizations=(union,),
    )
    found = ratification_file(RECORD, signed, ON)
    assert [act.id for act in found.acts if act.id.startswith("competence")] == ["competence-with-ratification"]
    acceded = History.story((*FORTY, ev(Act.ACCESSION, date(2027, 6, 30))), organizations=(union,))
    found = ratification_file(RECORD, acceded, ON)
    assert one(found, "competence-with-accession").standing is NEEDED
    assert one(found, "accession").by.value == "regional-organization"


# Laws


def test_an_article_stands_by_what_the_state_says_of_it() -> None:
    """Missing is needed, unanswered is to be settled, and in place is done, with what is open to the State beside."""
    said = evolve(RECORD, implementations=(answer("9(1)", NOT), answer("10"), answer("8(1)")))
    found = filed(of=said)
    assert one(found, "law-art-9").standing is NEEDED
    assert one(found, "law-art-9").details == (
        "Not in place: Art. 9(1)",
        "Open to the State, Art. 9(2): A State may demand that serious harm result.",
    )
    assert one(found, "law-art-7").standing is TO_SETTLE
    assert (one(found, "law-art-10").standing, one(found, "law-art-10").wording) == (DONE, "")
    assert one(found, "law-art-7").wording.startswith("(1) Intentional access")


def test_no_act_is_told_twice() -> None:
    """What is a notification or an authority is no law as well, and the final provisions ask for no law but one."""
    laws = filed().of(JoiningKind.LAW)
    cited = {str(provision) for act in laws for provision in act.provisions}
    assert not {"Art. 40(12)(a)", "Art. 41(1)", "Art. 41(2)", "Art. 37(19)", "Art. 50(5)", "Art. 67(1)"} & cited
    assert {"Art. 41(4)", "Art. 59(1)", "Art. 7(1)"} <= cited


def test_the_laws_that_are_described_are_looked_at() -> None:
    """Where a law falls short the article is needed, whatever the State says; where it suffices nothing is asked."""
    law = load_case(EXAMPLES / "statute_drovia.json", DomesticLaw)
    described = StateRecord(state=law.state, law=law)
    found = ratification_file(described, History.story(FORTY), ON)
    assert one(found, "law-art-10").standing is DONE
    short = [act for act in found.of(JoiningKind.LAW) if any("The law falls short" in words for words in act.details)]
    assert short
    assert all(act.standing is NEEDED for act in short)
    power = ratification_file(evolve(RECORD, procedural_law=ProceduralLaw()), History.story(FORTY), ON)
    doubts = one(power, "law-art-28")
    assert doubts.standing is TO_SETTLE
    assert any(words.startswith("To be looked at: is not known to meet") for words in doubts.details)


def test_a_file_comes_back_as_it_was() -> None:
    """It is a document that another system can read."""
    found = filed(deposit_on=DEPOSIT)
    assert from_json(to_json(found), RatificationFile) == found
    assert {act.standing for act in found.standing(NEEDED, POSSIBLE)} == {NEEDED, POSSIBLE}
