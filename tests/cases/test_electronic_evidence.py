"""Requests for stored data, traffic data and interceptions as cases of assistance (Arts. 44, 45 and 46)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.cases.test_assistance import ALWAYS, DAY, RECEIVED, small
from tests.effort import effort
from uncc.cases import AssistanceCase, EarlierPreservation, Report, Section, assess
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    Authority,
    DataCategory,
    DataItem,
    Ground,
    InterceptionRequest,
    Offence,
    PersonalDataTransfer,
    PreservationMeasure,
    Proceeding,
    SimilarCase,
    StoredDataRequest,
    TrafficDataRequest,
    interception_is_permitted,
    may_exclude_offence,
    may_request_access,
    may_request_interception,
    may_request_traffic_data,
    must_endeavour_at_least,
    must_endeavour_to_collect,
    must_endeavour_to_intercept,
    must_respond_expeditiously,
    traffic_data_conformity,
)
from uncc.doors.serial import from_data, load_case
from uncc.general import Penalty
from uncc.kernel.dates import Period
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.findings import Truth
from uncc.pages import as_text
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_1 import SeriousCrimeLaw
from uncc.readings.chapter_5 import InterceptionPermission
from uncc.testing import assistance_cases

EXAMPLES = Path(__file__).parents[2] / "examples"
STORED, TRAFFIC, INTERCEPTION = (
    AssistancePurpose.STORED_DATA,
    AssistancePurpose.TRAFFIC_DATA,
    AssistancePurpose.INTERCEPTION,
)
ARTICLES = {
    STORED: ["stored-data-access", "stored-data-preserved", "stored-data-expedited"],
    TRAFFIC: [
        *("traffic-data-conformity", "traffic-data-collection", "traffic-data-endeavour"),
        *("traffic-data-floor", "traffic-data-exclusion"),
    ],
    INTERCEPTION: ["interception-request", "interception-permitted", "interception-endeavour"],
}
DUTIES = {
    STORED: ["respond-to-access", "respond-expeditiously"],
    TRAFFIC: ["specify-particulars", "endeavour-to-collect", "endeavour-at-least", "apply-domestic-conditions"],
    INTERCEPTION: ["endeavour-to-intercept"],
}
FRAUD = Offence(title="fraud", established_in_accordance=True, summary_of_facts="A forged page.")


def asking(*purposes: AssistancePurpose, **others: Any) -> AssistanceCase:
    """Return a case whose request, for a Convention offence, has these purposes."""
    return small(request=AssistanceRequest(offence=FRAUD, purposes=purposes), **others)


def truths(report: Report) -> dict[str, Truth]:
    """Return the answers of a report by their names."""
    return {answer.id: answer.finding.truth for answer in report.answers}


def duty(report: Report, name: str) -> Duty:
    """Return a duty of a report."""
    return {duty.id: duty for duty in report.duties}[name]


# What is answered


@pytest.mark.parametrize("purpose", AssistancePurpose)
def test_each_purpose_has_the_answers_of_its_article(purpose: AssistancePurpose) -> None:
    """Art. 40(3)(d) to (f): these three purposes have articles of their own, and the others have not."""
    report = assess(asking(purpose))
    own = [answer.id for answer in report.answers if answer.id not in {*ALWAYS, f"purpose-{purpose.value}"}]
    assert own == ARTICLES.get(purpose, [])
    bare = {duty.id for duty in assess(small()).duties}
    assert [duty.id for duty in report.duties if duty.id not in bare] == DUTIES.get(purpose, [])


def test_a_letter_may_ask_for_all_three() -> None:
    """One request may have several purposes: each has its answers and duties, and no name stands twice."""
    report = assess(asking(INTERCEPTION, STORED, TRAFFIC))
    names = [answer.id for answer in report.answers]
    assert {name for own in ARTICLES.values() for name in own} <= set(names)
    assert len(names) == len(set(names))
    ids = [duty.id for duty in report.duties]
    assert len(ids) == len(set(ids))
    sections = [list(Section).index(answer.section) for answer in report.answers]
    assert sections == sorted(sections)


def test_answers_are_those_of_the_rules() -> None:
    """The report says what the rules say of the parts, with the offence of the request."""
    stored = StoredDataRequest(system_in_requested_territory=True, vulnerable=False, expedited_elsewhere=True)
    traffic = TrafficDataRequest(in_real_time=True, communications_specified=True, justification="no other way")
    interception = InterceptionRequest(in_real_time=True, treaty_permits=True, domestic_law_permits=False)
    both = Readings.of(InterceptionPermission.BOTH)
    case = asking(
        *(STORED, TRAFFIC, INTERCEPTION),
        stored_data=stored,
        traffic_data=traffic,
        similar_case=SimilarCase(available=False),
        interception=interception,
        readings=both,
    )
    collect, intercept = case.collection_request, case.interception_request
    expected = {
        "stored-data-access": may_request_access(case.access_request),
        "stored-data-expedited": must_respond_expeditiously(stored),
        "traffic-data-conformity": traffic_data_conformity(collect),
        "traffic-data-collection": may_request_traffic_data(collect),
        "traffic-data-endeavour": must_endeavour_to_collect(collect),
        "traffic-data-floor": must_endeavour_at_least(collect, case.similar_case),
        "traffic-data-exclusion": may_exclude_offence(case.similar_case),
        "interception-request": may_request_interception(intercept),
        "interception-permitted": interception_is_permitted(intercept).under(both),
        "interception-endeavour": must_endeavour_to_intercept(intercept).under(both),
    }
    report = assess(case)
    assert {name: report.answer(name).finding for name in expected} == expected
    assert report.answer("interception-permitted").finding.is_no


def test_the_readings_of_the_case_reach_every_answer_and_duty() -> None:
    """Art. 2(h): whose law measures a serious crime bears on the three requests alike, and on what is owed."""
    offence = Offence(
        title="fraud",
        established_in_accordance=False,
        penalty=Penalty(years=5),
        penalty_in_requested_state=Penalty(years=2),
    )
    known: dict[str, Any] = {
        "request": AssistanceRequest(offence=offence, purposes=(STORED, TRAFFIC, INTERCEPTION)),
        "stored_data": StoredDataRequest(system_in_requested_territory=True, vulnerable=True),
        "traffic_data": TrafficDataRequest(
            in_real_time=True, communications_specified=True, communications_in_territory=True, by_ict_system=True
        ),
        "similar_case": SimilarCase(available=True),
        "interception": InterceptionRequest(
            in_real_time=True, communications_specified=True, by_ict_system=True, domestic_law_permits=True
        ),
    }
    asked = (
        *("stored-data-access", "traffic-data-collection", "traffic-data-endeavour", "traffic-data-floor"),
        *("interception-request", "interception-endeavour"),
    )
    owed = [name for own in DUTIES.values() for name in own]
    for under, truth in (
        (AS_ADOPTED, Truth.UNKNOWN),
        (Readings.of(SeriousCrimeLaw.REQUESTING), Truth.YES),
        (Readings.of(SeriousCrimeLaw.REQUESTED), Truth.NO),
    ):
        report = assess(small(readings=under, **known))
        assert {truths(report)[name] for name in asked} == {truth}
        assert {duty(report, name).trigger.truth for name in owed} == {truth}


def test_the_modalities_are_those_of_the_articles() -> None:
    """Art. 44(2), Art. 44(3), Art. 45, Art. 46: a response is owed for stored data, and for the rest an endeavour."""
    report = assess(asking(STORED, TRAFFIC, INTERCEPTION))
    assert duty(report, "respond-to-access").modality is Modality.SHALL
    assert duty(report, "respond-expeditiously").deadline is Promptness.EXPEDITIOUSLY
    for name in ("endeavour-to-collect", "endeavour-at-least", "endeavour-to-intercept"):
        assert duty(report, name).modality is Modality.SHALL_ENDEAVOUR


# What the request says already


def test_the_particulars_of_the_request_count_for_the_collection() -> None:
    """Art. 45(3)(a) and (b): the authority, the facts and the proceedings of the letter need not be told twice."""
    request = AssistanceRequest(
        reference="R-1",
        offence=FRAUD,
        purposes=(TRAFFIC,),
        authority=Authority(name="Prosecutor"),
        proceeding=Proceeding(nature="investigation"),
        data=(DataItem(category=DataCategory.TRAFFIC_DATA, description="stored", relation_to_offence="r"),),
        period=Period(date(2028, 1, 1), date(2028, 2, 1)),
    )
    collection = small(request=request).collection_request
    assert (collection.reference, collection.main_facts, collection.proceedings) == (
        *("R-1", "A forged page.", "investigation"),
    )
    missing = [limb.citation for limb in traffic_data_conformity(collection).because if not limb.is_yes]
    assert missing == [f"Art. 45(3)({point})" for point in "cdef"]
    own = TrafficDataRequest(authority=Authority(name="Police"), main_facts="m", proceedings="p", reference="R-2")
    kept = small(request=request, traffic_data=own).collection_request
    assert (kept.authority, kept.main_facts, kept.proceedings, kept.reference) == (*(own.authority, "m", "p", "R-2"),)


def test_a_request_that_names_no_offence() -> None:
    """What is not known of the offence is open, and the collection lacks the facts (Art. 45(3)(b))."""
    report = assess(small(request=AssistanceRequest(purposes=(TRAFFIC, STORED, INTERCEPTION))))
    found = truths(report)
    assert found["traffic-data-collection"] is found["stored-data-access"] is Truth.UNKNOWN
    assert found["interception-request"] is Truth.UNKNOWN
    assert found["traffic-data-conformity"] is Truth.NO


def test_the_open_questions_have_their_places_in_the_file() -> None:
    """Each fact of a part is asked for where the file has it, and the offence where the request names it."""
    request = AssistanceRequest(offence=Offence(title="fraud"), purposes=(STORED, TRAFFIC, INTERCEPTION))
    report = assess(small(request=request, position=AssistancePosition(transfer=PersonalDataTransfer())))
    paths = {question.question.name: question.path for question in report.open_questions}
    assert paths["StoredDataRequest.vulnerable"] == "stored_data.vulnerable"
    assert paths["TrafficDataRequest.in_real_time"] == "traffic_data.in_real_time"
    assert paths["SimilarCase.available"] == "similar_case.available"
    assert paths["InterceptionRequest.treaty_permits"] == "interception.treaty_permits"
    assert paths["Offence.established_in_accordance"] == "request.offence.established_in_accordance"
    assert paths["PersonalDataTransfer.personal"] == "position.transfer.personal"


# The preservation that the request follows up


@pytest.mark.long
@pytest.mark.parametrize(
    ("effected", "stated", "preserved"),
    [
        (date(2028, 3, 10), None, Truth.YES),
        (DAY, None, Truth.YES),
        (date(2028, 4, 21), None, Truth.UNKNOWN),
        (date(2028, 4, 21), False, Truth.NO),
        (None, None, Truth.UNKNOWN),
        (None, True, Truth.YES),
    ],
)
def test_data_of_the_earlier_preservation(effected: date | None, stated: bool | None, preserved: Truth) -> None:
    """Art. 44(1): data whose preservation took effect by the day of the case are preserved data."""
    earlier = EarlierPreservation(reference="PR-02", measure=PreservationMeasure(effected_on=effected, extensions=()))
    case = asking(STORED, preservation=earlier, stored_data=StoredDataRequest(preserved=stated))
    assert truths(assess(case))["stored-data-preserved"] is preserved
    assert case.access_request.preservation_reference == "PR-02"


def test_whether_the_preservation_still_runs_is_said_of_stored_data() -> None:
    """Art. 42(8), Art. 44(1): the window, and the request as the later one for which the data are kept."""
    earlier = EarlierPreservation(
        reference="PR-02",
        measure=PreservationMeasure(effected_on=date(2028, 3, 10), period_days=60, decided=False, extensions=()),
    )
    request = AssistanceRequest(received_on=RECEIVED, purposes=(STORED,))
    report = assess(small(request=request, preservation=earlier, as_of=date(2028, 5, 10)))
    assert truths(report)["preservation-runs"] is truths(report)["pending-decision"] is Truth.YES
    assert report.header.follows == "PR-02"


# What a case may be


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("stored_data", StoredDataRequest(vulnerable=True)),
        ("traffic_data", TrafficDataRequest(justification="j")),
        ("similar_case", SimilarCase(available=False)),
        ("interception", InterceptionRequest(in_real_time=False)),
    ],
)
def test_a_part_is_of_a_purpose_that_the_request_names(part: str, value: Any) -> None:
    """A case that tells of traffic data for which nobody asks cannot be meant."""
    other = AssistancePurpose.RECORDS
    with pytest.raises(
        InvalidValue, match=rf"^request.purposes: \['records'\] is not a list with .*which {part} tells"
    ):
        asking(other, **{part: value})
    assert asking(other, **{part: type(value)()}).request.purposes == (other,)


@pytest.mark.parametrize(
    ("part", "purpose", "kind"),
    [
        ("stored_data", STORED, StoredDataRequest),
        ("traffic_data", TRAFFIC, TrafficDataRequest),
        ("interception", INTERCEPTION, InterceptionRequest),
    ],
)
def test_a_case_has_one_offence(part: str, purpose: AssistancePurpose, kind: Any) -> None:
    """The offence of a part is that of the request, and need not be repeated."""
    with pytest.raises(InvalidValue, match=rf"^{part}.offence.title: 'arson' is not that of request.offence"):
        asking(purpose, **{part: kind(offence=Offence(title="arson"))})
    assert asking(purpose, **{part: kind(offence=FRAUD)}).request.offence == FRAUD


def test_a_request_for_stored_data_fits_the_earlier_preservation() -> None:
    """Its reference is that of the earlier request, and what took effect was done."""
    earlier = EarlierPreservation(
        reference="PR-02", measure=PreservationMeasure(effected_on=date(2028, 3, 10), extensions=())
    )
    with pytest.raises(InvalidValue, match=r"^stored_data.preservation_reference: 'PR-01' is not .*reference, PR-02"):
        asking(STORED, preservation=earlier, stored_data=StoredDataRequest(preservation_reference="PR-01"))
    with pytest.raises(
        InvalidValue, match=r"^stored_data.preserved: False is not true, as is .*effected_on, 2028-03-10"
    ):
        asking(STORED, preservation=earlier, stored_data=StoredDataRequest(preserved=False))
    unnamed = asking(
        STORED, preservation=EarlierPreservation(), stored_data=StoredDataRequest(preservation_reference="PR-01")
    )
    assert unnamed.access_request.preservation_reference == "PR-01"
    same = asking(STORED, preservation=earlier, stored_data=StoredDataRequest(preservation_reference="PR-02"))
    assert same.access_request.preservation_reference == "PR-02"


def test_a_document_is_told_what_does_not_fit() -> None:
    """The fault of a document has its place."""
    document = {
        "as_of": "2028-04-20",
        "requesting": {"state": {"name": "Astoria"}},
        "requested": {"state": {"name": "Borduria"}},
        "request": {"purposes": ["records"]},
        "interception": {"in_real_time": True},
    }
    with pytest.raises(DocumentError, match=r"^request.purposes: .*'records'.* is not a list with 'interception'"):
        from_data(document, AssistanceCase)


# Personal data


def test_a_transfer_that_the_position_describes() -> None:
    """Art. 36(1): its answers and duties are there, and it answers the ground."""
    transfer = PersonalDataTransfer(personal=True, data_protection_allows=False, conditions_would_comply=True)
    report = assess(small(position=AssistancePosition(transfer=transfer)))
    assert {answer.id for answer in report.in_section(Section.PERSONAL_DATA)} == {
        *("transfer-compliant", "transfer-conditions"),
    }
    assert duty(report, "seek-conditions").trigger.is_yes
    assert [answer.ground for answer in report.grounds if answer.finding.is_yes] == [Ground.PERSONAL_DATA]
    assert "Conditions   may be sought" in as_text(report)
    none = AssistancePosition(transfer=PersonalDataTransfer(personal=False))
    assert "Conditions   may be sought" not in as_text(assess(small(position=none)))


# As text


@pytest.mark.parametrize(
    ("territory", "vulnerable", "words"),
    [
        (True, True, "may be asked for; the response must be expedited"),
        (True, False, "may be asked for; no expedited response is owed"),
        (
            None,
            None,
            (
                "not determined whether it may be asked for: it turns on whether the data are stored by means of a "
                "system located in the territory of the requested State [Art. 44(1)] (Borduria can say) not determined "
                "whether the response must be expedited: it turns on whether there are grounds to believe"
            ),
        ),
        (False, True, "may not be asked for under the article"),
    ],
)
def test_access_in_brief(territory: bool | None, vulnerable: bool | None, words: str) -> None:
    """Art. 44(1) and (3): whether it may be asked for, and how fast the response is due."""
    expedited = False if vulnerable is False else None
    stored = StoredDataRequest(
        system_in_requested_territory=territory, vulnerable=vulnerable, expedited_elsewhere=expedited
    )
    text = " ".join(as_text(assess(asking(STORED, stored_data=stored))).split())
    assert f" Access {words} {'that the' if vulnerable is None else 'Refusal'} " in text


@pytest.mark.parametrize(
    ("permitted", "words"),
    [
        (True, "may be asked for; an endeavour is owed, and no result"),
        (False, "may be asked for; no endeavour is owed"),
        (None, "may be asked for; not determined whether an endeavour is owed: it turns on whether the"),
    ],
)
def test_interception_in_brief(permitted: bool | None, words: str) -> None:
    """Art. 46: an endeavour, as far as it is permitted."""
    part = InterceptionRequest(
        in_real_time=True,
        communications_specified=True,
        by_ict_system=True,
        treaty_permits=False,
        domestic_law_permits=permitted,
    )
    text = " ".join(as_text(assess(asking(INTERCEPTION, interception=part))).split())
    assert f" Intercept {words} {'domestic law' if permitted is None else 'Refusal'} " in text


@pytest.mark.long
@effort(40)
@given(assistance_cases())
def test_every_case_can_be_printed(case: AssistanceCase) -> None:
    """Whatever is asked for and known, the text has a section for each article that the request calls up."""
    report = assess(case)
    text = as_text(report)
    for section, title in (
        (Section.STORED_DATA, "Access to stored data"),
        (Section.TRAFFIC_DATA, "Traffic data, to be collected in real time"),
        (Section.INTERCEPTION, "Interception of content data"),
        (Section.PERSONAL_DATA, "Personal data"),
    ):
        assert (f". {title} (" in text) is bool(report.in_section(section))


# The examples


def example(name: str) -> Report:
    """Return the report on an example."""
    return assess(load_case(EXAMPLES / f"{name}.json", AssistanceCase))


def test_the_example_of_stored_data() -> None:
    """A mailbox that was preserved: expedited, still preserved, and open to conditions on personal data."""
    report = example("preserved_mailbox")
    found = truths(report)
    for name in ("conformity", "scope", *ARTICLES[STORED], "preservation-runs", "transfer-conditions"):
        assert found[name] is Truth.YES, name
    assert [answer.ground for answer in report.grounds if answer.finding.is_yes] == [Ground.PERSONAL_DATA]
    assert "Follows      BOR-17/2028-A (request for preservation)" in as_text(report)


def test_the_example_of_traffic_data() -> None:
    """A kidnapping: a serious crime in both laws; the letter says all but why the period is as long as it is."""
    report = example("traffic_data_in_real_time")
    found = truths(report)
    for name in ("conformity", "traffic-data-collection", "traffic-data-endeavour", "traffic-data-floor"):
        assert found[name] is Truth.YES, name
    assert found["traffic-data-exclusion"] is Truth.NO
    missing = [limb for limb in report.answer("traffic-data-conformity").finding.because if limb.is_no]
    assert [limb.citation for limb in missing] == ["Art. 45(3)(f)"]
    assert "- missing: why the period has this length [Art. 45(3)(f)]\n" in as_text(report)


def test_the_example_of_an_interception() -> None:
    """The two States' own treaty governs and does not permit it; what domestic law permits decides."""
    report = example("interception_under_a_treaty")
    found = truths(report)
    assert (found["interception-request"], found["interception-endeavour"]) == (Truth.YES, Truth.UNKNOWN)
    assert (found["own-treaty"], found["paragraphs"]) == (Truth.YES, Truth.NO)
    asked = [question.path for question in report.open_questions if "interception-endeavour" in question.bears_on]
    assert asked == ["interception.domestic_law_permits"]
