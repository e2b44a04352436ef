"""What is written down of an answer: its words, what it cites and how its limbs are joined, but not the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from typing import Any

import attrs

from tests.names import room_of
from tests.words.states import refusals, states, values
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Kind, Node
from uncc.kernel.life import Life
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Consulted

REGISTER = Path(__file__).parent / "rules"
CHAPTERS = (
    *("general", "offences", "jurisdiction", "procedural", "cooperation", "confiscation", "prevention"),
    *("technical_assistance", "conference", "final_provisions"),
)


@cache
def entries(chapter: str) -> Mapping[str, Any]:
    """Return what is registered of a chapter, by public name: its rules, and the models that a rule is asked with."""
    face = import_module(f"uncc.{chapter}")
    public = {name: getattr(face, name) for name in sorted(face.__all__)}
    own = {name: value for name, value in public.items() if room_of(getattr(value, "__module__", "")) == chapter}
    return {name: value for name, value in own.items() if isfunction(value) or _is_asked_with(value)}


def rules(chapter: str) -> list[Callable[..., Any]]:
    """Return the public rules of a chapter, in the order of their names."""
    return [value for value in entries(chapter).values() if isfunction(value)]


def _is_asked_with(value: Any) -> bool:
    try:
        return isinstance(value, type) and attrs.has(value) and bool(values(value))
    except TypeError:  # it holds an answer
        return False


def written(chapter: str, name: str) -> str:
    """Return what stands in the register of a rule, each thing once, or of a model: why it refuses; or nothing."""
    book, value = _Book(), entries(chapter)[name]
    if isinstance(value, type):
        for refused in refusals(value):
            book.refuse(refused)
    else:
        for arguments in states(value):
            try:
                book.enter(value(**arguments))
            except InvalidValue as error:
                book.refuse(error)
    return "\n".join([name, *book.lines]) + "\n" if book.lines else ""


def register(chapter: str) -> dict[str, str]:
    """Return what the register has of a chapter, by public name."""
    text = (REGISTER / f"{chapter}.txt").read_text(encoding="utf-8")
    return {block.partition("\n")[0]: f"{block.strip()}\n" for block in text.split("\n\n")}


class _Book:
    """The lines of a rule. What was written down once is not repeated: `…` stands for it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._entered: set[Any] = set()
        self._told: set[Any] = set()
        self._shapes: dict[int, tuple[Node, Any]] = {}

    def enter(self, answer: Any) -> None:
        """Write down one answer, unless the same has been."""
        if isinstance(answer, tuple):
            for item in _items(answer):
                self.enter(item)
        elif isinstance(answer, Mapping):
            for name, item in _pairs(answer):
                self._enter(f"{_plain(name)} -> ", item)
        else:
            self._enter("", answer)

    def refuse(self, error: InvalidValue) -> None:
        """Write down why arguments were refused, each reason once."""
        if (error.field, error.expected) not in self._entered:
            self._entered.add((error.field, error.expected))
            self.lines.append(f"  refused: {error}")

    def _enter(self, name: str, answer: Any) -> None:
        key = (name, self._key(answer))
        if key not in self._entered:
            self._entered.add(key)
            first, *rest = self._tell(answer)
            self.lines += [f"  {name}{first}", *(f"  {line}" for line in rest)]

    def _key(self, answer: Any) -> Any:
        """Return what two answers share that read the same."""
        if isinstance(answer, Node):
            return self._shape(answer)
        if isinstance(answer, tuple):
            return tuple(map(self._key, _items(answer)))
        if _is_model(answer):
            held = [getattr(answer, field.name) for field in attrs.fields(_kind(answer))]
            return (_kind(answer), *(self._key(value) for value in held if not isinstance(value, Life)))
        return _plain(answer)

    def _tell(self, answer: Any) -> list[str]:
        """Return a finding as its tree, a model as one line with the trees of its findings below, all else as words."""
        if isinstance(answer, Node):
            return list(self._tree(answer))
        if not _is_model(answer):
            return [_plain(answer)]
        words, below = [_kind(answer).__name__], list[str]()
        for field in attrs.fields(_kind(answer)):
            value = getattr(answer, field.name)
            if value == field.default or isinstance(value, Life):  # which `docs/duties.md` tells
                continue
            parts = list(_items(value)) if isinstance(value, tuple) else [value]
            told = [self._tell(part) for part in parts]
            if any(isinstance(part, Node) or _is_model(part) for part in parts):
                for first, *rest in told:
                    below += [f"  {field.name}: {first}", *(f"  {line}" for line in rest)]
            else:
                words.append(f"{field.name}: {', '.join(line for tree in told for line in tree)}")
        return ["; ".join(words), *below]

    def _shape(self, finding: Node) -> Any:
        """Return all of a finding but its answers."""
        if id(finding) not in self._shapes:
            limbs = tuple(self._shape(limb) for limb in finding.because)
            self._shapes[id(finding)] = (finding, (_said(finding), limbs))
        return self._shapes[id(finding)][1]

    def _tree(self, finding: Node) -> Iterator[str]:
        """Yield the lines of a finding: of one that is told, the first; of one whose limbs are, those that are new."""
        shape, joint = self._shape(finding), (_said(finding), tuple(map(_said, finding.because)))
        limbs = () if shape in self._told else finding.because
        if joint in self._told:
            limbs = tuple(limb for limb in limbs if limb.because and self._shape(limb) not in self._told)
        yield _said(finding) + (" …" if len(limbs) < len(finding.because) and not _is_opposite(finding) else "")
        self._told |= {shape, joint}
        for limb in limbs[0].because if limbs and _is_opposite(finding) else limbs:
            yield from (f"  {line}" for line in self._tree(limb))


def _items(answer: Any) -> Iterable[Any]:
    found: Iterable[Any] = answer
    return found


def _pairs(answer: Any) -> Iterable[tuple[Any, Any]]:
    found: Iterable[tuple[Any, Any]] = answer.items()
    return found


def _kind(answer: Any) -> type[Any]:
    kind: type[Any] = answer.__class__
    return kind


def _is_model(answer: Any) -> bool:
    return attrs.has(_kind(answer)) and not isinstance(answer, Provision | Node)


def _is_opposite(finding: Node) -> bool:
    """Whether a finding only says the opposite of its limb, in the same words."""
    return finding.kind is Kind.NOT and finding.statement == f"not: {finding.because[0].statement}"


def _said(finding: Node) -> str:
    if _is_opposite(finding):
        return f"not {_said(finding.because[0])}"
    about = finding.about
    if about is None:
        rest = ""
    elif isinstance(about, Consulted):
        rest = f" (reading: {about.reading.id})"
    else:
        rest = f" (ask: {about.asked_of.words})" + (f" of {about.subject}" if about.subject else "")
    return f"{finding.kind.value}: {finding.statement} [{finding.citation}]{rest}"


def _plain(value: Any) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    return str(value) if isinstance(value, str | date | Provision) else repr(value)
