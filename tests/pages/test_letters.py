"""Letters on extradition and preservation, transmittals and withdrawals; what is final; days that do not agree."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from tests.pages.blocks import entries
from tests.pages.test_documents import (
    BARE_ASSISTANCE,
    BARE_EXTRADITION,
    BARE_PRESERVATION,
    FULL,
    HOSPITAL,
    HOUSE,
    MAILBOX,
    SENT_BACK,
    SUBSCRIBER,
    TRIED,
    box,
    drafted,
    entry,
    noted,
    titles,
)
from uncc.cases import Enclosures, ExtraditionCase, Request
from uncc.cooperation import (
    AssistanceRequest,
    Authority,
    Channel,
    Contact,
    DataCategory,
    DataItem,
    Discovery,
    Extension,
    ExtraditionCustody,
    ExtraditionRelation,
    ExtraditionRequest,
    Handling,
    Outlook,
    PreservationMeasure,
    PreservationRequest,
    RequestForm,
)
from uncc.cooperation.art37_extradition.request import SoughtOffence
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.parties import AssistanceTreaty
from uncc.pages import as_docx, as_text
from uncc.pages.documents import DocumentKind, Draft, DraftStatus, Letter, draft
from uncc.pages.documents.form import NOTES

GAP = "[TO BE COMPLETED"
ASKED, ARREST = DocumentKind.EXTRADITION_REQUEST, DocumentKind.PROVISIONAL_ARREST_REQUEST
CONFIRMED, GRANTED = DocumentKind.PRESERVATION_CONFIRMATION, DocumentKind.EXTENSION_GRANT
SENT, WITHDRAWN = DocumentKind.TRANSMITTAL, DocumentKind.WITHDRAWAL_NOTICE


def labels(found: Draft, title: str) -> list[str]:
    """Return the labels of a box, in order."""
    return [label for label, _ in entries(box(found, title)) if label]


def whole(found: Draft) -> str:
    """Return a document as text on one line."""
    return " ".join(as_text(found).split())


# Extradition


def test_a_request_for_extradition_marks_what_is_practice() -> None:
    """Art. 37(8): the Convention lists no contents, so that only what the article turns on is asked for by it."""
    found = draft(TRIED, ASKED)
    assert labels(found, "What goes with the request (practice)") == [
        "Statement of facts (practice)",
        "Warrant or judgment (practice)",
        "Texts of the law (practice)",
        "Penalty (practice)",
    ]
    assert entry(found, "Person sought", "Identity (practice)").startswith("Passport details")
    assert entry(found, "Date and reference", "Date") == "14 August 2028"
    assert entry(found, "Offence 2", "Relation") == "To offences that are so established [Art. 37(3)]"
    assert entry(found, "What is asked", "Custody").endswith("[Art. 37(10)].")
    assert found.document.entries[-1][1].endswith("Art. 37(1), Art. 37(5)")
    bare = draft(BARE_EXTRADITION, ASKED)
    cited = {str(one) for blank in bare.blanks if not blank.optional for one in blank.authority}
    assert cited == {"Art. 37(1)", "Art. 37(19)", "Art. 37(4)", "Art. 37(5)", "Art. 37(7)"}
    assert all(blank.optional for blank in bare.blanks if blank.path.startswith("enclosures."))
    assert "(practice; can be left out)" in next(
        words for words in noted(bare, "To be completed") if "enclosures.penalty" in words
    )


def test_a_request_to_serve_a_sentence_says_of_which_kind() -> None:
    """Art. 37(1): whether the sentence is final, and whether it detains; what is not known is a gap."""
    request = ExtraditionRequest(sought_to_serve_sentence=True, sentence_final=True, sentence_detains=False)
    for final, words in ((True, "The sentence is final"), (False, "The sentence is not final"), (None, GAP)):
        found = draft(evolve(BARE_EXTRADITION, request=evolve(request, sentence_final=final)), ASKED)
        assert entry(found, "What is asked", "Finality").startswith(words)
    assert entry(found, "What is asked", "Kind of sentence").startswith("Neither imprisonment")
    assert found.document.title == "Request for extradition: to serve a sentence"
    unknown = draft(BARE_EXTRADITION, ASKED)
    assert GAP in entry(unknown, "What is asked", "Extradition")
    assert labels(unknown, "What is asked") == ["Extradition"]


def test_the_legal_basis_of_a_request_for_extradition() -> None:
    """Art. 37(4), (5) and (7): a treaty, the Convention in its place, or neither; and a gap where that is not known."""
    for relation, words, cited in (
        (ExtraditionRelation(treaty_binds=True), "The extradition treaty", "Art. 37(4)"),
        (ExtraditionRelation(treaty_binds=False, conditional_on_treaty=True), "Borduria makes", "Art. 37(5)"),
        (
            ExtraditionRelation(conditional_on_treaty=False, requesting_conditional_on_treaty=False),
            "Neither State makes",
            "Art. 37(7)",
        ),
        (ExtraditionRelation(), GAP, "Art. 37(1)"),
    ):
        found = draft(evolve(BARE_EXTRADITION, relation=relation), ASKED)
        assert entry(found, "Legal basis", "Legal basis").startswith(words)
        assert found.document.entries[-1][1].endswith(cited)


def test_an_offence_is_told_as_far_as_the_requesting_state_says_it() -> None:
    """Art. 37(1) and (3): of one that the Convention does not know its relation is asked for, of the others not."""
    offence = SoughtOffence(title="a", punishable_in_requesting_state=False)
    for known, words in ((True, "An offence established"), (False, "Not an offence established"), (None, GAP)):
        request = ExtraditionRequest(offences=(evolve(offence, established_in_accordance=known),))
        found = draft(evolve(BARE_EXTRADITION, request=request), ASKED)
        assert entry(found, "Offence", "Under the Convention").startswith(words)
        assert ("Relation" in labels(found, "Offence")) is (known is False)
        assert entry(found, "Offence", "In Astoria").startswith("The conduct is not punishable")
    assert entry(draft(BARE_EXTRADITION, ASKED), "Offence", "Offence").startswith(GAP)


def test_a_request_for_provisional_arrest() -> None:
    """Art. 37(10): urgent circumstances that warrant it, the channel, and the request that is to follow."""
    found = draft(TRIED, ARREST, letter=evolve(FULL, made_on=date(2028, 8, 20)))
    assert entry(found, "Urgency", "Circumstances") == "First.\nSecond."
    assert entry(found, "Request for extradition", "Made on") == "14 August 2028"
    assert "International Criminal Police Organization" in entry(found, "Channel", "Channel")
    early = Letter(made_on=date(2028, 8, 1), follows_by=date(2028, 9, 30))
    assert labels(draft(TRIED, ARREST, letter=early), "Request for extradition") == ["To follow by (practice)"]
    assert entry(draft(TRIED, ARREST, letter=early), "Request for extradition", "To follow by (practice)") == (
        "30 September 2028"
    )
    bare = draft(BARE_EXTRADITION, ARREST)
    assert entry(bare, "Channel", "Channel").startswith(GAP)
    assert "taken into custody, or that other appropriate measures" in entry(bare, "What is asked", "Measure")
    by_hand = evolve(BARE_EXTRADITION, custody=ExtraditionCustody(through_interpol=False))
    assert entry(draft(by_hand, ARREST), "Channel", "Channel").startswith("From authority to authority")
    with pytest.raises(NotDraftedError, match=r"does not ask for it \(custody.requested\)"):
        draft(evolve(BARE_EXTRADITION, custody=ExtraditionCustody(requested=False)), ARREST)


# Preservation


def test_a_preservation_is_confirmed_with_its_last_day() -> None:
    """Art. 42(8): the day by the case, or by the letter, or none while a decision is pending."""
    found = draft(HOSPITAL, CONFIRMED)
    assert entry(found, "Confirmation", "Last day") == "9 May 2028 [Art. 42(8)]"
    assert entry(found, "Confirmation", "Way (practice)").startswith("By an order")
    assert entry(found, "What comes next", "Extension").endswith("until 9 May 2028 [Art. 42(9)].")
    assert entry(found, "Confidentiality", "Kept").startswith(GAP)
    assert noted(found, "To be settled first")[-1].startswith("Whether preservation may fail or do harm")
    disk = DataItem(category=DataCategory.OTHER, description="A disk")
    named = draft(evolve(BARE_PRESERVATION, request=PreservationRequest(data=(disk,))), CONFIRMED)
    assert entry(named, "What is preserved", "Data 1, other electronic data") == "A disk"
    bare = draft(BARE_PRESERVATION, CONFIRMED)
    assert entry(bare, "Confirmation", "Last day").startswith(GAP)
    assert entry(bare, "What comes next", "Extension").endswith("before the preservation expires [Art. 42(9)].")
    assert entry(draft(BARE_PRESERVATION, CONFIRMED, letter=FULL), "Confirmation", "Last day") == "1 September 2028"
    pending = evolve(
        HOSPITAL,
        as_of=date(2028, 6, 1),
        measure=evolve(
            HOSPITAL.measure, assistance_requested=True, assistance_requested_on=date(2028, 4, 1), decided=False
        ),
    )
    assert entry(draft(pending, CONFIRMED), "Confirmation", "Last day").startswith("None for now")


def test_a_confirmation_says_what_was_asked_and_is_not_kept() -> None:
    """Art. 40(20): where confidentiality was asked for, whether it is kept; without a wish nothing is said of it."""
    for cannot, words in ((True, "Tesmark cannot comply"), (False, "Tesmark complies")):
        case = evolve(HOSPITAL, outlook=Outlook(cannot_keep_confidential=cannot))
        assert entry(draft(case, CONFIRMED), "Confidentiality", "Kept").startswith(words)
    quiet = Outlook(will_not_secure_data=False, threatens_confidentiality=False, prejudices_investigation=False)
    found = draft(evolve(BARE_PRESERVATION, outlook=quiet), CONFIRMED)
    assert "Confidentiality" not in titles(found)
    assert not any("may fail" in words for words in noted(found, "To be settled first"))


def test_no_confirmation_of_what_is_yet_to_come() -> None:
    """A preservation that takes effect after the day of the case is not confirmed."""
    case = evolve(BARE_PRESERVATION, measure=PreservationMeasure(effected_on=date(2028, 4, 1)))
    with pytest.raises(NotDraftedError, match="takes effect on 1 April 2028, after the day of the case"):
        draft(case, CONFIRMED)


def test_an_extension_is_granted_with_its_new_last_day() -> None:
    """Art. 42(9): the day that the case counts, or the one that is meant; a refused extension is none."""
    asked = Extension(requested_on=date(2028, 4, 20), days=30, granted=True)
    case = evolve(HOSPITAL, as_of=date(2028, 4, 25), measure=evolve(HOSPITAL.measure, extensions=(asked,)))
    found = draft(case, GRANTED)
    assert entry(found, "Decision", "New last day") == "8 June 2028 [Art. 42(9)]"
    assert entry(found, "Decision", "Asked for on") == "20 April 2028"
    meant = draft(HOSPITAL, GRANTED, letter=FULL)
    assert entry(meant, "Decision", "New last day") == "1 September 2028"
    assert entry(meant, "Decision", "Asked for on").startswith(GAP)
    by_day = Extension(until=date(2028, 7, 1))
    stated = evolve(HOSPITAL, measure=evolve(HOSPITAL.measure, extensions=(by_day,)))
    assert entry(draft(stated, GRANTED), "Decision", "New last day") == "1 July 2028"
    refused = evolve(HOSPITAL, measure=evolve(HOSPITAL.measure, extensions=(evolve(asked, granted=False),)))
    with pytest.raises(NotDraftedError, match=r"was not granted \(measure.extensions\[0\].granted\)"):
        draft(refused, GRANTED)


# Transmittal


def test_what_is_disclosed_goes_with_what_may_be_done_with_it() -> None:
    """Art. 40(19), Art. 36: the limit on use, the safeguards, and the conditions where the transfer needs them."""
    letter = Letter(transmitted=("A disk, SHA-256 01ab", "A certificate"), terms="For this case alone.")
    found = draft(SUBSCRIBER, SENT, letter=letter)
    assert entry(found, "Transmittal", "Items") == "Item 1: A disk, SHA-256 01ab\nItem 2: A certificate"
    assert entry(found, "Transmittal", "Followed").startswith(GAP)
    assert "for no others, unless Tesmark has consented before" in entry(found, "Use limitation", "Use")
    assert "[Art. 36(3)]" in entry(found, "Conditions", "Personal data")
    assert entry(found, "Confidentiality", "Asked for").startswith("Noravia requires Tesmark to keep")
    assert entry(found, "Confidentiality", "In particular") == "Until Noravia says otherwise."
    bare = draft(MAILBOX, SENT)
    (terms,) = (blank for blank in bare.blanks if blank.path == "letter.terms")
    assert (terms.optional, str(terms.authority[0])) == (False, "Art. 36(1)(b)")
    assert any("Not so: the transfer accords with the law" in words for words in noted(bare, "To be settled first"))
    unsaid = draft(evolve(MAILBOX, position=evolve(MAILBOX.position, transfer=None)), SENT)
    assert any("Not determined: the transfer accords" in words for words in noted(unsaid, "To be settled first"))
    called_off = evolve(BARE_ASSISTANCE, handling=Handling(no_longer_required=True))
    found = draft(called_off, SENT)
    assert any("no longer required" in words for words in noted(found, "To be settled first"))
    assert not {"Confidentiality", "Procedure asked for"} & {*titles(found), *labels(found, "Transmittal")}


@pytest.mark.parametrize(
    ("contrary", "possible", "words"),
    [(True, None, "Contrary to"), (False, True, "As asked for"), (False, False, "Not possible"), (False, None, GAP)],
)
def test_whether_the_procedure_was_followed(contrary: bool, possible: bool | None, words: str) -> None:
    """Art. 40(17): as specified, as far as domestic law and the circumstances allow."""
    handling = Handling(procedure_contrary_to_law=contrary, procedure_possible=possible)
    assert entry(draft(evolve(SUBSCRIBER, handling=handling), SENT), "Transmittal", "Followed").startswith(words)


def test_where_a_treaty_governs_the_letter_says_what_may_be_done() -> None:
    """Art. 40(7): the treaty's own limit on use stands in the place of Art. 40(19)."""
    case = evolve(SUBSCRIBER, treaty=AssistanceTreaty(binds=True, paragraphs_agreed=False))
    found = draft(case, SENT)
    assert entry(found, "Use limitation", "Use").endswith(
        "the limits of use under the treaty that governs between the two States]"
    )
    said = draft(case, SENT, letter=Letter(use_limitation="As Art. 9 of our treaty says."))
    assert entry(said, "Use limitation", "Use") == "As Art. 9 of our treaty says."


def test_traffic_data_that_lead_on_are_sent_on_a_discovery() -> None:
    """Art. 43(1): enough to find the other provider; nothing where the discovery is none."""
    led_on = Discovery(executing_preservation_request=True, concerns_traffic_data=True, provider_in_another_party=True)
    found = draft(evolve(HOSPITAL, discovery=led_on), SENT, letter=Letter(transmitted=("A log",)))
    assert entry(found, "Transmittal", "Items") == "Item 1: A log"
    assert "[Art. 43(1)]" in entry(found, "Transmittal", "Transmittal")
    assert not any("the disclosure is owed" in words for words in noted(found, "To be settled first"))
    against = evolve(HOSPITAL.disclosure_position, prejudices_essential_interests=True)
    found = draft(evolve(HOSPITAL, discovery=led_on, disclosure_position=against), SENT)
    assert any(words.startswith("A ground against the disclosure") for words in noted(found, "To be settled first"))
    for discovery, words in (
        (None, "says nothing of a provider in another State Party"),
        (evolve(led_on, provider_in_another_party=False), "lead on to a provider in another State Party; that is not"),
    ):
        with pytest.raises(NotDraftedError, match=words):
            draft(evolve(HOSPITAL, discovery=discovery), SENT)


# Withdrawal, postponement, further information


def test_a_request_is_withdrawn_by_the_provision_that_says_so() -> None:
    """Art. 40(26) for assistance, Art. 42(7) once informed of what may come; beside that it is practice."""
    no_use = evolve(SUBSCRIBER, handling=Handling(no_longer_required=True))
    found = draft(no_use, WITHDRAWN, letter=Letter(extent="The whole request."))
    assert entry(found, "Notice", "Withdrawal").endswith("[Art. 40(26)].")
    assert entry(found, "Notice", "Extent") == "The whole request."
    assert "Use limitation" in titles(found)
    with pytest.raises(NotDraftedError, match="the assistance is no longer required; that is not so"):
        draft(SUBSCRIBER, WITHDRAWN)
    informed = Outlook(threatens_confidentiality=True, determined=True, execution_wanted=False)
    found = draft(evolve(HOSPITAL, outlook=informed), WITHDRAWN)
    assert entry(found, "Notice", "Withdrawal").endswith("[Art. 42(7)].")
    assert found.document.entries[-1][1].endswith("Cybercrime, Art. 42(7)")
    for case, cited in ((HOSPITAL, "Art. 42(1)"), (TRIED, "Art. 37")):
        basis = draft(case, WITHDRAWN).document.entries[-1][1]
        assert basis.endswith(f"{cited}; on a withdrawal the Convention is silent (practice)")
    for handling in (None, Handling()):
        found = draft(evolve(HOUSE, handling=handling), WITHDRAWN)
        assert found.document.entries[-1][1].endswith("Art. 50(3), Art. 40(26)")
        unsure = [words for words in noted(found, "To be settled first") if "no longer required" in words]
        assert bool(unsure) is (handling is not None)


def test_confiscation_is_postponed_as_assistance_is() -> None:
    """Art. 50(3) takes Art. 40(27) and (28) over, with the consultation before."""
    case = evolve(HOUSE, position=evolve(HOUSE.position, interferes_with_proceedings=True))
    found = draft(case, DocumentKind.POSTPONEMENT)
    assert found.document.entries[-1][1].endswith("Art. 50(3), Art. 40(27), Art. 40(28)")
    assert "postponing it" in entry(draft(case, DocumentKind.CONSULTATION), "Occasion", "Intention")


def test_more_can_be_asked_for_than_the_request_lacks() -> None:
    """Art. 40(16): what is necessary for the execution, or makes it easier, beside the particulars."""
    points = Letter(information=("The time zone of the log.", "Who paid."))
    found = draft(SUBSCRIBER, DocumentKind.INFORMATION_REQUEST, letter=points)
    assert entry(found, "Additional information", "Asked for") == "1. The time zone of the log.\n2. Who paid."
    assert entry(found, "Additional information", "Why").endswith("easier to execute the request [Art. 40(16)].")
    assert "What is missing" not in titles(found)
    assert "Meanwhile" not in labels(found, "Reply")
    (gap,) = (b for b in draft(SUBSCRIBER, DocumentKind.INFORMATION_REQUEST).blanks if b.path == "letter.information")
    assert not gap.optional
    both = draft(evolve(SENT_BACK, handling=Handling()), DocumentKind.INFORMATION_REQUEST)
    (gap,) = (blank for blank in both.blanks if blank.path == "letter.information")
    assert gap.optional


# How a request for assistance is made and answered


def test_a_request_says_how_it_is_made_and_how_it_is_to_be_answered() -> None:
    """Art. 40(12) to (14): language, channel, form and authenticity; translation and certification are practice."""
    letter = Letter(
        translation="By a sworn translator.",
        authenticity="By the seal.",
        certification="By an affidavit.",
        transmission="Through the secure portal.",
        contact=Contact(name="Ann", time_zone="UTC"),
    )
    found = draft(SUBSCRIBER, DocumentKind.ASSISTANCE_REQUEST, letter=letter)
    said = {
        ("Language and translation", "Language"): "English, which Tesmark accepts [Art. 40(13)]",
        ("Language and translation", "Translation"): "By a sworn translator.",
        ("Mode of transmission", "Channel"): "To the central authority of Tesmark [Art. 40(12)(d)]",
        ("Mode of transmission", "Form"): "By a means that produces a written record [Art. 40(13)]",
        ("Mode of transmission", "Of what is furnished"): "Through the secure portal.",
        ("Certification", "Of this request"): "By the seal.",
        ("Certification", "Of what is furnished"): "By an affidavit.",
        ("Contact and time zone", "Contact"): "Ann",
        ("Contact and time zone", "Time zone"): "UTC",
    }
    assert {place: entry(found, *place) for place in said} == said
    bare = draft(BARE_ASSISTANCE, DocumentKind.ASSISTANCE_REQUEST)
    needed = {blank.path for blank in bare.blanks if not blank.optional}
    assert needed >= {f"request.transmission.{name}" for name in ("language", "channel", "form")}
    assert "letter.authenticity" in needed
    assert not {"letter.translation", "letter.certification", "letter.contact"} & needed


def test_a_channel_that_is_not_open_is_a_gap() -> None:
    """Art. 40(12)(d): a request straight to a court or a provider names no channel that a letter can state."""
    for channel, form, words in (
        (Channel.OTHER, RequestForm.ORAL, GAP),
        (Channel.INTERPOL, RequestForm.WRITTEN, "Through Interpol"),
        (Channel.DIPLOMATIC, None, "Through diplomatic channels"),
    ):
        sent = evolve(SUBSCRIBER.request.transmission, channel=channel, form=form, language_acceptable=None)
        case = evolve(SUBSCRIBER, request=evolve(SUBSCRIBER.request, transmission=sent))
        found = draft(case, DocumentKind.ASSISTANCE_REQUEST)
        assert entry(found, "Mode of transmission", "Channel").startswith(words)
        assert entry(found, "Language and translation", "Language") == "English"


def test_the_contact_of_an_authority_is_not_told_twice() -> None:
    """Without a contact in the letter that of the authority counts; the time zone is asked for where it lacks one."""
    reached = Authority(name="Office", contact=Contact(telephone="1"))
    case = evolve(BARE_ASSISTANCE, request=AssistanceRequest(authority=reached))
    found = draft(case, DocumentKind.ASSISTANCE_REQUEST)
    assert entry(found, "Contact and time zone", "Contact") == "As stated for the authority above."
    assert entry(found, "Contact and time zone", "Time zone").startswith(GAP)
    assert labels(draft(BARE_ASSISTANCE, DocumentKind.ASSISTANCE_REQUEST), "Contact and time zone") == ["Contact"]


# Final and sent


def test_what_is_final_has_no_marks_of_a_draft() -> None:
    """No gap, no notes, no word of a draft; what can be left out is left out, and boxes are counted anew."""
    letter = Letter(
        made_on=date(2028, 3, 13), requested_authority=Authority(name="Ministry"), signatory="Head", sent_on=None
    )
    found = draft(HOSPITAL, CONFIRMED, letter=letter, status=DraftStatus.FINAL)
    text = whole(found)
    assert not any(words in text for words in (GAP, "Draft", "(practice)", NOTES, "uncc"))
    assert titles(found)[-2:] == ["What comes next", "Signature"]
    assert [section.title.split()[0] for section in found.document.sections] == [
        str(number) for number in range(1, len(titles(found)) + 1)
    ]
    assert found.unsettled
    assert all(blank.optional for blank in found.blanks)
    assert not found.document.foot
    assert as_docx(found)
    sent = draft(HOSPITAL, CONFIRMED, letter=letter, status=DraftStatus.SENT)
    assert sent.document.entries[0] == ("Status", "Sent on 13 March 2028")
    later = draft(HOSPITAL, CONFIRMED, letter=evolve(letter, sent_on=date(2028, 3, 15)), status=DraftStatus.SENT)
    assert later.document.entries[0] == ("Status", "Sent on 15 March 2028")


@pytest.mark.long
def test_what_is_final_is_the_draft_without_its_gaps() -> None:
    """Of every document: what is refused names each gap that it cannot do without, and no other."""
    on_grounds = (DocumentKind.REFUSAL, DocumentKind.CONSULTATION, DocumentKind.EXTRADITION_DECISION)
    for case in (HOSPITAL, BARE_ASSISTANCE, TRIED):
        for found in drafted(case, FULL):
            if found.kind not in on_grounds:
                needed = [blank.words for blank in found.blanks if not blank.optional]
                opened = open_in(case, found.kind)
                listed = [line for line in opened if line.startswith("- to be completed, ")]
                assert [line.removeprefix("- to be completed, ") for line in listed] == needed
                assert len(opened) >= len(needed) + len(found.contradictions)


def open_in(case: Request, kind: DocumentKind) -> list[str]:
    """Return what keeps a document from being final; what is final has no gap."""
    try:
        final = draft(case, kind, letter=FULL, status=DraftStatus.FINAL)
    except NotDraftedError as refused:
        return refused.because.split("\n")
    text = as_text(final)
    return [GAP] if GAP in text else []


def test_a_particular_that_the_convention_asks_for_holds_up_what_is_final() -> None:
    """Art. 42(3)(c): what is missing of it is named; what is for the other State to say is not."""
    with pytest.raises(NotDraftedError) as refused:
        draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST, letter=Letter(), status=DraftStatus.FINAL)
    assert refused.value.because.split("\n")[-1] == (
        "- The request specifies the data and their relationship to the offence [Art. 42(3)(c)]: missing"
    )
    sent = evolve(SUBSCRIBER.request.transmission, language_acceptable=None)
    case = evolve(SUBSCRIBER, request=evolve(SUBSCRIBER.request, transmission=sent))
    letter = Letter(requested_authority=Authority(name="Ministry"), signatory="Head", authenticity="By the seal.")
    found = draft(case, DocumentKind.ASSISTANCE_REQUEST, letter=letter, status=DraftStatus.FINAL)
    assert [limb.citation for limb in found.missing] == ["Art. 40(13)"]


def test_a_label_stays_with_what_is_left_of_its_entry() -> None:
    """An entry of several lines loses the line with the gap alone."""
    letter = Letter(requested_authority=Authority(name="Ministry"), signatory="Head", until=date(2028, 5, 9))
    found = draft(
        evolve(HOSPITAL, request=evolve(HOSPITAL.request, authority=Authority(name="Office"))),
        DocumentKind.EXTENSION_REQUEST,
        letter=evolve(letter, reference="X", reasons="Still needed.", until=date(2028, 8, 1)),
        status=DraftStatus.FINAL,
    )
    assert entry(found, "What is asked", "Data 3, content data").startswith("Messages stored")
    assert "Relation" not in entry(found, "What is asked", "Data 3, content data")
    assert labels(found, "Requesting authority") == ["State", "Authority"]


# Days that do not agree


def told(case: Request, kind: DocumentKind, **letter: Any) -> tuple[str, ...]:
    """Return in what a letter does not agree."""
    return tuple(map(str, draft(case, kind, letter=Letter(**letter)).contradictions))


@pytest.mark.parametrize(
    ("case", "kind", "letter", "words"),
    [
        (
            HOSPITAL,
            "preservation-request",
            {"made_on": date(2028, 3, 9)},
            "while the case says that the request was made",
        ),
        (
            HOSPITAL,
            "preservation-request",
            {"reference": "X"},
            "The letter has the reference X, while that of the request",
        ),
        (
            HOSPITAL,
            "acknowledgement",
            {"made_on": date(2028, 3, 8)},
            "comes before the day on which the request was received",
        ),
        (HOSPITAL, "extension-request", {"made_on": date(2028, 3, 7)}, "before the day on which the request was made"),
        (
            HOSPITAL,
            "extension-request",
            {"made_on": date(2028, 5, 10)},
            "after the last day of asking for an extension",
        ),
        (
            HOSPITAL,
            "extension-request",
            {"until": date(2028, 5, 9)},
            "no later than the preservation does now, 9 May 2028",
        ),
        (HOSPITAL, "preservation-confirmation", {"until": date(2028, 5, 8)}, "while by the case it is 9 May 2028"),
        (
            HOSPITAL,
            "acknowledgement",
            {"consulted_on": date(2028, 3, 8)},
            "The consultation, 8 March 2028, comes before",
        ),
        (
            HOSPITAL,
            "acknowledgement",
            {"made_on": date(2028, 3, 12), "consulted_on": date(2028, 3, 13)},
            "The consultation, 13 March 2028, comes after the letter, 12 March 2028",
        ),
        (
            HOSPITAL,
            "information-request",
            {"made_on": date(2028, 3, 12), "reply_by": date(2028, 3, 11)},
            "The day by which an answer is wished for, 11 March 2028, comes before",
        ),
        (
            TRIED,
            "provisional-arrest-request",
            {"made_on": date(2028, 8, 1), "follows_by": date(2028, 7, 1)},
            "The day by which the request for extradition is to follow, 1 July 2028, comes before",
        ),
    ],
)
def test_a_day_that_contradicts_is_told(case: Request, kind: str, letter: dict[str, Any], words: str) -> None:
    """It stands first among the notes of a draft, and what is final is refused for it."""
    (document,) = (one for one in DocumentKind if one.value == kind)
    (found,) = told(case, document, **letter)
    assert words in found
    assert noted(draft(case, document, letter=Letter(**letter)), "Days that do not agree") == [found]
    with pytest.raises(NotDraftedError) as refused:
        draft(case, document, letter=Letter(**letter), status=DraftStatus.FINAL)
    assert refused.value.because.split("\n")[0] == f"- {found}"


def test_days_that_agree_are_not_told() -> None:
    """A letter without days, one whose days fit, and an arrest asked for before the request."""
    assert told(HOSPITAL, DocumentKind.PRESERVATION_REQUEST, made_on=date(2028, 3, 8)) == ()
    assert told(TRIED, ARREST, made_on=date(2028, 8, 1)) == ()
    assert told(HOSPITAL, DocumentKind.EXTENSION_REQUEST, until=date(2028, 7, 1), made_on=date(2028, 5, 9)) == ()
    fits = {"made_on": date(2028, 3, 20), "reply_by": date(2028, 3, 20), "sent_on": date(2028, 3, 20)}
    assert told(HOSPITAL, DocumentKind.ACKNOWLEDGEMENT, **fits) == ()
    unmade = evolve(HOSPITAL, request=evolve(HOSPITAL.request, made_on=None))
    (late,) = told(unmade, DocumentKind.PRESERVATION_REQUEST, made_on=date(2028, 3, 10))
    assert late.endswith(
        "after the day on which the request was received, 9 March 2028. To put it right: made_on in the letter file or "
        "request.received_on in the case file"
    )
    bare = evolve(BARE_PRESERVATION, request=PreservationRequest())
    assert told(bare, DocumentKind.ACKNOWLEDGEMENT, made_on=date(2020, 1, 1)) == ()


def test_sections_of_what_is_final_are_whole() -> None:
    """No box is left that says nothing."""
    letter = Letter(made_on=date(2028, 10, 3), requested_authority=Authority(name="Ministry"), signatory="Head")
    case: ExtraditionCase = evolve(TRIED, enclosures=Enclosures())
    letter = evolve(letter, made_on=date(2028, 8, 14), contact=Contact(email="desk@noravia.example"))
    found = draft(case, ASKED, letter=letter, status=DraftStatus.FINAL)
    assert "What goes with the request" not in titles(found)
    assert all(section.blocks for section in found.document.sections)
