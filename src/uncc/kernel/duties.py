"""Duties: who must, may, or is merely asked to do what, for whom, by when, and what triggers it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cached_property
from typing import Concatenate, ParamSpec, cast

from attrs import evolve, frozen

from uncc.kernel.again import OnReadings
from uncc.kernel.dates import Deadline, earliest_of
from uncc.kernel.findings import Finding
from uncc.kernel.immutable import tuples_only
from uncc.kernel.life import ONCE, Life, Manner
from uncc.kernel.places import in_words
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Day
from uncc.kernel.readings import Choice
from uncc.kernel.roles import Role
from uncc.kernel.shown import Shown

__all__ = [
    "Duty",
    "Modality",
    "Promptness",
    "encouraged",
    "may",
    "may_reserve",
    "nothing_obliges",
    "shall",
    "shall_consider",
    "shall_endeavour",
    "shall_not",
]

Parts = ParamSpec("Parts")


class Modality(Enum):
    """The strength of a rule, in the text's own words. The value is its stable name in JSON."""

    SHALL = "shall"
    SHALL_NOT = "shall-not"
    SHALL_CONSIDER = "shall-consider"
    SHALL_ENDEAVOUR = "shall-endeavour"
    MAY = "may"
    MAY_RESERVE = "may-reserve"
    ENCOURAGED = "encouraged"
    NOTHING_OBLIGES = "nothing-obliges"
    DEFINITION = "definition"
    STATEMENT = "statement"

    @property
    def words(self) -> str:
        """The modality as it stands in a sentence.

        >>> Modality.SHALL_NOT.words
        'shall not'
        """
        return self.value.replace("-", " ")


_OF_CHOICE = frozenset({Modality.MAY, Modality.MAY_RESERVE, Modality.ENCOURAGED, Modality.NOTHING_OBLIGES})


class Promptness(Enum):
    """How soon, where the text sets no day but a standard of speed."""

    EXPEDITIOUSLY = "expeditiously"
    IMMEDIATELY = "immediately"
    PROMPTLY = "promptly"
    WITHOUT_DELAY = "without delay"
    WITHOUT_UNDUE_DELAY = "without undue delay"
    AS_SOON_AS_POSSIBLE = "as soon as possible"
    FORTHWITH = "forthwith"
    THEREUPON = "thereupon"


@frozen(kw_only=True, field_transformer=tuples_only)
class Duty(OnReadings, Shown):
    """Something a bearer shall, may or is asked to do.

    - `id`: its stable name, which no other duty of the library has; `docs/duties.md` lists them.
    - `trigger`: whether it arises at all; UNKNOWN while that is not determined.
    - `deadline`: a day, a standard of speed, or `None` where the text names neither.
    - `qualifications`: the words of the text that soften or shape it, paraphrased.
    - `about`: the place in the case of the thing that it is about (`request.offences[1]`), where there are several.
    - `due`: the day of the deadline with its reasons, where it rests on readings; the deadline is its earliest.
    - `life`: from when it is owed, and what the case tells of its act, its end and its breach.
    """

    id: str
    bearer: Role
    modality: Modality
    act: str
    authority: tuple[Provision, ...]
    trigger: Finding
    towards: Role | None = None
    deadline: Deadline | Promptness | None = None
    qualifications: tuple[str, ...] = ()
    about: str | None = None
    due: Day | None = None
    life: Life = ONCE

    def under(self, readings: Choice) -> Duty:
        """Return the same on these readings: whether it arises, and by when."""
        duty = super().under(readings)
        return duty if duty.due == self.due else evolve(duty, deadline=earliest_of(cast("Day", duty.due)))

    @property
    def key(self) -> str:
        """What no other duty of the same case has: its id, with what it is about."""
        return self.id if self.about is None else f"{self.id}@{self.about}"

    @cached_property
    def manner(self) -> Manner:
        """In what way it is followed."""
        if self.modality is Modality.SHALL_NOT:
            return Manner.PROHIBITION
        if self.modality in _OF_CHOICE:
            return Manner.LIBERTY
        return Manner.CONTINUING if self.life.lasts else Manner.ACT

    @property
    def act_in_question(self) -> str:
        """The act, and what it is about in words: `submit the case, for offence 2`."""
        if self.about is None:
            return self.act
        return f"{self.act}, for {in_words(self.about)}"


def _duty(  # noqa: PLR0913, PLR0917  # these are the parts of a duty
    modality: Modality,
    name: str,
    bearer: Role,
    act: str,
    authority: Provision | tuple[Provision, ...],
    trigger: Finding,
    *,
    towards: Role | None = None,
    deadline: Deadline | Promptness | None = None,
    qualifications: tuple[str, ...] = (),
    due: Day | None = None,
    about: str | None = None,
    life: Life = ONCE,
) -> Duty:
    """Return a duty in the order in which it is read: who shall do what, under which provision, when what holds.

    >>> from uncc.kernel.findings import by_text
    >>> from uncc.kernel.provisions import art
    >>> owed = by_text(True, "States Parties owe it to each other", art(47, 1))
    >>> shall("cooperate-closely", Role.STATES_PARTIES, "cooperate closely", art(47, 1), owed).modality.words
    'shall'
    """
    return Duty(
        id=name,
        bearer=bearer,
        modality=modality,
        act=act,
        authority=authority if isinstance(authority, tuple) else (authority,),
        trigger=trigger,
        towards=towards,
        deadline=deadline if due is None else earliest_of(due),
        due=due,
        qualifications=qualifications,
        about=about,
        life=life,
    )


def _by(modality: Modality, make: Callable[Concatenate[Modality, Parts], Duty]) -> Callable[Parts, Duty]:
    """Return what makes duties of one strength, named by its modal verb."""

    def made(*parts: Parts.args, **others: Parts.kwargs) -> Duty:
        return make(modality, *parts, **others)

    made.__name__ = made.__qualname__ = modality.name.lower()
    made.__doc__ = make.__doc__
    return made


shall = _by(Modality.SHALL, _duty)
shall_not = _by(Modality.SHALL_NOT, _duty)
shall_consider = _by(Modality.SHALL_CONSIDER, _duty)
shall_endeavour = _by(Modality.SHALL_ENDEAVOUR, _duty)
may = _by(Modality.MAY, _duty)
may_reserve = _by(Modality.MAY_RESERVE, _duty)
encouraged = _by(Modality.ENCOURAGED, _duty)
nothing_obliges = _by(Modality.NOTHING_OBLIGES, _duty)
