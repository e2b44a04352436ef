"""What changed between two reports, as values: each change with what was before it and what is after it."""

from __future__ import annotations

from attrs import evolve, field, frozen

from uncc.cases.record import Record
from uncc.cases.report import CaseKind, DutyStanding, FactStated, Header, OpenQuestion
from uncc.confiscation import Money
from uncc.kernel.dates import Deadline
from uncc.kernel.declared import checked, typed
from uncc.kernel.findings import Truth
from uncc.kernel.immutable import Names, fixed_names
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.shown import Shown

__all__ = [
    "AmountChange",
    "AnswerChange",
    "ChoiceChange",
    "DayChange",
    "ReportDifference",
    "StandingChange",
    "StatedChange",
]

FORMAT = "uncc.difference/1"


@frozen(field_transformer=typed)
class StatedChange(Model):
    """A fact, a day or a number that is stated otherwise: `None` where a case does not state it.

    - `before` alone: it was withdrawn. `after` alone: it is new. Both: it was changed.
    """

    before: FactStated | None
    after: FactStated | None

    @property
    def path(self) -> str:
        """Its place in the case file."""
        return self.told.path

    @property
    def told(self) -> FactStated:
        """The fact as it is now or, where it was withdrawn, as it was."""
        told = self.before if self.after is None else self.after
        assert told is not None
        return told


@frozen(field_transformer=typed)
class ChoiceChange(Model):
    """A contested reading of which another option is chosen, by name; `None` where none is."""

    id: str
    question: str
    authority: tuple[Provision, ...]
    options: Names = field(converter=fixed_names)
    before: str | None
    after: str | None


@frozen(field_transformer=typed)
class AnswerChange(Model):
    """An answer that is another; `None` where a report has none under this id.

    `because`: the places of what changed and carries the one answer or the other: of facts in the case file, of
    readings (`readings.ID`), of the record (`record.ID`). Where there is none, the day did it, or what no fact tells.
    """

    id: str
    statement: str
    authority: tuple[Provision, ...]
    before: Truth | None
    after: Truth | None
    because: tuple[str, ...] = ()


@frozen(field_transformer=typed)
class StandingChange(Model):
    """A duty that stands elsewhere, in its status, its days or its four answers; `because` as for an answer.

    `duty` is its key, `statement` who shall do what.
    """

    duty: str
    statement: str
    authority: tuple[Provision, ...]
    before: DutyStanding | None
    after: DutyStanding | None
    because: tuple[str, ...] = ()


@frozen(field_transformer=typed)
class DayChange(Model):
    """A day that is another; `None` where none is set or determined.

    `id`: `expires-on`, or the id of a span with the end of it: `.not-before`, `.not-after`.
    """

    id: str
    statement: str
    before: Deadline | None
    after: Deadline | None


@frozen(field_transformer=typed)
class AmountChange(Model):
    """An end of what is liable to confiscation that is another; `None` where no property is in question."""

    id: str
    statement: str
    before: Money | None
    after: Money | None


@frozen(kw_only=True, field_transformer=typed)
class ReportDifference(Shown):
    """What changed between two reports on one request; of what did not change nothing is told.

    - `before`, `after`: the heads of the two reports.
    - `facts`, `readings`: what is stated, or chosen, otherwise.
    - `recorded`, `unrecorded`: the entries that the record has gained, and those that no longer count.
    - `answers`, `grounds`, `disclosure_grounds`: the answers that are others.
    - `duties`: the duties that arise, or no longer arise: whether each is triggered; `standings` where each stands.
    - `days`, `amounts`: the ends of the periods and of what is liable to confiscation.
    - `answered`: the open questions that a fact or a reading answers by now; `dropped` those on which nothing turns
      any more; `asked` the new ones.
    - `reasons`: the names of the answers, duties and periods that are as they were, for other reasons.
    """

    format: str = FORMAT
    case: CaseKind
    before: Header
    after: Header
    facts: tuple[StatedChange, ...] = ()
    readings: tuple[ChoiceChange, ...] = ()
    recorded: Record = ()
    unrecorded: Record = ()
    answers: tuple[AnswerChange, ...] = ()
    grounds: tuple[AnswerChange, ...] = ()
    disclosure_grounds: tuple[AnswerChange, ...] = ()
    duties: tuple[AnswerChange, ...] = ()
    standings: tuple[StandingChange, ...] = ()
    days: tuple[DayChange, ...] = ()
    amounts: tuple[AmountChange, ...] = ()
    answered: tuple[OpenQuestion, ...] = ()
    dropped: tuple[OpenQuestion, ...] = ()
    asked: tuple[OpenQuestion, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed but the day that is asked about."""
        return self == ReportDifference(case=self.case, before=self.before, after=self.after) and (
            evolve(self.before, as_of=self.after.as_of) == self.after
        )


checked(__name__)
