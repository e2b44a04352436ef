"""What changed: between two reports on one request, on another day or with other facts, and between two findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar, overload

from attrs import evolve, frozen

from uncc.cases.changes import (
    AmountChange,
    AnswerChange,
    ChoiceChange,
    DayChange,
    ReportDifference,
    StandingChange,
    StatedChange,
)
from uncc.cases.contents import subjects
from uncc.cases.record import Entry, Record
from uncc.cases.report import DutyStanding, FactStated, Header, OpenQuestion, ReadingUsed, Report
from uncc.cases.stands import Standing
from uncc.confiscation import Money
from uncc.kernel.dates import Deadline
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Node, Truth
from uncc.kernel.quantities import Day, Quantity
from uncc.kernel.readings import Consulted
from uncc.kernel.roles import Role
from uncc.questions.difference import Difference
from uncc.questions.difference import diff as diff_of_findings

__all__ = ["diff"]

Thing = TypeVar("Thing")


@overload
def diff(before: Finding, after: Finding) -> Difference: ...
@overload
def diff(before: Report, after: Report) -> ReportDifference: ...
def diff(before: Finding | Report, after: Finding | Report) -> Difference | ReportDifference:
    """Return what changed between two findings of one rule, or between two reports on one request, and why.

    Of two findings see `uncc.questions.difference`. Two reports may differ in their day, their facts, their readings or
    what was known of the record. `InvalidValue` where they are of two kinds of case or between other States, where two
    findings do not answer one question, and where one is a finding and the other a report.

    >>> from datetime import date
    >>> from uncc.cases import PreservationCase, assess
    >>> from uncc.cooperation import PreservationMeasure, PreservationRequest
    >>> from uncc.kernel.parties import State, StateParty
    >>> case = PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest(),
    ...     measure=PreservationMeasure(effected_on=date(2028, 3, 10), extensions=(), assistance_requested=False))
    >>> changed = diff(assess(case), assess(case, on=date(2028, 6, 1)))
    >>> for one in changed.standings:
    ...     print(one.duty, one.before.status.value, "->", one.after.status.value)
    keep-floor continuing -> lapsed
    """
    if isinstance(before, Finding) and isinstance(after, Finding):
        return diff_of_findings(before, after)
    if isinstance(before, Report) and isinstance(after, Report):
        _refuse_another_request(before, after)
        return _Two(before, after).difference()
    raise InvalidValue("after", type(after).__name__, f"a {type(before).__name__}, as `before` is")


def _refuse_another_request(before: Report, after: Report) -> None:
    for name, old, new in (
        ("case", before.case.value, after.case.value),
        ("header.requesting", before.header.requesting, after.header.requesting),
        ("header.requested", before.header.requested, after.header.requested),
    ):
        if old != new:
            raise InvalidValue(f"after.{name}", new, f"that of the first report, {old}")


@frozen
class _Named(Generic[Thing]):
    """Something of a report under its id: what it says in words, and what it is."""

    id: str
    statement: str
    thing: Thing


@frozen
class _Answered:
    """A finding of a report, and all that the report says with it."""

    finding: Finding
    whole: object


class _Two:
    """Two reports on one request, side by side."""

    def __init__(self, before: Report, after: Report) -> None:
        self.before, self.after = before, after
        self.facts = tuple(StatedChange(*pair) for pair in _changed(*(_by_path(one) for one in (before, after))))
        self.readings = tuple(_choices(before.readings, after.readings))
        self.recorded = tuple(_more(after.record, before.record))
        self.unrecorded = tuple(_more(before.record, after.record))

    def difference(self) -> ReportDifference:
        before, after = self.before, self.after
        answered, dropped = self._closed()
        return ReportDifference(
            case=after.case,
            before=before.header,
            after=after.header,
            facts=self.facts,
            readings=self.readings,
            recorded=self.recorded,
            unrecorded=self.unrecorded,
            answers=tuple(self._answers(_answers(before), _answers(after))),
            grounds=tuple(self._answers(_grounds(before), _grounds(after))),
            disclosure_grounds=tuple(self._answers(_at_disclosure(before), _at_disclosure(after))),
            duties=tuple(self._answers(_duties(before), _duties(after))),
            standings=tuple(self._standings()),
            days=tuple(DayChange(*told) for told in _moved(_days(before), _days(after))),
            amounts=tuple(AmountChange(*told) for told in _moved(_amounts(before), _amounts(after))),
            answered=answered,
            dropped=dropped,
            asked=tuple(_not_in(after.open_questions, before.open_questions)),
            reasons=tuple(self._reasons()),
        )

    def _answers(
        self, before: Iterable[_Named[_Answered]], after: Iterable[_Named[_Answered]]
    ) -> Iterator[AnswerChange]:
        for old, new in _changed(_by_id(before), _by_id(after)):
            findings = [[] if one is None else [one.thing.finding] for one in (old, new)]
            was, now = (None if one is None else one.thing.finding.truth for one in (old, new))
            if was is not now:
                told = _one_of(old, new)
                cited = told.thing.finding.authority
                yield AnswerChange(told.id, told.statement, cited, was, now, self._causes(*findings))

    def _standings(self) -> Iterator[StandingChange]:
        moved = list(_changed(*(_without_count(one) for one in (self.before, self.after))))
        if not moved:
            return
        lived = [{one.duty.key: one for one in report.standings()} for report in (self.before, self.after)]
        stood = [{one.duty: one for one in report.where} for report in (self.before, self.after)]
        for pair in moved:
            key = _one_of(*pair).duty
            old, new = (some.get(key) for some in lived)
            was, now = (some.get(key) for some in stood)
            duty, head = _one_of(old, new).duty, (self.before if new is None else self.after).header
            because = (*self._causes(*_that_moved(old, new)), *self._of_record(duty))
            yield StandingChange(key, _sentence(duty, head), duty.authority, was, now, because)

    def _causes(self, before: Iterable[Node], after: Iterable[Node]) -> tuple[str, ...]:
        """Return the places of the facts and readings that changed and carry a finding, before or after."""
        old, new = list(before), list(after)
        carrying = {node for finding in (*old, *new) for node in finding.decisive().walk() if node.about is not None}
        consulted = {node.about.reading.id for node in carrying if isinstance(node.about, Consulted)}
        facts = (one.path for one in self.facts if _asked(one, carrying) and _is_known_so(one, old, new))
        return (*facts, *(f"readings.{one.id}" for one in self.readings if one.id in consulted))

    def _of_record(self, duty: Duty) -> Iterator[str]:
        """Yield the duties of which the record tells something else, where a duty lives by them."""
        others = {*duty.life.after, *duty.life.ended_by}
        entries = (*self.recorded, *self.unrecorded)
        names = (one.duty for one in entries if one.duty in others or (one.duty, one.about) == (duty.id, duty.about))
        yield from dict.fromkeys(f"record.{name}" for name in names)
        if any(one.complete_until is not None for one in entries):
            yield "record.complete_until"

    def _closed(self) -> tuple[tuple[OpenQuestion, ...], tuple[OpenQuestion, ...]]:
        """Return the questions that are no longer open: those that something answers, and the others."""
        closed = list(_not_in(self.before.open_questions, self.after.open_questions))
        said = {one.path for one in self.facts if one.after is not None}
        said |= {f"readings.{one.id}" for one in self.readings if one.after is not None}
        answered = tuple(one for one in closed if one.path in said)
        return answered, tuple(one for one in closed if one.path not in said)

    def _reasons(self) -> Iterator[str]:
        for tell in (_answers, _grounds, _at_disclosure, _duties):
            for old, new in _changed(_by_id(tell(self.before)), _by_id(tell(self.after))):
                if old is not None and new is not None and old.thing.finding.truth is new.thing.finding.truth:
                    yield new.id
        spans = ({span.id: span for span in report.spans} for report in (self.before, self.after))
        yield from (_one_of(*pair).id for pair in _changed(*spans))


def _changed(before: Mapping[str, Thing], after: Mapping[str, Thing]) -> Iterator[tuple[Thing | None, Thing | None]]:
    """Yield what is not the same under a name before and after, in the order of the new, then what is gone."""
    for name in dict.fromkeys((*after, *before)):
        old, new = before.get(name), after.get(name)
        if old != new:
            yield old, new


def _one_of(old: Thing | None, new: Thing | None) -> Thing:
    told = old if new is None else new
    assert told is not None
    return told


def _by_id(named: Iterable[_Named[Thing]]) -> dict[str, _Named[Thing]]:
    """Return what is named by its id; what has the id of an earlier one, with its number."""
    met = Counter[str]()
    found: dict[str, _Named[Thing]] = {}
    for one in named:
        met[one.id] += 1
        name = one.id if met[one.id] == 1 else f"{one.id}-{met[one.id] - 1}"
        found[name] = evolve(one, id=name)
    return found


def _moved(
    before: Iterable[_Named[Thing]], after: Iterable[_Named[Thing]]
) -> Iterator[tuple[str, str, Thing | None, Thing | None]]:
    for old, new in _changed(_by_id(before), _by_id(after)):
        told = _one_of(old, new)
        yield told.id, told.statement, None if old is None else old.thing, None if new is None else new.thing


def _answers(report: Report) -> Iterator[_Named[_Answered]]:
    for answer in report.answers:
        yield _Named(answer.id, answer.question, _Answered(answer.finding, answer))


def _grounds(report: Report) -> Iterator[_Named[_Answered]]:
    for answer in report.grounds:
        yield _Named(f"grounds.{answer.ground.value}", answer.ground.words, _Answered(answer.finding, answer))


def _at_disclosure(report: Report) -> Iterator[_Named[_Answered]]:
    for answer in report.disclosure_grounds:
        name = f"disclosure-grounds.{answer.ground.value}"
        yield _Named(name, answer.ground.words, _Answered(answer.finding, answer))


def _duties(report: Report) -> Iterator[_Named[_Answered]]:
    for duty in report.duties:
        yield _Named(f"duties.{duty.key}", _sentence(duty, report.header), _Answered(duty.trigger, duty))


def _sentence(duty: Duty, head: Header) -> str:
    states = {Role.REQUESTING_STATE: head.requesting, Role.REQUESTED_STATE: head.requested}
    bearer = states.get(duty.bearer, f"the {duty.bearer.words}")
    return f"{bearer} {duty.modality.words} {duty.act_in_question}"


def _days(report: Report) -> Iterator[_Named[Deadline]]:
    if report.expires_on is not None:
        yield _Named("expires-on", "the last day of the preservation as things stand", report.expires_on)
    for span in report.spans:
        if span.window.not_before is not None:
            yield _Named(f"{span.id}.not-before", f"{span.question} Not before the end of", span.window.not_before)
        if span.window.not_after is not None:
            yield _Named(f"{span.id}.not-after", f"{span.question} Not after", span.window.not_after)


def _amounts(report: Report) -> Iterator[_Named[Money]]:
    if report.liability is not None:
        yield _Named("liability.at-least", "liable to confiscation, at least", report.liability.at_least)
        yield _Named("liability.at-most", "liable to confiscation, at most", report.liability.at_most)


def _by_path(report: Report) -> dict[str, FactStated]:
    return {fact.path: fact for fact in report.supplied}


def _without_count(report: Report) -> dict[str, DutyStanding]:
    """Return where each duty stands, without for how many days: that goes with the day that is asked about."""
    return {one.duty: evolve(one, days_owed=None) for one in report.where}


def _that_moved(old: Standing | None, new: Standing | None) -> tuple[list[Finding | Day], list[Finding | Day]]:
    """Return the findings and the days of a standing, before and after, that are not as they were."""
    before, after = _of_standing(old), _of_standing(new)
    moved = [
        name
        for name in {**before, **after}
        if name not in before or name not in after or _known(before[name]) != _known(after[name])
    ]
    was, now = ([side[name] for name in moved if name in side] for side in (before, after))
    return was, now


def _of_standing(one: Standing | None) -> dict[str, Finding | Day]:
    if one is None:
        return {}
    found: dict[str, Finding | Day | None] = {
        "trigger": one.duty.trigger,
        "since": one.duty.life.since,
        "last": one.last,
        "act": one.act,
        **{name: getattr(one, name) for name in _FINDINGS},
    }
    return {name: node for name, node in found.items() if node is not None}


_FINDINGS = ("owed", "done", "in_time", "broken", "ended", "displaced", "ready", "begun", "past")


def _known(node: Finding | Day) -> object:
    return node.truth if isinstance(node, Finding) else (node.least, node.most)


def _asked(change: StatedChange, nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that ask for what a fact states: in its words, of the thing at its place."""
    about = set(subjects(change.path.rpartition(".")[0]))
    return [
        node
        for node in nodes
        if isinstance(asked := node.about, Question)
        and asked.whole.statement == change.told.statement
        and ("" in about or asked.subject in about)
    ]


def _is_known_so(change: StatedChange, before: Iterable[Node], after: Iterable[Node]) -> bool:
    """Whether the findings know a fact as it is stated; a case may state the same of two things (two positions)."""
    for stated, findings in ((change.before, before), (change.after, after)):
        value = None if stated is None else stated.value
        asked = _asked(change, (node for finding in findings for node in finding.walk()))
        if asked and not any(_says(node, value) for node in asked):
            return False
    return True


def _says(node: Node, value: object) -> bool:
    return isinstance(node, Quantity) or not isinstance(value, bool | None) or node.truth is Truth.of(value)


def _choices(before: Iterable[ReadingUsed], after: Iterable[ReadingUsed]) -> Iterator[ChoiceChange]:
    old = {used.id: used for used in before}
    for new in {used.id: used for used in after}.values():
        was = old.get(new.id, new)
        if was.chosen != new.chosen:
            yield ChoiceChange(new.id, new.question, new.authority, new.options, was.chosen, new.chosen)


def _more(entries: Record, than: Record) -> Iterator[Entry]:
    """Yield the entries that are not among others, each as often as they lack it."""
    there = Counter(than)
    for entry in entries:
        there[entry] -= 1
        if there[entry] < 0:
            yield entry


def _not_in(questions: Iterable[OpenQuestion], others: Iterable[OpenQuestion]) -> Iterator[OpenQuestion]:
    there = {one.question for one in others}
    return (one for one in questions if one.question not in there)


checked(__name__)
