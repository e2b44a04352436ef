"""What an assessment returns: answers with their reasons, and what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from enum import Enum

from attrs import field, frozen

from uncc import kernel
from uncc.cases.record import Record
from uncc.cases.stands import Standing, standings
from uncc.cases.status import Phase
from uncc.confiscation import Liability
from uncc.cooperation import Ground
from uncc.kernel.again import OnReadings
from uncc.kernel.dates import Deadline, Window
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.errors import UnknownName
from uncc.kernel.facts import DayFact, Question
from uncc.kernel.findings import Finding, Node, Truth
from uncc.kernel.immutable import NO_NAMES, Names, fixed_names
from uncc.kernel.meant import nearest, perhaps
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.rows import Rows, rows
from uncc.kernel.shown import Printed

__all__ = [
    "Answer",
    "CaseKind",
    "Conflict",
    "DutyStanding",
    "FactStated",
    "GroundAnswer",
    "Header",
    "OpenQuestion",
    "PracticeItem",
    "ReadingUsed",
    "Report",
    "Section",
    "Span",
]

REPORT_FORMAT = "uncc.report/1"


class CaseKind(Enum):
    """The kind of a case. The value is its stable name in JSON."""

    PRESERVATION = "preservation"
    EXTRADITION = "extradition"
    ASSISTANCE = "assistance"
    CONFISCATION = "confiscation"
    DOMESTIC_LAW = "domestic-law"


class Section(Enum):
    """The part of a report to which an answer belongs, in the order of the report."""

    APPLICATION = "application"
    REGIME = "regime"
    OFFENCES = "offences"
    BASIS = "basis"
    CONFORMITY = "conformity"
    STORED_DATA = "stored-data"
    TRAFFIC_DATA = "traffic-data"
    INTERCEPTION = "interception"
    DUAL_CRIMINALITY = "dual-criminality"
    REFUSAL = "refusal"
    PERSONAL_DATA = "personal-data"
    REPLY = "reply"
    TIME = "time"
    DOMESTIC_LAW = "domestic-law"
    CONFIDENTIALITY = "confidentiality"
    DISCLOSURE = "disclosure"
    EVIDENCE = "evidence"
    PROPERTY = "property"
    DISPOSAL = "disposal"
    SUBMISSION = "submission"
    PROCEEDINGS = "proceedings"


@frozen(field_transformer=typed)
class Answer(OnReadings):
    """One question of a report and the finding that answers it; `id` is stable."""

    id: str
    section: Section
    question: str
    finding: Finding


@frozen(field_transformer=typed)
class GroundAnswer(OnReadings):
    """One ground for refusal and whether it is open against the request."""

    ground: Ground
    finding: Finding


@frozen(field_transformer=typed)
class Span(OnReadings):
    """The days between which something may come to its end; `id` is stable."""

    id: str
    question: str
    window: Window


@frozen(field_transformer=typed)
class OpenQuestion(Model):
    """A question that is open in the case: the answers that it bears on, and the place in the file for its answer.

    `path` is empty where the answer is no single fact of the case file.
    """

    question: Question
    path: str
    bears_on: tuple[str, ...]


@frozen(field_transformer=typed)
class ReadingUsed(Model):
    """A contested reading that the report consulted or leaves open, with its options by name.

    `turns`: the names of the findings that another option, alone, would change; empty where no answer turns on it.
    """

    id: str
    question: str
    authority: tuple[Provision, ...]
    options: Names = field(converter=fixed_names)
    chosen: str | None
    adopted: str | None
    because: str
    turns: tuple[str, ...] = ()


@frozen(field_transformer=typed)
class FactStated(Model):
    """A fact, a day or a number that the case states: its place in the case file, its words and its value."""

    path: str
    statement: str
    value: bool | int | str


@frozen(field_transformer=typed)
class Conflict(Model):
    """Two facts that the case states and that seldom go together: nothing was changed for it, and both stand."""

    one: FactStated
    other: FactStated
    provision: Provision


@frozen(field_transformer=typed)
class PracticeItem(Model):
    """Something that practice expects with a request and the Convention does not ask for, and whether it is there.

    It is never a ground for refusing under the Convention; domestic law or a treaty may make it a condition.
    """

    id: str
    words: str
    there: bool


@frozen(kw_only=True, field_transformer=typed)
class Header(Model):
    """Which request the report is about; `follows` is the reference of an earlier one that it follows up."""

    requesting: str
    requested: str
    as_of: date
    reference: str | None = None
    made_on: date | None = None
    received_on: date | None = None
    authority: str | None = None
    offence: str | None = None
    urgency: str | None = None
    follows: str | None = None


@frozen(kw_only=True, field_transformer=typed)
class DutyStanding(Model):
    """Where a duty stands on the day of the report, in short; `Report.standings` has the reasons.

    - `duty`: its key: the id, with what it is about; `status` the whole in one word.
    - `owed`, `done`, `in_time`, `broken`: the four answers.
    - `since`, `last`: from when it is owed, and its last day; `act` the day of its act, or of what was not kept up.
    - `days_owed`: for how many days at most it has been owed, where it is still to be done.
    """

    duty: str
    status: Phase
    owed: Truth
    done: Truth
    in_time: Truth
    broken: Truth
    since: DayFact
    last: DayFact
    act: DayFact
    days_owed: int | None


@frozen(kw_only=True, field_transformer=typed)
class Report(Printed):
    """Everything that the Convention says of one request, with its reasons.

    - `format`, `library`: the version of this form and of the library that computed it.
    - `grounds`: every ground that the Convention names, in the order of the text; `disclosure_grounds` the same
      for an expedited disclosure of traffic data, empty where none is in question.
    - `expires_on`: the last day of the preservation as things stand; `None` where none is set or determined.
    - `liability`: what of the property in question is liable to confiscation; `None` where none is in question.
    - `supplied`: the facts that the case states; `consulted`: the places of those that an answer asked for;
      `not_needed`: the places of those that none did.
    - `conflicts`: what the case states together that seldom goes together.
    - `record`: what the case records of the duties; `where` each of them stands by that on the day of the report.
    - `things`: what the States and the things of the case are called, by the place that a finding names as its subject.
    - `practice`: what practice expects with the request, where the Convention lists no contents for it.
    """

    format: str = REPORT_FORMAT
    library: str = field(factory=lambda: kernel.__version__)
    case: CaseKind
    header: Header
    answers: Rows[Answer] = field(converter=rows)
    grounds: Rows[GroundAnswer] = field(converter=rows)
    disclosure_grounds: Rows[GroundAnswer] = field(converter=rows)
    duties: Rows[Duty] = field(converter=rows)
    spans: Rows[Span] = field(converter=rows)
    expires_on: Deadline | None
    liability: Liability | None = None
    open_questions: Rows[OpenQuestion] = field(converter=rows)
    readings: Rows[ReadingUsed] = field(converter=rows)
    supplied: Rows[FactStated] = field(converter=rows)
    consulted: tuple[str, ...]
    not_needed: tuple[str, ...]
    conflicts: Rows[Conflict] = field(default=Rows(), converter=rows)
    practice: Rows[PracticeItem] = field(default=Rows(), converter=rows)
    record: Record = ()
    where: Rows[DutyStanding] = field(default=Rows(), converter=rows)
    things: Names = field(default=NO_NAMES, converter=fixed_names)

    def standings(self, on: date | None = None, *, known_on: date | None = None) -> Rows[Standing]:
        """Where does each duty stand on a day, by default that of the report, as known on another; with its reasons.

        The facts of the case are those that the report was drawn up with.
        """
        return Rows(standings(self.duties, on=on or self.header.as_of, record=self.record, known_on=known_on))

    @property
    def named(self) -> tuple[tuple[str, Node], ...]:
        """Every finding of the report under the name by which an open question says what it bears on, in order."""
        return (
            *((answer.id, answer.finding) for answer in self.answers),
            *named_grounds(self.grounds),
            *((f"duties.{duty.key}", duty.trigger) for duty in self.duties),
            *((span.id, span.window.because) for span in self.spans),
            *((f"disclosure-grounds.{answer.ground.value}", answer.finding) for answer in self.disclosure_grounds),
        )

    def answer(self, identifier: str) -> Answer:
        """Return the answer with this id; `UnknownName`, a `KeyError`, where the report has none."""
        known = {answer.id: answer for answer in self.answers}
        if identifier not in known:
            hint = f"{self._perhaps(identifier, known)}; there are: {', '.join(known)}"
            raise UnknownName("answers of the report", identifier, hint)
        return known[identifier]

    def _perhaps(self, identifier: str, answers: Collection[str]) -> str:
        """Say which name may have been meant; of what is no answer, where the report has it."""
        names = [*answers, *(name for name, _ in self.named)]
        near = identifier if identifier in names else nearest(identifier, names)
        if near is None or near in answers:
            return perhaps(identifier, answers)
        sort = near.partition(".")[0].replace("-", "_")
        return f"; perhaps {near} is meant, which stands in `{sort if hasattr(self, sort) else 'spans'}`"

    def in_section(self, section: Section) -> tuple[Answer, ...]:
        """Return the answers of one section, in order."""
        return tuple(answer for answer in self.answers if answer.section is section)


def named_grounds(answers: tuple[GroundAnswer, ...]) -> Iterator[tuple[str, Node]]:
    """Yield the grounds by name, those that stand several times with their number."""
    named: Counter[Ground] = Counter()
    for answer in answers:
        before = named[answer.ground]
        named[answer.ground] += 1
        yield f"grounds.{answer.ground.value}{f'-{before}' if before else ''}", answer.finding


checked(__name__)
