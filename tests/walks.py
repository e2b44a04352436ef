"""How long the two walks of the tutorial take who has never seen this: `python -m tests.walks` prints the minutes.

Counted are the words of README up to the lesson, the lesson, the screen and the whole letter with its notes, at 200
words a minute, but not again what one has written oneself; ten seconds for each reply and command, and what is typed in
words at 30 words a minute beside; and the installation. It prints them with the words of the lesson, and with 90.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stdout
from html import unescape
from pathlib import Path

from attrs import frozen

from uncc.cli import main

CHECKOUT = Path(__file__).resolve().parents[1]
READ, TYPED, REPLY, INSTALLED = 200, 30, 10 / 60, 0.25
"""Words read in a minute, words typed in a minute; minutes for a reply, and for the installation."""
MOST = 10
"""How many minutes a walk takes at most."""
WALKS = ("interview.md", "reply.md")
APART = "\n## A whole sitting, to compare\n"
"""Below it the lesson shows what one sees on the screen: it is not read twice."""
OWN_WORDS = 90
"""How many words of one's own a request has that is no example: the lesson is counted with as many, too."""


@frozen
class Walk:
    """A lesson of the tutorial as it is walked: what is read, what is shown, what is replied, and the letter."""

    lesson: str
    commands: tuple[str, ...]
    asked: str
    shown: str
    letter: str

    @property
    def replies(self) -> list[str]:
        """What is replied, in order."""
        return re.findall(r"^.*?> ?(.*)$", self.shown, re.MULTILINE)

    @property
    def in_words(self) -> list[str]:
        """What of the replies is told in words."""
        return [reply for reply in self.replies if re.search(r"[a-z]{2}", reply)]

    @property
    def own_words(self) -> int:
        """How many words those are."""
        return sum(len(reply.split()) for reply in self.in_words)

    @property
    def minutes(self) -> Mapping[str, float]:
        """How many minutes each part takes."""
        screen = re.sub(r"(?m)^(.*?>).*$", r"\1", self.shown)
        told = re.sub("|".join(map(re.escape, sorted(self.in_words, key=len, reverse=True))) or "$", "", self.letter)
        return {
            "README, to the lesson": _read(_readme(self.lesson)),
            "the lesson": _read(_text(self.lesson).partition(APART)[0]),
            "the installation": INSTALLED,
            "the commands": len(self.commands) * REPLY,
            "the screen": _read(screen),
            "the replies": len(self.replies) * REPLY,
            "what is typed in words": self.own_words / TYPED,
            "the letter": _read(told),
        }

    def total(self, own_words: int = 0) -> float:
        """Return the minutes of the whole, with so many words of one's own at least."""
        return sum(self.minutes.values()) + max(0, own_words - self.own_words) / TYPED


def _read(text: str) -> float:
    return len(re.findall(r"\S*\w\S*", text)) / READ


def _text(lesson: str) -> str:
    return (CHECKOUT / "docs" / "tutorial" / lesson).read_text(encoding="utf-8")


def _readme(lesson: str) -> str:
    """Return what is read of README before the link to a lesson, and the sentence in which it stands."""
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    before, link, after = text.partition(f"](docs/tutorial/{lesson})")
    assert link, f"README has no link to {lesson}"
    return before + after.partition("\n\n")[0]


def walked(lesson: str) -> Walk:
    """Return a walk: its commands are run as they stand, in a new folder, with the replies that it shows."""
    text = _text(lesson)
    commands = re.findall(r"^(?!#)(\S.*)$", "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)), re.MULTILINE)
    asked, shown = re.findall(r"```text\n\$ uncc (ask [^\n]*)\n(.*?)```", text, re.DOTALL)[0]
    replies = re.findall(r"^.*?> ?(.*)$", shown, re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        (Path(folder) / "examples").symlink_to(CHECKOUT / "examples")
        printed = "".join(_printed(command, replies) for command in commands)
        assert printed == shown, printed
        (letter,) = Path(folder).glob("*.html")
        return Walk(lesson, tuple(commands), asked, shown, _seen(letter.read_text(encoding="utf-8")))


def _seen(page: str) -> str:
    """Return what a browser shows of a page."""
    body = re.sub(r"<(style|script|head)\b.*?</\1>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", body))


def _printed(command: str, replies: list[str]) -> str:
    """Return what a command prints; what copies or installs is done or left out."""
    name, *rest = shlex.split(command)
    if name == "cp":
        Path(rest[1]).write_bytes(Path(rest[0]).read_bytes())
    if name != "uncc":
        return ""
    standard, sys.stdin = sys.stdin, io.StringIO("".join(f"{reply}\n" for reply in replies))
    try:
        with redirect_stdout(io.StringIO()) as out:
            assert main(rest) == 0
    finally:
        sys.stdin = standard
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def told(walk: Walk) -> Iterator[str]:
    """Yield the minutes of a walk, part by part."""
    yield f"{walk.lesson}: {walk.total():.1f} minutes, with {OWN_WORDS} words of one's own {walk.total(OWN_WORDS):.1f}"
    yield from (f"  {part:24} {many:4.1f}" for part, many in walk.minutes.items())


if __name__ == "__main__":
    for name in WALKS:
        print(*told(walked(name)), sep="\n")  # noqa: T201  # a command
