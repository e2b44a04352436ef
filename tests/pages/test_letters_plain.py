"""Letters as a ministry reads them: what is not so in plain words, who is asked back, on which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tests.pages.blocks import lists
from tests.pages.test_documents import (
    BARE_ASSISTANCE,
    BARE_PRESERVATION,
    HOSPITAL,
    HOUSE,
    MAILBOX,
    SENT_BACK,
    SUBSCRIBER,
    TRIED,
    all_details,
    box,
    entry,
    noted,
    titles,
)
from uncc.cases import Request, assess
from uncc.cooperation import (
    AssistanceRequest,
    Authority,
    Channel,
    Contact,
    Ground,
    Offence,
    Position,
    PreservationMeasure,
    Transmission,
)
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.findings import Finding, Kind, Node, Truth
from uncc.kernel.parties import Reservation
from uncc.kernel.provisions import art
from uncc.pages.documents import DocumentKind, Draft, DraftStatus, Letter, draft
from uncc.pages.documents.denials import denied
from uncc.readings import Readings
from uncc.readings.chapter_5 import AssistanceRules

DENIED = Path(__file__).with_name("denied.txt")
CASES: tuple[Request, ...] = (HOSPITAL, SUBSCRIBER, SENT_BACK, HOUSE, MAILBOX, TRIED)
REFUSED = evolve(
    HOSPITAL,
    position=Position(prejudices_essential_interests=True),
    readings=Readings.of(AssistanceRules.GOVERN),
)


def carried(node: Node, truth: Truth) -> Iterator[str]:
    """Yield the statements that must be denied where they carry an answer."""
    below = ~truth if node.kind in {Kind.NOT, Kind.NONE} else truth
    parts = [limb for limb in node.because if isinstance(limb, Finding)]
    if not parts and truth is Truth.NO:
        yield node.statement
    for limb in parts:
        yield from carried(limb, below)


def test_what_is_not_so_is_denied_in_a_plain_sentence() -> None:
    """Each statement that can carry a ground by its denial was read: a new one fails here until it is read too."""
    found = {words for case in CASES for one in assess(case).grounds for words in carried(one.finding, Truth.YES)}
    assert sorted(map(denied, found)) == DENIED.read_text(encoding="utf-8").splitlines()
    assert denied("the person fled") == "the following does not hold: the person fled"
    assert denied("the State wishes it, or in writing") == "the State does not wish it, nor in writing"


def test_what_is_not_known_is_asked_of_whom_it_concerns() -> None:
    """An invitation to consult asks the other State what that one must say, and says what is being considered."""
    request = evolve(SUBSCRIBER.request, procedure=None, procedure_wanted=None)
    case = evolve(SUBSCRIBER, request=request, treaty=evolve(SUBSCRIBER.treaty, binds=None))
    found = draft(case, DocumentKind.CONSULTATION, grounds=(Ground.NON_CONFORMITY,))
    told = all_details(box(found, "Occasion"))
    assert "Noravia is asked whether it wishes a particular procedure to be followed [Art. 40(15)(d)]" in told
    assert any(one.startswith("It is still open whether a treaty on mutual legal assistance binds") for one in told)


def needed(case: Request, kind: DocumentKind, **more: Any) -> list[str]:
    """Return the places of what a document cannot do without and the case does not say."""
    return [blank.path for blank in draft(case, kind, needed_only=True, **more).blanks]


def test_who_asks_can_be_asked_back() -> None:
    """A request needs a reference and one contact: whoever the case or the letter names, or that of the network."""
    kind, path = DocumentKind.PRESERVATION_REQUEST, "request.authority.contact.email"
    bare = draft(BARE_PRESERVATION, kind, needed_only=True)
    assert entry(bare, "Requesting authority", "Contact") == "The 24/7 point of contact of Astoria [Art. 41(1)]"
    assert "request.reference" in needed(BARE_PRESERVATION, kind)
    reached = Authority(name="Police", contact=Contact(telephone="1"))
    of_police = evolve(BARE_PRESERVATION, request=evolve(BARE_PRESERVATION.request, operational_authority=reached))
    letter = Letter(contact=Contact(email="desk@astoria.example"))
    for named in (draft(of_police, kind), draft(BARE_PRESERVATION, kind, letter=letter)):
        assert path not in [blank.path for blank in named.blanks]
    told = draft(BARE_PRESERVATION, kind, letter=letter, needed_only=True)
    assert entry(told, "Contact and time zone", "Contact") == "E-mail: desk@astoria.example"
    assert "through the 24/7 network [Art. 41(3)(b)]" in entry(told, "Reply", "")
    assert entry(told, "Urgency", "Urgency") == "Expeditious preservation is asked for [Art. 42(1)]."
    assert entry(told, "Requested authority", "Authority") == "The competent authority"
    assert path in needed(TRIED, DocumentKind.EXTRADITION_REQUEST)
    house = evolve(HOUSE, request=evolve(HOUSE.request, conducting_authority=reached))
    assert path in needed(HOUSE, DocumentKind.CONFISCATION_REQUEST)
    assert path not in needed(house, DocumentKind.CONFISCATION_REQUEST)


def test_a_way_for_urgent_circumstances_needs_their_telling() -> None:
    """Art. 40(12)(d): through Interpol only where it is urgent, so that the request must say why."""
    sent = Transmission(channel=Channel.INTERPOL)
    case = evolve(BARE_ASSISTANCE, request=AssistanceRequest(transmission=sent))
    assert "request.urgency" in needed(case, DocumentKind.ASSISTANCE_REQUEST)
    assert "request.urgency" not in needed(BARE_ASSISTANCE, DocumentKind.ASSISTANCE_REQUEST)


def test_a_reply_tells_which_request_it_answers() -> None:
    """Its day, its reference and its authority are asked for where the case does not say them."""
    asked = {"request.reference", "request.made_on", "request.authority.name"}
    assert asked <= {*needed(BARE_ASSISTANCE, DocumentKind.ACKNOWLEDGEMENT)}
    received = entry(draft(SENT_BACK, DocumentKind.ACKNOWLEDGEMENT), "Acknowledgement", "Received")
    assert received.startswith(
        "Astoria confirms that it has received the request for assistance that Borduria made on 29 May 2028 (7/2028)."
    )
    own = entry(draft(MAILBOX, DocumentKind.WITHDRAWAL_NOTICE), "Notice", "Withdrawal")
    assert "asked for in its request for assistance of 1 June 2028 (BOR-17/2028-B)" in own


def test_a_document_has_the_day_of_the_case() -> None:
    """Without a day of its own; a request that has come before that day was not made on it."""
    assert entry(draft(HOSPITAL, DocumentKind.ACKNOWLEDGEMENT), "Date and reference", "Date") == "13 March 2028"
    unmade = evolve(HOSPITAL, request=evolve(HOSPITAL.request, made_on=None))
    assert "request.made_on" in needed(unmade, DocumentKind.PRESERVATION_REQUEST)
    to_come = evolve(unmade, request=evolve(unmade.request, received_on=None))
    told = draft(to_come, DocumentKind.PRESERVATION_REQUEST)
    assert entry(told, "Date and reference", "Date") == "13 March 2028"


def refused(letter: Letter, **more: Any) -> Draft:
    """Return a refusal to preserve, on the reading by which consultation comes first."""
    return draft(REFUSED, DocumentKind.REFUSAL, grounds=(Ground.ESSENTIAL_INTERESTS,), letter=letter, **more)


def test_that_the_states_have_not_consulted_is_an_answer() -> None:
    """Art. 40(28): it holds up the refusal and leads to the invitation; that they have needs no day."""
    (asked,) = (blank for blank in refused(Letter()).blanks if blank.path == "letter.consulted")
    assert asked.what == (
        "whether Tesmark consulted Noravia, before this decision, on terms on which the request could be met"
    )
    assert [str(one) for one in asked.authority] == ["Art. 40(28)"]
    ready = Letter(requested_authority=Authority(name="Ministry"), signatory="Head", reasons="The server is ours.")
    with pytest.raises(NotDraftedError) as caught:
        refused(evolve(ready, consulted=False), status=DraftStatus.FINAL)
    assert "send the invitation to consult first" in caught.value.because
    final = refused(evolve(ready, consulted=True), status=DraftStatus.FINAL)
    assert entry(final, "Consultation", "Consultation").startswith("Before this decision Tesmark consulted Noravia on")
    invited = draft(REFUSED, DocumentKind.CONSULTATION, grounds=(Ground.ESSENTIAL_INTERESTS,), letter=ready)
    assert "invites Noravia to consult" in entry(invited, "Occasion", "Invitation")
    assert "Reading of the Convention" in titles(invited)


def test_what_does_not_agree_names_the_places_that_put_it_right() -> None:
    """A consultation after the letter, before the request came, or on a day although none was held."""
    early, late = date(2028, 3, 8), date(2028, 3, 14)
    (before,) = refused(Letter(consulted_on=early)).contradictions
    assert before.paths == ("letter.consulted_on", "request.received_on")
    (after,) = refused(Letter(consulted_on=late)).contradictions
    assert after.paths == ("letter.consulted_on", "letter.made_on")
    both = Letter(consulted=False, consulted_on=date(2028, 3, 12))
    (torn,) = refused(both).contradictions
    assert torn.paths == ("letter.consulted_on", "letter.consulted")
    assert str(torn).endswith("To put it right: consulted_on or consulted in the letter file")
    assert noted(refused(both), "Days that do not agree") == [str(torn)]
    on_its_day = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST, letter=Letter(reply_by=date(2028, 3, 1)))
    assert on_its_day.contradictions[0].paths == ("letter.reply_by", "request.made_on")


def test_a_refusal_on_a_reservation_speaks_of_no_day_that_is_asked_about() -> None:
    """Art. 42(5): that the reservation stands is a reason, and on which day the library looked at it is none."""
    made = Reservation(provision=art(42, 5), made_on=date(2026, 1, 1), stands=True, made_with_consent=True)
    offence = Offence(title="fraud", established_in_accordance=False, serious_crime=True)
    case = evolve(
        HOSPITAL,
        requested=evolve(HOSPITAL.requested, reservations=(made,)),
        request=evolve(HOSPITAL.request, offence=offence),
        position=Position(requires_dual_criminality_for_disclosure=True, doubts_dual_criminality_at_disclosure=True),
    )
    reasons = all_details(box(draft(case, DocumentKind.REFUSAL, grounds=(Ground.DUAL_CRIMINALITY,)), "Reasons in law"))
    assert any(one.startswith("The reservation was made [") for one in reasons)
    assert not any("the day" in one for one in reasons)


def test_a_last_day_that_rests_on_a_chosen_reading_says_so() -> None:
    """Art. 42(8): counted from the receipt of the request, the sixty days end on another day."""
    measure = PreservationMeasure(effected_on=date(2028, 3, 10), extensions=(), assistance_requested=False)
    case = evolve(HOSPITAL, measure=measure, readings=Readings.named({"preservation-floor-start": "received"}))
    found = draft(case, DocumentKind.PRESERVATION_CONFIRMATION, letter=Letter(until=date(2028, 5, 9)))
    assert "Reading of the Convention" not in titles(found)  # no last day is counted
    counted = evolve(case, measure=evolve(measure, period_days=30))
    found = draft(counted, DocumentKind.PRESERVATION_CONFIRMATION)
    (reading,) = lists(box(found, "Reading of the Convention"))[0].points
    assert reading.words.startswith("The sixty days are counted from the day on which the requested State receives")


def test_what_is_wanted_is_asked_of_its_author() -> None:
    """The State that sends a document is its author's own; the other has its name."""
    asked, answered = (
        draft(HOSPITAL, kind) for kind in (DocumentKind.PRESERVATION_REQUEST, DocumentKind.ACKNOWLEDGEMENT)
    )
    assert "the competent authority of Tesmark" in {blank.what for blank in asked.blanks}
    assert "the competent authority of your State" in {blank.what for blank in answered.blanks}
    reasons = next(blank for blank in refused(Letter()).blanks if blank.path == "letter.reasons")
    assert reasons.what == "the facts behind each ground, in your own words"
