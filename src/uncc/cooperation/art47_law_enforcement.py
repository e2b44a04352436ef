"""Art. 47, law enforcement cooperation: the measures to take, and its basis without an agreement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from attrs import fields, frozen

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, may, shall, shall_consider
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given, said_of
from uncc.kernel.immutable import FixedEnum, fixed
from uncc.kernel.life import KEPT_UP, Life, found, shown
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = [
    "EnforcementTies",
    "LawEnforcementMeasures",
    "LawEnforcementTask",
    "cooperates_in_law_enforcement",
    "duties_on_law_enforcement",
    "duties_on_law_enforcement_agreements",
    "duties_on_law_enforcement_basis",
    "may_take_convention_as_law_enforcement_basis",
    "performs_task",
    "tasks_performed",
]


class LawEnforcementTask(FixedEnum):
    """A measure that States shall in particular take, in the order of the text. Others may be needed too.

    Each member has its stable name (its `value`), its `words`, the provision that asks for it (`asked_in`), and what
    softens it (`softened`).
    """

    words: str
    asked_in: Provision
    softened: tuple[str, ...]

    def __new__(cls, name: str, words: str, asked_in: Provision, *softened: str) -> Self:  # noqa: D102
        task = object.__new__(cls)
        task._value_ = name
        task.words = words
        task.asked_in = asked_in
        task.softened = softened
        return task

    CHANNELS = (
        "channels",
        "make channels between their authorities better, or set them up, for all that concerns the offences",
        art(47, 1, "a"),
        "new channels where necessary",
        "links with other criminal activities if the States concerned deem it appropriate",
    )
    PERSONS = "persons", "help in inquiries about who and where suspects and others are", art(47, 1, "b", "i")
    PROCEEDS = "proceeds", "help in inquiries about where proceeds and property derived go", art(47, 1, "b", "ii")
    INSTRUMENTALITIES = (
        "instrumentalities",
        "help in inquiries about where things used or meant for the offences go",
        art(47, 1, "b", "iii"),
    )
    ITEMS = (
        "items",
        "provide the items or data that analysis or investigation needs",
        art(47, 1, "c"),
        "where appropriate",
    )
    METHODS = (
        "methods",
        "exchange information on how the offences are committed and concealed",
        art(47, 1, "d"),
        "where appropriate",
    )
    COORDINATION = (
        "coordination",
        "make it easy for their authorities to coordinate, and promote the exchange of personnel and experts",
        art(47, 1, "e"),
        "liaison officers subject to agreements between the States concerned",
    )
    EARLY_IDENTIFICATION = (
        "early-identification",
        "exchange information and coordinate measures so that the offences are identified early",
        art(47, 1, "f"),
        "as appropriate",
    )


@frozen(kw_only=True)
class LawEnforcementMeasures(Facts, asked_of=Role.STATE_PARTY):
    """What effective measures a State has taken for law enforcement cooperation on the offences of the Convention."""

    enhances_channels: Fact = fact(
        "the State has measures to make channels of communication between authorities better", art(47, 1, "a")
    )
    new_channels_necessary: Fact = fact("new channels of communication are necessary", art(47, 1, "a"))
    establishes_channels: Fact = fact("the State has measures to set up such channels", art(47, 1, "a"))
    inquires_after_persons: Fact = fact(
        "the State has measures to cooperate in inquiries about the identity, whereabouts and activities of suspects, "
        "or the location of other persons concerned",
        art(47, 1, "b", "i"),
    )
    inquires_after_proceeds: Fact = fact(
        "the State has measures to cooperate in inquiries about the movement of proceeds or derived property",
        art(47, 1, "b", "ii"),
    )
    inquires_after_instrumentalities: Fact = fact(
        "the State has measures to cooperate in inquiries about the movement of instrumentalities",
        art(47, 1, "b", "iii"),
    )
    items_appropriate: Fact = fact("providing items or data is appropriate", art(47, 1, "c"))
    provides_items: Fact = fact(
        "the State has measures to provide necessary items or data for analysis or investigation", art(47, 1, "c")
    )
    methods_appropriate: Fact = fact("exchanging information on means and methods is appropriate", art(47, 1, "d"))
    exchanges_methods: Fact = fact(
        "the State has measures to exchange information on means and methods used to commit the offences",
        art(47, 1, "d"),
    )
    facilitates_coordination: Fact = fact(
        "the State has measures that make effective coordination between authorities easy", art(47, 1, "e")
    )
    promotes_exchange_of_personnel: Fact = fact(
        "the State has measures that promote the exchange of personnel and experts", art(47, 1, "e")
    )
    early_identification_appropriate: Fact = fact(
        "joint steps towards early identification are appropriate", art(47, 1, "f")
    )
    identifies_early: Fact = fact(
        "the State has measures to exchange information and coordinate what is done so that offences are identified "
        "early",
        art(47, 1, "f"),
    )


M = fields(LawEnforcementMeasures)


def performs_task(measures: LawEnforcementMeasures, task: LawEnforcementTask) -> Finding:
    """Whether a State has taken the effective measures that one item of the list asks for.

    Where the text asks for something only where it is appropriate or necessary, and it is not, nothing is lacking.

    Source: Art. 47(1)(a), Art. 47(1)(b), Art. 47(1)(b)(i), Art. 47(1)(b)(ii), Art. 47(1)(b)(iii), Art. 47(1)(c),
    Art. 47(1)(d), Art. 47(1)(e), Art. 47(1)(f).

    >>> measures = LawEnforcementMeasures(items_appropriate=False)
    >>> performs_task(measures, LawEnforcementTask.ITEMS).truth.name
    'YES'
    """
    taken = all_of("the State has taken the effective measures", task.asked_in, *_limbs(measures, task))
    return said_of(task.value, taken)


def _limbs(measures: LawEnforcementMeasures, task: LawEnforcementTask) -> tuple[Finding, ...]:
    match task:
        case LawEnforcementTask.CHANNELS:
            return given(measures, M.enhances_channels), _if_called_for(
                task, given(measures, M.new_channels_necessary), given(measures, M.establishes_channels)
            )
        case LawEnforcementTask.PERSONS:
            return (given(measures, M.inquires_after_persons),)
        case LawEnforcementTask.PROCEEDS:
            return (given(measures, M.inquires_after_proceeds),)
        case LawEnforcementTask.INSTRUMENTALITIES:
            return (given(measures, M.inquires_after_instrumentalities),)
        case LawEnforcementTask.ITEMS:
            called_for, done = M.items_appropriate, M.provides_items
        case LawEnforcementTask.METHODS:
            called_for, done = M.methods_appropriate, M.exchanges_methods
        case LawEnforcementTask.COORDINATION:
            return given(measures, M.facilitates_coordination), given(measures, M.promotes_exchange_of_personnel)
        case LawEnforcementTask.EARLY_IDENTIFICATION:
            called_for, done = M.early_identification_appropriate, M.identifies_early
        case _:
            raise not_one_of("task", task, LawEnforcementTask)
    return (_if_called_for(task, given(measures, called_for), given(measures, done)),)


def _if_called_for(task: LawEnforcementTask, called_for: Finding, done: Finding) -> Finding:
    return any_of("it is not called for, or it is done", task.asked_in, ~called_for, done)


def tasks_performed(measures: LawEnforcementMeasures) -> Mapping[LawEnforcementTask, Finding]:
    """Which measures of the list has a State taken, item by item in the text's order?

    Source: Art. 47(1).

    >>> len(tasks_performed(LawEnforcementMeasures()))
    8
    """
    return fixed({task: performs_task(measures, task) for task in LawEnforcementTask})


def cooperates_in_law_enforcement(measures: LawEnforcementMeasures) -> Finding:
    """Whether a State has taken all the measures that the list names.

    The list says what is owed in particular. Close cooperation may ask for more, so YES says only that nothing on the
    list is lacking.

    Source: Art. 47(1).

    >>> cooperates_in_law_enforcement(LawEnforcementMeasures(enhances_channels=False)).truth.name
    'NO'
    """
    return all_of("the State has taken every measure on the list", art(47, 1), *tasks_performed(measures).values())


def duties_on_law_enforcement(*, measures: LawEnforcementMeasures = LawEnforcementMeasures()) -> tuple[Duty, ...]:
    """What shall States do together against the offences of the Convention, at police level?

    Source: Art. 47(1), Art. 47(1)(a), Art. 47(1)(b), Art. 47(1)(b)(i), Art. 47(1)(b)(ii), Art. 47(1)(b)(iii),
    Art. 47(1)(c), Art. 47(1)(d), Art. 47(1)(e), Art. 47(1)(f).

    >>> len(duties_on_law_enforcement())
    9
    """
    closely = shall(
        "cooperate-closely",
        Role.STATES_PARTIES,
        "cooperate closely to make law enforcement against the offences of the Convention more effective",
        art(47, 1),
        by_text(True, "States Parties owe it to each other", art(47, 1)),
        qualifications=("consistent with their domestic legal and administrative systems",),
        life=KEPT_UP,
    )
    return (closely, *(_task_duty(task, measures) for task in LawEnforcementTask))


def _task_duty(task: LawEnforcementTask, measures: LawEnforcementMeasures) -> Duty:
    return shall(
        f"law-enforcement-{task.value}",
        Role.STATES_PARTIES,
        f"take effective measures to {task.words}",
        task.asked_in,
        by_text(True, "States Parties owe it to each other", task.asked_in),
        qualifications=task.softened,
        life=Life(lasts=True, broken=found(~performs_task(measures, task))),
    )


@frozen(kw_only=True)
class EnforcementTies(Facts, asked_of=Role.STATES_PARTIES):
    """What binds the law enforcement agencies of two States, and what their cooperation is about."""

    established_in_accordance: Fact = fact(
        "the cooperation is about offences established in accordance with the Convention", art(47, 2)
    )
    agreement_exists: Fact = fact(
        "an agreement or arrangement on direct cooperation between their agencies exists between the States", art(47, 2)
    )
    use_appropriate: Fact = fact("making full use of agreements or arrangements is appropriate", art(47, 2))


E = fields(EnforcementTies)


def may_take_convention_as_law_enforcement_basis(ties: EnforcementTies) -> Finding:
    """Whether States may consider the Convention the basis for cooperation between their law enforcement agencies.

    Where they have no agreement or arrangement, and for offences of the Convention only. It is a liberty, and it does
    not ask whether a State insists on a treaty.

    Source: Art. 47(2).

    >>> may_take_convention_as_law_enforcement_basis(EnforcementTies(agreement_exists=True)).truth.name
    'NO'
    """
    return all_of(
        "the States may consider the Convention the basis for law enforcement cooperation",
        art(47, 2),
        ~given(ties, E.agreement_exists),
        given(ties, E.established_in_accordance),
    )


def duties_on_law_enforcement_basis(ties: EnforcementTies) -> tuple[Duty, ...]:
    """How strong is the clause that makes the Convention a basis for law enforcement cooperation?

    It is a liberty of the States.

    Source: Art. 47(2).

    >>> duties_on_law_enforcement_basis(EnforcementTies())[0].modality.words
    'may'
    """
    return (
        may(
            "take-convention-as-law-enforcement-basis",
            Role.STATES_PARTIES,
            "consider the Convention the basis for their law enforcement cooperation",
            art(47, 2),
            may_take_convention_as_law_enforcement_basis(ties),
        ),
    )


def duties_on_law_enforcement_agreements(ties: EnforcementTies) -> tuple[Duty, ...]:
    """What do States owe about agreements between their law enforcement agencies?

    Source: Art. 47(2).

    >>> [duty.modality.words for duty in duties_on_law_enforcement_agreements(EnforcementTies())]
    ['shall consider', 'shall consider', 'shall']
    """
    return (
        shall_consider(
            "consider-agency-agreements",
            Role.STATES_PARTIES,
            "agreements or arrangements on direct cooperation between their agencies",
            art(47, 2),
            by_text(True, "States Parties owe it so as to give effect to the Convention", art(47, 2)),
            life=Life(
                done=shown(ties, E.agreement_exists, "the States considered an agreement: they have one", art(47, 2))
            ),
        ),
        shall_consider(
            "consider-amending-agency-agreements",
            Role.STATES_PARTIES,
            "amending the agreements or arrangements that they have",
            art(47, 2),
            given(ties, E.agreement_exists),
        ),
        shall(
            "use-agency-agreements",
            Role.STATES_PARTIES,
            "make full use of agreements or arrangements, international and regional organizations among them",
            art(47, 2),
            given(ties, E.use_appropriate),
            qualifications=("whenever appropriate",),
            life=KEPT_UP,
        ),
    )


checked(__name__)
