"""Art. 37(8), (15) to (18): grounds for refusing extradition, and what comes before and after a refusal."""

from itertools import product

import pytest
from attrs import evolve

from tests.cooperation.extradition import ACCESS, CLEAR, REQUEST, offence, relation, request
from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRequest,
    Ground,
    duties_on_extradition_decision,
    extradition_grounds,
    may_refuse_extradition,
    must_consult_before_refusing_extradition,
    must_give_reasons_for_refusing_extradition,
    must_inform_of_extradition_decision,
)
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Kind
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

NAMED = (
    Ground.DUAL_CRIMINALITY,
    Ground.EXTRADITION_CONDITIONS,
    Ground.NATIONALITY,
    Ground.DISCRIMINATION,
    Ground.FISCAL_MATTERS,
)
FACTS = (None, True, False)


def position(a: Assignment) -> ExtraditionPosition:
    return ExtraditionPosition(
        is_national=a.get("national"),
        other_conditions_met=a.get("conditions"),
        discriminatory_request=a.get("purpose"),
        prejudice_by_compliance=a.get("prejudice"),
    )


# Grounds


def test_37_1_want_of_punishability() -> None:
    """Art. 37(1): the offence must be punishable in both States; the ground is open where one does not punish it."""
    assert not disagreements(
        lambda a: may_refuse_extradition(request(a), Ground.DUAL_CRIMINALITY),
        lambda w: not (w["requesting"] and w["requested"]),
        "requesting",
        "requested",
    )


def test_37_2_a_law_that_does_without_leaves_the_ground() -> None:
    """Art. 37(2): a law that permits extradition all the same obliges nobody to grant it."""
    unpunished = evolve(REQUEST, offences=(evolve(ACCESS, punishable_in_requested_state=False),))
    waives = relation({"waives": True})
    assert may_refuse_extradition(unpunished, Ground.DUAL_CRIMINALITY, relation=waives).is_yes


def test_37_8_s28() -> None:
    """S28, Art. 37(8): six months where the law of the requested State asks for a year: it may rely on that."""
    short = evolve(REQUEST, offences=(offence({"short": True}),))
    answer = may_refuse_extradition(short, Ground.EXTRADITION_CONDITIONS)
    assert answer.is_yes
    assert art(37, 8) in answer.authority


def test_37_8_table() -> None:
    """Art. 37(8): a period that is too short, or any other condition that is not met."""
    assert not disagreements(
        lambda a: may_refuse_extradition(request(a), Ground.EXTRADITION_CONDITIONS, position=position(a)),
        lambda w: w["short"] or not w["conditions"],
        "short",
        "conditions",
    )


def test_37_8_nationality_is_left_to_domestic_law() -> None:
    """Art. 37(8), Art. 37(11): the Convention gives no such ground; the law that governs may."""
    assert not disagreements(
        lambda a: may_refuse_extradition(REQUEST, Ground.NATIONALITY, relation=relation(a), position=position(a)),
        lambda w: w["national"] and w["spares"],
        "national",
        "spares",
    )


def test_37_15_table() -> None:
    """Art. 37(15): purpose or prejudice."""
    assert not disagreements(
        lambda a: may_refuse_extradition(REQUEST, Ground.DISCRIMINATION, position=position(a)),
        lambda w: w["purpose"] or w["prejudice"],
        "purpose",
        "prejudice",
    )


def test_37_16_fiscal_ground_alone_never() -> None:
    """Art. 37(16): the fiscal ground alone is NO whatever else is known, by the text itself."""
    for fiscal, national, short in product(FACTS, repeat=3):
        answer = may_refuse_extradition(
            ExtraditionRequest(offences=(offence({"short": short}),)),
            Ground.FISCAL_MATTERS,
            position=ExtraditionPosition(considered_fiscal=fiscal, is_national=national),
        )
        assert answer.is_no
        assert answer.kind is Kind.TEXT


def test_37_16_other_grounds_stay() -> None:
    """Art. 37(16): the rule is about the sole ground; others stay open beside it."""
    fiscal = evolve(CLEAR, considered_fiscal=True, other_conditions_met=False)
    listed = extradition_grounds(REQUEST, position=fiscal)
    assert [ground for ground, answer in listed.items() if answer.is_yes] == [Ground.EXTRADITION_CONDITIONS]


def test_the_grounds_of_which_the_article_speaks() -> None:
    """Art. 37: five grounds in the order of the text, each the same as when it is asked about alone."""
    listed = extradition_grounds(REQUEST)
    assert tuple(listed) == NAMED
    for ground, answer in listed.items():
        assert answer == may_refuse_extradition(REQUEST, ground)
        assert any(provision.article == 37 for provision in ground.named_in)


@pytest.mark.parametrize("ground", [ground for ground in Ground if ground not in NAMED])
def test_37_8_the_list_is_not_closed(ground: Ground) -> None:
    """Art. 37(8): domestic law or a treaty may open other grounds, so the answer on them is not a no."""
    answer = may_refuse_extradition(REQUEST, ground, position=CLEAR)
    assert answer.is_unknown
    assert [question.subject for question in answer.open_questions] == [ground.value]
    assert all(provision.article != 37 for provision in ground.named_in)


def test_a_ground_is_asked_about_one_offence() -> None:
    """Art. 37(1): each offence has its own answer."""
    two = evolve(REQUEST, offences=(ACCESS, evolve(ACCESS, punishable_in_requested_state=False)))
    assert may_refuse_extradition(two, Ground.DUAL_CRIMINALITY).is_no
    assert may_refuse_extradition(two, Ground.DUAL_CRIMINALITY, number=1).is_yes


# Before and after


def decision(a: Assignment) -> ExtraditionDecision:
    return ExtraditionDecision(
        intends_refusal=a.get("intends"),
        consultation_appropriate=a.get("appropriate"),
        decided=a.get("decided"),
        refused=a.get("refused"),
        law_prevents_reasons=a.get("law"),
        obligations_prevent_reasons=a.get("obligations"),
    )


def test_37_17_table() -> None:
    """Art. 37(17): before refusing, where appropriate."""
    assert not disagreements(
        lambda a: must_consult_before_refusing_extradition(decision=decision(a)),
        lambda w: w["intends"] and w["appropriate"],
        "intends",
        "appropriate",
    )


def test_37_18_decision_is_always_told() -> None:
    """Art. 37(18): the decision is made known, and a refusal is one; what bars reasons does not bar that."""
    assert not disagreements(
        lambda a: must_inform_of_extradition_decision(decision(a)),
        lambda w: w["decided"] or w["refused"],
        "decided",
        "refused",
        "law",
        "obligations",
    )


def test_37_18_reasons_table() -> None:
    """Art. 37(18): reasons for a refusal, unless domestic law or international obligations prevent it; either does."""
    assert not disagreements(
        lambda a: must_give_reasons_for_refusing_extradition(decision=decision(a)),
        lambda w: w["refused"] and not w["law"] and not w["obligations"],
        "refused",
        "law",
        "obligations",
    )


def test_37_17_and_18_duties() -> None:
    """Art. 37(17), Art. 37(18): three duties of the requested State towards the other, all of them shall."""
    consult, inform, reasons = duties_on_extradition_decision(
        decision({"intends": True, "appropriate": True, "decided": True, "refused": True, "law": True})
    )
    assert {duty.modality for duty in (consult, inform, reasons)} == {Modality.SHALL}
    assert {duty.bearer for duty in (consult, inform, reasons)} == {Role.REQUESTED_STATE}
    assert {duty.towards for duty in (consult, inform, reasons)} == {Role.REQUESTING_STATE}
    assert consult.trigger.is_yes
    assert inform.trigger.is_yes
    assert reasons.trigger.is_no
    assert consult.authority == (art(37, 17),)
    assert inform.authority == reasons.authority == (art(37, 18),)


def test_37_8_grounds_of_domestic_law() -> None:
    """Art. 37(8): a ground of which the article does not speak is open where domestic law opens it and it is met."""
    stated = ExtraditionPosition(own_grounds=(Ground.TRIFLING_MATTER,))
    answers = {ground: may_refuse_extradition(REQUEST, ground, position=stated) for ground in Ground}
    assert [ground for ground, answer in answers.items() if answer.is_yes] == [Ground.TRIFLING_MATTER]
    assert answers[Ground.BANK_SECRECY].is_no
    assert may_refuse_extradition(REQUEST, Ground.BANK_SECRECY).is_unknown


def test_37_8_a_ground_of_the_article_is_none_of_domestic_law() -> None:
    """Art. 37(8): what the article opens or forbids has its own facts."""
    with pytest.raises(InvalidValue, match=r"of which Art\. 37 does not speak"):
        ExtraditionPosition(own_grounds=(Ground.FISCAL_MATTERS,))


@pytest.mark.parametrize("ground", Ground)
def test_37_8_a_ground_names_itself(ground: Ground) -> None:
    """Each answer says on which ground it is."""
    assert may_refuse_extradition(REQUEST, ground).subject == ground.value
