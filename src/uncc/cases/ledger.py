"""The ledger of a report: which facts a case states, which were asked for, what is open, what is contested."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from uncc.cases.contents import at_place, contents_of, facts_in, subjects
from uncc.cases.report import FactStated, OpenQuestion, ReadingUsed
from uncc.confiscation import Money
from uncc.kernel.between import AtLeast, day_text
from uncc.kernel.consistency import value_at
from uncc.kernel.decisive import turns_on
from uncc.kernel.declared import checked
from uncc.kernel.facts import DayFact, Fact, Facts, ListFact, NumberFact, Question
from uncc.kernel.findings import Node
from uncc.kernel.immutable import Names, fixed_names
from uncc.kernel.inquiry import asked_whole
from uncc.kernel.model import Model
from uncc.kernel.parties import StateParty
from uncc.kernel.places import in_words
from uncc.kernel.quantities import Day
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.ready import kept_ready
from uncc.kernel.roles import Role

__all__ = [
    "Named",
    "consulted_facts",
    "exact_days",
    "not_to_be_told",
    "open_questions",
    "place_in",
    "readings_used",
    "stated_facts",
    "things",
]

Named = tuple[str, Node]
"""A finding of a report and the name under which the report gives it."""
Key = tuple[str, str]
"""What is asked for, by its name and what it is about."""


def stated_facts(case: object) -> tuple[FactStated, ...]:
    """Return the facts that the case states, in the order of the case file."""
    return tuple(
        FactStated(at_place(path, name), question.statement, value)
        for path, facts in facts_in(case)
        for name, question in facts.asked().items()
        if (held := getattr(facts, name)) is not None and (value := stated(held)) is not None
    )


def stated(value: Fact | DayFact | NumberFact | Money | ListFact[Any]) -> bool | int | str | None:
    """Return what a case states of a fact or a quantity, as its file says it; of a list that it is complete.

    Then it is not so that there are others beside those stated. One of which some are known states these alone.
    """
    match value:
        case None | bool() | int():
            return value
        case tuple():
            return False
        case AtLeast():
            return None
        case date():
            return day_text(value)
        case _:
            return str(value)


_TEXTS = ("name", "title", "description", "identity", "holder")
"""The fields by which a thing of a case is called; the first that is stated."""
MOST_SAID = 80
"""How many characters of a text are told of the thing that it describes."""


def things(case: object) -> Mapping[str, str]:
    """Return what the things of a case are called by their subjects: kind and number, and their own text in the case.

    Of the two States it is the name; what is said of a thing by its kind and number alone is left out.
    """
    found: dict[str, str] = {}
    for path, model in contents_of(case).models:
        text = model.state.name if isinstance(model, StateParty) else _own_text(model)
        for subject in filter(None, subjects(path)) if text else ():
            place = in_words(subject)
            words = text if isinstance(model, StateParty) else f'{place}, "{text}"'
            if words != place:
                found.setdefault(subject, words)
    return found


def _own_text(thing: Model) -> str:
    """Return the text by which a thing is called, as much of it as is told; nothing where it states none."""
    kind: Any = type(thing)
    text = next((text for field in _text_fields(kind) if isinstance(text := getattr(thing, field), str)), "")
    return text if len(text) <= MOST_SAID else f"{text[:MOST_SAID].rpartition(' ')[0] or text[:MOST_SAID]}..."


@cache
def _text_fields(model: Any) -> tuple[str, ...]:
    return tuple(name for name in _TEXTS if hasattr(model, name))


def exact_days(case: object) -> frozenset[str]:
    """Return the places of the days that the case states exactly."""
    return frozenset(
        at_place(path, name)
        for path, facts in facts_in(case)
        for name, declared in facts.measured().items()
        if declared.is_day and isinstance(getattr(facts, name), date)
    )


def consulted_facts(findings: Iterable[Named], where: Mapping[Key, str], exact: Container[str] = ()) -> frozenset[str]:
    """Return the places of the facts that some finding asked for, decisive or not.

    Of a day that is not stated exactly (`exact`), the days that it follows and that follow it are asked for too: they
    may leave only one day that it can be.
    """
    asked = [_asked_in(finding) for _, finding in findings]
    keys = set[Key]().union(*(named for named, _ in asked))
    for day in frozenset[Day]().union(*(days for _, days in asked)):
        keys.update(_beside(day, where, exact))
    return frozenset(_placed(keys, where))


def _placed(keys: Iterable[Key], where: Mapping[Key, str]) -> Iterator[str]:
    for key in keys:
        try:
            yield where[key]
        except KeyError:  # what no field of the case tells
            continue


@kept_ready
def _asked_in(node: Node) -> tuple[frozenset[Key], frozenset[Day]]:
    """Return what is asked for in a finding, by name and subject, and the days among that."""
    below = [_asked_in(limb) for limb in node.live_limbs]
    own = (_key(node.about),) if isinstance(node.about, Question) else ()
    days = (node,) if own and isinstance(node, Day) else ()
    return (
        frozenset(own).union(*(keys for keys, _ in below)),
        frozenset(days).union(*(others for _, others in below)),
    )


def _key(question: Question) -> Key:
    return question.name, question.subject


def _beside(day: Day, where: Mapping[Key, str], exact: Container[str]) -> Iterator[Key]:
    """Yield what a day asks; of one that is not stated exactly, also the days that it follows and that follow it."""
    if not isinstance(day.about, Question):
        return
    name, subject = key = _key(day.about)
    yield key
    if where.get(key, "") not in exact:
        for later in _that_follow().get(name, ()):
            yield later, subject
        if day.follows is not None:
            yield from _beside(day.follows, where, exact)


@cache
def _that_follow() -> Mapping[str, tuple[str, ...]]:
    """Return for each declared day the days of its collection that cannot lie before it."""
    found: dict[str, tuple[str, ...]] = {}
    for model in _below(Facts):
        for name, earlier in model.follows().items():
            found[earlier] = (*found.get(earlier, ()), name)
    return MappingProxyType(found)


def _below(model: type[Facts]) -> Iterator[type[Facts]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def not_to_be_told(case: object) -> frozenset[str]:
    """Return the places of what nobody can tell yet: the day of what did not happen, as the case itself states."""
    return frozenset(
        at_place(path, tie.stated)
        for path, facts in facts_in(case)
        for tie in facts.ties
        if not tie.is_fact and isinstance(tie.fact, str) and value_at(facts, tie.fact) is (not tie.value)
    )


def open_questions(
    findings: Iterable[Named], where: Mapping[Key, str], still_to_come: Container[str] = ()
) -> tuple[OpenQuestion, ...]:
    """Return every open question once, with the findings that it bears on, in the order of the report.

    Nobody is asked for what stands at the places that are `still_to_come`.
    """
    bearing: dict[Question, list[str]] = {}
    for name, finding in findings:
        if finding.is_unknown:
            for question in asked_whole(finding):
                bearing.setdefault(question, []).append(name)
    return tuple(
        OpenQuestion(question, path, tuple(dict.fromkeys(names)))
        for question, names in bearing.items()
        if (path := place_in(where, question)) not in still_to_come
    )


def place_in(where: Mapping[Key, str], question: Question) -> str:
    """Return the place of the answer to a question among the places of a case; nothing where it is none of its file."""
    if question.asked_of is Role.INTERPRETER:
        return f"readings.{question.name}"
    return where.get((question.name, question.subject)) or where.get((question.name, ""), "")


def readings_used(findings: Iterable[Named]) -> tuple[ReadingUsed, ...]:
    """Return every contested reading that some finding consulted, and which turn on it, in the order of the report."""
    turning: dict[Consulted, list[str]] = {}
    for name, finding in findings:
        if used := finding.readings:
            turns = turns_on(finding)
            for consulted in used:
                turning.setdefault(consulted, []).extend([name] if consulted in turns else [])
    return tuple(_reading_used(reading, names) for reading, names in turning.items())


def _reading_used(consulted: Consulted, turns: Iterable[str]) -> ReadingUsed:
    reading = consulted.reading
    return ReadingUsed(
        reading.id,
        reading.question,
        reading.authority,
        _options(reading),
        _name(consulted.chosen),
        _name(reading.adopted),
        reading.because,
        tuple(dict.fromkeys(turns)),
    )


@cache
def _options(reading: type[Reading]) -> Names:
    return fixed_names({str(option.value): option.words for option in reading})


def _name(option: Reading | None) -> str | None:
    return None if option is None else str(option.value)


checked(__name__)
