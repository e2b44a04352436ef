"""The fields of a form for a question of the interview, and what was written in them as data of the case file.

A field has the path of its answer as its name. What the file says and the form does not show stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from uncc.doors.case_file import ABSENT
from uncc.doors.prompts import Prompt, ValueKind
from uncc.doors.replies import value_of
from uncc.kernel.errors import DocumentError, Fault, InvalidValue
from uncc.kernel.provisions import Provision

__all__ = ["LISTS", "Field", "Form", "Written", "choice_words", "field_of", "first", "read", "words_of"]

Form = Mapping[str, Sequence[str]]
"""What was posted: for each name what stands there, in order."""

LISTS = (ValueKind.LIST, ValueKind.TEXTS, ValueKind.CHOICES)
"""The kinds of questions that "there are none" answers."""
_NUMBERS = re.compile(r"(\d{0,9})\.\.(\d{0,9})", re.ASCII)
_TRUTHS = {"yes": True, "no": False, "null": None}
_WIDGETS = {
    ValueKind.YES_NO: "select",
    ValueKind.NUMBER: "number",
    ValueKind.CHOICE: "select",
    ValueKind.CHOICES: "checks",
    ValueKind.TEXTS: "area",
    ValueKind.LIST: "list",
}
_HINTS = {
    ValueKind.AMOUNT: "A currency and an amount, such as EUR 1200.50.",
    ValueKind.TEXTS: "One on each line.",
}


@frozen
class Field:
    """One field of a form as it is shown; `parts` are those of a group, or the groups of a list."""

    name: str
    label: str
    widget: str
    hint: str = ""
    provisions: tuple[Provision, ...] = ()
    value: str = ""
    chosen: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(factory=dict)
    follows: Mapping[str, str] = field(factory=dict)
    """What follows from each choice, where that is said."""
    required: bool = False
    parts: tuple[Field, ...] = ()
    errors: tuple[str, ...] = ()
    filled: bool = False
    of_list: bool = False
    none: bool = False
    """Whether it is said that there are none."""

    @property
    def first(self) -> list[Field]:
        """The parts with which one begins: what it must have, and of a thing of a list its texts."""
        return [one for one in self.parts if one.required or (self.of_list and one.widget == "text")]

    @property
    def further(self) -> list[Field]:
        """The other parts."""
        return [one for one in self.parts if one not in self.first]

    @property
    def id(self) -> str:
        """What its control is called in the page."""
        return f"at-{self.name}"


def first(form: Form, name: str) -> str:
    """Return what was posted under a name, and nothing where nothing was."""
    return next(iter(form.get(name, ())), "")


def words_of(text: str) -> str:
    """Return words as a sentence begins."""
    return f"{text[:1].upper()}{text[1:]}".rstrip(".")


# What is shown


class Written(NamedTuple):
    """What was posted and could not be taken, and what is wrong with it; nothing where a question is put anew."""

    form: Form
    faults: Sequence[Fault] = ()

    def errors(self, name: str) -> tuple[str, ...]:
        """Return what is wrong at a place."""
        return tuple(one.message for one in self.faults if one.path == name)


def field_of(prompt: Prompt, name: str, data: Any, written: Written, *, whole: bool = True) -> Field:
    """Return the field for a question: with what was written in it, or else with what the file says.

    `whole`: whether the field is all that is asked, and not a part of it.
    """
    label = "" if whole else words_of(prompt.words if prompt.provisions else prompt.path.replace("_", " "))
    widget = _widget(prompt, whole=whole)
    if widget == "group":
        return _group(prompt, name, label, data, written)
    said = _said(prompt, data)
    typed = written.form.get(name, said)
    parts = _items(prompt, name, data, written) if widget == "list" else ()
    return Field(
        name=name,
        label=label,
        widget=widget,
        hint="There may be more than these." if _is_in_part(data) else _hint(prompt, label),
        provisions=prompt.provisions,
        value="\n".join(typed),
        chosen=tuple(typed),
        choices=_choices(prompt),
        required=prompt.required,
        parts=parts,
        errors=tuple(_in_words(one, "" if prompt.provisions else label, widget) for one in written.errors(name)),
        filled=any(typed) or any(part.filled for part in parts),
        none=bool(first(written.form, f"{name}.none")) or (prompt.kind in LISTS and data == []),
    )


def _in_words(message: str, label: str, widget: str) -> str:
    """Return what is wrong with a field as what is to be done."""
    if message != "is missing" or not label:
        return message
    what = label[:1].lower() + label[1:]
    article = "an" if what[0] in "aeiou" else "a"
    return f"choose {article} {what}" if widget in {"select", "checks"} else f"write the {what}"


def _items(prompt: Prompt, name: str, data: Any, written: Written) -> tuple[Field, ...]:
    """Return the things of a list, and an empty one after them."""
    known = _things(data)
    count = max(len(known), _count(written.form, name)) + 1
    held = [*known, *([ABSENT] * (count - len(known)))]
    return tuple(
        evolve(_group(prompt, f"{name}[{number}]", f"Number {number + 1}", one, written), of_list=True)
        for number, one in enumerate(held)
    )


def _is_in_part(data: Any) -> bool:
    """Whether a list is known in part: there may be others than what stands in it."""
    return isinstance(data, dict) and isinstance(data.get("at_least"), list)


def _things(data: Any) -> list[Any]:
    """Return what stands in a list, whether it is known whole or in part."""
    listed = data["at_least"] if _is_in_part(data) else data
    return listed if isinstance(listed, list) else []


def _group(prompt: Prompt, name: str, label: str, data: Any, written: Written) -> Field:
    """Return an object, or one object of a list, part by part."""
    held = data if isinstance(data, dict) else {}
    parts = tuple(
        field_of(part, f"{name}.{part.path}", held.get(part.path, ABSENT), written, whole=False)
        for part in prompt.parts
    )
    return Field(
        name=name,
        label=label,
        widget="group",
        provisions=prompt.provisions,
        required=prompt.required,
        parts=parts,
        errors=written.errors(name),
        filled=any(part.filled for part in parts),
    )


def _widget(prompt: Prompt, *, whole: bool) -> str:
    if prompt.kind is ValueKind.OBJECT:
        return "group" if prompt.parts else "radios" if prompt.choices and whole else "select"
    if prompt.kind in {ValueKind.CHOICE, ValueKind.YES_NO} and whole:
        return "radios"
    if prompt.kind is ValueKind.DAY and "known of it" not in prompt.form:
        return "date"
    if prompt.kind is ValueKind.TEXT and whole and not prompt.required:
        return "area"
    return _WIDGETS.get(prompt.kind, "text")


def _hint(prompt: Prompt, label: str) -> str:
    """Return what is said below a label: what is meant, where the label does not say it, and how it is written."""
    meant = "" if prompt.provisions or not label else words_of(prompt.words)
    said = f"{meant}." if meant and meant.lower() != label.lower() else ""
    return f"{said} {_how_written(prompt)}".strip()


def _how_written(prompt: Prompt) -> str:
    if prompt.kind is ValueKind.NUMBER:
        return "A whole number" + ("; or what is known of it: 30..60, 30.., ..60." if "known" in prompt.form else ".")
    if prompt.kind is ValueKind.DAY and "known of it" in prompt.form:  # another has a calendar of the browser
        return "Such as 2027-05-09, or 2027-05."
    return _HINTS.get(prompt.kind, "")


def _choices(prompt: Prompt) -> dict[str, str]:
    if prompt.kind is ValueKind.YES_NO:
        return {"yes": "yes", "no": "no", "null": "not known"}
    return {name: choice_words(prompt, name) for name in prompt.choices}


def choice_words(prompt: Prompt, said: str) -> str:
    """Return what is said in words, where it is one of the choices of a question."""
    return prompt.choices.get(said) or (said.replace("-", " ") if said in prompt.choices else said)


def _said(prompt: Prompt, data: Any) -> list[str]:
    """Return what the file says as it is written in a field."""
    if data is ABSENT or (data is None and prompt.kind is not ValueKind.YES_NO):
        return []
    match prompt.kind, data:
        case (ValueKind.YES_NO, _):
            return [word for word, truth in _TRUTHS.items() if truth is data]
        case (ValueKind.AMOUNT, {"currency": currency, "amount": amount}):
            return [f"{currency} {amount}"]
        case (ValueKind.NUMBER, dict()):
            return [f"{_end(data.get('at_least'))}..{_end(data.get('at_most'))}"]
        case (ValueKind.OBJECT, dict()):
            return [str(name) for name in data] if prompt.choices else []
        case (ValueKind.LIST, _):
            return []
        case (_, list()):
            return [str(one) for one in data]
    return [data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)]


def _end(number: Any) -> str:
    return "" if number is None else str(number)


def _count(form: Form, name: str) -> int:
    """Return how many things of a list were posted."""
    number = 0
    while any(one.startswith(f"{name}[{number}]") and any(form[one]) for one in form):
        number += 1
    return number


# What was written


def read(prompt: Prompt, name: str, data: Any, form: Form, faults: list[Fault]) -> Any:
    """Return what was written for a question as data, `ABSENT` where nothing was; what is wrong joins the faults."""
    if prompt.kind in LISTS and first(form, f"{name}.none"):
        return _none(name, form, faults)
    if prompt.kind is ValueKind.LIST:
        return _list(prompt, name, data, form, faults)
    if prompt.kind is ValueKind.OBJECT and prompt.parts:
        return _object(prompt, name, data, form, faults)
    try:
        return _value(prompt, data, form.get(name, ()))
    except InvalidValue as error:
        faults.append(Fault(name, f"“{error.value}” is not {error.expected}"))
    except DocumentError as error:
        faults.extend(Fault(name, fault.message) for fault in error.faults)
    return ABSENT


def _none(name: str, form: Form, faults: list[Fault]) -> Any:
    """Return that there are none; it is a fault where one is written beside that."""
    told = [one for one in form if one == name or one.startswith(f"{name}[")]
    if any(any(map(str.strip, form[one])) for one in told):
        faults.append(Fault(name, "One is written, and “There are none” is ticked: take out one of the two"))
        return ABSENT
    return []


def _list(prompt: Prompt, name: str, data: Any, form: Form, faults: list[Fault]) -> Any:
    known = _things(data)
    found: list[Any] = []
    for number in range(max(len(known), _count(form, name))):
        at = f"{name}[{number}]"
        before = known[number] if number < len(known) else ABSENT
        one = ABSENT if first(form, f"{at}.remove") else _object(prompt, at, before, form, faults)
        if one is not ABSENT:
            found.append(one)
    if _is_in_part(data):
        return {"at_least": found}
    return found if found or isinstance(data, list) else ABSENT


def _object(prompt: Prompt, name: str, data: Any, form: Form, faults: list[Fault]) -> Any:
    held: dict[str, Any] = data if isinstance(data, dict) else {}
    shown = {part.path for part in prompt.parts}
    found = {key: one for key, one in held.items() if key not in shown}
    told = bool(found)
    for part in prompt.parts:
        before = held.get(part.path, ABSENT)
        value = read(part, f"{name}.{part.path}", before, form, faults)
        told = told or value is not ABSENT
        if value is not ABSENT or before is None:
            found[part.path] = None if value is ABSENT else value
    return found if told else ABSENT


def _value(prompt: Prompt, data: Any, typed: Sequence[str]) -> Any:
    given = [one.replace("\r\n", "\n").strip() for one in typed]
    text = next(iter(given), "")
    if not any(given):
        return ABSENT
    match prompt.kind:
        case ValueKind.TEXT:
            return text
        case ValueKind.TEXTS:
            return [line.strip() for line in text.split("\n") if line.strip()]
        case ValueKind.CHOICES:
            return given
        case ValueKind.YES_NO if text in _TRUTHS:
            return _TRUTHS[text]
        case ValueKind.NUMBER if found := _NUMBERS.fullmatch(text):
            ends = {"at_least": found[1], "at_most": found[2]}
            return {name: int(end) for name, end in ends.items() if end}
        case ValueKind.OBJECT if isinstance(data, dict) and text in data:
            return data  # the facts of an offence stay while the offence does
    return value_of(prompt, text)
