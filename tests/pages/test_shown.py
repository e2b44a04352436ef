"""What a notebook shows: trees that fold, with every answer in words, and nothing taken for a mark that is data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.final_provisions.builders import UNDECLARED
from tests.formulas import AUTHORITY, findings, leaf
from uncc.cases import DomesticLaw, LawReport, Report, assess
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import load_case
from uncc.final_provisions import Act, Event, History, RegionalOrganization, status_table
from uncc.kernel.dates import Deadline, Window
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.explanation import lines
from uncc.kernel.findings import Finding, Truth, all_of, by_reading, by_text, derived
from uncc.kernel.parties import State
from uncc.kernel.provisions import addresses, art
from uncc.kernel.roles import Role
from uncc.pages import as_html, page_of, visible
from uncc.pages.page import Paragraph, Point
from uncc.pages.trees import one_tree, tree
from uncc.pages.writers.html import fragment
from uncc.questions.difference import diff
from uncc.questions.exploration import explore
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import FloorStart
from uncc.review import Implementation, ImplementationStatus, StateRecord, load_record, review
from uncc.testing import texts

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = "</summary><script>alert(1)</script><img src=x onerror='a'>&amp;\"\x1b[31m\u202e"
TAGS = {"div", "style", "details", "summary", "ul", "li", "strong", "cite", "p", "dl", "dt", "dd"}
TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {
    ("class", "uncc"),
    ("lang", "en"),
    ("open", None),
    ("scope", "col"),
    ("tabindex", "0"),
    ("class", "aside"),
    ("class", "words"),
}


class Reader(HTMLParser):
    """A reader of a piece of HTML: tags, attributes and words, and whether every tag is closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str | None]] = set()
        self.words: list[str] = []
        self.labels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag that opens; nothing that folds stands in words, and a summary stands first in what folds."""
        if tag == "summary":
            assert self.open[-1] == "details"
            assert self.tags[-1] == "details"
        self.open.append(tag)
        self.tags.append(tag)
        self.attributes |= set(attrs)

    def handle_endtag(self, tag: str) -> None:
        """Take in a tag that closes the one that opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take in words."""
        if self.open[-1] == "strong":
            self.labels.append(data)
        if self.open[-1] != "style":
            self.words.append(data)


def read(html: str) -> Reader:
    """Return what a reader makes of a piece of HTML, in which everything is closed and nothing is strange."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    assert set(reader.tags) <= TAGS | TABLE_TAGS
    assert reader.attributes <= ATTRIBUTES
    return reader


def shown(value: Any) -> Reader:
    """Return what a reader makes of a value in a notebook."""
    return read(value._repr_html_())


def text_of(reader: Reader) -> str:
    """Return the words that are shown, with single blanks."""
    return " ".join("".join(reader.words).split())


@given(findings(readings=True))
@effort(100)
def test_a_finding_shows_what_its_explanation_says(finding: Finding) -> None:
    """Every line of the explanation, in its order, with its answer in words; no other answer."""
    reader = shown(finding)
    told = list(lines(finding))
    leads = [line.label if line.truth is None else line.truth.name for line in told]
    assert reader.labels == [lead for lead in leads if lead]
    rest = "".join(reader.words)
    for line in told:
        _, found, rest = rest.partition(line.words)
        assert found, line.words
    assert tree(finding).count() == len(told)


WORDS = texts() | st.sampled_from([HOSTILE, "", "<ul>", "]]>", "<!--", "</style>", "</div>"])


def points() -> st.SearchStrategy[Point]:
    """Trees of any texts."""
    more = st.lists(st.builds(Paragraph, WORDS, WORDS), max_size=1).map(tuple)
    answers = st.none() | st.sampled_from(Truth)
    return st.recursive(
        st.builds(Point, WORDS, WORDS, WORDS),
        lambda below: st.builds(Point, WORDS, WORDS, WORDS, answers, st.lists(below, max_size=3).map(tuple), more),
        max_leaves=6,
    )


@given(points())
@effort(300)
def test_nothing_that_is_said_is_a_mark(root: Point) -> None:
    """Whatever texts a tree has, it has the tags of its own shape only, and its texts are shown as they can be seen."""
    reader = read(fragment(one_tree(root)))

    def shape(one: Point) -> int:
        return bool(one.below or one.more) + sum(map(shape, one.below))

    assert reader.tags.count("details") == shape(root)
    assert reader.tags.count("li") == root.count() - 1
    everything = "".join(reader.words)
    assert all(visible(text) in everything for text in said(root))


def said(point: Point) -> Iterator[str]:
    """Yield every text in a tree; where there is an answer it takes the place of the label."""
    yield from (point.words, point.cited, point.label if point.answer is None else point.answer.name)
    for more in point.more:
        yield from (more.words, more.label)
    for below in point.below:
        yield from said(below)


def test_small_trees_open_whole_and_large_ones_at_the_first_level() -> None:
    """What fits is shown; what does not is one key away."""
    small = one_tree(Point("a", below=(Point("b", below=(Point("c"),)),)))
    assert fragment(small).count("<details open>") == 2
    large = one_tree(Point("a", below=tuple(Point(f"b{n}", below=(Point("c"),)) for n in range(9))))
    assert fragment(large).count("<details open>") == 1
    assert fragment(large).count("<details>") == 9
    assert as_html(large).count("<details open>") == 10


def test_no_colour_is_set_that_a_dark_page_would_hide() -> None:
    """The style names no colour of text or background: both are the page's own, light or dark."""
    style = fragment(one_tree(Point("a"))).partition("<style>")[2].partition("</style>")[0]
    assert "color" not in style
    assert "background" not in style
    assert "outline: 2px solid" in style  # where the keyboard is


@pytest.mark.long
@pytest.mark.parametrize(
    "name",
    ["hospital_ransomware", "request_to_send_back", "subscriber_information", "extradite_or_prosecute", "ransom_house"],
)
def test_a_report_shows_all_of_its_answers(name: str) -> None:
    """Every question of the report, ground, duty, open question and reading stands in the tree."""
    report = assess(load_case(EXAMPLES / f"{name}.json"))
    assert isinstance(report, Report)
    words = text_of(shown(report))
    assert report.header.requesting in words
    for said in (
        *(answer.question for answer in report.answers),
        *(answer.ground.words for answer in (*report.grounds, *report.disclosure_grounds)),
        *(duty.act for duty in report.duties),
        *(span.question for span in report.spans),
        *(question.question.statement for question in report.open_questions),
        *(reading.because for reading in report.readings),
    ):
        assert visible(said) in words


@pytest.mark.parametrize("name", ["statute_astoria", "statute_drovia"])
def test_a_report_on_a_law_shows_each_article_and_gap(name: str) -> None:
    """Every article with its verdict, and what is missing."""
    report = assess(load_case(EXAMPLES / f"{name}.json"))
    assert isinstance(report, LawReport)
    words = text_of(shown(report))
    assert "Art. 7" in words
    for article in report.articles:
        assert article.offence.title in words
        assert all(visible(gap.what) in words for gap in article.gaps)


def test_a_law_without_provisions() -> None:
    """It falls short of every article, and has no provision whose penalty could be serious."""
    words = text_of(shown(assess(DomesticLaw(state=State(HOSTILE), title=HOSTILE, offences=()))))
    assert words.count("(falls short)") == 11
    assert "own penalties" not in words


def test_a_review_shows_gaps_contradictions_and_progress() -> None:
    """Each mandatory gap and contradiction, the figures as a table, and what the State says."""
    law = load_case(EXAMPLES / "statute_drovia.json")
    assert isinstance(law, DomesticLaw)
    record = evolve(load_record(EXAMPLES / "review_drovia.csv"), law=law)
    found = review(record)
    reader = shown(found)
    words = text_of(reader)
    assert "Notifications Not looked at" in words
    assert all(found.kind.words in words for found in found.contradictions)
    assert all(visible(gap.summary) in words for gap in found.mandatory_gaps)
    assert reader.tags.count("tr") == len(found.progress) + 2


def test_a_review_of_a_hostile_record() -> None:
    """What a State writes is shown and does nothing; notifications that are owed are shown."""
    said = Implementation(provision=art(7, 1), status=ImplementationStatus.IN_PLACE, measure=HOSTILE)
    owed = Duty(
        id="x", bearer=Role.STATE_PARTY, modality=Modality.SHALL, act=HOSTILE, authority=(AUTHORITY,),
        trigger=by_text(True, HOSTILE, AUTHORITY), towards=Role.DEPOSITARY, deadline=Promptness.PROMPTLY,
        qualifications=("where appropriate",),
    )  # fmt: skip
    record = StateRecord(state=State(HOSTILE), implementations=(said,))
    words = text_of(shown(review(record, notifications=(owed,))))
    assert "1 notification missing, 0 not determined" in words
    assert "Due: promptly" in words
    assert "(where appropriate)" in words


def test_a_duty_with_a_day() -> None:
    """Its day and provision are told."""
    owed = Duty(
        id="x", bearer=Role.CUSTODIAN, modality=Modality.MAY, act="act", authority=(AUTHORITY,),
        trigger=leaf("alpha", None), deadline=Deadline(date(2027, 5, 9), (AUTHORITY,)),
    )  # fmt: skip
    words = text_of(shown(owed))
    assert words.startswith("The custodian may act; until 2027-05-09 [Art. 42(4)]UNKNOWN alpha holds")


def test_a_duty_towards_somebody() -> None:
    """To whom it is owed is told before its reasons, all its provisions, and each of the words that soften it."""
    owed = Duty(
        id="x", bearer=Role.CUSTODIAN, modality=Modality.MAY, act="act", authority=(AUTHORITY, art(42, 5)),
        trigger=leaf("alpha", True), towards=Role.DEPOSITARY, qualifications=("where possible", "as a rule"),
    )  # fmt: skip
    words = text_of(shown(owed))
    told = (
        "The custodian may act (where possible; as a rule) [Art. 42(4), Art. 42(5)]Towards: depositaryYES alpha holds"
    )
    assert words.startswith(told)
    assert "until" not in words


@pytest.mark.parametrize("day", [date(2005, 10, 1), date(2006, 1, 1)])
def test_the_table_of_participants(day: date) -> None:
    """Entry into force, and a row for each participant."""
    table = status_table(load_deposits(EXAMPLES / "data" / "uncac_deposits.csv"), day)
    reader = shown(table)
    assert reader.tags.count("tr") == len(table.participants) + 1
    assert all(visible(one.participant) in text_of(reader) for one in table.participants)


def test_the_table_says_when_a_treaty_enters_into_force() -> None:
    """Before and after the day; an organization is marked; a table of nobody has no rows."""
    organization = RegionalOrganization(HOSTILE)
    events = (
        *(Event(participant=f"State {n}", act=Act.RATIFICATION, on=date(2027, 1, 4)) for n in range(40)),
        Event(participant=HOSTILE, act=Act.ACCESSION, on=date(2027, 1, 4)),
    )
    history = History(events=events, organizations=(organization,), **UNDECLARED)
    assert "Enters into force on 2027-04-04" in text_of(shown(status_table(history, date(2027, 1, 5))))
    words = text_of(shown(status_table(history, date(2028, 1, 5))))
    assert "In force since 2027-04-04" in words
    assert "1 of them, marked *, not counted" in words
    assert f"{visible(HOSTILE)} *" in words
    assert "table" not in shown(status_table(History(**UNDECLARED, events=()), date(2027, 1, 1))).tags


@given(findings(readings=True))
@effort(100)
def test_an_exploration_shows_its_weights_and_rows(finding: Finding) -> None:
    """How many completions have each answer, every question with its weight, and the rows as far as they are few."""
    found = explore(finding)
    reader = shown(found)
    words = text_of(reader)
    assert f"{found.yes} YES, {found.no} NO, {found.unknown} UNKNOWN, of {found.total}" in words
    assert reader.labels[0] == finding.truth.name
    if not found.weights:
        assert "table" not in reader.tags
        return
    assert all(f"{weight.pivotal} of {weight.total}" in words for weight in found.weights)
    assert all(visible(weight.question.statement) in words for weight in found.weights)
    assert reader.tags.count("tr") == len(found.weights) + 2 + min(found.total, 32)
    assert ("the first 32 of" in words) is (found.total > 32)


def test_the_rows_of_a_large_exploration_are_cut() -> None:
    """Of two to the power of twenty rows the first are shown, and how many there are."""
    limbs = [derived(None, f"{HOSTILE} {number}", AUTHORITY) for number in range(20)]
    words = text_of(shown(explore(all_of("all of it", AUTHORITY, *limbs))))
    assert "the first 32 of 1048576" in words
    assert words.count("2 of 1048576") == 20 + 1  # the weights, and the rows
    assert visible(HOSTILE) in words


def test_a_difference_shows_what_changed() -> None:
    """The answer, each fact with whether the answer rests on it, each reading with its options, each limb."""

    def rule(alpha: bool | None, under: Readings) -> Finding:
        either = {FloorStart.EFFECTED: leaf("beta", True, HOSTILE), FloorStart.RECEIVED: leaf("beta", None, HOSTILE)}
        on_a_reading = by_reading("so on a reading", FloorStart, either).under(under)
        return all_of(HOSTILE, AUTHORITY, leaf("alpha", alpha), on_a_reading)

    changed = diff(rule(None, AS_ADOPTED), rule(False, Readings.of(FloorStart.RECEIVED)))
    reader = shown(changed)
    assert reader.labels == [
        "UNKNOWN -> NO", "fact UNKNOWN -> NO", "fact YES -> UNKNOWN", "reading", "limb YES -> UNKNOWN",
    ]  # fmt: skip
    words = text_of(reader)
    assert words.count("(the answer rests on it)") == 1
    assert f"{FloorStart.EFFECTED.words} -> {FloorStart.RECEIVED.words}" in words
    assert "[Art. 42(8)]" in words
    one_way = shown(evolve(changed, readings=(evolve(changed.readings[0], after=None),)))
    assert f"{FloorStart.EFFECTED.words} -> none chosen" in text_of(one_way)
    gone = shown(evolve(changed, limbs=(evolve(changed.limbs[0], after=None),)))
    assert gone.labels[-1] == "limb YES -> none"


def test_a_difference_of_nothing() -> None:
    """Two equal findings differ in nothing, and that is said."""
    finding = leaf("alpha", True)
    assert "Changed: nothing" in text_of(shown(diff(finding, finding)))


def test_windows_and_provisions() -> None:
    """A window shows its bounds and reasons; a provision its title, its chapter and its parts."""
    window = Window(Deadline(date(2027, 5, 9), (art(42, 8),)), None, derived(None, HOSTILE, AUTHORITY))
    words = text_of(shown(window))
    assert words.startswith("Window")
    assert "Not after: 2027-05-10 []" in text_of(shown(evolve(window, not_after=Deadline(date(2027, 5, 10)))))
    assert "Not before the end of: 2027-05-09 [Art. 42(8)]" in words
    assert "Not after: no last day is set or known" in words
    assert "UNKNOWN" in words
    for provision in (art(40), art(42, 6), art(17, 1, "a", "i")):
        words = text_of(shown(provision))
        assert provision.article_title in words
        assert provision.chapter_title in words
        assert all(str(part) in words for part in addresses() if provision.contains(part))


def test_hostile_words_in_a_finding() -> None:
    """By hand: what a mark would be is shown as it is written, what cannot be seen as its escape."""
    html = fragment(page_of(all_of(HOSTILE, AUTHORITY, leaf("alpha", True, HOSTILE))))
    assert "<script" not in html
    assert "<img" not in html
    assert visible(HOSTILE) in unescape(html)
    assert "\x1b" not in html
    assert "\u202e" not in html
