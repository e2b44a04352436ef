"""The interview in a terminal: each question with its words, its provisions and who can answer, and what is replied."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any, TextIO

from uncc.cases import LawReport, Report
from uncc.doors.interview import Interview
from uncc.doors.prompts import Prompt, ValueKind
from uncc.doors.replies import how_written, truth_of, value_of
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.findings import Node
from uncc.pages import escaped

__all__ = ["Dialogue"]

WIDTH = 100
MOST_NAMED = 6
"""How many facts are told one by one that no answer needs: of one answer alone, most of a file."""
COMMANDS = "Enter later, back, why, quit"
REFUSED = (DocumentError, InvalidValue)


class _Leave(Exception):  # noqa: N818  # no error: the person leaves, or the input ends
    """The dialogue ends here."""


class _PutOff(Exception):  # noqa: N818  # no error: a reply
    """The question is left for later."""


class Dialogue:
    """One sitting of an interview: what is asked and replied, and the file after each reply."""

    def __init__(self, interview: Interview, replies: TextIO, told: TextIO, keep: Callable[[str], None]) -> None:
        self._interview = interview
        self._replies = replies
        self._told = told
        self._keep = keep
        self._asked: list[str] = []
        """The places that were asked for in this sitting, in order: the way back."""
        self._left: set[str] = set()
        """What was put off when it was asked for the second time."""

    def held(self) -> Interview:
        """Hold the dialogue until all is settled, or the person leaves; return the interview as it is then."""
        try:
            while self._goes_on():
                pass
        except (_Leave, KeyboardInterrupt):
            if self._replies.isatty():
                self._say()  # the line on which the person left
        self._conclude()
        return self._interview

    def _goes_on(self) -> bool:
        """Ask the next question, or the last one again where none is left; return whether the dialogue goes on."""
        prompt = self._interview.next
        if prompt is not None and prompt.path not in self._left:
            self._ask(prompt.path)
            return True
        if self._asked:
            self._say("", "There is nothing more to ask. Reply: back, or Enter to end.")
            if self._read() == "back":
                self._left.clear()
                self._ask(self._asked[-1])
                return True
        return False

    # One question

    def _ask(self, path: str) -> None:
        """Ask one question until it is replied to."""
        prompt = self._interview.question(path)
        self._show(prompt)
        while True:
            reply = self._read()
            if reply == "why":
                self._say_why(prompt)
            elif reply == "back":
                self._go_back(path)
                return
            elif self._took(prompt, reply):
                return

    def _go_back(self, path: str) -> None:
        """Ask the question before again; what was answered since stays."""
        before = self._asked.index(path) if path in self._asked else len(self._asked)
        if not before:
            self._say("There is no question before this one.")
        else:
            self._ask(self._asked[before - 1])

    def _took(self, prompt: Prompt, reply: str) -> bool:
        """Take a reply; return whether the question is done."""
        before = self._interview
        try:
            if reply == "" and _is_stated(before, prompt.path):
                return True  # as it is
            self._interview = self._after(prompt, reply)
        except REFUSED as error:
            self._say(*map(escaped, str(error).splitlines()))
            return False
        if prompt.path not in self._asked:
            self._asked.append(prompt.path)
        self._keep(self._interview.text)
        self._say_news(before)
        return True

    def _after(self, prompt: Prompt, reply: str) -> Interview:
        """Return the interview after a reply."""
        if reply == "":
            return self._put_off(prompt)
        try:
            return self._interview.answer(prompt.path, None if reply == "?" else self._value(prompt, reply))
        except _PutOff:
            return self._put_off(prompt)

    def _put_off(self, prompt: Prompt) -> Interview:
        if prompt.path in self._interview.postponed:
            self._left.add(prompt.path)
        return self._interview.later(prompt.path)

    # What is replied

    def _value(self, prompt: Prompt, reply: str) -> Any:
        """Return the value that a reply stands for; of an object and a list, what is replied for each part."""
        if reply[:1] in ("{", "["):
            return value_of(prompt, reply)
        if prompt.kind is ValueKind.LIST:
            return self._list(prompt) if truth_of(prompt, reply) else []
        if prompt.kind is ValueKind.OBJECT and prompt.parts:
            return self._object(prompt, reply)
        return value_of(prompt, reply)

    def _list(self, prompt: Prompt) -> list[Any]:
        found: list[Any] = []
        while True:
            self._say(f"  Number {len(found) + 1}:")
            found.append(self._object(prompt))
            self._say("  Another one? (y or n)")
            if self._read("  ").lower() not in ("y", "yes"):
                return found

    def _object(self, prompt: Prompt, first: str | None = None) -> dict[str, Any]:
        """Return an object part by part; the first reply is that to its first part, which it must have."""
        found: dict[str, Any] = {}
        for part in prompt.parts:
            if part.kind in (ValueKind.OBJECT, ValueKind.LIST) and not part.required:
                continue
            value = self._part(part, first)
            first = None
            if value is not None:
                found[part.path] = value
        return found

    def _part(self, part: Prompt, reply: str | None) -> Any:
        """Return what is replied for a part of an object; nothing where it is left out."""
        if reply is None:
            self._show_part(part)
        while True:
            reply = self._read("  ") if reply is None else reply
            if reply in ("", "?"):
                if part.required:
                    raise _PutOff
                return None
            try:
                return self._value(part, reply)
            except REFUSED as error:
                self._say(*(f"  {escaped(line)}" for line in str(error).splitlines()))
                reply = None

    def _read(self, words: str = "") -> str:
        """Return what is replied, or leave where there is no more; what does not come from a person is shown."""
        self._told.write(f"{words}> ")
        self._told.flush()
        line = self._replies.readline()
        if not self._replies.isatty():
            self._told.write(escaped(line.rstrip("\n")) + "\n")
        if not line or line.strip().lower() == "quit":
            raise _Leave
        return line.strip()

    # What is said

    def _say(self, *lines: str) -> None:
        for line in lines or ("",):
            self._told.write(f"{line}\n")

    def _say_folded(self, words: str, indent: str = "  ") -> None:
        folded = textwrap.wrap(
            words,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        )
        self._say(*folded)

    def _show(self, prompt: Prompt) -> None:
        who = [] if prompt.asked_of is None else [f"ask: {prompt.asked_of.words}"]
        cited = [", ".join(map(str, prompt.provisions))] if prompt.provisions else []
        self._say("")
        self._say_folded(_sentence(prompt), "")
        self._say_folded("; ".join([*cited, *who, escaped(prompt.path)]))
        self._show_choices(prompt)
        if _is_stated(self._interview, prompt.path):
            self._say(f"  Now: {_shown(self._interview.stated(prompt.path))}. Enter keeps it.")
        unknown = "" if prompt.required else "? not known, "
        self._say_folded(f"Reply: {_how(prompt)}; {unknown}{COMMANDS}.")

    def _show_part(self, part: Prompt) -> None:
        optional = "" if part.required else "; Enter leaves it out"
        self._say(f"  {_sentence(part)} ({how_written(part)}{optional})")
        self._show_choices(part)

    def _show_choices(self, prompt: Prompt) -> None:
        for number, (name, words) in enumerate(prompt.choices.items(), 1):
            self._say_folded(f"{number}. {name}{f': {words}' if words else ''}", "    ")

    def _say_why(self, prompt: Prompt) -> None:
        """Say why a question is asked: on what it bears, and what each reply would settle."""
        if prompt.about:
            self._say_folded(prompt.about)
        if prompt.required:
            self._say("  The file cannot be read without it.")
        if prompt.bears_on:
            self._say_folded(f"It bears on: {', '.join(prompt.bears_on)}.")
        for reply, names in self._interview.settles(prompt.path).items():
            self._say_folded(f"{reply} settles: {', '.join(names) or 'nothing alone'}.")

    def _say_news(self, before: Interview) -> None:
        """Say what an answer has settled, what it has opened again, and what is not needed any more."""
        was, now = before.progress, self._interview.progress
        settled = [name for name in now.settled if name not in was.settled] if before.case is not None else []
        opened = [name for name in was.settled if name not in now.settled and name in (*now.waiting, *now.left_open)]
        idle = [path for path in self._interview.not_needed if path not in before.not_needed]
        if settled:
            self._say_folded(f"Settled: {', '.join(map(self._with_truth, settled))}.")
        if opened:
            self._say_folded(f"Open again: {', '.join(opened)}.")
        if idle:
            self._say_folded(f"Not needed as things stand, and kept: {', '.join(map(escaped, idle))}.")

    def _with_truth(self, name: str) -> str:
        node = _nodes(self._interview.report).get(name)
        return name if node is None or node.is_unknown else f"{name} {node.truth.name}"

    def _conclude(self) -> None:
        """Say how far the interview is."""
        progress = self._interview.progress
        self._say("", f"{len(progress.settled)} of {progress.total} answers are settled.")
        for title, names in (
            ("Settled", [self._with_truth(name) for name in progress.settled]),
            ("Nobody knows what would settle", progress.left_open),
            ("Not asked yet", progress.waiting),
            ("Not needed as things stand, and kept", _few([escaped(path) for path in self._interview.not_needed])),
        ):
            if names:
                self._say_folded(f"{title}: {', '.join(names)}.", "")
        lacking = [one.path for one in self._interview.questions if one.required]
        if lacking:
            self._say_folded(f"The file cannot be read without: {', '.join(lacking)}.", "")


def _few(names: list[str]) -> list[str]:
    """Return some names; of many, how many there are."""
    return names if len(names) <= MOST_NAMED else [f"{len(names)} facts of the file"]


def _sentence(prompt: Prompt) -> str:
    words = escaped(prompt.words)
    if prompt.kind is ValueKind.YES_NO:
        return f"Is it so that {words}?"
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('?', '.')) else '.'}"


def _how(prompt: Prompt) -> str:
    if prompt.kind is ValueKind.LIST:
        return "y, and then one after the other; n where there are none"
    if prompt.kind is ValueKind.OBJECT and prompt.parts:
        return f"{escaped(prompt.parts[0].words)}; what else it has is asked then"
    return how_written(prompt)


def _is_stated(interview: Interview, path: str) -> bool:
    try:
        interview.stated(path)
    except KeyError:
        return False
    return True


def _shown(value: Any) -> str:
    words = {None: "not known", True: "yes", False: "no"}
    known = words.get(value) if value is None or isinstance(value, bool) else None
    return known or escaped(str(value))


def _nodes(report: Report | LawReport | None) -> dict[str, Node]:
    return {} if report is None else dict(report.named)
