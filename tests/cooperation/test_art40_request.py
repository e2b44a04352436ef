"""Art. 40(12) to (15): channel, form, language, authenticity and particulars of a request for assistance."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from tests.truthtables import disagreements
from uncc.cooperation import (
    AssistancePurpose,
    AssistanceRequest,
    Authority,
    CentralAuthority,
    Channel,
    DataCategory,
    DataItem,
    ItemConcerned,
    Offence,
    PersonConcerned,
    Proceeding,
    RequestForm,
    Transmission,
    assistance_conformity,
    contains_particulars,
    duties_of_central_authorities,
    duties_on_transmission,
    has_central_authority,
    has_notified,
    is_addressed_properly,
    is_in_due_form,
    may_designate_distinct_authority,
)
from uncc.kernel.between import Between
from uncc.kernel.dates import Period
from uncc.kernel.duties import Modality, Promptness
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Question
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

UNBOUND = AssistanceTreaty(binds=False)
SENT = Transmission(
    channel=Channel.CENTRAL_AUTHORITY,
    form=RequestForm.WRITTEN,
    diplomatic_channels_required=False,
    language_acceptable=True,
    authenticity_can_be_established=True,
)
MARCH = Period(date(2028, 3, 1), date(2028, 3, 31))


def complete(**others: Any) -> AssistanceRequest:
    """Return a request that lacks nothing but for what is given."""
    known: dict[str, Any] = {
        "transmission": SENT,
        "authority": Authority(name="Prosecutor of Astoria"),
        "proceeding": Proceeding(subject_matter="a fraud", nature="investigation"),
        "conducting_authority": Authority(name="Prosecutor of Astoria", functions="prosecution"),
        "offence": Offence(title="fraud", summary_of_facts="A page was forged."),
        "purposes": (AssistancePurpose.STORED_DATA,),
        "assistance": "subscriber information",
        "procedure": "with hash values",
        "persons": (PersonConcerned(identity="N. N.", location="Borduria", nationality="Bordurian"),),
        "items": (ItemConcerned(description="an account", location="Borduria", country_of_origin="Borduria"),),
        "period": MARCH,
        "intended_use": "to identify the author",
        **others,
    }
    return AssistanceRequest(**known)


def missing(finding: Finding) -> list[str]:
    """Return the provisions of the limbs that are not met."""
    return [limb.citation for limb in finding.because if limb.is_no]


# Art. 40(15)


def test_40_15_a_complete_request_conforms_whatever_else_is_unknown() -> None:
    """Art. 40(15): what is stated needs no fact about whether it had to be."""
    assert assistance_conformity(complete()).is_yes
    assert contains_particulars(complete()).is_yes


@pytest.mark.parametrize(
    ("without", "point"),
    [
        ({"authority": None}, "a"),
        ({"proceeding": Proceeding(nature="investigation")}, "b"),
        ({"proceeding": Proceeding(subject_matter="a fraud")}, "b"),
        ({"conducting_authority": None}, "b"),
        ({"conducting_authority": Authority(name="x")}, "b"),
        ({"offence": None}, "c"),
        ({"offence": Offence(title="fraud")}, "c"),
        ({"assistance": None}, "d"),
        ({"procedure": None, "procedure_wanted": True}, "d"),
        ({"persons": (), "more_on_persons": True}, "e"),
        ({"persons": (PersonConcerned(identity="x", location="y"),), "more_on_persons": True}, "e"),
        ({"items": (), "more_on_items": True}, "e"),
        ({"items": (ItemConcerned(description="x", location="y"),), "more_on_items": True}, "e"),
        ({"period": None, "period_applicable": True}, "f"),
        ({"intended_use": None}, "g"),
    ],
)
def test_40_15_each_particular(without: dict[str, Any], point: str) -> None:
    """Art. 40(15): each particular that lacks is named, and no other."""
    finding = assistance_conformity(complete(**without))
    assert finding.is_no
    assert missing(finding) == [f"Art. 40(15)({point})"]


@pytest.mark.parametrize(
    ("without", "fact"),
    [
        ({"procedure": None}, "procedure_wanted"),
        ({"persons": ()}, "more_on_persons"),
        ({"items": ()}, "more_on_items"),
        ({"period": None}, "period_applicable"),
    ],
)
def test_40_15_conditions(without: dict[str, Any], fact: str) -> None:
    """Art. 40(15)(d) to (f): what is wished for, possible, appropriate or applicable is asked, never assumed."""
    for value, truth in ((True, Truth.NO), (False, Truth.YES), (None, Truth.UNKNOWN)):
        finding = contains_particulars(complete(**without, **{fact: value}))
        assert finding.truth is truth
    open_ones = [question.name for question in contains_particulars(complete(**without)).open_questions]
    assert open_ones == [f"AssistanceRequest.{fact}"]


@pytest.mark.parametrize(
    ("purposes", "truth"),
    [
        ((AssistancePurpose.SERVICE,), Truth.YES),
        ((AssistancePurpose.SERVICE, AssistancePurpose.SERVICE), Truth.YES),
        ((AssistancePurpose.SERVICE, AssistancePurpose.STATEMENTS), Truth.NO),
        ((AssistancePurpose.STATEMENTS,), Truth.NO),
        ((), Truth.NO),
    ],
)
def test_40_15_c_service_of_documents(purposes: tuple[AssistancePurpose, ...], truth: Truth) -> None:
    """Art. 40(15)(c): a request for the service of judicial documents needs no summary of facts; others do."""
    request = complete(purposes=purposes, offence=Offence(title="fraud"))
    assert contains_particulars(request).truth is truth


def test_40_15_f_periods_of_all_the_data_count() -> None:
    """Art. 40(15)(f): a period stated for each of the data is one stated for the request."""
    dated = DataItem(category=DataCategory.TRAFFIC_DATA, description="log-ins", period=MARCH)
    undated = DataItem(category=DataCategory.TRAFFIC_DATA, description="log-ins")
    for data, truth in (((dated,), Truth.YES), ((dated, undated), Truth.NO)):
        request = complete(period=None, period_applicable=True, data=data)
        assert contains_particulars(request).truth is truth


# Art. 40(12)


def test_40_12_d_central_authority_and_diplomatic_channels() -> None:
    """Art. 40(12)(d): the central authority, unless the requested State requires diplomatic channels."""
    for channel, required in ((Channel.CENTRAL_AUTHORITY, False), (Channel.DIPLOMATIC, True)):
        for value in (True, False, None):
            finding = is_addressed_properly(Transmission(channel=channel, diplomatic_channels_required=value))
            assert finding.truth is (Truth.UNKNOWN if value is None else Truth.of(value is required))


def test_40_12_d_interpol() -> None:
    """Art. 40(12)(d): Interpol when it is urgent, agreed and possible, all three."""
    assert not disagreements(
        lambda a: is_addressed_properly(
            Transmission(
                channel=Channel.INTERPOL,
                urgent=a["urgent"],
                interpol_agreed=a["agreed"],
                interpol_possible=a["possible"],
            )
        ),
        lambda w: w["urgent"] and w["agreed"] and w["possible"],
        *("urgent", "agreed", "possible"),
    )


def test_40_12_a_central_authority() -> None:
    """Art. 40(12)(a): designated, able to receive, and either to execute or to transmit."""
    assert not disagreements(
        lambda a: has_central_authority(
            CentralAuthority(
                designated=a["designated"],
                can_receive=a["receives"],
                can_execute=a["executes"],
                can_transmit=a["transmits"],
            )
        ),
        lambda w: w["designated"] and w["receives"] and (w["executes"] or w["transmits"]),
        *("designated", "receives", "executes", "transmits"),
    )


def test_40_12_a_s35() -> None:
    """S35, Art. 40(12)(a): a territory with a separate system may have an authority of its own."""
    assert may_designate_distinct_authority(CentralAuthority(separate_system=True)).is_yes


def test_40_12_b_speed() -> None:
    """Art. 40(12)(b): speed is to be ensured, and encouraged where the request is transmitted."""
    ensure, encourage = duties_of_central_authorities(CentralAuthority(can_transmit=False), treaty=UNBOUND)
    assert (ensure.modality, encourage.modality) == (Modality.SHALL, Modality.SHALL)
    assert ensure.trigger.is_yes
    assert encourage.trigger.is_no


def test_40_12_c_and_13_notification() -> None:
    """Art. 40(12)(c) and (13): authority and languages are notified, and the register kept correct."""
    assert not disagreements(
        lambda a: has_notified(
            CentralAuthority(
                notified_at_deposit=a["notified"], details_correct=a["correct"], languages_notified=a["languages"]
            )
        ),
        lambda w: w["notified"] and w["correct"] and w["languages"],
        *("notified", "correct", "languages"),
    )


@pytest.mark.parametrize(
    ("notified_on", "truth"),
    [
        (date(2027, 3, 9), Truth.YES),
        (date(2027, 3, 10), Truth.YES),
        (date(2027, 3, 11), Truth.NO),
        (Between(None, date(2027, 3, 10)), Truth.YES),
        (Between(date(2027, 3, 9), date(2027, 3, 11)), Truth.UNKNOWN),
    ],
)
def test_40_12_c_and_13_a_notification_in_time_comes_by_the_day_of_the_deposit(
    notified_on: DayFact, truth: Truth
) -> None:
    """Art. 40(12)(c) and (13): by its own day a notification came with the deposit, or too late."""
    known: dict[str, Any] = {"deposited_on": date(2027, 3, 10), "details_correct": True}
    authority = CentralAuthority(**known, authority_notified_on=notified_on, languages_notified=True)
    languages = CentralAuthority(**known, languages_notified_on=notified_on, notified_at_deposit=True)
    assert has_notified(authority).truth is truth
    assert has_notified(languages).truth is truth


@pytest.mark.parametrize(("day", "stated"), [(10, False), (11, True)])
def test_40_12_c_what_is_stated_of_a_notification_agrees_with_its_day(day: int, stated: bool) -> None:
    """Art. 40(12)(c): a statement that the days contradict is refused; one that they bear out is not."""
    known: dict[str, Any] = {"deposited_on": date(2027, 3, 10), "authority_notified_on": date(2027, 3, day)}
    with pytest.raises(InvalidValue, match=r"^notified_at_deposit: (True|False) is not as the days"):
        has_notified(CentralAuthority(**known, notified_at_deposit=stated))
    assert has_notified(CentralAuthority(**known, notified_at_deposit=not stated)).is_no is stated


def test_40_12_d_the_requested_state_may_require_diplomatic_channels() -> None:
    """Art. 40(12)(d): the requesting State shall send to the central authority, the requested one may ask for more."""
    duties = {duty.id: duty for duty in duties_on_transmission(Transmission(), treaty=UNBOUND)}
    right = duties["require-diplomatic-channels"]
    assert (right.modality, right.bearer, right.trigger.truth) == (Modality.MAY, Role.REQUESTED_STATE, Truth.YES)


# Art. 40(13) and (14)


def test_40_13_in_what_form_a_request_was_made_is_asked() -> None:
    """Art. 40(13): of a request in no form that is known, it is open whether it was made in due form."""
    made = is_in_due_form(evolve(SENT, form=None))
    assert made.is_unknown
    assert [question.statement for question in made.open_questions] == [
        "the request is made in writing, or in another form that is open"
    ]


@pytest.mark.parametrize("form", RequestForm)
def test_40_13_table(form: RequestForm) -> None:
    """Art. 40(13): each form with its conditions; language and authenticity for all of them."""

    def text(world: Any) -> bool:
        oral = world["urgent"] and world["agreed"] and world["confirmed"]
        by_form = {RequestForm.WRITTEN: True, RequestForm.RECORDED: world["possible"], RequestForm.ORAL: oral}
        return bool(by_form[form] and world["language"] and world["authentic"])

    assert not disagreements(
        lambda a: is_in_due_form(
            Transmission(
                form=form,
                urgent=a["urgent"],
                oral_agreed=a["agreed"],
                confirmed_forthwith=a["confirmed"],
                recorded_means_possible=a["possible"],
                language_acceptable=a["language"],
                authenticity_can_be_established=a["authentic"],
            )
        ),
        text,
        *("urgent", "agreed", "confirmed", "possible", "language", "authentic"),
    )


def test_40_13_urgency_is_asked_once() -> None:
    """Art. 40(12)(d) and (13): an oral request through Interpol is urgent or not, and is asked about once."""
    sent = Transmission(
        channel=Channel.INTERPOL,
        form=RequestForm.ORAL,
        interpol_agreed=True,
        interpol_possible=True,
        oral_agreed=True,
        confirmed_forthwith=True,
        language_acceptable=True,
        authenticity_can_be_established=True,
    )
    finding = assistance_conformity(complete(transmission=sent))
    assert [question.name for question in finding.open_questions] == ["Transmission.urgent"]


@pytest.mark.parametrize(
    ("form", "truth"),
    [(RequestForm.ORAL, Truth.YES), (RequestForm.WRITTEN, Truth.NO), (None, Truth.UNKNOWN)],
)
def test_40_13_confirmation(form: RequestForm | None, truth: Truth) -> None:
    """Art. 40(13): an oral request is to be confirmed forthwith, and no other."""
    duties = {duty.id: duty for duty in duties_on_transmission(Transmission(form=form), treaty=UNBOUND)}
    confirm = duties["confirm-in-writing"]
    assert (confirm.trigger.truth, confirm.deadline) == (truth, Promptness.FORTHWITH)
    assert duties["use-electronic-form"].modality is Modality.ENCOURAGED
    assert duties["use-electronic-form"].authority == (art(40, 14),)


def test_40_13_urgency_is_asked_about_once() -> None:
    """An oral request is urgent by its form, unless the channel, Interpol, has asked already; another is not."""
    urgency = "Transmission.urgent"
    for channel, form, times in (
        (Channel.CENTRAL_AUTHORITY, RequestForm.ORAL, 1),
        (Channel.INTERPOL, RequestForm.ORAL, 1),
        (Channel.INTERPOL, RequestForm.WRITTEN, 1),
        (Channel.CENTRAL_AUTHORITY, RequestForm.WRITTEN, 0),
    ):
        finding = assistance_conformity(complete(transmission=Transmission(channel=channel, form=form)))
        names = [node.about.name for node in finding.walk() if isinstance(node.about, Question)]
        assert names.count(urgency) == times, (channel, form)


def test_40_15_e_what_is_all_there_is_not_asked_about() -> None:
    """Where every detail of those who are named is there, nothing more on them is a question."""
    described = "the request gives identity, location and nationality of those it names"
    nodes = [node for node in assistance_conformity(complete()).walk() if node.statement == described]
    assert [node.truth for node in nodes] == [Truth.YES]
    assert assistance_conformity(complete(more_on_persons=True, more_on_items=True)).is_yes
