"""Art. 47: law enforcement cooperation."""

import pytest

from tests.truthtables import Assignment, World, disagreements
from uncc.cooperation import (
    EnforcementTies,
    LawEnforcementMeasures,
    LawEnforcementTask,
    cooperates_in_law_enforcement,
    duties_on_law_enforcement,
    duties_on_law_enforcement_agreements,
    may_take_convention_as_law_enforcement_basis,
    performs_task,
    tasks_performed,
)
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import addresses, art

T = LawEnforcementTask
FACTS = tuple(LawEnforcementMeasures.questions())
ALL = LawEnforcementMeasures(**dict.fromkeys(FACTS, True))


def measures(a: Assignment) -> LawEnforcementMeasures:
    return LawEnforcementMeasures(**{name: a.get(name) for name in FACTS})


def channels(w: World) -> bool:
    return w["enhances_channels"] and (not w["new_channels_necessary"] or w["establishes_channels"])


@pytest.mark.parametrize(
    ("task", "facts"),
    [
        (T.PERSONS, ["inquires_after_persons"]),
        (T.PROCEEDS, ["inquires_after_proceeds"]),
        (T.INSTRUMENTALITIES, ["inquires_after_instrumentalities"]),
        (T.COORDINATION, ["facilitates_coordination", "promotes_exchange_of_personnel"]),
    ],
)
def test_47_1_unqualified(task: LawEnforcementTask, facts: list[str]) -> None:
    """Art. 47(1)(b), Art. 47(1)(e): owed without a qualification."""
    assert not disagreements(lambda a: performs_task(measures(a), task), lambda w: all(w.values()), *facts)


@pytest.mark.parametrize(
    ("task", "called_for", "done"),
    [
        (T.ITEMS, "items_appropriate", "provides_items"),
        (T.METHODS, "methods_appropriate", "exchanges_methods"),
        (T.EARLY_IDENTIFICATION, "early_identification_appropriate", "identifies_early"),
    ],
)
def test_47_1_where_appropriate(task: LawEnforcementTask, called_for: str, done: str) -> None:
    """Art. 47(1)(c), Art. 47(1)(d), Art. 47(1)(f): owed where appropriate."""
    assert not disagreements(
        lambda a: performs_task(measures(a), task), lambda w: not w[called_for] or w[done], called_for, done
    )


def test_47_1_a_table() -> None:
    """Art. 47(1)(a): channels are made better, and set up where necessary."""
    assert not disagreements(
        lambda a: performs_task(measures(a), T.CHANNELS),
        channels,
        "enhances_channels",
        "new_channels_necessary",
        "establishes_channels",
    )


def test_47_1_every_item_has_a_task() -> None:
    """Art. 47(1): the tasks are the items of the list, in order; (b) is its three parts."""
    items = [p for p in addresses() if p.article == 47 and p not in (art(47, 1), art(47, 2), art(47, 1, "b"))]
    assert [task.asked_in for task in T] == items


def test_47_1_whole() -> None:
    """Art. 47(1): each measure on the list is needed; what is softened by a fact is not, if that fact is not there."""
    assert cooperates_in_law_enforcement(ALL).is_yes
    assert cooperates_in_law_enforcement(LawEnforcementMeasures()).is_unknown
    conditions = {name for name in FACTS if name.endswith(("_appropriate", "_necessary"))}
    for name in FACTS:
        answer = cooperates_in_law_enforcement(measures({**dict.fromkeys(FACTS, True), name: False}))
        assert answer.is_yes if name in conditions else answer.is_no, name
    assert tuple(tasks_performed(ALL)) == tuple(T)


def test_47_1_duties() -> None:
    """Art. 47(1): all of them shall; close cooperation first, and the list after it."""
    closely, *tasks = duties_on_law_enforcement()
    assert closely.authority == (art(47, 1),)
    assert [duty.authority for duty in tasks] == [(task.asked_in,) for task in T]
    assert {duty.modality for duty in duties_on_law_enforcement()} == {Modality.SHALL}
    assert all(duty.trigger.is_yes for duty in duties_on_law_enforcement())
    assert [duty.qualifications for duty in tasks] == [task.softened for task in T]


def test_47_2_basis_table() -> None:
    """Art. 47(2): without an agreement, for offences of the Convention; a State need not insist on a treaty."""
    assert not disagreements(
        lambda a: may_take_convention_as_law_enforcement_basis(
            EnforcementTies(established_in_accordance=a["established"], agreement_exists=a["agreement"])
        ),
        lambda w: w["established"] and not w["agreement"],
        "established",
        "agreement",
    )


def test_47_2_duties() -> None:
    """Art. 47(2): to consider new agreements, to consider amending old ones, to make full use where appropriate."""
    new, old, use = duties_on_law_enforcement_agreements(EnforcementTies(agreement_exists=False, use_appropriate=True))
    assert (new.modality, new.trigger.is_yes) == (Modality.SHALL_CONSIDER, True)
    assert (old.modality, old.trigger.is_no) == (Modality.SHALL_CONSIDER, True)
    assert (use.modality, use.trigger.is_yes) == (Modality.SHALL, True)
