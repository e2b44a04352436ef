"""A question of the interview as a value: its words, its provisions, what can answer it, and who.

It holds what a form needs as well as a terminal: the kind of value, the choices, the parts of an object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from attrs import evolve, field, frozen

from uncc.confiscation import Money
from uncc.doors.case_file import Place, fields_of, is_conduct, is_model, is_needed, items_in, present
from uncc.doors.key_words import points, prose
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import DayFact, NumberFact, Question
from uncc.kernel.immutable import Names, fixed_names
from uncc.kernel.model import Model
from uncc.kernel.papers import Paper, questions_in
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Reading
from uncc.kernel.roles import Role
from uncc.offences import ConventionOffence

__all__ = ["Prompt", "ValueKind"]


class ValueKind(Enum):
    """What kind of value answers a question. The value is its stable name in JSON."""

    YES_NO = "yes-no"
    DAY = "day"
    NUMBER = "number"
    AMOUNT = "amount"
    TEXT = "text"
    CHOICE = "choice"
    """One of the choices."""
    CHOICES = "choices"
    """A list of choices, each at most once."""
    TEXTS = "texts"
    """A list of texts."""
    LIST = "list"
    """A list of objects, each with the parts."""
    OBJECT = "object"
    """An object with the parts; where there are choices, with one of them as its only key."""


_FORMS: Mapping[ValueKind, str] = MappingProxyType(
    {
        ValueKind.YES_NO: "true or false",
        ValueKind.DAY: "a day such as 2027-05-09",
        ValueKind.NUMBER: "a whole number",
        ValueKind.AMOUNT: 'an amount such as {"currency": "EUR", "amount": "1200.50"}',
        ValueKind.TEXT: "a text",
        ValueKind.CHOICE: "one of the choices",
        ValueKind.CHOICES: "a list of choices",
        ValueKind.TEXTS: "a list of texts",
        ValueKind.LIST: "a list of objects",
        ValueKind.OBJECT: "an object",
    }
)
_IN_PART = MappingProxyType(
    {
        DayFact: ", or what is known of it: 2027-05, 2027, [2027-05-01..2027-05-20], [2027-05-01..]",
        NumberFact: ', or what is known of it: {"at_least": 30, "at_most": 60}',
    }
)
_COSTS: Mapping[ValueKind, int] = MappingProxyType({ValueKind.YES_NO: 1, ValueKind.CHOICE: 1, ValueKind.LIST: 3})
_PLAIN_COST = 2
"""What a question costs who must look for a day, a number or a text; a yes costs one."""


@frozen(kw_only=True, field_transformer=typed)
class Prompt(Model):
    """One question of an interview, as it is put to somebody.

    - `path`: where the case file has the answer; of a part of an object, below that object.
    - `words`: the sentence that is true where the answer is yes, or what is asked for; `about` explains the whole.
    - `provisions`: what makes it matter; `asked_of`: who can answer, `None` where that is whoever keeps the file.
    - `kind`, `form`: the kind of value, and how it is written; `choices`: names and, where there are any, their words.
    - `required`: whether the file cannot be read without it, so that "not known" is no answer.
    - `bears_on`: the answers of the report on which it bears: this is why it is asked.
    - `parts`: what an object, or each object of a list, consists of.
    """

    path: str
    words: str
    about: str = ""
    provisions: tuple[Provision, ...] = ()
    asked_of: Role | None = None
    kind: ValueKind
    form: str
    choices: Names = field(factory=lambda: fixed_names({}), converter=fixed_names)
    required: bool = False
    bears_on: tuple[str, ...] = ()
    parts: tuple[Prompt, ...] = ()

    @property
    def cost(self) -> int:
        """How much it asks of who answers: a yes 1, what has to be looked for 2, a list 3."""
        return 3 if self.asked_of is Role.INTERPRETER else _COSTS.get(self.kind, _PLAIN_COST)


def prompt_at(place: Place, question: Question | None = None, bears_on: tuple[str, ...] = ()) -> Prompt:
    """Return the question for a place of a case file; its words are those of what is declared there, or of who asks."""
    return evolve(_as_asked(_prompt(place, frozenset()), place, _declared(place) or question), bears_on=bears_on)


def _as_asked(made: Prompt, place: Place, asked: Question | None) -> Prompt:
    """Return a question in the words of what is declared: of a day, what happened on it; of a State, which State."""
    if asked is None:
        return made
    words = asked.statement
    if place.hint is DayFact and not re.match(r"the (last|first) day\b", words):
        words = f"the day on which {words}"
    if place.steps[0] in _STATES:
        words = re.sub(r"\bthe State\b", f"the {place.steps[0]} State", words)
    return evolve(made, words=words, provisions=asked.authority, asked_of=asked.asked_of)


def _declared(place: Place) -> Question | None:
    """Return what a field declares to be asked, or a reading."""
    if isinstance(place.hint, type) and issubclass(place.hint, Reading):
        reading = place.hint
        return Question(reading.id, reading.question, reading.authority, Role.INTERPRETER)
    kind = place.holder
    return questions_in(kind).get(place.field) if is_model(kind) else None


def _prompt(place: Place, within: frozenset[Any]) -> Prompt:
    hint, kind = place.hint, present(place.hint)
    item = items_in(hint)
    valued = _kind_of(hint)
    thing = kind if item is None else present(item)
    described = thing if is_model(thing) else place.holder
    holds_parts = valued in {ValueKind.OBJECT, ValueKind.LIST} and is_model(thing) and thing not in within
    return Prompt(
        path=place.path,
        words=_words_of(place),
        about=" ".join(filter(None, (_note_beside(place), _plain(prose(described)) if is_model(described) else ""))),
        kind=valued,
        form=f"{_FORMS[valued]}{_IN_PART.get(hint, '')}",
        choices=fixed_names(dict(_choices(thing))),
        required=is_model(place.holder) and is_needed(fields_of(place.holder)[place.field]),
        parts=_parts_of(thing, within | {thing}) if holds_parts else (),
    )


@cache
def _parts_of(model: Any, within: frozenset[Any]) -> tuple[Prompt, ...]:
    """Return what an object consists of, what it must have first: of a paper what stands in it, of others all."""
    fields = fields_of(model)
    first = [name for name, one in fields.items() if is_needed(one)]
    others = model.contents() if issubclass(model, Paper) else fields
    places = (Place((name,), model, name, fields[name].type) for name in dict.fromkeys((*first, *others)))
    return tuple(_as_asked(_prompt(place, within), place, _declared(place)) for place in places)


def _kind_of(hint: Any) -> ValueKind:
    kind, item = present(hint), items_in(hint)
    if item is not None:
        return _LISTS.get(_kind_of(item), ValueKind.TEXTS)
    for one, valued in _KINDS:
        if one in {hint, kind}:
            return valued
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ValueKind.CHOICE
    return ValueKind.OBJECT if is_model(kind) or is_conduct(kind) else ValueKind.TEXT


_KINDS: tuple[tuple[Any, ValueKind], ...] = (
    (bool, ValueKind.YES_NO),
    (DayFact, ValueKind.DAY),
    (date, ValueKind.DAY),
    (NumberFact, ValueKind.NUMBER),
    (int, ValueKind.NUMBER),
    (datetime, ValueKind.TEXT),
    (Money, ValueKind.AMOUNT),
)
_LISTS: Mapping[ValueKind, ValueKind] = MappingProxyType(
    {ValueKind.CHOICE: ValueKind.CHOICES, ValueKind.OBJECT: ValueKind.LIST}
)


def _choices(kind: Any) -> Iterator[tuple[str, str]]:
    """Yield the choices of a closed list with their words, where it has any."""
    listed = isinstance(kind, type) and issubclass(kind, Enum)
    members = cast("Any", kind if listed else ConventionOffence if is_conduct(kind) else ())
    for member in members:
        name, words = str(member.value), str(getattr(member, "words", getattr(member, "title", "")))
        yield name, "" if words == name.replace("-", " ") else words


def _plain(words: str) -> str:
    """Return words of the documentation as one says them to somebody who knows no Python."""
    return _CODE.sub(lambda found: _PLAIN.get(found[1], found[1].replace("_", " ")), words)


_CODE = re.compile("`([^`]*)`")
_PLAIN: Mapping[str, str] = MappingProxyType({"None": "nothing", "()": "an empty list"})


def _words_of(place: Place) -> str:
    """Return what a field is called, and what the documentation says of it alone.

    What begins with "the" tells by itself what is wanted; what is said of several fields tells them not apart.
    """
    note = _note(place)
    if note.startswith("the "):
        return note
    return f"{_humanised(place)}: {note}" if note and items_in(place.hint) is not None else _humanised(place)


def _note(place: Place) -> str:
    """Return what the documentation says of a field alone; nothing where it says none, or the same of several."""
    return _notes(place.holder).get(place.field, "") if is_model(place.holder) else ""


@cache
def _notes(model: Any) -> Mapping[str, str]:
    """Return what the documentation of a model says of single fields alone, each by its name."""
    said = dict(points(model))
    alone = {name: words for name, words in said.items() if [*said.values()].count(words) == 1}
    ends = re.compile(r"; |\.(?= [A-Z]|$)")
    return MappingProxyType({name: _plain(ends.split(words, maxsplit=1)[0]) for name, words in alone.items()})


def _note_beside(place: Place) -> str:
    """Return the note on a field that does not tell by itself what is wanted, as a sentence: it explains the words."""
    note = _note(place)
    tells = note.startswith("the ") or items_in(place.hint) is not None
    return "" if tells or not note else f"{note[0].upper()}{note[1:]}."


def _humanised(place: Place) -> str:
    """Return a place in words: `requesting.state.name` is the name of the requesting State."""
    *around, last = [step for step in place.steps if isinstance(step, str) and step != "at_least"]
    if last == "state" or last in _STATES:
        return _noun([*around, last])
    kept = around[1:] if len(around) > 1 and around[0] not in _STATES else around
    holder, outer = _noun(kept[-2:] if kept[-1:] == ["state"] else kept[-1:]), kept[-2:-1]
    of_outer = f" of the {_noun(outer)}" if outer and kept[-1] != "state" else ""
    done, _, how = last.rpartition("_")
    if done and present(place.hint) in _WHEN.get(how, ()):
        return f"{_WHENCE[how]} {f'the {holder}{of_outer}' if holder else 'it'} was {done.replace('_', ' ')}"
    if done and how == "on":
        return f"what {f'the {holder}' if holder else 'it'} is {done.replace('_', ' ')} on"
    return f"{_noun([last])}{f' of the {holder}{of_outer}' if holder else ''}"


def _noun(steps: list[str]) -> str:
    """Return keys in words, with the names of the two States as the Convention writes them."""
    words = " ".join(steps).replace("_", " ")
    if words in _STATES:
        return f"{words} State"
    return re.sub(r"\b(in )?(requesting |requested )?state\b", _state, words)


def _state(found: re.Match[str]) -> str:
    return f"{'in the ' if found[1] else ''}{found[2] or ''}State"


_STATES = frozenset({"requesting", "requested"})
_WHEN: Mapping[str, tuple[Any, ...]] = MappingProxyType({"on": (date, DayFact), "at": (datetime,)})
_WHENCE: Mapping[str, str] = MappingProxyType({"on": "the day on which", "at": "the moment at which"})


checked(__name__)
