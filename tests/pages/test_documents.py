"""Documents drafted from a case: what each says, what it leaves open, and when it is not drafted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, partial
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve
from markdown_it import MarkdownIt

from tests.effort import is_short
from tests.pages.blocks import details, entries, lead, lists
from uncc.cases import (
    AssistanceCase,
    Case,
    CaseKind,
    ConfiscationCase,
    EarlierPreservation,
    ExtraditionCase,
    PreservationCase,
    Request,
    assess,
)
from uncc.confiscation import ConfiscationPosition, ConfiscationRequest, ConfiscationRequestKind, Money
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    Authority,
    Contact,
    Custodian,
    DataCategory,
    DataItem,
    EvidenceUse,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRequest,
    Ground,
    Handling,
    ItemConcerned,
    NegativeReply,
    Offence,
    OnwardTransfer,
    Outlook,
    PersonConcerned,
    Position,
    PreservationMeasure,
    PreservationRequest,
    ReplyKind,
    TrafficDataRequest,
)
from uncc.cooperation.art37_extradition.request import SoughtOffence
from uncc.doors.serial import from_json, load_case, to_json
from uncc.kernel.dates import Period
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.explanation import explain
from uncc.kernel.parties import AssistanceTreaty, State, StateParty
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.pages import as_html, as_markdown, as_text
from uncc.pages.called import UNNAMED, ground_words
from uncc.pages.documents import DocumentKind, Draft, Letter, draft
from uncc.pages.documents.form import NOTES
from uncc.pages.documents.reasons import sentence
from uncc.pages.page import Paragraph, Section
from uncc.readings import Readings
from uncc.readings.chapter_5 import AssistanceRules

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL = load_case(EXAMPLES / "hospital_ransomware.json", PreservationCase)
SUBSCRIBER = load_case(EXAMPLES / "subscriber_information.json", AssistanceCase)
SENT_BACK = load_case(EXAMPLES / "request_to_send_back.json", AssistanceCase)
HOUSE = load_case(EXAMPLES / "ransom_house.json", ConfiscationCase)
MAILBOX = load_case(EXAMPLES / "preserved_mailbox.json", AssistanceCase)
TRAFFIC = load_case(EXAMPLES / "traffic_data_in_real_time.json", AssistanceCase)
INTERCEPTION = load_case(EXAMPLES / "interception_under_a_treaty.json", AssistanceCase)
TRIED = load_case(EXAMPLES / "extradite_or_prosecute.json", ExtraditionCase)

ASTORIA, BORDURIA = StateParty(state=State("Astoria")), StateParty(state=State("Borduria"))
DAY = date(2028, 3, 12)
BETWEEN: dict[str, Any] = {"requesting": ASTORIA, "requested": BORDURIA, "as_of": DAY}
KEPT = "Astoria asks that the request be kept confidential and that the user not be notified [Art. 42(3)(g)]."
INTENDED = "Astoria intends to ask for mutual legal assistance in the search or similar access, seizure or similar "
NO_TREATY = AssistanceTreaty(binds=False)
BARE_PRESERVATION = PreservationCase(**BETWEEN, request=PreservationRequest())
BARE_ASSISTANCE = AssistanceCase(**BETWEEN, request=AssistanceRequest())
BARE_EXTRADITION = ExtraditionCase(**BETWEEN, request=ExtraditionRequest())


def bare_confiscation(kind: ConfiscationRequestKind) -> ConfiscationCase:
    """Return a request for confiscation that says nothing but its kind."""
    return ConfiscationCase(**BETWEEN, request=ConfiscationRequest(kind=kind))


BARE: tuple[Request, ...] = (
    BARE_PRESERVATION,
    BARE_ASSISTANCE,
    BARE_EXTRADITION,
    *(bare_confiscation(kind) for kind in ConfiscationRequestKind),
)
REQUESTS = {
    CaseKind.PRESERVATION: DocumentKind.PRESERVATION_REQUEST,
    CaseKind.ASSISTANCE: DocumentKind.ASSISTANCE_REQUEST,
    CaseKind.CONFISCATION: DocumentKind.CONFISCATION_REQUEST,
}
ONWARD = OnwardTransfer(personal=True, obtained_under_convention=True, to_third_country=True)
FULL = Letter(
    reference="BOR-1",
    made_on=date(2028, 3, 14),
    requested_authority=Authority(name="Ministry of Justice", contact=Contact(email="mla@justice.example")),
    signatory="Clerk of the Ministry",
    reasons="First.\n\nSecond.",
    terms="Only against payment.",
    consulted_on=date(2028, 3, 13),
    reply_by=date(2028, 3, 20),
    until=date(2028, 9, 1),
    confidentiality="Tell nobody.",
    onward=ONWARD,
    recipient="The police of Cordia",
    contact=Contact(name="Duty desk", telephone="1", time_zone="UTC"),
    follows_by=date(2028, 4, 30),
    translation="By a sworn translator.",
    authenticity="By the seal.",
    certification="By an affidavit.",
    transmission="Through the portal.",
    use_limitation="For this case alone.",
    information=("Who paid.", "The time zone."),
    transmitted=("A disk", "A paper"),
    extent="The whole request.",
    annexes=("Order of the court", "Translation"),
)


def box(found: Draft, title: str) -> Section:
    """Return the box with this title, whatever its number."""
    (section,) = (one for one in found.document.sections if re.sub(r"^\d+ ", "", one.title) == title)
    return section


def entry(found: Draft, title: str, label: str) -> str:
    """Return what stands beside a label, with its further paragraphs; a label that repeats the title is left out."""
    words: list[str] = []
    within = False
    label = "" if label == title else label
    for name, text in entries(box(found, title)):
        within = name == label or (within and not name)
        if within:
            words.append(text)
    return "\n".join(words)


def titles(found: Draft) -> list[str]:
    """Return the titles of the boxes, without their numbers."""
    return [re.sub(r"^\d+ ", "", section.title) for section in found.document.sections]


def noted(found: Draft, title: str) -> list[str]:
    """Return what is listed at the end below a title."""
    groups = lists(found.document.sections[-1])
    return [point.words for listed in groups if listed.title == title for point in listed.points]


def all_details(section: Section) -> list[str]:
    """Return everything that is said below the points of a box."""
    return [detail for listed in lists(section) for point in listed.points for detail in details(point)]


ON_GROUNDS = (DocumentKind.CONSULTATION, DocumentKind.REFUSAL, DocumentKind.EXTRADITION_DECISION)


TRIED_ON: tuple[tuple[Ground, ...], ...] = ((), (Ground.NON_CONFORMITY,), (Ground.ESSENTIAL_INTERESTS,))


def drafted(case: Case, letter: Letter) -> Iterator[Draft]:
    """Yield every document that a case has without a ground, or on one of two."""
    for kind in DocumentKind:
        for grounds in TRIED_ON if kind in ON_GROUNDS else TRIED_ON[:1]:
            try:
                yield draft(case, kind, grounds=grounds, letter=letter)
            except NotDraftedError:
                continue


def bare_request_for(*purposes: AssistancePurpose) -> AssistanceCase:
    """Return a request for assistance that says nothing but what it is for."""
    return evolve(BARE_ASSISTANCE, request=AssistanceRequest(purposes=purposes))


BARE_TRAFFIC = bare_request_for(AssistancePurpose.TRAFFIC_DATA)
ALL: tuple[Request, ...] = (
    HOSPITAL,
    SUBSCRIBER,
    MAILBOX,
    TRAFFIC,
    INTERCEPTION,
    SENT_BACK,
    HOUSE,
    TRIED,
    *BARE,
    bare_request_for(*AssistancePurpose),
)


# Gaps are marked and listed


@pytest.mark.long
@pytest.mark.parametrize("letter", [Letter(), FULL], ids=["bare", "full"])
@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.case.value}")
def test_every_gap_is_marked_once_and_listed_at_the_end(case: Request, letter: Letter) -> None:
    """The marks stand in the text in the order of their numbers, and each is told again at the end."""
    found = list(drafted(case, letter))
    assert found
    for one in found:
        body = evolve(one, document=evolve(one.document, sections=one.document.sections[:-1]))
        marks = re.findall(r"\[TO BE COMPLETED (\d+): ", as_text(body).replace("\n    ", " "))
        assert list(map(int, marks)) == [blank.number for blank in one.blanks] == list(range(1, len(marks) + 1))
        assert noted(one, "To be completed") == [blank.words for blank in one.blanks]
        assert titles(one)[-1] == NOTES
        assert len(one.document.marks) == len(one.blanks)


@pytest.mark.long
@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.case.value}")
def test_a_full_letter_leaves_nothing_of_its_own_open(case: Request) -> None:
    """What the author says in the letter is no gap."""
    for found in drafted(case, FULL):
        assert not [blank for blank in found.blanks if blank.path.startswith("letter.")]
        assert "Annex 2: Translation" in entry(found, "Annexes", "Attached")
        assert entry(found, "Requested authority", "Contact") == "E-mail: mla@justice.example"


def test_where_a_gap_can_be_filled() -> None:
    """A gap names its place in the case file or the letter, and the provision that asks for it."""
    found = draft(BARE_PRESERVATION, DocumentKind.PRESERVATION_REQUEST)
    listed = noted(found, "To be completed")
    asked = "the competent authority of Borduria (practice; can be left out)"
    assert f"4: {asked}. In the letter file: requested_authority.name" in listed
    assert "2: the authority that makes the request [Art. 42(3)(a)]. In the case file: request.authority.name" in listed


@pytest.mark.parametrize("kind", ConfiscationRequestKind)
def test_the_boxes_of_the_authorities_have_one_order(kind: ConfiscationRequestKind) -> None:
    """Name, functions, contact: whether they are said or are gaps."""
    for case in (bare_confiscation(kind), evolve(HOUSE, request=evolve(HOUSE.request, kind=kind))):
        found = draft(case, DocumentKind.CONFISCATION_REQUEST)
        labels = [label for label, _ in entries(box(found, "Operational authority"))]
        assert labels == ["Authority", "Functions", "Contact"]


def test_a_sum_is_written_with_its_thousands_apart() -> None:
    """Whoever reads half a million need not count noughts."""
    assert entry(draft(HOUSE, DocumentKind.CONFISCATION_REQUEST), "Property", "Estimated value") == "EUR 500 000"


@pytest.mark.long
@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.case.value}")
def test_every_document_has_a_place_to_sign(case: Request) -> None:
    """The last box names who signs, and for which State, and leaves a line for it."""
    for found in drafted(case, FULL):
        sender = case.requesting if found.kind.sender is Role.REQUESTING_STATE else case.requested
        assert entry(found, "Signature", f"For {sender.state.name}") == "Clerk of the Ministry"
        assert set(entry(found, "Signature", "Signature and seal")) == {"."}


@pytest.mark.parametrize("kind", ConfiscationRequestKind)
def test_nothing_is_invented_of_a_confiscation(kind: ConfiscationRequestKind) -> None:
    """Each kind of request leaves open just what its provision asks for, and nothing that another kind does."""
    found = draft(bare_confiscation(kind), DocumentKind.CONFISCATION_REQUEST)
    cited = {str(provision) for blank in found.blanks for provision in blank.authority if provision.article == 50}
    point = {"obtain-order": "a", "enforce-order": "b", "provisional": "c"}[kind.value]
    assert cited == {f"Art. 50(3)({point})"}


@pytest.mark.parametrize("case", [one for one in ALL if one.case in REQUESTS], ids=lambda case: f"{case.case.value}")
def test_what_the_convention_asks_for_is_listed_from_the_finding(case: Request) -> None:
    """Every particular that is not there, or not known to be needed, is listed, and no other."""
    found = draft(case, REQUESTS[case.case])
    asked = [
        answer.finding for answer in assess(case).answers if answer.id in {"conformity", "traffic-data-conformity"}
    ]
    assert found.missing == tuple(limb for conformity in asked for limb in conformity.because if not limb.is_yes)
    listed = noted(found, "Asked for by the Convention, and not there or not known to be needed")
    assert [words.rsplit(" [", 1)[0].lower() for words in listed] == [limb.statement for limb in found.missing]


# Requests


def test_a_request_for_preservation_has_the_boxes_of_the_form() -> None:
    """The boxes stand in the order that practitioners know."""
    found = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)
    assert titles(found) == [
        "Date and reference",
        "Requesting authority",
        "Requested authority",
        "Operational authority",
        "Urgency",
        "Facts and offence",
        "Necessity",
        "What is asked",
        "Confidentiality",
        "Reply",
        "Annexes",
        "Signature",
        NOTES,
    ]
    assert entry(found, "Date and reference", "Date") == "8 March 2028"
    assert entry(found, "Requesting authority", "Contact").startswith(
        "Duty prosecutor, 24/7 point of contact\nTelephone"
    )
    asked = entry(found, "What is asked", "Data 1, subscriber information")
    assert "Addresses: 203.0.113.57, port 443, at 2028-03-04 00:07:41 UTC" in asked
    assert [blank.path for blank in found.blanks] == [
        "letter.requested_authority.name",
        "letter.requested_authority.contact",
        "request.data[2].relation_to_offence",
        "letter.annexes",
        "letter.signatory",
    ]


@pytest.mark.parametrize(
    ("request_", "custodian", "system"),
    [
        (PreservationRequest(locating_information_available=False), "No information", "No information"),
        (PreservationRequest(system_location="A cellar", locating_information_available=False), "", "A cellar"),
        (PreservationRequest(custodian=Custodian(name="A host"), locating_information_available=False), "A host", ""),
        (PreservationRequest(custodian=Custodian(name="A host")), "A host", "[TO BE"),
        (PreservationRequest(), "[TO BE", "[TO BE"),
    ],
)
def test_who_holds_the_data_is_said_as_far_as_known(request_: PreservationRequest, custodian: str, system: str) -> None:
    """Art. 42(3)(d): one of the two is enough where no more is known, and that nothing is known is an answer."""
    found = draft(evolve(BARE_PRESERVATION, request=request_), DocumentKind.PRESERVATION_REQUEST)
    for label, words in (("Custodian", custodian), ("System", system)):
        said = entry(found, "What is asked", label)
        assert said.startswith(words)
        assert bool(said) is bool(words)


@pytest.mark.parametrize(
    ("needed", "stated", "words"),
    [
        (None, None, ("[TO BE COMPLETED",)),
        (False, None, ("None is asked for.",)),
        (False, "Nobody is to be told.", ("Nobody is to be told.",)),
        (None, "The suspects know nothing.", (KEPT, "The suspects know nothing.")),
        (True, "Yes", (KEPT, "Yes")),
        (True, None, (KEPT, "[TO BE COMPLETED")),
    ],
)
def test_confidentiality_where_it_is_needed(needed: bool | None, stated: str | None, words: tuple[str, ...]) -> None:
    """Art. 42(3)(g): the letter itself asks for it, and gives the need; silence is a gap, no need is an answer."""
    request = PreservationRequest(confidentiality=stated, confidentiality_needed=needed)
    case = evolve(BARE_PRESERVATION, request=request)
    found = draft(case, DocumentKind.PRESERVATION_REQUEST)
    told = [said for _, said in entries(box(found, "Confidentiality"))]
    assert [said[: len(start)] for said, start in zip(told, words, strict=True)] == [*words]
    received = draft(case, DocumentKind.ACKNOWLEDGEMENT)
    assert ("Confidentiality" in titles(received)) is (KEPT in words)


@pytest.mark.parametrize(
    ("intends", "stated", "words"),
    [
        (None, None, ("[TO BE COMPLETED",)),
        (None, "Yes", (INTENDED, "Yes")),
        (True, None, (INTENDED, "[TO BE COMPLETED")),
        (False, "A search.", ("A search.",)),
    ],
)
def test_a_request_says_that_assistance_is_to_follow(
    intends: bool | None, stated: str | None, words: tuple[str, ...]
) -> None:
    """Art. 42(3)(f): the letter itself says that the State intends it, unless the case denies that; and which."""
    request = PreservationRequest(later_assistance=stated, intends_assistance=intends)
    found = draft(evolve(BARE_PRESERVATION, request=request), DocumentKind.PRESERVATION_REQUEST)
    told = [said for _, said in entries(box(found, "What is asked"))][-len(words) :]
    assert [said[: len(start)] for said, start in zip(told, words, strict=True)] == [*words]


def test_a_request_for_preservation_says_who_pursues_the_offence() -> None:
    """Art. 42(3)(b): the offence is the subject of a proceeding, where the case names who conducts it."""
    found = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)
    assert entry(found, "Facts and offence", "Pursued") == (
        "The offence is the subject of an investigation or proceeding that Noravia Police Service, National Cyber "
        "Crime Bureau conducts [Art. 42(3)(b)]."
    )
    bare = draft(BARE_PRESERVATION, DocumentKind.PRESERVATION_REQUEST)
    assert "Pursued" not in dict(entries(box(bare, "Facts and offence")))


@pytest.mark.parametrize("wanted", [None, True])
def test_a_procedure_is_wished_for_by_the_letter_itself(wanted: bool | None) -> None:
    """Art. 40(15)(d): that one is wished for, and its details; in confiscation as in assistance."""
    of_assistance = evolve(SUBSCRIBER.request, procedure="Under oath.", procedure_wanted=wanted)
    of_confiscation = evolve(HOUSE.request, procedure="Under oath.", procedure_wanted=wanted)
    for found in (
        draft(evolve(SUBSCRIBER, request=of_assistance), DocumentKind.ASSISTANCE_REQUEST),
        draft(evolve(HOUSE, request=of_confiscation), DocumentKind.CONFISCATION_REQUEST),
    ):
        said = entry(found, "What is asked", "Procedure")
        assert said.endswith("wishes a particular procedure to be followed [Art. 40(15)(d)].")
        assert entry(found, "What is asked", "Details") == "Under oath."


def test_confidentiality_of_every_other_request_is_asked_for_by_the_letter_itself() -> None:
    """Art. 40(20): what assistance and confiscation can require; for extradition no provision speaks of it."""
    letter = Letter(confidentiality="Yes")
    for case, kind, words in (
        (HOUSE, DocumentKind.CONFISCATION_REQUEST, "requires Borduria to keep the fact and the substance of the"),
        (TRIED, DocumentKind.EXTRADITION_REQUEST, "asks that the request be kept confidential."),
    ):
        found = draft(case, kind, letter=letter)
        assert words in entry(found, "Confidentiality", "Confidentiality")
        assert entry(found, "Confidentiality", "In particular") == "Yes"


@pytest.mark.parametrize(
    ("offence", "words"),
    [
        (Offence(title="x", established_in_accordance=True), "An offence established in accordance"),
        (Offence(title="x", established_in_accordance=False, serious_crime=True), "A serious crime"),
        (Offence(title="x", established_in_accordance=False, serious_crime=False), "Neither"),
        (Offence(title="x"), "[TO BE COMPLETED"),
    ],
)
def test_the_nature_of_the_offence(offence: Offence, words: str) -> None:
    """What the offence is under the Convention is said as far as it is known."""
    found = draft(evolve(BARE_PRESERVATION, request=PreservationRequest(offence=offence)), DocumentKind.ACKNOWLEDGEMENT)
    assert entry(found, "Request", "Offence") == "x"
    found = draft(
        evolve(BARE_PRESERVATION, request=PreservationRequest(offence=offence)), DocumentKind.PRESERVATION_REQUEST
    )
    assert entry(found, "Facts and offence", "Under the Convention").startswith(words)


def test_an_extension_is_asked_for_in_time() -> None:
    """Art. 42(9): before the preservation expires; after it, the document has no place."""
    found = draft(HOSPITAL, DocumentKind.EXTENSION_REQUEST, letter=FULL)
    assert entry(found, "What is asked", "Expires as things stand") == "9 May 2028 [Art. 42(8)]"
    assert entry(found, "What is asked", "Extension until") == "1 September 2028"
    assert entry(found, "Necessity", "Necessity") == "First.\nSecond."
    assert entry(found, "Urgency", "Urgency") == "An extension can be asked for until 9 May 2028 [Art. 42(9)]."
    late = evolve(HOSPITAL, as_of=date(2028, 5, 10), discovery=None)
    with pytest.raises(NotDraftedError, match="can still be asked for on 10 May 2028; that is not so"):
        draft(late, DocumentKind.EXTENSION_REQUEST)


def test_an_extension_of_what_is_not_known() -> None:
    """Where no day is known, the draft says so and leaves it open."""
    found = draft(BARE_PRESERVATION, DocumentKind.EXTENSION_REQUEST)
    assert entry(found, "What is asked", "Expires as things stand") == "No day is set or known."
    assert entry(found, "Urgency", "Urgency").startswith("[TO BE COMPLETED")
    assert any(words.startswith("Not determined: an extension") for words in noted(found, "To be settled first"))


EXPECTED = {
    "statements": {"Persons"},
    "service": {"Persons"},
    "search": {"Items"},
    "stored-data": set[str](),
    "traffic-data": set[str](),
    "interception": {"Period"},
    "examination": {"Items"},
    "information": set[str](),
    "records": {"Items"},
    "tracing": {"Items"},
    "appearance": {"Persons"},
    "recovery": {"Items"},
    "other": set[str](),
}


@pytest.mark.parametrize("purpose", AssistancePurpose)
def test_a_request_for_each_kind_of_assistance(purpose: AssistancePurpose) -> None:
    """Art. 40(3): each kind has room for what it is about, and cites its own point."""
    request = AssistanceRequest(
        purposes=(purpose,), more_on_persons=False, more_on_items=False, period_applicable=False, procedure_wanted=False
    )
    found = draft(evolve(BARE_ASSISTANCE, request=request), DocumentKind.ASSISTANCE_REQUEST)
    labels = {label for label, _ in entries(box(found, "What is asked")) if label}
    assert labels - {"Kind of assistance", "Assistance", "Procedure"} == EXPECTED[purpose.value]
    assert entry(found, "What is asked", "Kind of assistance") == f"{sentence(purpose.words)} [{purpose.named_in}]"
    of_its_own = {"stored-data": ", Art. 44(1)", "traffic-data": ", Art. 45(1)", "interception": ", Art. 46"}
    basis = f"Art. 40(1), {purpose.named_in}{of_its_own.get(purpose.value, '')}"
    assert found.document.entries[-1][1].endswith(f"Cybercrime, {basis}")


def cited_in(found: Draft, title: str) -> set[str]:
    """Return the provisions of the blanks that stand in a box."""
    text = "\n".join(words for _, words in entries(box(found, title)))
    return {str(one) for blank in found.blanks if blank.mark in text for one in blank.authority}


def test_every_particular_of_a_collection_has_its_place() -> None:
    """Art. 45(3): (a) and (b) beside what every request says, (c) to (f) in a box of their own."""
    found = draft(BARE_TRAFFIC, DocumentKind.ASSISTANCE_REQUEST)
    assert found.document.title == "Request for mutual legal assistance: traffic data in real time"
    assert [label for label, _ in entries(box(found, "Traffic data in real time"))] == [
        "Data",
        "Owner or user",
        "Location of the system",
        "Need for the collection",
        "Period of collection",
        "Reason for its length",
    ]
    places = {
        "a": "Requesting authority",
        "b": "Facts and offence",
        **dict.fromkeys("cdef", "Traffic data in real time"),
    }
    for point, title in places.items():
        assert f"Art. 45(3)({point})" in cited_in(found, title)
    assert "Art. 45(3)(b)" in cited_in(found, "Proceeding")
    assert not any(blank.what.startswith("the stored") for blank in found.blanks)
    assert {limb.citation for limb in found.missing} >= {f"Art. 45(3)({point})" for point in "abcdef"}


def test_a_collection_that_lacks_one_particular() -> None:
    """The case says all but why the period must be so long, and that alone is missing."""
    found = draft(TRAFFIC, DocumentKind.ASSISTANCE_REQUEST)
    assert cited_in(found, "Traffic data in real time") == {"Art. 45(3)(f)"}
    title = "Traffic data in real time"
    assert entry(found, title, "Owner or user") == "No data that identify it are available."
    assert entry(found, title, "Period of collection") == "12 September 2028 to 26 September 2028, both days included"
    assert lead(box(found, title)).endswith("the communications specified here [Art. 45(1)].")
    asked = draft(TRAFFIC, DocumentKind.INFORMATION_REQUEST)
    (item,) = lists(box(asked, "What is missing"))[0].points
    assert item.words == "The request sets a period of collection and justifies its length [Art. 45(3)(f)]"
    assert entry(asked, "Reply", "Meanwhile").startswith("Particulars of the collection")
    assert asked.document.entries[-1][1].endswith("Art. 40(16), Art. 45(3)")


@pytest.mark.parametrize("known", ["owner_or_user", "system_location"])
def test_of_owner_and_place_one_is_enough(known: str) -> None:
    """Art. 45(3)(d): what is available of either; what is there leaves nothing open."""
    said = {
        "owner_or_user": TrafficDataRequest(owner_or_user="Ann", identifying_data_available=False),
        "system_location": TrafficDataRequest(system_location="Ann", identifying_data_available=False),
    }
    case = evolve(BARE_TRAFFIC, traffic_data=said[known])
    found = draft(case, DocumentKind.ASSISTANCE_REQUEST)
    labels = {"owner_or_user": "Owner or user", "system_location": "Location of the system"}
    assert entry(found, "Traffic data in real time", labels[known]) == "Ann"
    assert "Art. 45(3)(d)" not in cited_in(found, "Traffic data in real time")


def test_a_period_that_is_said_of_the_collection_is_not_asked_for_again() -> None:
    """Art. 40(15)(f) beside Art. 45(3)(f)."""
    days = TrafficDataRequest(period=Period(date(2028, 1, 1), date(2028, 1, 2)))
    found = draft(evolve(BARE_TRAFFIC, traffic_data=days), DocumentKind.ASSISTANCE_REQUEST)
    assert entry(found, "What is asked", "Period") == "As stated for the traffic data."


def test_an_interception_has_no_particulars_of_its_own() -> None:
    """Art. 46: specified communications, as far as treaties or laws permit; no list, and none of Art. 45(3)."""
    found = draft(INTERCEPTION, DocumentKind.ASSISTANCE_REQUEST)
    title = "Interception of content data"
    assert entry(found, title, "Data 1, content data").startswith("Messages of the chat account night-market")
    assert "as far as the treaties that apply or its domestic law permit [Art. 46]" in lead(box(found, title))
    assert "Art. 45" not in as_text(found)
    assert any("an endeavour to intercept" in words for words in noted(found, "To be settled first"))
    bare = draft(bare_request_for(AssistancePurpose.INTERCEPTION), DocumentKind.ASSISTANCE_REQUEST)
    assert [label for label, _ in entries(box(bare, title))] == ["Communications"]
    assert cited_in(bare, title) == {"Art. 46"}
    both = evolve(
        MAILBOX,
        request=evolve(MAILBOX.request, purposes=(AssistancePurpose.STORED_DATA, AssistancePurpose.INTERCEPTION)),
    )
    found = draft(both, DocumentKind.ASSISTANCE_REQUEST)
    assert entry(found, title, "Communications").startswith("[TO BE COMPLETED")
    assert entry(found, "Stored data", "Data 1, content data")
    assert found.document.title == "Request for mutual legal assistance"


@pytest.mark.parametrize(
    ("vulnerable", "elsewhere", "words"),
    [
        (True, None, "There are grounds to believe"),
        (False, True, "The instruments and laws that apply"),
        (None, False, "[TO BE COMPLETED"),
        (False, False, ""),
    ],
)
def test_an_expedited_response(vulnerable: bool | None, elsewhere: bool | None, words: str) -> None:
    """Art. 44(3): with the reason where it is owed, open where that is not known, and not a word where it is not."""
    stored = evolve(MAILBOX.stored_data, vulnerable=vulnerable, expedited_elsewhere=elsewhere)
    found = draft(evolve(MAILBOX, stored_data=stored), DocumentKind.ASSISTANCE_REQUEST)
    said = entry(found, "Stored data", "Expedited response")
    assert said.startswith(words)
    assert bool(said) is bool(words)


def test_a_request_for_subscriber_information_says_so() -> None:
    """The Convention has no article on it: it is stored data of one category."""
    request = evolve(SUBSCRIBER.request, purposes=(AssistancePurpose.STORED_DATA,))
    found = draft(evolve(SUBSCRIBER, request=request), DocumentKind.ASSISTANCE_REQUEST)
    assert found.document.title.endswith(": subscriber information")
    assert draft(MAILBOX, DocumentKind.ASSISTANCE_REQUEST).document.title.endswith(": stored data")


@pytest.mark.parametrize(
    ("purposes", "title"),
    [
        ((AssistancePurpose.STORED_DATA,), "Stored data"),
        ((AssistancePurpose.INTERCEPTION,), "Interception of content data"),
        ((AssistancePurpose.INFORMATION,), "What is asked"),
        ((AssistancePurpose.TRAFFIC_DATA,), "What is asked"),
    ],
)
def test_the_data_of_a_request_stand_once(purposes: tuple[AssistancePurpose, ...], title: str) -> None:
    """Whatever a request is for, the data that it names are told, and told in one place."""
    item = DataItem(category=DataCategory.CONTENT_DATA, description="A mailbox")
    request = AssistanceRequest(purposes=purposes, data=(item,), custodian=Custodian(name="A host"))
    found = draft(evolve(BARE_ASSISTANCE, request=request), DocumentKind.ASSISTANCE_REQUEST)
    assert entry(found, title, "Data 1, content data").startswith("A mailbox")
    assert as_text(found).count("A mailbox") == 1
    assert as_text(found).count("A host") == 1


@pytest.mark.parametrize("case", [one for one in BARE if one.case in REQUESTS], ids=lambda case: f"{case.case.value}")
def test_silence_is_no_answer(case: Request) -> None:
    """A file that says nothing of urgency or confidentiality has not said that there is none."""
    found = draft(case, REQUESTS[case.case])
    for title in ("Urgency", "Confidentiality"):
        assert entry(found, title, title).startswith("[TO BE COMPLETED")


def test_for_service_alone_no_summary_of_facts_is_asked_for() -> None:
    """Art. 40(15)(c) excepts requests for the service of judicial documents."""
    for purposes, cited in (((AssistancePurpose.SERVICE,), False), ((), True)):
        request = AssistanceRequest(purposes=purposes)
        found = draft(evolve(BARE_ASSISTANCE, request=request), DocumentKind.ASSISTANCE_REQUEST)
        (facts,) = (blank for blank in found.blanks if blank.what == "a summary of the facts")
        assert (art(40, 15, "c") in facts.authority) is cited


def test_persons_items_and_periods() -> None:
    """Art. 40(15)(e) and (f): what is there is said, what may be possible is left open, what is not is not asked."""
    request = AssistanceRequest(
        persons=(PersonConcerned(identity="Ann"),),
        items=(ItemConcerned(), ItemConcerned(location="Dock 4")),
        more_on_items=False,
        period=Period(date(2028, 1, 1), date(2028, 1, 2)),
        wanted_by=date(2028, 5, 1),
    )
    found = draft(evolve(BARE_ASSISTANCE, request=request), DocumentKind.ASSISTANCE_REQUEST)
    person = entry(found, "What is asked", "Person 1").split("\n")
    assert person[0] == "Identity: Ann"
    assert all(line.partition(": ")[2].startswith("[TO BE COMPLETED") for line in person[1:])
    assert entry(found, "What is asked", "Item 1") == "Nothing more can be said."
    assert entry(found, "What is asked", "Item 2") == "Location: Dock 4"
    assert entry(found, "What is asked", "Period") == "1 January 2028 to 2 January 2028, both days included"
    assert entry(found, "Purpose", "Wanted by").startswith("1 May 2028\n[TO BE COMPLETED")


def test_a_request_for_assistance_that_follows_a_preservation() -> None:
    """The earlier request is named, and left open where its reference is not known."""
    found = draft(SUBSCRIBER, DocumentKind.ASSISTANCE_REQUEST)
    assert entry(found, "Earlier preservation", "Request") == "NPS-CYB-2028-0147/PR-02"
    assert entry(found, "Earlier preservation", "Last day").split("\n") == [
        "9 May 2028 [Art. 42(8)]",
        "The data stay preserved beyond it until the later request is decided [Art. 42(8)].",
    ]
    assert entry(found, "What is asked", "Period") == "As stated for the data."
    unknown = evolve(BARE_ASSISTANCE, preservation=EarlierPreservation())
    bare = draft(unknown, DocumentKind.ASSISTANCE_REQUEST)
    for label in ("Request", "Preserved from", "Last day"):
        assert entry(bare, "Earlier preservation", label).startswith("[TO BE COMPLETED")


def test_a_request_to_enforce_an_order() -> None:
    """Art. 50(3)(b): the order, its extent, third parties, due process, finality."""
    request = ConfiscationRequest(
        kind=ConfiscationRequestKind.ENFORCE_ORDER,
        order_copy="Certified copy",
        finality="Final since 1 March.",
        property_description="A house",
        property_location="Port Bordu",
        estimated_value=Money("EUR", Decimal(10)),
    )
    found = draft(evolve(HOUSE, request=request), DocumentKind.CONFISCATION_REQUEST)
    assert [label for label, _ in entries(box(found, "Order"))] == [
        "Copy of the order",
        "Extent of execution",
        "Third parties",
        "Due process",
        "Finality",
        "",
    ]
    assert (
        entry(found, "Order", "Finality") == "The order of confiscation is final [Art. 50(3)(b)].\nFinal since 1 March."
    )
    assert entry(found, "Property", "Estimated value") == "EUR 10"
    freezing = evolve(request, kind=ConfiscationRequestKind.PROVISIONAL)
    found = draft(evolve(HOUSE, request=freezing), DocumentKind.CONFISCATION_REQUEST)
    assert [label for label, _ in entries(box(found, "Order"))] == ["Copy of the order"]


def test_a_request_for_confiscation_says_what_is_wished_of_its_handling() -> None:
    """Arts. 40(20), (26), 50(3): what is to be kept confidential, by when it is wanted, and why."""
    wished = evolve(HOUSE.request, confidentiality="Tell no owner.", wanted_by=date(2028, 9, 1))
    found = draft(evolve(HOUSE, request=wished), DocumentKind.CONFISCATION_REQUEST)
    assert entry(found, "Confidentiality", "In particular") == "Tell no owner."
    assert entry(found, "What is asked", "Wanted by") == "1 September 2028"
    reason = next(blank for blank in found.blanks if blank.path == "request.wanted_by_reason")
    assert [str(provision) for provision in reason.authority] == ["Art. 40(26)"]


# Replies


def test_an_acknowledgement_promises_nothing() -> None:
    """It says that the request has come, what was asked of confidentiality and dates, and no more."""
    found = draft(SUBSCRIBER, DocumentKind.ACKNOWLEDGEMENT)
    assert titles(found)[4:7] == ["Acknowledgement", "Confidentiality", "Noted"]
    assert entry(found, "Noted", "Wanted by") == "15 May 2028"
    assert "is still to come" in entry(found, "Acknowledgement", "Received")
    bare = draft(BARE_EXTRADITION, DocumentKind.ACKNOWLEDGEMENT)
    assert titles(bare)[4:] == ["Acknowledgement", "Annexes", "Signature", NOTES]


def test_what_is_asked_for_is_exactly_what_is_missing() -> None:
    """The request that must be sent back lacks seven things, and in two of them more than one."""
    found = draft(SENT_BACK, DocumentKind.INFORMATION_REQUEST)
    asked = lists(box(found, "What is missing"))[0].points
    cited = [re.findall(r"\[(.*)\]", item.words)[0] for item in asked]
    assert cited == [
        "Art. 40(12)(d)",
        "Art. 40(13)",
        "Art. 40(15)(b)",
        "Art. 40(15)(c)",
        "Art. 40(15)(e)",
        "Art. 40(15)(f)",
        "Art. 40(15)(g)",
    ]
    assert details(asked[2]) == (
        "Needed: the request says what the proceeding is about",
        "Needed: the request states the functions of the authority that conducts the proceeding",
    )
    assert details(asked[-1]) == ()
    (own,) = noted(found, "To be settled first")
    assert own.startswith(
        "Not for the requesting State to say: whether the request was made so that the requested State"
    )


def test_what_is_supplied_is_no_longer_asked_for() -> None:
    """Each particular that is supplied leaves the list; when all are there no document is drafted."""
    case = evolve(BARE_PRESERVATION, request=HOSPITAL.request)
    found = draft(case, DocumentKind.INFORMATION_REQUEST)
    assert [details(item) for item in lists(box(found, "What is missing"))[0].points] == [
        ("Needed: item 3: the request says how the data relate to the offence",)
    ]
    assert entry(found, "Reply", "Meanwhile").startswith("Missing particulars are no ground for refusing")
    complete = evolve(
        HOSPITAL.request,
        data=tuple(evolve(item, relation_to_offence="It shows who.") for item in HOSPITAL.request.data),
    )
    with pytest.raises(NotDraftedError, match=r"the requesting State has nothing to supply \[Art. 42\(3\)\]"):
        draft(evolve(case, request=complete), DocumentKind.INFORMATION_REQUEST)


def test_what_the_requesting_state_cannot_know_is_not_asked_of_it() -> None:
    """The language that is acceptable to the requested State is for that State to say."""
    transmission = evolve(SUBSCRIBER.request.transmission, language_acceptable=None)
    request = evolve(SUBSCRIBER.request, transmission=transmission)
    case = evolve(
        SUBSCRIBER, request=request, handling=Handling(information_helpful=False, information_necessary=False)
    )
    with pytest.raises(NotDraftedError, match="nothing to supply"):
        draft(case, DocumentKind.INFORMATION_REQUEST)


def test_an_unknown_need_is_asked_about() -> None:
    """Where it is not known whether there is anything to say, the requesting State is asked to say so."""
    case = evolve(SUBSCRIBER, request=evolve(SUBSCRIBER.request, procedure=None, procedure_wanted=None))
    (item,) = lists(box(draft(case, DocumentKind.INFORMATION_REQUEST), "What is missing"))[0].points
    assert "to be supplied, or to be said not to arise" in item.words
    (needed,) = details(item)
    assert needed.startswith("Needed: the request gives details of the procedure, or Noravia does not wish a")


@pytest.mark.parametrize("kind", ConfiscationRequestKind)
def test_a_request_for_confiscation_is_acknowledged_and_asked_about(kind: ConfiscationRequestKind) -> None:
    """Arts. 40(16), 50: its acknowledgement names the paragraph under which it is made; more can be asked for."""
    case = bare_confiscation(kind)
    acknowledged = as_text(draft(case, DocumentKind.ACKNOWLEDGEMENT))
    assert str(kind.provision) in acknowledged.replace("\xa0", " ")
    assert lists(box(draft(case, DocumentKind.INFORMATION_REQUEST), "What is missing"))


REFUSABLE = (HOSPITAL, SUBSCRIBER, SENT_BACK, HOUSE, BARE_PRESERVATION, BARE_ASSISTANCE)


@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("case", REFUSABLE, ids=lambda case: f"{case.case.value}-{case.as_of}")
def test_a_refusal_is_drafted_on_open_grounds_alone(case: Request, ground: Ground) -> None:
    """A refusal stands exactly where the finding on its ground is YES; otherwise the error has the reasons."""
    (finding,) = (answer.finding for answer in assess(case).grounds if answer.ground is ground)
    if finding.is_yes:
        found = draft(case, DocumentKind.REFUSAL, grounds=(ground,))
        assert lists(box(found, "Reasons in law"))[0].title.lower().startswith(ground.words.lower())
        return
    with pytest.raises(NotDraftedError) as caught:
        draft(case, DocumentKind.REFUSAL, grounds=(ground,))
    assert caught.value.why == (
        f"it needs that this ground is open: {ground_words(ground, finding)}; that is "
        f"{'not so' if finding.is_no else 'not determined'}"
    )
    assert caught.value.because == explain(finding.decisive(), UNNAMED.of)


def test_a_refusal_can_be_of_a_part() -> None:
    """Art. 40(25): it says which part is refused, and that the rest is not; of the whole where nothing else is said."""
    case = evolve(HOSPITAL, position=evolve(HOSPITAL.position, prejudices_essential_interests=True))
    drafted = partial(draft, case, DocumentKind.REFUSAL, grounds=(Ground.ESSENTIAL_INTERESTS,))
    whole = as_text(drafted(needed_only=True))
    assert "Tesmark refuses the request" in " ".join(whole.split())
    assert "Extent" not in whole
    part = " ".join(as_text(drafted(letter=Letter(extent="The server itself."))).split())
    assert "Tesmark refuses a part of the request" in part
    assert "It does not refuse the rest." in part
    assert "The server itself." in part


GOVERNING = {
    CaseKind.PRESERVATION: {"Art. 42(5)", "Art. 42(6)", "Art. 40(21)(b)", "Art. 40(21)(c)", "Art. 40(22)"},
    CaseKind.EXTRADITION: {"Art. 37(1)", "Art. 37(8)", "Art. 37(11)", "Art. 37(13)", "Art. 37(15)", "Art. 37(16)"},
}


@pytest.mark.parametrize("case", [HOSPITAL, BARE_PRESERVATION, TRIED], ids=lambda case: str(case.as_of))
def test_a_ground_cites_what_governs_its_kind_of_request(case: PreservationCase | ExtraditionCase) -> None:
    """Art. 42(5), (6); Art. 37: a ground has several names in the Convention, one for each kind of cooperation."""
    for answer in assess(case).grounds:
        words = ground_words(answer.ground, answer.finding)
        assert words.startswith(f"{answer.ground.words} [")
        assert {*re.findall(r"Art\. [0-9()a-z]+", words)} <= GOVERNING[case.case], words


def test_a_refusal_of_preservation_cites_no_provision_on_extradition() -> None:
    """Art. 42(6) takes over Art. 40(22), which names ethnic origin and political opinions, and not Art. 37(15)."""
    case = evolve(HOSPITAL, position=evolve(HOSPITAL.position, discriminatory_purpose=True))
    text = as_text(draft(case, DocumentKind.REFUSAL, grounds=(Ground.DISCRIMINATION,)).document)
    assert "Art. 37" not in text
    assert "ethnic origin or political opinions [Art. 40(22)]" in " ".join(text.split())


def test_the_reasons_are_those_of_the_finding() -> None:
    """Art. 40(25): every fact that carries the ground is a reason, and a fact that changes changes them."""
    case = evolve(
        SUBSCRIBER,
        position=AssistancePosition(prejudices_essential_interests=True, discriminatory_purpose=True),
        treaty=AssistanceTreaty(binds=False, paragraphs_agreed=True),
    )
    found = draft(case, DocumentKind.REFUSAL, grounds=(Ground.ESSENTIAL_INTERESTS, Ground.DISCRIMINATION), letter=FULL)
    first, second = lists(box(found, "Reasons in law"))
    *both_ways, judged = details(first.points[0])
    assert both_ways == [
        "No treaty on mutual legal assistance binds the two States [Art. 40(7)]",
        "The two States agree to apply paragraphs 8 to 31 in place of their treaty [Art. 40(7)]",
    ]
    assert judged.startswith("Tesmark considers that execution is likely to prejudice")
    (purpose,) = details(second.points[0])
    assert "was made to prosecute or punish" in purpose
    both = evolve(case, position=evolve(case.position, discriminatory_prejudice=True))
    found = draft(both, DocumentKind.REFUSAL, grounds=(Ground.DISCRIMINATION,))
    assert len(all_details(box(found, "Reasons in law"))) == 2
    assert "Consultation" not in titles(found)


def test_a_refusal_for_want_of_conformity_names_all_that_is_missing() -> None:
    """Every shortfall is a reason, although one would be enough; no reading is told where each comes to the same."""
    found = draft(SENT_BACK, DocumentKind.REFUSAL, grounds=(Ground.NON_CONFORMITY,))
    reasons = all_details(box(found, "Reasons in law"))
    for citation in ("12)(d)", "13)", "15)(b)", "15)(c)", "15)(e)", "15)(f)", "15)(g)"):
        assert any(f"[Art. 40({citation}]" in reason for reason in reasons), citation
    assert "Reading of the Convention" not in titles(found)
    assert entry(found, "Decision", "Refusal").endswith("It gives its reasons, as it must [Art. 40(25)].")
    (held,) = (blank for blank in found.blanks if blank.path == "letter.consulted")
    assert held.what.endswith("as it has not yet, send the invitation to consult first")
    late = draft(SENT_BACK, DocumentKind.REFUSAL, grounds=(Ground.NON_CONFORMITY,), letter=Letter(consulted=True))
    assert entry(late, "Consultation", "Consultation").startswith("Before this decision Astoria consulted Borduria on")
    assert noted(late, "To be settled first")[0].startswith("The file says that the two States have not consulted")


def test_the_grounds_of_the_reply_are_taken_where_none_are_named() -> None:
    """The reply in the file rests on a ground that is never open; without a reply a ground must be named."""
    with pytest.raises(NotDraftedError, match=r"this ground is open: the offence is also .*; that is not so"):
        draft(SENT_BACK, DocumentKind.REFUSAL)
    with pytest.raises(NotDraftedError, match="it must rest on a ground, and none is named; the grounds are: bank"):
        draft(HOSPITAL, DocumentKind.REFUSAL)


def test_a_reading_on_which_a_ground_rests_is_told_as_one() -> None:
    """Art. 36(1): that conditions need not be sought is one reading; the other would close the ground."""
    found = draft(MAILBOX, DocumentKind.REFUSAL, grounds=(Ground.PERSONAL_DATA,))
    (reading,) = lists(box(found, "Reading of the Convention"))[0].points
    assert reading.words == (
        "A State may seek conditions for the transfer, and is free not to [Art. 36(1)(a), Art. 36(1)(b)]"
    )
    assert not details(reading)
    assert all_details(box(found, "Reasons in law"))[-1].endswith("do not allow it to provide the data [Art. 36(1)(a)]")


def test_whether_reasons_are_owed_for_refusing_preservation_is_contested() -> None:
    """They are given; that they must be rests on a reading, so that no letter says it."""
    case = evolve(HOSPITAL, position=Position(prejudices_essential_interests=True))
    found = draft(case, DocumentKind.REFUSAL, grounds=(Ground.ESSENTIAL_INTERESTS,))
    assert entry(found, "Decision", "Refusal").endswith("on the ground that follows. It gives its reasons.")
    assert "Reading of the Convention" not in titles(found)
    assert any("reasons must be given" in words for words in noted(found, "To be settled first"))
    assert len(all_details(box(found, "Reasons in law"))) == 1
    chosen = evolve(case, readings=Readings.of(AssistanceRules.GOVERN))
    found = draft(chosen, DocumentKind.REFUSAL, grounds=(Ground.ESSENTIAL_INTERESTS,))
    assert entry(found, "Decision", "Refusal") == (
        "Tesmark refuses the request for preservation that Noravia made on 8 March 2028 (NPS-CYB-2028-0147/PR-02), on "
        "the ground that follows. It gives its reasons."
    )
    assert lead(box(found, "Reading of the Convention")).endswith("Tesmark reads it as follows.")
    (reading,) = lists(box(found, "Reading of the Convention"))[0].points  # the consultation rests on it
    assert reading.words.startswith(
        "Preservation is a form of assistance, so the relevant rules of Art. 40 govern it ["
    )
    other = evolve(chosen, position=Position(discriminatory_purpose=True))
    found = draft(other, DocumentKind.REFUSAL, grounds=(Ground.DISCRIMINATION,))
    assert "Reading of the Convention" not in titles(found)  # nothing in the letter rests on it
    assert "Art. 40(25)" not in as_text(found.document).partition(NOTES)[0]


def test_consultation_before_a_refusal() -> None:
    """Art. 40(28): for the grounds of paragraph 21, on a ground that is or may be open."""
    case = evolve(SUBSCRIBER, position=AssistancePosition(prejudices_essential_interests=None))
    found = draft(case, DocumentKind.CONSULTATION, grounds=(Ground.ESSENTIAL_INTERESTS,), letter=FULL)
    assert entry(found, "Terms and conditions", "Proposed") == "Only against payment."
    assert entry(found, "Reply", "Wished for by") == "20 March 2028"
    assert all_details(box(found, "Occasion"))[-1].startswith("Tesmark is considering whether execution is likely")
    with pytest.raises(NotDraftedError, match="must consult before refusing on what is named; that is not so"):
        draft(case, DocumentKind.CONSULTATION, grounds=(Ground.TRIFLING_MATTER,))
    closed = evolve(case, position=AssistancePosition(prejudices_essential_interests=False))
    with pytest.raises(NotDraftedError, match=r"can be open: .*; that is not so"):
        draft(closed, DocumentKind.CONSULTATION, grounds=(Ground.ESSENTIAL_INTERESTS,))


def test_consultation_that_is_contested_is_noted() -> None:
    """Before a refusal to preserve it is contested whether consultation is owed."""
    found = draft(HOSPITAL, DocumentKind.CONSULTATION, grounds=(Ground.ESSENTIAL_INTERESTS,))
    assert any(
        words.startswith("Not determined: consultation is owed") for words in noted(found, "To be settled first")
    )


def test_consultation_before_refusing_confiscation() -> None:
    """Art. 50(3) with Art. 40(28)."""
    case = evolve(HOUSE, position=evolve(HOUSE.position, general=Position(prejudices_essential_interests=True)))
    found = draft(case, DocumentKind.CONSULTATION, grounds=(Ground.ESSENTIAL_INTERESTS,))
    assert found.document.entries[-1][1].endswith("Art. 50(3), Art. 40(28)")
    trifling = evolve(HOUSE, position=ConfiscationPosition(trifling_property=True))
    with pytest.raises(NotDraftedError, match="must consult"):
        draft(trifling, DocumentKind.CONSULTATION, grounds=(Ground.TRIFLING_PROPERTY,))


def test_consultation_before_refusing_extradition() -> None:
    """Art. 37(17): so that the requesting State can give its opinions."""
    case = evolve(
        BARE_EXTRADITION,
        decision=ExtraditionDecision(intends_refusal=True, consultation_appropriate=True),
        position=ExtraditionPosition(is_national=True),
    )
    found = draft(case, DocumentKind.CONSULTATION, grounds=(Ground.NATIONALITY,))
    assert "[Art. 37(17)]" in entry(found, "Occasion", "Invitation")
    with pytest.raises(NotDraftedError, match="the article does not speak of this ground: bank secrecy"):
        draft(case, DocumentKind.CONSULTATION, grounds=(Ground.BANK_SECRECY,))


def test_postponement() -> None:
    """Art. 40(27): where assistance interferes with proceedings, after consultation."""
    open_now = evolve(
        SUBSCRIBER,
        position=AssistancePosition(interferes_with_proceedings=True),
        reply=NegativeReply(kind=ReplyKind.POSTPONEMENT, consulted=True),
    )
    found = draft(open_now, DocumentKind.POSTPONEMENT, letter=FULL)
    assert entry(found, "Until", "Until") == "1 September 2028"
    assert entry(found, "Consultation", "Consultation") == (
        "Before this decision Tesmark consulted Noravia on 13 March 2028 on terms on which the request could be met "
        "[Art. 40(28)]."
    )
    assert any("interferes with an ongoing investigation" in words for words in all_details(box(found, "Ground")))
    before = draft(open_now, DocumentKind.CONSULTATION)
    assert "postponing it" in entry(before, "Occasion", "Intention")
    with pytest.raises(NotDraftedError, match="postponement is open; that is not determined"):
        draft(BARE_ASSISTANCE, DocumentKind.POSTPONEMENT)
    treaty = evolve(open_now, treaty=AssistanceTreaty(binds=True, paragraphs_agreed=False))
    with pytest.raises(NotDraftedError, match="must consult before refusing on what is named"):
        draft(treaty, DocumentKind.CONSULTATION)


# Notices


def test_the_notice_that_preservation_may_not_serve() -> None:
    """Art. 42(7): the beliefs that are held, and no other, and that the requesting State is to decide."""
    case = evolve(HOSPITAL, outlook=Outlook(will_not_secure_data=True, threatens_confidentiality=False))
    found = draft(case, DocumentKind.OUTLOOK_NOTICE)
    (item,) = lists(box(found, "Notice"))[0].points
    assert item.words == ("Tesmark believes that preservation will not keep the data available [Art. 42(7)]")
    assert "all the same" in entry(found, "What is asked", "Decision")
    with pytest.raises(NotDraftedError, match="may fail or do harm; that is not determined"):
        draft(BARE_PRESERVATION, DocumentKind.OUTLOOK_NOTICE)


FURNISHED: dict[str, Any] = {"furnished_on_request": True, "in_own_proceedings": True}


@pytest.mark.parametrize(
    ("impossible", "words", "title"),
    [(False, "intends to disclose", "Consultation"), (True, "has disclosed", "No notice before")],
)
def test_the_notice_of_exculpatory_evidence(impossible: bool, words: str, title: str) -> None:
    """Art. 40(19): before the disclosure, or, in an exceptional case, without delay after it."""
    use = EvidenceUse(**FURNISHED, exculpatory=True, notice_impossible=impossible)
    found = draft(evolve(SUBSCRIBER, use=use), DocumentKind.DISCLOSURE_NOTICE)
    assert words in entry(found, "Notice", "Disclosure")
    assert title in titles(found)


@pytest.mark.parametrize(
    "use", [None, EvidenceUse(**FURNISHED, exculpatory=False), EvidenceUse(**FURNISHED, exculpatory=True)]
)
def test_no_notice_of_what_is_not_known_to_be_exculpatory(use: EvidenceUse | None) -> None:
    """Nothing furnished, nothing exculpatory, or not known whether notice is possible: the error says which."""
    with pytest.raises(NotDraftedError, match="disclosure-notice is not drafted"):
        draft(evolve(SUBSCRIBER, use=use), DocumentKind.DISCLOSURE_NOTICE)


@pytest.mark.parametrize(
    ("onward", "to"),
    [
        (ONWARD, "a third country"),
        (evolve(ONWARD, to_international_organization=True), "a third country and an international organization"),
    ],
)
def test_the_notice_of_an_onward_transfer(onward: OnwardTransfer, to: str) -> None:
    """Art. 36(3): the intention is notified and authorization is requested."""
    found = draft(HOSPITAL, DocumentKind.ONWARD_TRANSFER_NOTICE, letter=Letter(onward=onward))
    assert f"transfer to {to} personal data obtained from Tesmark" in entry(found, "Notice", "Intention")
    assert "authorize the transfer, in writing" in entry(found, "What is asked", "Authorization")
    assert entry(found, "Notice", "Terms").startswith("[TO BE COMPLETED")


@pytest.mark.parametrize("letter", [Letter(), Letter(onward=OnwardTransfer(personal=False))])
def test_no_notice_of_a_transfer_that_is_none(letter: Letter) -> None:
    """Without a transfer, or where it needs no authorization, there is nothing to notify."""
    with pytest.raises(NotDraftedError, match="onward-transfer-notice is not drafted"):
        draft(HOSPITAL, DocumentKind.ONWARD_TRANSFER_NOTICE, letter=letter)


def test_the_decision_on_extradition_and_its_reasons() -> None:
    """Art. 37(18): the grounds that are open are the reasons of a refusal."""
    found = draft(TRIED, DocumentKind.EXTRADITION_DECISION)
    assert entry(found, "Decision", "Decision") == "Tesmark refuses extradition."
    assert [group.title for group in lists(box(found, "Reasons in law"))] == [
        "Conditions of extradition in domestic law or treaties, such as a minimum penalty [Art. 37(8)]",
        "The person sought is a national [Art. 37(11), Art. 37(13)]",
    ]
    named = draft(TRIED, DocumentKind.EXTRADITION_DECISION, grounds=(Ground.NATIONALITY,))
    assert len(lists(box(named, "Reasons in law"))) == 1


@pytest.mark.parametrize(
    ("decision", "words", "with_reasons"),
    [
        (ExtraditionDecision(decided=True, refused=False), "Tesmark grants extradition.", None),
        (ExtraditionDecision(decided=True), "[TO BE COMPLETED", None),
        (ExtraditionDecision(decided=True, refused=True, law_prevents_reasons=True), "Tesmark refuses", False),
        (ExtraditionDecision(decided=True, refused=True), "Tesmark refuses", True),
    ],
)
def test_the_decision_on_extradition(decision: ExtraditionDecision, words: str, with_reasons: bool | None) -> None:
    """The decision is told whichever it is; reasons only of a refusal, and where nothing prevents it."""
    refusal = None if decision.refused is False else TRIED.refusal
    found = draft(evolve(TRIED, decision=decision, refusal=refusal), DocumentKind.EXTRADITION_DECISION)
    assert entry(found, "Decision", "Decision").startswith(words)
    assert ("Reasons in law" in titles(found)) is (with_reasons is True)
    assert ("Reasons" in titles(found)) is (with_reasons is False)


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (Ground.FISCAL_MATTERS, r"is open: .*; that is not so"),
        (Ground.BANK_SECRECY, "the article does not speak of it"),
    ],
)
def test_no_decision_on_a_closed_ground(ground: Ground, words: str) -> None:
    """Art. 37(16): the fiscal side of an offence is never enough."""
    with pytest.raises(NotDraftedError, match=words):
        draft(TRIED, DocumentKind.EXTRADITION_DECISION, grounds=(ground,))


def test_no_decision_before_it_is_made() -> None:
    """What is not decided is not told."""
    with pytest.raises(NotDraftedError, match="the requested State has decided; that is not determined"):
        draft(BARE_EXTRADITION, DocumentKind.EXTRADITION_DECISION)


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_document_of_another_kind_of_case(kind: DocumentKind) -> None:
    """A case has the documents of its kind and no other; a law has none."""
    law = load_case(EXAMPLES / "statute_drovia.json")
    with pytest.raises(NotDraftedError, match=f"{kind.value} is not drafted: a case of the kind domestic law"):
        draft(law, kind)
    for case in ALL:
        if case.case not in kind.cases:
            with pytest.raises(NotDraftedError, match=f"a case of the kind {case.case.value} has no such document"):
                draft(case, kind)


def test_the_convention_that_is_not_in_force_is_noted() -> None:
    """Every draft says when the Convention is not known to bind the two States."""
    found = draft(BARE_PRESERVATION, DocumentKind.ACKNOWLEDGEMENT)
    assert any(
        words.startswith("Not determined: the Convention is in force") for words in noted(found, "To be settled first")
    )
    assert not noted(draft(HOSPITAL, DocumentKind.ACKNOWLEDGEMENT), "To be settled first")


def test_nothing_open_is_said_too() -> None:
    """A document that is complete says so at its end."""
    authority = Authority(name="Office", contact=Contact(telephone="1"))
    request = evolve(HOSPITAL.request, authority=authority)
    found = draft(evolve(HOSPITAL, request=request), DocumentKind.ACKNOWLEDGEMENT, letter=FULL)
    assert found.document.sections[-1] == Section(NOTES, (Paragraph("Nothing is open."),))


# What a case says is data

HOSTILE = (
    "</w:t></w:r><script>alert('x')</script> \u202e\x1b[31m| *a* _b_ [c](d) `e` <b>&amp; # $x$ \ufffe\uffff",
    "# Heading\n\n- point\n\n| a | b |\n|---|---|\n\n```\ncode\n```\n\n***\n\n1. one",
    "x" * 400,
    "[TO BE COMPLETED 1: everything]",
    "]]><!--",
    "\u200b\u2028\u2029\x00 \x85y",
    "Heading\n=====\n\tcode\n    code\n~~~\n:::{raw} html\n:::\n+ point\n2) two\n> said\n---",
    "![x](y) [^1] <https://a.example> :sub:`x` {{ x }} &#x202e; &lt; ~~x~~ ==x== \\| \\` \\",
    "\u061c\u200e\u200f\u202a\u2066\u2067\u2068\u2069\u202c right \u05d0\u05d1 \u0627\u0628 left",
)


def spoilt(value: Any, words: str) -> Any:
    """Return a model with every free text in it replaced."""
    untyped: Any = value
    if isinstance(value, str):
        return words
    if isinstance(value, tuple):
        return tuple(spoilt(one, words) for one in untyped)
    model: type[Any] = untyped.__class__
    if not attrs.has(model) or isinstance(value, (Readings, Period, Provision, Money)):
        return value
    changes: dict[str, Any] = {}
    for field in attrs.fields(model):
        inner: Any = getattr(value, field.name)
        named = isinstance(value, State)
        changes[field.alias] = f"{inner} {words}" if named else spoilt(inner, words)
    return evolve(value, **changes)


CASES: tuple[Request, ...] = (
    HOSPITAL,
    SUBSCRIBER,
    MAILBOX,
    TRAFFIC,
    INTERCEPTION,
    evolve(SENT_BACK, reply=None, handling=Handling()),
    evolve(HOUSE, asset=None),
    TRIED,
)


class Tags(HTMLParser):
    """The tags of a page, in order, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def shape_of_html(text: str) -> list[str]:
    """Return the tags of a page."""
    reader = Tags()
    reader.feed(text)
    return reader.tags


def shape_of_markdown(text: str) -> list[str]:
    """Return how each line of Markdown begins, and the marks in it that are not escaped."""
    return [
        "".join(re.findall(r"^(?:#+ |- |  - |  )?", line))
        + "".join(re.findall(r"(?<!\\)[*`<>\[\]_|]", line.replace("\\\\", "")))
        for line in text.split("\n")
    ]


def parsed_markdown(text: str) -> list[str]:
    """Return what a parser of Markdown makes of the text: every block and every mark within it, but not the words."""
    found: list[str] = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        found.append(token.type)
        found.extend(within.type for within in token.children or () if within.type not in PLAIN)
    return found


PLAIN = {"text", "text_special", "softbreak"}


def shape_of_text(text: str) -> list[str]:
    """Return the headings of a text: each line over a line of dashes."""
    lines = text.split("\n")
    return [above for above, line in pairwise(lines) if re.fullmatch("-+", line) and len(line) == len(above)]


SHAPES: tuple[tuple[Callable[[Draft], str], Callable[[str], list[str]]], ...] = (
    (as_html, shape_of_html),
    (as_markdown, shape_of_markdown),
    (as_markdown, parsed_markdown),
    (as_text, shape_of_text),
)


every_case_with_hostile_words = pytest.mark.parametrize(
    ("case", "words"),
    [
        pytest.param(*(case, words), id=f"{case.case.value}-{case.as_of}-{number}")
        for place, case in enumerate(CASES)
        for number, words in enumerate(HOSTILE)
        if not is_short() or number == place % len(HOSTILE) or number == len(CASES) + place
    ],
)
"""Each case with each hostile text in the full run; a shorter one takes each case once, and each text."""


@cache
def plain_shapes(case: Request, lines: int) -> list[list[list[str]]]:
    """Return the shapes of the documents of a case in which every text has so many plain lines."""
    plain = "\n".join("x" * lines)
    return [[shape(form(one)) for form, shape in SHAPES] for one in drafted(spoilt(case, plain), spoilt(FULL, plain))]


@pytest.mark.long
@every_case_with_hostile_words
def test_no_text_of_a_case_changes_the_shape_of_a_document(case: Request, words: str) -> None:
    """A hostile text gives the same headings, points and tags as a plain one of as many lines."""
    spoiled = list(drafted(spoilt(case, words), spoilt(FULL, words)))
    texts = [[form(one) for form, _ in SHAPES] for one in spoiled]
    lines = sum(bool(line.strip()) for line in words.splitlines())
    shapes = [[shape(text) for text, (_, shape) in zip(some, SHAPES, strict=True)] for some in texts]
    assert shapes == plain_shapes(case, max(lines, 1))
    assert all(text.replace("\n", "").isprintable() for some in texts for text in some)


def test_a_letter_comes_back_as_it_was() -> None:
    """A letter is a document of its own."""
    assert from_json(to_json(FULL), Letter) == FULL


def test_data_without_what_tells_them_apart() -> None:
    """A description alone is enough to be named."""
    item = DataItem(category=DataCategory.OTHER, description="A disk", accounts=("a\nb",))
    bare = DataItem(category=DataCategory.CONTENT_DATA, description="A mailbox")
    found = draft(
        evolve(BARE_PRESERVATION, request=PreservationRequest(data=(item, bare))), DocumentKind.PRESERVATION_REQUEST
    )
    assert entry(found, "What is asked", "Data 1, other electronic data").startswith("A disk\nAccounts: a b\nRelation")
    assert entry(found, "What is asked", "Data 2, content data").startswith(
        "A mailbox\nRelation to the offence: [TO BE"
    )


def test_preservation_that_began_is_dated() -> None:
    """The day from which the data are preserved is taken from the measure."""
    case = evolve(BARE_PRESERVATION, measure=PreservationMeasure(effected_on=date(2028, 3, 1)))
    assert entry(draft(case, DocumentKind.EXTENSION_REQUEST), "What is asked", "Preserved from") == "1 March 2028"


def test_the_offences_of_an_extradition_are_told_apart() -> None:
    """A ground that turns on the offence stands once for each."""
    offences = (
        SoughtOffence(title="a", punishable_in_requested_state=False),
        SoughtOffence(title="b", punishable_in_requested_state=True, punishable_in_requesting_state=True),
    )
    case = evolve(
        BARE_EXTRADITION,
        request=ExtraditionRequest(offences=offences),
        decision=ExtraditionDecision(decided=True, refused=True),
    )
    found = draft(case, DocumentKind.EXTRADITION_DECISION)
    (group,) = lists(box(found, "Reasons in law"))
    (item,) = group.points
    assert details(item)[0].startswith("Offence 1: the conduct is not punishable under the domestic law")
