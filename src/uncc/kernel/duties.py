"""Duties: who must, may, or is merely asked to do what, for whom, by when, and what triggers it."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from uncc.kernel.dates import Deadline
from uncc.kernel.explanation import point
from uncc.kernel.findings import Finding
from uncc.kernel.immutable import tuples_only
from uncc.kernel.markup import Point
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.roles import Role

__all__ = ["Duty", "Modality", "Promptness", "duty_point"]


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


class Promptness(Enum):
    """How soon, where the text sets no day but a standard of speed."""

    EXPEDITIOUSLY = "expeditiously"
    PROMPTLY = "promptly"
    WITHOUT_DELAY = "without delay"
    WITHOUT_UNDUE_DELAY = "without undue delay"
    AS_SOON_AS_POSSIBLE = "as soon as possible"
    FORTHWITH = "forthwith"


@frozen(kw_only=True, field_transformer=tuples_only)
class Duty(Model):
    """Something a bearer shall, may or is asked to do.

    - `id`: its stable name.
    - `trigger`: whether it arises at all; UNKNOWN while that is not determined.
    - `deadline`: a day, a standard of speed, or `None` where the text names neither.
    - `qualifications`: the words of the text that soften or shape it, paraphrased.
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


def duty_point(duty: Duty) -> Point:
    """Return a duty as a tree of points: who, how strongly, what; whether it arises, to whom, by when."""
    softened = f" ({'; '.join(duty.qualifications)})" if duty.qualifications else ""
    due = duty.deadline.value if isinstance(duty.deadline, Promptness) else duty.deadline
    towards = (Point(duty.towards.words, "Towards:"),) if duty.towards else ()
    when = (Point(str(due), "When:"),) if due else ()
    cited = ", ".join(str(provision) for provision in duty.authority)
    words = f"{duty.bearer.words}, {duty.modality.words}: {duty.act}{softened}"
    return Point(words, duty.trigger.truth.name, cited, (*towards, *when, point(duty.trigger)))
