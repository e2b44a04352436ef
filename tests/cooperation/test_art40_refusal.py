"""Art. 40(6) to (8) and (21) to (28): what governs, on which grounds assistance may be refused, and how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.truthtables import disagreements
from uncc.cooperation import (
    AssistancePosition,
    AssistanceRequest,
    Ground,
    NegativeReply,
    ReplyKind,
    UnderlyingConduct,
    assistance_grounds,
    duties_on_assistance_postponement,
    duties_on_assistance_refusal,
    duties_under_treaty,
    faults_of_reply,
    may_apply_own_treaty,
    may_assist_all_the_same,
    may_postpone_assistance,
    may_refuse_assistance,
    must_consult_before_refusing_assistance,
    must_give_reasons_for_refusing_assistance,
    paragraph_applies,
    reply_conforms,
    treaty_governs,
)
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import addresses, art
from uncc.readings import Readings
from uncc.readings.chapter_5_assistance import DiscriminationClause, RefusalBars, TreatyGaps
from uncc.testing import assistance_requests, collections_of, readings

UNBOUND = AssistanceTreaty(binds=False)
OWN = AssistanceTreaty(binds=True, paragraphs_agreed=False)
AGREED = AssistanceTreaty(binds=True, paragraphs_agreed=True)
REQUEST = AssistanceRequest()
NEVER = (
    Ground.BANK_SECRECY,
    Ground.FISCAL_MATTERS,
    Ground.EXTRADITION_CONDITIONS,
    Ground.NATIONALITY,
    Ground.INSUFFICIENT_EVIDENCE,
    Ground.TRIFLING_PROPERTY,
)
OF_21 = {
    Ground.NON_CONFORMITY: "a",
    Ground.ESSENTIAL_INTERESTS: "b",
    Ground.DOMESTIC_PROHIBITION: "c",
    Ground.LEGAL_SYSTEM: "d",
}
FACTS = {
    Ground.ESSENTIAL_INTERESTS: "prejudices_essential_interests",
    Ground.DOMESTIC_PROHIBITION: "prohibited_for_similar_offence",
    Ground.LEGAL_SYSTEM: "contrary_to_legal_system",
    Ground.TRIFLING_MATTER: "trifling",
    Ground.AVAILABLE_ELSEWHERE: "available_elsewhere",
    Ground.PERSONAL_DATA: "transfer_not_compliant",
}


def governed(values: Mapping[str, bool | None]) -> AssistanceTreaty:
    """Return what binds the two States."""
    return AssistanceTreaty(binds=values["binds"], paragraphs_agreed=values["agreed"])


# Art. 40(6) and (7)


@pytest.mark.parametrize("number", range(1, 33))
def test_40_7_table(number: int) -> None:
    """Art. 40(7): paragraphs 8 to 31 unless a treaty binds and nothing else is agreed; the others in any case.

    The one on discrimination holds, as adopted, whatever treaty governs.
    """
    assert not disagreements(
        lambda a: paragraph_applies(art(40, number), treaty=governed(a)),
        lambda w: not 8 <= number <= 31 or number == 22 or not w["binds"] or w["agreed"],
        *("binds", "agreed"),
    )


def test_40_7_treaty_and_paragraphs_are_the_two_sides() -> None:
    """Art. 40(7): the treaty governs just where the paragraphs do not apply."""
    assert not disagreements(
        lambda a: treaty_governs(treaty=governed(a)), lambda w: w["binds"] and not w["agreed"], *("binds", "agreed")
    )


@pytest.mark.parametrize("address", [art(37, 6), art(40), art(1, "a")])
def test_40_7_speaks_of_its_own_article(address: object) -> None:
    """Art. 40(7): another article, or the article as a whole, is no paragraph of it."""
    with pytest.raises(InvalidValue, match=r"^paragraph: .* is not a paragraph of Art. 40, or an article from 41 to"):
        paragraph_applies(address)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_40_7_leaves_the_articles_on_electronic_evidence_alone() -> None:
    """Art. 40(7): Arts. 41 to 46 apply whatever treaty on assistance governs."""
    for address in (address for address in addresses() if 41 <= address.article <= 46):
        assert paragraph_applies(address, treaty=OWN).is_yes


@pytest.mark.parametrize("number", [23, 24])
def test_40_7_the_bars_on_refusing_are_a_reading(number: int) -> None:
    """Art. 40(23), (24): beside a treaty the two bars hold on one reading; that on discrimination yields on one."""
    assert paragraph_applies(art(40, number), treaty=OWN).under(Readings.of(RefusalBars.STAND)).is_yes
    assert paragraph_applies(art(40, 22), treaty=OWN).under(Readings.of(DiscriminationClause.DISPLACED)).is_no
    assert not paragraph_applies(art(40, number), treaty=UNBOUND).readings


def test_40_7_parts_apply_with_their_paragraph() -> None:
    """Art. 40(7): every address of the article has an answer, that of its paragraph."""
    for address in (address for address in addresses() if address.article == 40):
        number = int(address.steps[0])
        assert paragraph_applies(address, treaty=OWN).is_no is (8 <= number <= 31 and number != 22)


@pytest.mark.parametrize(
    ("silent_on", "truth"),
    [(None, Truth.UNKNOWN), ((), Truth.NO), ((art(40, 24),), Truth.YES), ((art(40, 25),), Truth.NO)],
)
def test_40_7_gaps(silent_on: tuple[object, ...] | None, truth: Truth) -> None:
    """Art. 40(7): whether a paragraph fills a gap of the treaty is a reading; on the one adopted it never does."""
    treaty = AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=silent_on)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert paragraph_applies(art(40, 24), treaty=treaty).is_no
    assert paragraph_applies(art(40, 24), treaty=treaty).under(Readings.of(TreatyGaps.FILLED)).truth is truth


def test_40_6_and_60_the_treaty_stays_as_it_is() -> None:
    """Arts. 40(6) and 60(1): a treaty may be applied whether or not the paragraphs apply beside it."""
    assert may_apply_own_treaty(treaty=AGREED).is_yes
    modalities = [duty.modality for duty in duties_under_treaty(treaty=OWN)]
    assert modalities == [Modality.SHALL, Modality.MAY, Modality.ENCOURAGED, Modality.SHALL_CONSIDER]
    assert [duty.trigger.truth.name for duty in duties_under_treaty(treaty=OWN)] == ["YES", "YES", "UNKNOWN", "YES"]


# Grounds


@pytest.mark.long
@pytest.mark.parametrize("ground", NEVER)
@effort(40)
@given(
    request=assistance_requests(),
    position=collections_of(AssistancePosition),
    conduct=collections_of(UnderlyingConduct),
    treaty=collections_of(AssistanceTreaty),
    under=readings(),
)
def test_40_23_and_24_what_is_never_a_ground(  # noqa: PLR0917
    ground: Ground,
    request: AssistanceRequest,
    position: AssistancePosition,
    conduct: UnderlyingConduct,
    treaty: AssistanceTreaty,
    under: Readings,
) -> None:
    """Art. 40(23) and (24): no completion of any facts, and no reading, opens these grounds."""
    finding = may_refuse_assistance(request, ground, position=position, conduct=conduct, treaty=treaty).under(under)
    assert finding.is_no
    assert not finding.open_questions


@pytest.mark.parametrize("ground", FACTS)
def test_40_8_and_21_table(ground: Ground) -> None:
    """Art. 40(8) and (21): the State's own judgement, where paragraphs 8 to 31 apply; personal data in any case."""

    def text(world: Mapping[str, bool]) -> bool:
        applies = not world["binds"] or world["agreed"] or ground is Ground.PERSONAL_DATA
        return applies and world["judged"]

    def rule(values: Mapping[str, bool | None]) -> Finding:
        judged: dict[str, Any] = {FACTS[ground]: values["judged"]}
        position = AssistancePosition(**judged)
        return may_refuse_assistance(REQUEST, ground, position=position, treaty=governed(values))

    assert not disagreements(rule, text, *("binds", "agreed", "judged"))


def test_40_8_dual_criminality_table() -> None:
    """Art. 40(8): want of dual criminality, as Art. 35(3) takes it."""
    assert not disagreements(
        lambda a: may_refuse_assistance(
            REQUEST,
            Ground.DUAL_CRIMINALITY,
            conduct=UnderlyingConduct(criminal_in_requesting_state=a["there"], criminal_in_requested_state=a["here"]),
            treaty=governed(a),
        ),
        lambda w: (not w["binds"] or w["agreed"]) and not (w["there"] and w["here"]),
        *("binds", "agreed", "there", "here"),
    )


@pytest.mark.parametrize("under", [Readings(), Readings.of(DiscriminationClause.DISPLACED)])
def test_40_22_table(under: Readings) -> None:
    """Art. 40(22): purpose or prejudice; beside a treaty of the States' own on the reading adopted alone."""
    stands = under == Readings()
    assert not disagreements(
        lambda a: may_refuse_assistance(
            REQUEST,
            Ground.DISCRIMINATION,
            position=AssistancePosition(discriminatory_purpose=a["purpose"], discriminatory_prejudice=a["prejudice"]),
            treaty=governed(a),
        ).under(under),
        lambda w: (w["purpose"] or w["prejudice"]) and (stands or not w["binds"] or w["agreed"]),
        *("purpose", "prejudice", "binds", "agreed"),
    )


def test_40_21_every_ground_has_an_answer() -> None:
    """Art. 40(21): all that the Convention names, in its order."""
    assert list(assistance_grounds(REQUEST)) == list(Ground)


def test_40_27_table() -> None:
    """Art. 40(27): postponement where assistance interferes with proceedings."""
    assert not disagreements(
        lambda a: may_postpone_assistance(
            position=AssistancePosition(interferes_with_proceedings=a["interferes"]), treaty=governed(a)
        ),
        lambda w: w["interferes"] and (not w["binds"] or w["agreed"]),
        *("interferes", "binds", "agreed"),
    )


# What is owed


@pytest.mark.parametrize("ground", Ground)
def test_40_25_no_refusal_without_reasons(ground: Ground) -> None:
    """Art. 40(25): whatever the ground, reasons are among what is owed, and owed where the paragraph applies."""
    for treaty in (UNBOUND, AGREED, OWN, AssistanceTreaty()):
        duties = {duty.id: duty for duty in duties_on_assistance_refusal(ground, treaty=treaty)}
        assert duties["give-reasons-for-refusing-assistance"].modality is Modality.SHALL
        assert (
            duties["give-reasons-for-refusing-assistance"].trigger.truth
            is paragraph_applies(art(40, 25), treaty=treaty).truth
        )
        assert (
            must_give_reasons_for_refusing_assistance(treaty=treaty).truth
            is duties["give-reasons-for-refusing-assistance"].trigger.truth
        )


@pytest.mark.parametrize("ground", Ground)
def test_40_28_consultation(ground: Ground) -> None:
    """Art. 40(28): before a refusal on paragraph 21, and before no other; before any postponement."""
    assert must_consult_before_refusing_assistance(ground, treaty=UNBOUND).settled() is (ground in OF_21)
    assert must_consult_before_refusing_assistance(ground, treaty=OWN).is_no
    for treaty in (UNBOUND, AGREED, OWN, AssistanceTreaty()):
        consult, *_ = duties_on_assistance_refusal(ground, treaty=treaty)
        assert consult.trigger == must_consult_before_refusing_assistance(ground, treaty=treaty)
    assert [duty.trigger.truth for duty in duties_on_assistance_postponement(treaty=UNBOUND)] == [Truth.YES]


@pytest.mark.parametrize("ground", Ground)
def test_40_8_discretion_stands_beside_dual_criminality_alone(ground: Ground) -> None:
    """Art. 40(8): assistance may be given all the same, where it is dual criminality that lacks."""
    duties = {duty.id: duty.modality for duty in duties_on_assistance_refusal(ground)}
    assert duties.get("assist-all-the-same") is (Modality.MAY if ground is Ground.DUAL_CRIMINALITY else None)
    assert may_assist_all_the_same(treaty=AGREED).is_yes


def test_40_8_a_treaty_in_its_place_says_whether_assistance_may_be_given_all_the_same() -> None:
    """Art. 40(7), (8): that the paragraph does not apply forbids nothing; the treaty that governs is asked."""
    for lets, truth in ((True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)):
        own = AssistanceTreaty(binds=True, paragraphs_agreed=False, lets_assist_all_the_same=lets)
        assert may_assist_all_the_same(treaty=own).truth is truth


# What is wrong with a refusal


def faults(*grounds: Ground, treaty: AssistanceTreaty = UNBOUND, **others: Any) -> list[str]:
    """Return the provisions that a refusal breaks, the legal system being indeed against it."""
    reply = NegativeReply(grounds=grounds, **others)
    position = AssistancePosition(contrary_to_legal_system=True, discriminatory_purpose=True)
    found = faults_of_reply(reply, REQUEST, position=position, treaty=treaty)
    conforms = reply_conforms(reply, REQUEST, position=position, treaty=treaty)
    assert conforms.is_no or not found
    return [fault.citation for fault in found]


OPEN = "Art. 40(8), Art. 40(21), Art. 40(22)"


@pytest.mark.parametrize(
    ("grounds", "consulted", "reasons", "expected"),
    [
        ((Ground.LEGAL_SYSTEM,), True, True, []),
        ((Ground.LEGAL_SYSTEM,), False, True, ["Art. 40(28)"]),
        ((Ground.LEGAL_SYSTEM,), True, False, ["Art. 40(25)"]),
        ((Ground.DISCRIMINATION,), False, True, []),
        ((Ground.DISCRIMINATION, Ground.LEGAL_SYSTEM), False, True, ["Art. 40(28)"]),
        ((Ground.FISCAL_MATTERS,), True, True, ["Art. 40(23)", OPEN]),
        ((Ground.FISCAL_MATTERS, Ground.FISCAL_MATTERS), True, True, ["Art. 40(23)", OPEN]),
        ((Ground.FISCAL_MATTERS, Ground.LEGAL_SYSTEM), True, True, []),
        ((Ground.BANK_SECRECY,), True, True, ["Art. 40(24)", OPEN]),
        ((Ground.BANK_SECRECY, Ground.LEGAL_SYSTEM), True, True, ["Art. 40(24)"]),
        ((Ground.FISCAL_MATTERS, Ground.BANK_SECRECY), None, False, ["Art. 40(24)", OPEN, "Art. 40(25)"]),
        ((Ground.NATIONALITY,), False, True, [OPEN]),
        ((Ground.LEGAL_SYSTEM,), None, None, []),
        ((), None, None, []),
    ],
)
def test_40_23_to_28_faults(
    grounds: tuple[Ground, ...], consulted: bool | None, reasons: bool | None, expected: list[str]
) -> None:
    """Art. 40(21) to (28): secrecy is a fault beside anything, the fiscal side alone; then consultation and reasons."""
    assert faults(*grounds, consulted=consulted, reasons_given=reasons, keeps_to_treaty=False) == expected


@pytest.mark.parametrize(("kept", "expected"), [(True, ["Art. 40(24)"]), (False, ["Art. 40(24)", "Art. 40(7)"])])
def test_40_24_a_fault_beside_a_treaty_where_the_bar_stands(kept: bool, expected: list[str]) -> None:
    """Art. 40(24): on the reading that the bar binds beside a treaty, keeping to the treaty excuses no refusal."""
    reply = NegativeReply(grounds=(Ground.BANK_SECRECY,), keeps_to_treaty=kept)
    stand = Readings.of(RefusalBars.STAND)
    found = faults_of_reply(reply, REQUEST, treaty=OWN, readings=stand)
    assert [fault.citation for fault in found] == expected
    assert reply_conforms(reply, REQUEST, treaty=OWN).under(stand).is_no
    assert not kept or reply_conforms(reply, REQUEST, treaty=OWN).is_yes


@pytest.mark.parametrize(("kept", "expected"), [(True, []), (False, ["Art. 40(7)"]), (None, [])])
def test_40_7_a_refusal_under_the_own_treaty(kept: bool | None, expected: list[str]) -> None:
    """Art. 40(7): where the treaty governs, the one fault is not to keep to it."""
    assert faults(Ground.BANK_SECRECY, treaty=OWN, consulted=False, keeps_to_treaty=kept) == expected


@pytest.mark.parametrize("kept", [True, False, None])
@pytest.mark.parametrize("treaty", [UNBOUND, AGREED])
def test_40_7_a_treaty_that_does_not_govern_saves_no_refusal(treaty: AssistanceTreaty, kept: bool | None) -> None:
    """Art. 40(7), (25): without a treaty in their place the paragraphs decide, and reasons that lack are a fault."""
    assert faults(Ground.LEGAL_SYSTEM, treaty=treaty, consulted=True, reasons_given=False, keeps_to_treaty=kept) == [
        "Art. 40(25)"
    ]


def test_40_7_a_reply_that_keeps_to_either_conforms() -> None:
    """Art. 40(7): it need not be known whether a treaty governs where the reply keeps to it and to the paragraphs."""
    reply = NegativeReply(grounds=(Ground.LEGAL_SYSTEM,), consulted=True, reasons_given=True, keeps_to_treaty=True)
    position = AssistancePosition(contrary_to_legal_system=True)
    assert reply_conforms(reply, REQUEST, position=position).is_yes
    assert reply_conforms(attrs.evolve(reply, reasons_given=None), REQUEST, position=position).is_unknown


@given(
    reply=collections_of(NegativeReply, grounds=st.lists(st.sampled_from(Ground), max_size=3).map(tuple)),
    position=collections_of(AssistancePosition),
)
@effort(150)
def test_40_25_no_conforming_refusal_lacks_reasons(reply: NegativeReply, position: AssistancePosition) -> None:
    """Art. 40(24) and (25): between States without a treaty, a refusal that conforms has reasons and no secrecy."""
    if reply_conforms(reply, REQUEST, position=position, treaty=UNBOUND).is_yes:
        assert reply.reasons_given
        assert Ground.BANK_SECRECY not in reply.grounds
        assert not faults_of_reply(reply, REQUEST, position=position, treaty=UNBOUND)


def test_40_27_and_28_postponement_table() -> None:
    """Art. 40(27) and (28): proceedings it interferes with, and consultation; no reasons."""
    assert not disagreements(
        lambda a: reply_conforms(
            NegativeReply(
                kind=ReplyKind.POSTPONEMENT, consulted=a["consulted"], reasons_given=False, keeps_to_treaty=False
            ),
            REQUEST,
            position=AssistancePosition(interferes_with_proceedings=a["interferes"]),
            treaty=UNBOUND,
        ),
        lambda w: w["consulted"] and w["interferes"],
        *("consulted", "interferes"),
    )
    silent = NegativeReply(kind=ReplyKind.POSTPONEMENT, consulted=False)
    assert [fault.citation for fault in faults_of_reply(silent, REQUEST, treaty=UNBOUND)] == ["Art. 40(28)"]
