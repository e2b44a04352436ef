"""Pages in a browser, in light and dark, narrow and wide: legible, whole, worked by keyboard, and on their own.

They need a Chromium of the system and `tests/browser/requirements.txt`, and are skipped where either is missing. With
UNCC_SCREENSHOTS set to a directory the pictures are kept there, else they go with the other files of the tests.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise, product
from pathlib import Path
from typing import Any, Self

import pytest

from tests.browser.pages import pages

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
if CHROMIUM is None or find_spec("playwright") is None:  # before the pages are made
    pytest.skip("needs a chromium on the path, and tests/browser/requirements.txt", allow_module_level=True)
PAGES = pages()
WIDTHS = (400, 1200)
THEMES = ("light", "dark")
PICTURED = ((400, "dark"), (1200, "light"))
"""Of what pictures are taken, for people to look at; all else is looked at by measure."""
LEAST_CONTRAST, LEAST_OF_LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3, level AA

SPILLS = """() => {
    const wide = document.documentElement.clientWidth;
    const out = [...document.body.querySelectorAll("*")]
        .filter(one => !one.parentElement.closest("[tabindex]") && one.getBoundingClientRect().right > wide + 1);
    return [document.documentElement.scrollWidth - wide, out.slice(0, 3).map(one => one.outerHTML.slice(0, 120))];
}"""

CONTRASTS = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.background = "Canvas";
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const parts = colour => colour.match(/[0-9.]+/g).map(Number);
    const shown = one => (parts(one)[3] ?? 1) > 0;
    const light = colour => parts(colour).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const behind = one => {
        for (let at = one; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (shown(colour)) return colour;
        }
        return canvas;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Map();
    while (texts.nextNode()) {
        const holder = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || holder.closest("style, script")) continue;
        const style = getComputedStyle(holder), size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const key = [style.color, behind(holder), large].join("|");
        if (found.has(key)) continue;
        const [low, high] = [light(style.color), light(behind(holder))].sort((a, b) => a - b);
        found.set(key, [(high + 0.05) / (low + 0.05), large, key + " " + texts.currentNode.data.slice(0, 60)]);
    }
    return [...found.values()];
}"""

FOCUS = """() => {
    const at = document.activeElement, style = getComputedStyle(at);
    const place = [...document.querySelectorAll("summary, [tabindex], a[href]")].indexOf(at);
    const outlined = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
    return [place, at.tagName === "SUMMARY", at.parentElement?.open, outlined];
}"""

GO_TO = """place => {
    document.querySelectorAll("details").forEach(one => one.open = true);
    document.querySelectorAll("summary, [tabindex], a[href]")[place].focus();
}"""
MOST_STOPS = 40
"""How many places at the beginning and at the end of a long page are tried."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start one browser for all pages, with a new and empty profile."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory into which the pictures go."""
    kept = os.environ.get("UNCC_SCREENSHOTS")
    directory = Path(kept) if kept else tmp_path_factory.mktemp("screenshots")
    directory.mkdir(parents=True, exist_ok=True)
    return directory


class Shown:
    """A page in a window without scripts and without a network; what it asks for is kept in `asked`."""

    def __init__(self, browser: Any, content: str, width: int, theme: str, *, scripts: bool = False) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,
            java_script_enabled=scripts,
            offline=True,
            reduced_motion="reduce",
        )
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.page.on("request", self._note)
        self.page.set_content(content, wait_until="load")

    def _note(self, request: Any) -> None:
        self.asked.append(request.url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def is_blank(picture: bytes) -> bool:
    """Whether a PNG shows nothing: all its rows together use next to no different bytes."""
    place, packed = 8, b""
    while place < len(picture):
        length = int.from_bytes(picture[place : place + 4])
        if picture[place + 4 : place + 8] == b"IDAT":
            packed += picture[place + 8 : place + 8 + length]
        place += length + 12
    return len(set(zlib.decompress(packed))) < 16


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_and_legible(name: str, browser: Any, pictures: Path) -> None:
    """It shows something, nothing goes beyond the window, and every text stands out from what is behind it."""
    with Shown(browser, PAGES[name], WIDTHS[0], THEMES[0]) as shown:
        assert len(shown.page.inner_text("body")) > 40
        for is_open in (False, True):
            if is_open:
                shown.page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
            for width, theme in product(WIDTHS, THEMES):
                shown.page.set_viewport_size({"width": width, "height": 900})
                shown.page.emulate_media(color_scheme=theme)
                assert shown.page.evaluate(SPILLS) == [0, []]
                for ratio, large, what in shown.page.evaluate(CONTRASTS):
                    assert ratio >= (LEAST_OF_LARGE if large else LEAST_CONTRAST), what
                if (width, theme) in PICTURED:
                    kept = pictures / f"{name}-{width}-{theme}{'-open' * is_open}.png"
                    assert not is_blank(shown.page.screenshot(path=kept, full_page=True))


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_is_followed(theme: str, browser: Any) -> None:
    """A page is dark where the reader's system is, and light where it is not."""
    for name in ("draft", "report"):
        with Shown(browser, PAGES[name], 400, theme) as shown:
            behind = shown.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
            channels = [int(part) for part in behind.removeprefix("rgb(").rstrip(")").split(",")]
            assert (max(channels) < 128) is (theme == "dark")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_nothing_else(name: str, browser: Any) -> None:
    """It asks for nothing, and has no script, frame, form or link to elsewhere in it, even where scripts may run."""
    with Shown(browser, PAGES[name], 1200, "light", scripts=True) as shown:
        assert shown.asked == []
        count = shown.page.locator(
            "script, iframe, object, embed, form, link, img, a[href]:not([href^='#']), [onclick], [onload]"
        ).count()
        assert count == 0


@pytest.mark.parametrize("name", PAGES)
def test_all_that_folds_is_worked_by_keyboard(name: str, browser: Any) -> None:
    """Tab reaches every fold, every table and every link, in order and visibly; Enter opens a fold and closes it.

    Of a long page the first and the last of them are tried, since what is between is made in the same way.
    """
    with Shown(browser, PAGES[name], 1200, "light") as shown:
        stops = shown.page.locator("summary, [tabindex], a[href]").count()
        places = (
            list(range(stops)) if stops <= 2 * MOST_STOPS else [*range(MOST_STOPS), *range(stops - MOST_STOPS, stops)]
        )
        for before, at in pairwise([-1, *places]):
            if at - before > 1:
                shown.page.evaluate(GO_TO, at - 1)
            shown.page.keyboard.press("Tab")
            place, folds, is_open, outlined = shown.page.evaluate(FOCUS)
            assert outlined
            assert place == at
            if not folds:
                continue
            shown.page.keyboard.press("Enter")
            assert shown.page.evaluate(FOCUS)[2] is not is_open
            if is_open:
                shown.page.keyboard.press("Enter")  # what is below can be reached only while it is open
        shown.page.keyboard.press("Tab")
        assert shown.page.evaluate(FOCUS)[0] < 1
