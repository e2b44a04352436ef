"""Art. 49: foreign orders, confiscation without conviction, freezing upon foreign orders and requests."""

from __future__ import annotations

from datetime import date

from tests.truthtables import World, disagreements
from uncc.cases import Phase, standing
from uncc.confiscation import (
    ForeignOrder,
    FreezingBasis,
    ProsecutionBar,
    RecoveryLaw,
    duties_of_recovery,
    is_case_without_conviction,
    keeps_recovery_duties,
    must_enable_effect,
    must_enable_freezing_on_order,
    must_enable_freezing_on_request,
)
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art

DAY = date(2028, 3, 12)


def test_49_1_a_table() -> None:
    """Art. 49(1)(a): a court's order, of another Party, on property from a Convention offence."""
    names = tuple(ForeignOrder.questions())
    assert not disagreements(lambda a: must_enable_effect(ForeignOrder(**a)), lambda w: all(w.values()), *names)


def test_49_2_a_and_b_tables() -> None:
    """Art. 49(2)(a) and (b): a request under Art. 50(2) and a basis for both beliefs; only (a) asks for an order."""
    names = tuple(FreezingBasis.questions())
    assert not disagreements(
        lambda a: must_enable_freezing_on_order(FreezingBasis(**a)), lambda w: all(w.values()), *names
    )
    assert not disagreements(
        lambda a: must_enable_freezing_on_request(FreezingBasis(**a)),
        lambda w: w["under_article_50"] and w["sufficient_grounds"] and w["eventual_confiscation"],
        *names,
    )


def test_49_1_c_table() -> None:
    """Art. 49(1)(c): death, flight or absence that bars prosecution, or another appropriate case."""

    def case(w: World) -> bool:
        barred = w["cannot_be_prosecuted"] and (w["by_death"] or w["by_flight"] or w["by_absence"])
        return barred or w["otherwise_appropriate"]

    names = tuple(ProsecutionBar.questions())
    assert not disagreements(lambda a: is_case_without_conviction(ProsecutionBar(**a)), case, *names)


def test_49_modalities() -> None:
    """Art. 49: measures under (a) and (b) are owed; under (c) it is owed to consider them."""
    duties = duties_of_recovery(RecoveryLaw())
    assert [(duty.authority, duty.modality) for duty in duties] == [
        ((art(49, 1, "a"),), Modality.SHALL),
        ((art(49, 1, "b"),), Modality.SHALL),
        ((art(49, 1, "c"),), Modality.SHALL_CONSIDER),
        ((art(49, 2, "a"),), Modality.SHALL),
        ((art(49, 2, "b"),), Modality.SHALL),
        ((art(49, 2, "c"),), Modality.SHALL_CONSIDER),
    ]
    assert all("in accordance with its domestic law" in duty.qualifications for duty in duties)


def test_49_having_considered_is_enough() -> None:
    """Art. 49(1)(c) and (2)(c): a State that considered and took no measure keeps its duty; one that did not, not."""
    law = {
        "foreign_orders": True,
        "by_adjudication": False,
        "by_other_procedures": True,
        "without_conviction": False,
        "freezing_on_order": True,
        "freezing_on_request": True,
        "further_measures": False,
    }
    considered = RecoveryLaw(**law, without_conviction_considered=True, further_measures_considered=True)
    assert keeps_recovery_duties(considered).is_yes
    assert {standing(duty, on=DAY).status for duty in duties_of_recovery(considered)} == {
        Phase.CONTINUING,
        Phase.DONE_IN_TIME,
    }
    assert keeps_recovery_duties(
        RecoveryLaw(**law, without_conviction_considered=False, further_measures_considered=True)
    ).is_no


def test_49_a_table() -> None:
    """Art. 49(1) and (2): the duties are kept where each is."""

    def kept(w: World) -> bool:
        return (
            w["foreign_orders"]
            and (w["by_adjudication"] or w["by_other_procedures"])
            and w["without_conviction_considered"]
            and w["freezing_on_order"]
            and w["freezing_on_request"]
            and w["further_measures_considered"]
        )

    names = tuple(n for n in RecoveryLaw.questions() if n not in ("without_conviction", "further_measures"))
    assert not disagreements(
        lambda a: keeps_recovery_duties(RecoveryLaw(without_conviction=False, further_measures=False, **a)),
        kept,
        *names,
    )
