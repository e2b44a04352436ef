"""How long a person needs at the desk who has never seen it: reading, answering, pressing and typing, in minutes.

A person reads a page from its top down to what is pressed, and beside it what the answers come to so far; of what is
folded only the title. What was read or written before is not read again.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.examples.desk_served import read_docx

__all__ = ["BLANK_IS_NO", "Walk"]

READ_A_MINUTE = 200
TYPED_A_MINUTE = 30
SECONDS_AN_ANSWER = 10
SECONDS_A_PRESS = 10

BLOCKS = """pressed => {
    const found = new Map();
    const blocks = "p, li, h1, h2, h3, legend, label, dt, dd, summary, button, option, td, th, div, pre";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const holder = texts.currentNode.parentElement, words = texts.currentNode.data.trim();
        if (!words || holder.closest(".unseen, .skip")) continue;
        if (!(holder.closest("select") ?? holder).checkVisibility()) continue;
        const after = pressed && pressed.compareDocumentPosition(holder) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (after && !pressed.contains(holder) && !holder.closest(".brief")) continue;
        const block = holder.closest(blocks);
        found.set(block, `${found.get(block) ?? ""} ${words}`);
    }
    return [...found.values()];
}"""
BLANK_IS_NO = "left blank, which is a no"
CONTROL = "input:not([type=hidden]), select, textarea"


class Walk:
    """One way through the desk in a window, and what it has cost so far."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.seen: set[str] = set()
        self.words = self.answers = self.presses = self.typed = 0
        self.told: list[str] = []

    def read(self, what: str, *texts: str) -> None:
        """Read what is new of some texts."""
        new = [one for one in dict.fromkeys(map(_plain, texts)) if one not in self.seen]
        self.seen.update(new)
        words = sum(len(re.findall(r"\S*\w\S*", one)) for one in new)
        self.words += words
        self.told.append(f"{words:4} words  {what}")

    def read_page(self, pressed: Any = None) -> None:
        """Read the page down to what is pressed, or all of it."""
        handle = None if pressed is None else pressed.element_handle()
        self.read(self.page.inner_text("h1"), *self.page.evaluate(BLOCKS, handle))

    def start(self, text: str, address: str) -> None:
        """Read as far as the command that starts the desk, copy it, and be shown the first page."""
        self.read("README, as far as the command", text)
        self.presses += 1
        self.page.goto(address)

    def press(self, name: str = "", value: str = "") -> None:
        """Read down to a button, which has a name or a value, and press it."""
        found = self.page.locator(f"button[value='{value}']") if value else self.button(name)
        self.read_page(found.first)
        with self.page.expect_navigation():
            found.first.click()
        self.presses += 1

    def take(self, name: str) -> str:
        """Read down to a button that downloads a file for Word, press it, and return the text of the file."""
        self.read_page(self.button(name))
        with self.page.expect_download() as begun:
            self.button(name).click()
        self.presses += 1
        return read_docx(Path(begun.value.path()).read_bytes())

    def button(self, name: str) -> Any:
        """Return a button by its name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def answer(self, name: str, text: str) -> None:
        """Answer in a field, by typing or by choosing; or leave it blank, where one tick for several says no."""
        if text == BLANK_IS_NO:
            tick = self.page.locator(f"[name='denied'][value*='{name}']")
            self.answers += not tick.is_checked()
            tick.check()
            return
        self.answers += 1
        field = self.page.locator(f"[name='{name}']").and_(self.page.locator(CONTROL))
        if field.first.get_attribute("type") in {"radio", "checkbox"}:
            field.and_(self.page.locator(f"[value='{text}']")).check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)
            self.seen.add(_plain(text))
            self.typed += len(text.split())

    @property
    def minutes(self) -> float:
        """How many minutes it took."""
        waits = SECONDS_AN_ANSWER * self.answers + SECONDS_A_PRESS * self.presses
        return self.words / READ_A_MINUTE + self.typed / TYPED_A_MINUTE + waits / 60

    def __str__(self) -> str:
        counts = f"{self.words} words read, {self.answers} answers, {self.presses} presses, {self.typed} words typed"
        return "\n".join([*self.told, f"{self.minutes:.1f} minutes: {counts}"])


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
