"""Art. 36(1)(a): the ground of personal data against assistance, stated as one fact or answered by a transfer."""

from __future__ import annotations

import pytest

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    AssistancePosition,
    AssistanceRequest,
    Ground,
    NegativeReply,
    PersonalDataTransfer,
    assistance_grounds,
    may_refuse_assistance,
    reply_conforms,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import PersonalDataConditions

BARRED = PersonalDataTransfer(personal=True, data_protection_allows=False, conditions_would_comply=True)
MUST_SEEK = Readings.of(PersonalDataConditions.MUST_SEEK)


def refused(position: AssistancePosition, under: Readings = AS_ADOPTED) -> Finding:
    return may_refuse_assistance(AssistanceRequest(), Ground.PERSONAL_DATA, position=position).under(under)


def described(a: Assignment) -> AssistancePosition:
    return AssistancePosition(
        transfer=PersonalDataTransfer(
            personal=a["personal"], data_protection_allows=a["allowed"], conditions_would_comply=a["conditions"]
        )
    )


def test_36_1_a_table() -> None:
    """Art. 36(1)(a): personal data that the laws on their protection do not let it provide."""
    assert not disagreements(
        lambda a: refused(described(a)),
        lambda w: w["personal"] and not w["allowed"],
        "personal",
        "allowed",
        "conditions",
    )


def test_36_1_b_table_on_the_other_reading() -> None:
    """Art. 36(1)(b): on the reading that conditions come first, only where they would not help."""
    assert not disagreements(
        lambda a: refused(described(a), MUST_SEEK),
        lambda w: w["personal"] and not w["allowed"] and not w["conditions"],
        "personal",
        "allowed",
        "conditions",
    )


@pytest.mark.parametrize("stated", [True, False])
@pytest.mark.parametrize("transfer", [None, PersonalDataTransfer(), PersonalDataTransfer(personal=True)])
def test_what_the_case_states_counts(stated: bool, transfer: PersonalDataTransfer | None) -> None:
    """The fact, where it is stated, answers what a description leaves open."""
    found = refused(AssistancePosition(transfer_not_compliant=stated, transfer=transfer))
    assert found.truth is (Truth.YES if stated else Truth.NO)


@pytest.mark.parametrize(
    ("stated", "transfer"),
    [
        (False, BARRED),
        (True, PersonalDataTransfer(personal=False)),
        (True, PersonalDataTransfer(data_protection_allows=True)),
    ],
)
def test_what_is_stated_and_what_is_described_agree(stated: bool, transfer: PersonalDataTransfer) -> None:
    """Art. 36(1)(a): one position cannot say that the law bars the data and describe a law that does not."""
    with pytest.raises(InvalidValue, match=r"transfer_not_compliant.*as the transfer says"):
        AssistancePosition(transfer_not_compliant=stated, transfer=transfer)
    assert AssistancePosition(transfer_not_compliant=not stated, transfer=transfer).transfer is transfer


@pytest.mark.parametrize(("help_", "answer"), [(True, Truth.NO), (False, Truth.YES), (None, Truth.UNKNOWN)])
def test_conditions_help_against_a_stated_bar_too(help_: bool | None, answer: Truth) -> None:
    """Art. 36(1)(b): on the reading that conditions come first they do so however the bar is known."""
    transfer = PersonalDataTransfer(conditions_would_comply=help_)
    position = AssistancePosition(transfer_not_compliant=True, transfer=transfer)
    assert refused(position).is_yes
    assert refused(position, MUST_SEEK).truth is answer


def test_where_nothing_is_known_the_one_fact_is_asked_for() -> None:
    """Without a description the question is the old one; with a description, its own."""
    bare = refused(AssistancePosition())
    assert [question.name for question in bare.open_questions] == ["AssistancePosition.transfer_not_compliant"]
    open_transfer = refused(AssistancePosition(transfer=PersonalDataTransfer()))
    assert [question.name for question in open_transfer.open_questions] == [
        "PersonalDataTransfer.personal",
        "PersonalDataTransfer.data_protection_allows",
    ]


def test_it_is_open_whatever_treaty_governs() -> None:
    """Art. 36(1)(a): it is no part of Art. 40, so a treaty in place of paragraphs 8 to 31 leaves it open."""
    treaty = AssistanceTreaty(binds=True, paragraphs_agreed=False)
    grounds = assistance_grounds(AssistanceRequest(), position=AssistancePosition(transfer=BARRED), treaty=treaty)
    assert [ground for ground, finding in grounds.items() if finding.is_yes] == [Ground.PERSONAL_DATA]


def test_a_refusal_rests_on_the_transfer_too() -> None:
    """Art. 40(25): a refusal on this ground, with reasons, keeps to the rules where the transfer is barred."""
    reply = NegativeReply(grounds=(Ground.PERSONAL_DATA,), reasons_given=True, keeps_to_treaty=False)
    none = AssistanceTreaty(binds=False)
    barred, free = (
        AssistancePosition(transfer=BARRED),
        AssistancePosition(transfer=PersonalDataTransfer(personal=False)),
    )
    assert reply_conforms(reply, AssistanceRequest(), position=barred, treaty=none).is_yes
    assert reply_conforms(reply, AssistanceRequest(), position=free, treaty=none).is_no
