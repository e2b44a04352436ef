"""The review as text, Markdown and HTML: the same content, and no mark of its own out of what a State writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from tests.effort import effort
from tests.review.records import NOT, NOT_APPLICABLE, PARTLY, UNKNOWN, answer, record, records
from tests.review.test_examination import duty
from uncc.cases import DomesticLaw
from uncc.doors.serial import load_case
from uncc.kernel.dates import Deadline
from uncc.kernel.provisions import addresses, art
from uncc.pages import as_html, as_markdown, as_text
from uncc.pages.page import Heading, Page, Paragraph, Point, Points, Section, Table
from uncc.procedural import ProceduralLaw
from uncc.review import Review, StateRecord, load_record, review

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMS = (as_text, as_markdown, as_html)
VOID = {"meta"}
ATTRIBUTES = {"lang", "charset", "name", "content", "scope", "tabindex", "open", "class"}


class Reader(HTMLParser):
    """A reader of a page: its tags in order, its text, and whether each tag that opens is closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag that opens."""
        self.tags.add(tag)
        assert not {name for name, _ in attrs} - {
            "lang",
            "charset",
            "name",
            "content",
            "scope",
            "tabindex",
            "open",
            "class",
        }
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take in a tag that closes: it is the last that opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take in text."""
        self.words.append(data)


def read(page: str) -> Reader:
    """Read a page to its end."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def reviewed(name: str, law: str) -> Review:
    """Return the review of an example."""
    found = load_case(EXAMPLES / law, DomesticLaw)
    return review(evolve(load_record(EXAMPLES / name), law=found))


DROVIA = reviewed("review_drovia.csv", "statute_drovia.json")
HEADINGS = (
    "Progress by strength",
    "Progress by chapter, of what is mandatory",
    "Mandatory gaps",
    "Duties to consider, to endeavour, and what is encouraged",
    "Options taken",
    "Options not taken",
    "Contradictions",
    "Notifications",
    "Mandatory, and not known",
)


def plain(text: str) -> str:
    """Return a text without line breaks, marks of Markdown and escapes."""
    return " ".join(text.replace("\\", "").split())


def written(form: Callable[[Review], str], found: Review) -> str:
    """Return what a reader reads of a review in a form."""
    text = form(found)
    return plain(" ".join(read(text).words)) if form is as_html else plain(text)


@pytest.mark.parametrize("form", FORMS)
def test_the_sections_stand_in_order(form: Callable[[Review], str]) -> None:
    """What is mandatory first, then what is to be considered, options, contradictions, notifications."""
    text = written(form, DROVIA)
    places = [text.index(f"{heading} ") for heading in HEADINGS]
    assert places == sorted(places)


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "words",
    [
        "33 of",
        "Art. 14(1)(d), shall and may: Financing those offences",
        "Note: Dual criminality is asked for.",
        "Partly; no measure is named.",
        "As the text qualifies it: to the extent necessary.",
        "Art. 9(1): said to be in place, while the law falls short of it",
        "does not reach: electronic data are suppressed (Destruction of data)",
        "To be looked at",
        "Reserved or declared: no.",
        "Not looked at: nothing was given on what the depositary has received.",
        "Not legal advice.",
        "=Cyber strategy 2030",
    ],
)
def test_what_is_told(form: Callable[[Review], str], words: str) -> None:
    """Each form tells the same."""
    assert words in written(form, DROVIA)


def test_lines_of_text_fit() -> None:
    """No line of text is longer than 98 characters, and none ends in blanks."""
    for line in as_text(DROVIA).splitlines():
        assert len(line) <= 98, line
        assert line == line.rstrip()


def test_every_answer_is_told_where_it_belongs() -> None:
    """Not applicable, not known and in place each have their section; an answer by a paragraph is told once."""
    found = review(
        record(
            answer("8(1)", NOT_APPLICABLE, measure="none yet", note="A note."),
            answer("42(3)", since=date(2027, 5, 9), evidence="Gazette 1"),
            answer("42(4)", UNKNOWN),
            answer("18(1)", NOT, measure="a bill"),
            answer("22(1)", NOT_APPLICABLE),
            answer("2(a)", PARTLY),
        )
    )
    text = plain(as_text(found))
    assert "Said not to be applicable" in text
    assert "Not applicable. Measure: none yet. Note: A note." in text
    assert "Art. 22(1)(a), shall: Offences committed in its territory. Not applicable (as said of Art. 22(1))." in text
    assert "Art. 42(3): In place; no measure is named, since 2027-05-09. Evidence: Gazette 1" in text
    assert "as said of Art. 42(3)" not in text
    assert "Not in place. Measure: a bill." in text
    assert "Answered, and not counted" in text
    assert "Art. 2(a)." in text


def test_nothing_said_at_all() -> None:
    """A record without an answer has a review that says so."""
    text = plain(as_text(review(record())))
    assert "None: nothing that is mandatory is said to be missing." in text
    assert "Contradictions -------------- None found." in text
    assert "none described: the answers on offences are held against no law" in text
    assert "not described: the answers are held against none" in text
    assert "As of" not in text
    assert "Answered, and not counted" not in text


def test_a_whole_catalogue_needs_no_word_on_what_is_missing() -> None:
    """Only where the catalogue lacks rows is it said how many were reviewed."""
    found = evolve(review(record()), rows=len(addresses()))
    assert "have no row" not in as_text(found)
    assert "have no row" in as_text(evolve(found, rows=400))


def test_notifications() -> None:
    """Those missing are told with their addressee and day, apart from those that are not determined."""
    missing = evolve(duty(owed=True), deadline=Deadline(date(2028, 2, 14), (art(53, 7),)))
    alone = evolve(duty(owed=None), towards=None)
    text = plain(as_text(review(record(), notifications=[missing, alone])))
    assert "1 notification missing, 1 not determined" in text
    assert (
        "Missing - Art. 53(7), shall: name the authority (to: Secretary-General) Due: 2028-02-14 [Art. 53(7)] "
        "Not determined - Art. 53(7), shall: name the authority" in text
    )
    assert "Notifications ------------- None is missing." in plain(as_text(review(record(), notifications=())))


def test_what_the_review_rests_on() -> None:
    """Whether a procedural law was described, and until when the depositary's table was read, is told."""
    found = review(record(procedural_law=ProceduralLaw()), notifications=())
    text = plain(as_text(evolve(found, notified_on=date(2029, 6, 30))))
    assert "Procedure described" in text
    assert "Received by the depositary until 2029-06-30" in text
    assert "by the depositary until" not in plain(as_text(found))


# What a State writes is data

HOSTILE = "</style><script>alert('x')</script> \u202e\x1b[31m| *a* _b_ [c](d) `e` <b>&amp; # $x$"


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words(form: Callable[[Review], str]) -> None:
    """Marks in what a State writes stay words: no tag, no direction, no colour, no emphasis."""
    said = answer("7(1)", NOT, measure=HOSTILE, evidence=HOSTILE, note=f"- {HOSTILE}")
    text = form(review(record(said, law=DomesticLaw(state=record().state, title=HOSTILE))))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\u202e" in text.replace("\\\\", "\\")
    if form is as_html:
        assert "script" not in read(text).tags
        assert "alert('x')" in "".join(read(text).words)
    if form is as_markdown:
        assert not re.search(r"(?<!\\)[<*_`\[]", text.replace("**", ""))


@effort(30)
@given(records())
def test_any_record_can_be_written(found: StateRecord) -> None:
    """Whatever a State writes, each form is whole: text fits on its lines, and HTML is well formed."""
    result = review(found)
    assert as_text(result).isprintable() is False
    assert all(line == line.rstrip() for line in as_text(result).split("\n"))
    assert "<" not in re.sub(r"\\<", "", as_markdown(result))
    read(as_html(result))


# A document


def test_a_small_document_in_full() -> None:
    """The three forms of a small document, as they are."""
    blocks = (
        Paragraph("Lead."),
        Heading("Over"),
        Points((Point("one", below=(Point("detail"),)),), "Title"),
        Points((Point("two"),), "Other"),
        Points((Point("3. x"),)),
    )
    table = Table(("", "n"), (("a|b", "10"),))
    sections = (Section("First", blocks), Section("Second", (table,)))
    document = Page("On it", (("Name", "A*"),), sections=sections, foot="The end.")
    assert as_text(document) == (
        "ON IT\n\n  Name         A*\n\nFirst\n-----\nLead.\n\nOVER\nTitle\n  - one\n      detail\nOther\n  - two\n"
        "  - 3. x\n\nSecond\n------\n\n        n\n  a|b  10\n\nThe end.\n"
    )
    assert as_markdown(document) == (
        "# On it\n\n- **Name:** A\\*\n\n## First\n\nLead.\n\n### Over\n\n**Title**\n\n- one\n  - detail\n\n"
        "**Other**\n\n- two\n\n- 3\\. x\n\n\n## Second\n\n|  | n |\n|---|---|\n| a\\|b | 10 |\n\nThe end.\n"
    )
    body = as_html(document).split("<body>\n")[1]
    assert body == (
        "<h1>On it</h1>\n<dl>\n<dt>Name</dt><dd>A*</dd>\n</dl>\n<h2>First</h2>\n<p>Lead.</p>\n<h3>Over</h3>\n"
        "<h4>Title</h4>\n<ul>\n<li>one<ul><li>detail</li></ul></li>\n</ul>\n<h4>Other</h4>\n<ul>\n<li>two</li>\n</ul>\n"
        "<ul>\n<li>3. x</li>\n</ul>\n<h2>Second</h2>\n"
        '<div tabindex="0"><table><thead><tr><th scope="col"></th><th scope="col">n</th></tr></thead><tbody>\n'
        "<tr><td>a|b</td><td>10</td></tr>\n</tbody></table></div>\n<footer><p>The end.</p></footer>\n</body>\n</html>\n"
    )


def test_a_page_needs_nothing_else() -> None:
    """The page has no script, loads nothing, and leaves the colours of light and dark to the reader."""
    page = as_html(DROVIA)
    assert not re.search(r"(?i)<script|<link|<img|url\(|@import|https?:", page)
    assert "color-scheme: light dark" in page
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
