"""The interview in a terminal: each question with its words, its provisions and who can answer, and what is replied."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TextIO

from uncc.cli.sitting import Sitting
from uncc.cli.standing import asked_again, choices_settle, conclusion, lacks, news, why
from uncc.cli.wording import (
    BEGIN,
    HELP,
    HELP_IN_PARTS,
    WIDTH,
    answer_in_words,
    asked_parts,
    begins_with,
    beside,
    called,
    choice_of_ground,
    far_off,
    folded,
    how_part,
    how_replied,
    incomplete,
    is_in_words,
    sentence,
    who,
)
from uncc.cooperation import Ground
from uncc.doors.case_file import ABSENT
from uncc.doors.prompts import Prompt, ValueKind
from uncc.doors.replies import as_said, truth_of, value_of
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.pages import escaped

__all__ = ["Dialogue"]

_COMMANDS: Mapping[str, str] = MappingProxyType(
    {"not known": "?", "unknown": "?", "exit": "quit"}
    | {name: name for name in ("later", "?", "back", "change", "why", "help", "quit")}
)
"""What is no answer, however it is typed: in quotes it is one."""
REFUSED = (DocumentError, InvalidValue)
_NONE = frozenset({"n", "no", "none"})
_YES = frozenset({"y", "yes"})
_LISTS = frozenset({ValueKind.LIST, ValueKind.CHOICES, ValueKind.TEXTS})


class _Leave(Exception):  # noqa: N818  # no error: the person leaves, or the input ends
    """The dialogue ends here."""


class _PutOff(Exception):  # noqa: N818  # no error: a reply
    """The question is left for later."""


class _NoThing(Exception):  # noqa: N818  # no error: a reply
    """What was begun to be told is not there."""


class _Again(Exception):  # noqa: N818  # no error: a reply
    """The question is asked from its beginning."""


class Dialogue:
    """One sitting of an interview: what is asked and replied, and the file after each reply."""

    def __init__(
        self, sitting: Sitting, replies: TextIO, told: TextIO, keep: Callable[[Sitting], None], *, again: str = ""
    ) -> None:
        self._sitting = sitting
        self._replies = replies
        self._told = told
        self._keep = keep
        self._again = again
        """The command that asks again for what was answered with "not known"; none where no file is kept."""
        self._asked = [one.path for one in sitting.answered]
        """The places that were asked for, before this sitting in the order of the file: the way back."""
        self._was_open = False
        """Whether this sitting had a question to ask, so that it is over when none is left."""
        self._own = "" if sitting.document is None else sitting.document.sender.words
        """Who writes the document: it is not told that they can answer."""
        self._asked_of = ""
        """Who can answer the last question: told again where another can."""
        self._left: set[str] = set()
        """What was put off when it was asked for the second time."""

    def held(self) -> Sitting:
        """Hold the dialogue until all is settled, or the person leaves; return the sitting as it is then."""
        self._say(BEGIN)
        try:
            self._ask_ground()
            while self._goes_on():
                pass
        except (_Leave, KeyboardInterrupt):
            if self._replies.isatty():
                self._say("")  # the line on which the person left
        self._say("")
        self._conclude()
        return self._sitting

    def _goes_on(self) -> bool:
        """Ask the next question; return whether the dialogue goes on.

        Where none is left it ends, unless a request is not complete, or the file was so from the beginning: then what
        was answered can be asked again.
        """
        prompt = next((one for one in self._sitting.questions if one.path not in self._left), None)
        if prompt is not None:
            self._was_open = True
            self._ask(prompt.path)
            return True
        lacking = lacks(self._sitting.interview)
        if self._was_open and not lacking and not self._left:
            return False
        self._say("")
        self._say_folded(incomplete(lacking) if lacking else "There is nothing more to ask.", "")
        self._say(f"Enter ends; or {'back, ' if self._asked else ''}change.")
        match self._read():
            case "back" if self._asked:
                self._left.clear()
                self._ask(self._asked[-1])
            case "change":
                self._left.clear()
                self._change()
            case _:
                return False
        return True

    def _ask_ground(self) -> None:
        """Ask on which ground the document rests, where there is a choice: about the others nobody is asked then."""
        grounds = self._sitting.grounds_to_name
        if not grounds:
            return
        prompt = choice_of_ground(grounds)
        self._say("")
        self._say_folded(sentence(prompt), "")
        self._show_choices(prompt)
        meant: tuple[Ground, ...] = ()
        while not meant and (reply := self._read(prompt.form)) not in ("", "later", "?"):
            try:
                meant = tuple([one for one in grounds if one.value in value_of(prompt, reply)])
            except REFUSED as error:
                self._complain(prompt, error)
        self._sitting = self._sitting.resting_on(meant)

    # One question

    def _ask(self, path: str) -> None:
        """Ask one question until it is replied to."""
        prompt = self._sitting.question(path)
        self._show(prompt)
        while True:
            match self._read(how_replied(prompt)):
                case "why":
                    self._say_each(why(self._sitting.interview, prompt), "  ")
                case "help":
                    self._say(*(f"  {line}" for line in HELP))
                case "back":
                    return self._go_back(path)
                case "change":
                    return self._change()
                case reply if self._took(prompt, reply):
                    return None
                case _:
                    pass

    def _go_back(self, path: str) -> None:
        """Ask the question before again; what was answered since stays."""
        before = self._asked.index(path) if path in self._asked else len(self._asked)
        if not before:
            self._say("There is no question before this one.")
        else:
            self._ask(self._asked[before - 1])

    def _change(self) -> None:
        """Ask again what the file answers already: one question of a numbered list."""
        answered = self._sitting.answered
        for number, prompt in enumerate(answered, 1):
            words = prompt.words.removesuffix(".")
            now = textwrap.shorten(as_said(self._sitting.stated(prompt.path)), WIDTH, placeholder=" ...")
            self._say_folded(f"{number}. {escaped(words)}: {escaped(now)} ({escaped(prompt.path)})")
        self._say("Which one? Its number, or Enter for none.")
        reply = self._read()
        if reply.isascii() and reply.isdigit() and 1 <= int(reply[:9]) <= len(answered):
            self._ask(answered[int(reply[:9]) - 1].path)
        elif reply:
            self._say(f"{escaped(reply)} is not a number of the list: nothing was changed.")

    def _took(self, prompt: Prompt, reply: str) -> bool:
        """Take a reply; return whether the question is done."""
        before = self._sitting
        try:
            if reply in ("", "later") and before.stated(prompt.path) is not ABSENT:
                return True  # as it is
            self._sitting = self._after(prompt, reply)
        except _Again:
            self._show(prompt)
            return False
        except REFUSED as error:
            self._complain(prompt, error)
            return False
        if prompt.path not in self._asked:
            self._asked.append(prompt.path)
        self._keep(self._sitting)
        self._say_each(news(before.interview, self._sitting.interview), "  ")
        return True

    def _complain(self, prompt: Prompt, error: Exception, indent: str = "") -> None:
        """Say what is wrong with a reply; of what was just asked, not where the file has it."""
        for line in str(error).splitlines():
            self._say_folded(escaped(line.removeprefix(f"{prompt.path}: ")), indent)

    def _after(self, prompt: Prompt, reply: str) -> Sitting:
        """Return the sitting after a reply."""
        if reply == "?" and self._sitting.is_read(prompt.path):
            self._left.add(prompt.path)
            return self._sitting.later(prompt.path)
        if reply in ("", "later"):
            return self._put_off(prompt)
        try:
            return self._sitting.answer(prompt.path, None if reply == "?" else self._value(prompt, reply))
        except _PutOff:
            return self._put_off(prompt)

    def _put_off(self, prompt: Prompt) -> Sitting:
        if prompt.path in self._sitting.postponed:
            self._left.add(prompt.path)
        return self._sitting.later(prompt.path)

    # What is replied

    def _value(self, prompt: Prompt, reply: str) -> Any:
        """Return the value that a reply stands for; of an object and a list, what is replied for each part."""
        if reply[:1] in ("{", "["):
            return self._meant(prompt, reply, value_of(prompt, reply))
        if is_in_words(prompt) and reply.casefold() in _NONE | _YES:
            return self._nothing_said(prompt, reply)
        if prompt.kind is ValueKind.LIST:
            return self._list(prompt, reply)
        if prompt.kind is ValueKind.OBJECT and asked_parts(prompt):
            found = self._thing(prompt, reply)
            return found[0] if found else self._nothing_said(prompt, "none")
        return self._meant(prompt, reply, value_of(prompt, reply))

    @staticmethod
    def _nothing_said(prompt: Prompt, reply: str) -> None:
        """Take "none" for what is told in words; refuse a yes or a no, which say nothing."""
        if prompt.required or reply.casefold() != "none":
            raise InvalidValue(prompt.path, reply, answer_in_words(prompt, reply))

    def _list(self, prompt: Prompt, reply: str) -> list[Any]:
        """Return the things of a list: the reply is that to the first part of the first, or whether there are any."""
        found: list[Any] = []
        if (first := begins_with(prompt)) is not None:
            while reply not in ("", "?") and reply.casefold() not in _NONE:
                found += self._thing(prompt, None if reply.casefold() in _YES else reply)
                reply = self._read(f"next one: {called(first)}, or Enter")
            return found
        while found or truth_of(prompt, reply):
            self._say(f"  Number {len(found) + 1}:")
            found += self._thing(prompt)
            if self._read("Another one? y or n").casefold() not in _YES:
                break
        return found

    def _thing(self, prompt: Prompt, first: str | None = None) -> list[dict[str, Any]]:
        """Return a thing of a list; none where it was begun by mistake."""
        try:
            return [self._object(prompt, first)]
        except _NoThing:
            return []

    def _object(self, prompt: Prompt, first: str | None = None) -> dict[str, Any]:
        """Return an object part by part; the first reply is that to its first part."""
        found: dict[str, Any] = {}
        for part in asked_parts(prompt):
            value = self._part(part, first)
            first = None
            if value is not None:
                found[part.path] = value
        return found

    def _part(self, part: Prompt, reply: str | None) -> Any:
        """Return what is replied for a part of an object; nothing where it is left out."""
        if reply is None:
            self._show_choices(part)
        while True:
            reply = self._read(how_part(part)) if reply is None else reply
            if reply == "later" or (part.required and reply in ("", "?")):
                raise _PutOff
            if reply in ("", "?"):
                return None
            if reply == "back":
                raise _Again
            if part.required and reply.casefold() == "none" and part.kind not in _LISTS:
                raise _NoThing
            try:
                if reply in _COMMANDS:
                    self._say(*(f"  {line}" for line in HELP_IN_PARTS))
                    reply = None
                    continue
                return self._value(part, reply)
            except REFUSED as error:
                self._complain(part, error, "  ")
                reply = None

    def _meant(self, prompt: Prompt, reply: str, value: Any) -> Any:
        """Return a value, but ask back once where a day is so far from the day of the file that it may be a slip."""
        for told in (
            far_off(reply, self._sitting.interview.document.get("as_of")) if prompt.kind is ValueKind.DAY else ()
        ):
            if self._read(f"{told}: is it meant? y or n").casefold() not in _YES:
                raise InvalidValue(prompt.path, reply, "what is meant: the day once more")
        return value

    def _read(self, words: str = "") -> str:
        """Return what is replied, a command by its name, or leave; what does not come from a person is shown."""
        self._told.write("\n".join(folded(words)) + " > " if words else "> ")
        self._told.flush()
        line = self._replies.readline()
        if not self._replies.isatty():
            self._told.write(escaped(line.rstrip("\n")) + "\n")
        reply = _COMMANDS.get(line.strip().casefold(), line.strip())
        if not line or reply == "quit":
            raise _Leave
        return reply

    # What is said

    def _say(self, *lines: str) -> None:
        for line in lines:
            self._told.write(f"{line}\n")

    def _say_folded(self, words: str, indent: str = "  ") -> None:
        self._say(*folded(words, indent))

    def _say_each(self, told: Iterable[str], indent: str = "") -> None:
        for words in told:
            self._say_folded(words, indent)

    def _show(self, prompt: Prompt) -> None:
        self._say("")
        self._say_folded(sentence(prompt), "")
        if prompt.provisions:
            asked_of = self._own if self._sitting.is_at_hand(prompt.path) else who(prompt)
            told = [] if asked_of in {self._asked_of, self._own} else [f"ask: {asked_of}"]
            self._asked_of = asked_of
            self._say_folded("; ".join([", ".join(map(str, prompt.provisions)), *told]))
        if hint := beside(prompt):
            self._say_folded(hint)
        self._show_choices(begins_with(prompt) or prompt, choices_settle(self._sitting.interview, prompt))
        if self._sitting.stated(prompt.path) is not ABSENT:
            self._say_folded(f"Now: {escaped(as_said(self._sitting.stated(prompt.path)))}. Enter leaves it so.")

    def _show_choices(self, prompt: Prompt, settles: Mapping[str, str] = MappingProxyType({})) -> None:
        for number, (name, words) in enumerate(prompt.choices.items(), 1):
            self._say_folded(f"{number}. {name}{f': {words}' if words else ''}", "    ")
            if name in settles:
                self._say_folded(f"settles: {settles[name]}", "       ")

    def _conclude(self) -> None:
        """Say how far the interview is, and how to go on where the request lacks something, unless a document tells."""
        interview = self._sitting.interview
        self._say_each(conclusion(interview))
        if self._sitting.document is None and (lacking := lacks(interview)):
            self._say_folded(incomplete(lacking), "")
            self._say(*(asked_again(self._again) if self._again else ()))
