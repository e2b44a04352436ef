"""How a question of the interview is put in a terminal: its sentence, who answers, how to reply, and what is odd."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from uncc.cooperation import Ground
from uncc.doors.prompts import Prompt, ValueKind
from uncc.doors.replies import how_written
from uncc.kernel.between import ADOPTED_ON
from uncc.kernel.roles import Role
from uncc.offences import ConventionOffence
from uncc.pages import escaped
from uncc.pages.reports.brief import particular

__all__: list[str] = []

BEGIN = "Enter = later, ? = not known, none = not said. At any question: back, change, why, help, quit."
"""What is told once, and holds at every question."""
HELP = (
    "Enter, later: the question comes again at the end.",
    "?, not known: nobody knows, and it is not asked again.",
    "none: what is asked for does not stand in the paper, or there is no such thing.",
    "back: the question before. change: any answer that the file has.",
    "why: on what the question bears. quit: end; the file is kept.",
    'Such a word in quotes is a text: "later".',
)
HELP_IN_PARTS = (
    "Enter: without this part, where it can be left out. later: the whole question comes again at the end.",
    'back: the question from its beginning. quit: end. Such a word in quotes is a text: "later".',
)
WIDTH = 100
MOST_NAMED = 6
"""How many answers or facts are told one by one; of more, how many others there are."""
FAR = 50
"""A day more than so many years from that of the file may be a slip of the finger."""
_AT_ONCE = frozenset({ValueKind.CHOICE, ValueKind.TEXT, ValueKind.DAY})
"""What begins with such a part is told at once; of other things it is asked first whether there are any."""
_THING = re.compile(r"(\w+)(?:\.at_least)?\[(\d+)\]")
_YEAR = re.compile(r"(\d{4})(?:-\d\d)*")


def folded(words: str, indent: str = "") -> list[str]:
    """Return words in lines that fit the screen."""
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def sentence(prompt: Prompt) -> str:
    """Return what is asked as a sentence, and of a paper what it says; of a thing of a list it says which."""
    things = (f"{name.replace('_', ' ')}, number {int(number) + 1}: " for name, number in _THING.findall(prompt.path))
    asked = prompt.words if prompt.kind is ValueKind.YES_NO else particular(prompt.words)
    words = escaped("".join((*things, asked)))
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('?', '.')) else '.'}"


def who(prompt: Prompt) -> str:
    """Return who can answer: whoever keeps the file, where nobody is named."""
    role = prompt.asked_of or Role.CASE_HOLDER
    return "nobody, for you choose" if role is Role.INTERPRETER else role.words


def beside(prompt: Prompt) -> str:
    """Return what stands beside a question that a newcomer cannot answer from its words; of most nothing."""
    if not prompt.path.endswith("established_in_accordance"):
        return ""
    first, *_, last = ConventionOffence
    return f"Arts. {first.article} to {last.article}; type why for the list."


def offences() -> str:
    """Return the offences of the Convention, each with its article."""
    return f"Its offences: {'; '.join(f'{one.title} [{one.authority}]' for one in ConventionOffence)}."


def called(part: Prompt) -> str:
    """Return what a part of an object is called."""
    return escaped(part.words)


def asked_parts(prompt: Prompt) -> list[Prompt]:
    """Return the parts of an object that are asked for at once: what it must have, or else all that are plain.

    What the law wants beyond, the interview asks for by itself.
    """
    plain = [part for part in prompt.parts if part.kind not in (ValueKind.OBJECT, ValueKind.LIST)]
    return [part for part in prompt.parts if part.required] or plain


def begins_with(prompt: Prompt) -> Prompt | None:
    """Return the part with which each thing of a list begins, where the reply to it tells whether there is one."""
    parts = asked_parts(prompt) if prompt.kind is ValueKind.LIST else []
    return parts[0] if parts and parts[0].required and parts[0].kind in _AT_ONCE else None


def is_in_words(prompt: Prompt) -> bool:
    """Whether what is asked for is told in words, so that neither a yes nor a no says it."""
    parts = asked_parts(prompt) if prompt.kind is ValueKind.OBJECT else []
    return prompt.kind is ValueKind.TEXT or (bool(parts) and parts[0].kind in _AT_ONCE)


def how_replied(prompt: Prompt) -> str:
    """Return how to reply to a question; nothing where any words will do."""
    if (first := begins_with(prompt)) is not None:
        return f"first one: {called(first)}, or none"
    if prompt.kind is ValueKind.LIST:
        return "Are there any? y or n"
    if prompt.kind is ValueKind.OBJECT and (parts := asked_parts(prompt)):
        return called(parts[0])
    return "" if prompt.kind is ValueKind.TEXT else how_written(prompt)


def answer_in_words(prompt: Prompt, reply: str) -> str:
    """Return what is an answer where neither a yes nor a no is one."""
    none = "" if prompt.required else ", or none"
    return f'an answer in words: write the words{none}; the word itself stands in quotes, "{reply}"'


def choice_of_ground(grounds: Sequence[Ground]) -> Prompt:
    """Return the question on which of these grounds a document rests."""
    return Prompt(
        path="grounds",
        words="on which ground? Enter: you are asked about each.",
        kind=ValueKind.CHOICES,
        form="number, or several with commas",
        choices={ground.value: ground.words for ground in grounds},
    )


def how_part(part: Prompt) -> str:
    """Return how to reply for a part of an object: what it is, and how it is written."""
    written = "" if part.kind is ValueKind.TEXT else f": {how_written(part)}"
    return f"  {called(part)}{written}{'' if part.required else ' (or Enter)'}"


def far_off(reply: str, day_of_file: str | None) -> Iterator[str]:
    """Yield how far a day is from the day of the file, where it is very far; of that day itself, from the treaty's."""
    since = f"the day of the file, {day_of_file}" if day_of_file else f"the Convention of {ADOPTED_ON}"
    year = int(str(day_of_file or ADOPTED_ON)[:4])
    for found in _YEAR.finditer(reply):
        years = int(found[1]) - year
        if abs(years) > FAR:
            yield f"{found[0]} is {abs(years)} years {'after' if years > 0 else 'before'} {since}"


def incomplete(lacking: Sequence[str]) -> str:
    """Return that a request lacks some particulars."""
    return f"The request is not complete. Missing: {'; '.join(map(escaped, lacking))}."


def few(names: Sequence[str], most: int = MOST_NAMED) -> list[str]:
    """Return some names; of many, how many others there are."""
    more = len(names) - most
    return [*names] if more <= 1 else [*names[:most], f"and {more} others"]


def facts(paths: Sequence[str]) -> list[str]:
    """Return the places of some facts; of many, how many there are."""
    return [*map(escaped, paths)] if len(paths) <= MOST_NAMED else [f"{len(paths)} facts of the file"]
