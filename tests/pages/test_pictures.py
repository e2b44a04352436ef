"""Pictures: every day with its words and its provision, no text over another, and nothing that needs a colour."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import matplotlib as plain
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.final_provisions.builders import START, accessions, ev, history, in_force
from tests.processes import Printed, printed
from uncc.cases import AssistanceCase, Case, PreservationCase, Report, assess, standings
from uncc.cases.frame import in_short
from uncc.cli import main
from uncc.cooperation import Extension, PreservationMeasure
from uncc.doors.deposits import load_deposits, parse_deposits
from uncc.doors.serial import load_case
from uncc.final_provisions import Act, Clause, Event, History, RegionalOrganization, is_party, parties_on, status_table
from uncc.kernel.dates import Deadline, Window
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.findings import by_text, derived
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.pages import participation_curve, report_timeline
from uncc.pages.curve import numbers
from uncc.pages.drawing import Picture, drawable, ticks
from uncc.pages.words import visible
from uncc.readings import AS_ADOPTED
from uncc.testing import texts

matplotlib: Any = plain
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DATA = EXAMPLES / "data"
CASES = sorted(path.stem for path in EXAMPLES.glob("*.json") if not path.name.startswith(("review_", "statute_")))
TABLES = {
    "uncac_deposits": (Clause(instruments=30), date(2026, 11, 23)),
    "untoc_deposits": (Clause(), date(2026, 11, 23)),
    "cybercrime_convention_signatures": (Clause(), date(2026, 11, 23)),
}
HOSTILE = "</svg><script>alert(1)</script>$\\frac{1}{0}$ ^_{ &amp; \x1b\u202e"
OPEN, SETTLED = derived(None, "it is so", art(42, 8)), by_text(True, "it is so", art(42, 8))
Capture = pytest.CaptureFixture[str]


def case_and_report(name: str) -> tuple[Any, Report]:
    """Return a case of the examples, and its report."""
    case = load_case(EXAMPLES / f"{name}.json")
    return case, report_on(case)


def report_on(case: Case) -> Report:
    """Return the report on a case."""
    report = assess(case)
    assert isinstance(report, Report)
    return report


def measure_of(case: Any) -> PreservationMeasure | None:
    """Return what has happened to the data of a case, where it tells it."""
    if isinstance(case, PreservationCase):
        return case.dated_measure
    return case.earlier_measure if isinstance(case, AssistanceCase) else None


def drawn(name: str) -> Picture:
    """Return the picture of the days of an example."""
    case, report = case_and_report(name)
    return report_timeline(report, measure=measure_of(case))


def words_of(made: Picture) -> str:
    """Return all texts of a picture, read from its SVG, with single blanks; it holds nothing that could act."""
    root = ElementTree.fromstring(made.svg())  # it was written a moment ago
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"script", "image", "a", "foreignObject"}
    return " ".join(" ".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text"))


def no_text_on_another(made: Picture) -> None:
    """Assert that every text stands within the picture and on no other text."""
    figure: Any = made
    figure.draw_without_rendering()
    (axes,) = figure.axes
    low, high = sorted(axes.get_ylim())
    found = [
        *axes.texts,
        *(tick for tick in axes.get_yticklabels() if low <= tick.get_position()[1] <= high),
        *axes.get_xticklabels(),
        *figure.texts,
        *(text for legend in figure.legends for text in legend.get_texts()),
    ]
    boxes = [(text.get_text(), text.get_window_extent()) for text in found if text.get_text()]
    for words, box in boxes:
        assert box.x0 >= 0, words
        assert box.y0 >= 0, words
        assert box.x1 <= figure.bbox.x1, words
        assert box.y1 <= figure.bbox.y1, words
    for (one, first), (other, second) in combinations(boxes, 2):
        apart = (
            first.x1 <= second.x0 + 1 or second.x1 <= first.x0 + 1 or first.y1 <= second.y0 + 1
            or second.y1 <= first.y0 + 1
        )  # fmt: skip
        assert apart, (one, other)


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_every_day_of_an_example_is_drawn(name: str) -> None:
    """Each bound, deadline and standard of speed that is not excluded stands there with its provision."""
    case, report = case_and_report(name)
    made = report_timeline(report, measure=measure_of(case))
    no_text_on_another(made)
    words = words_of(made)
    for span in report.spans:
        assert span.question in words
        for bound in (span.window.not_before, span.window.not_after):
            assert bound is None or str(bound) in words
    for duty in report.duties:
        if isinstance(duty.deadline, Deadline) and not duty.trigger.is_no:
            assert str(duty.deadline) in words
        if isinstance(duty.deadline, Promptness) and not duty.trigger.is_no:
            assert f"{duty.deadline.value}: no day is set" in words
    assert report.expires_on is None or words.count(str(report.expires_on.on)) >= 1
    assert str(report.header.received_on) in words


def test_each_row_has_its_provision() -> None:
    """By hand, of the hospital: what is stated, the floor, the ceiling of the order, the expiry, and what is owed."""
    (axes,) = drawn("hospital_ransomware").axes
    rows: Any = axes
    labels = [" ".join(label.get_text().split()) for label in rows.get_yticklabels()]
    assert all(re.search(r"\[Art\. [^]]+\]$", label) for label in labels)
    assert labels[:8] == [
        "Stated: the request was made [Art. 42(1)]",
        "Stated: the request was received [Art. 42(1)]",
        "Stated: the data were preserved from this day on [Art. 42(8)]",
        "Stated: the custodian was ordered to preserve the data [Art. 25(2)]",
        "When may the preservation end? [Art. 42(8), Art. 25(2)]",
        "Until when does the Convention let the order bind the person? [Art. 25(2)]",
        "The last day of the preservation, as things stand [Art. 42(8), Art. 42(9)]",
        (
            "The requested State (Tesmark) shall expeditiously take all appropriate measures to preserve the specified "
            "data (in accordance with its domestic law; unless it refuses on a ground that is open; until the "
            "requesting State determines that the request not be executed) [Art. 42(4)]"
        ),
    ]
    said = [text.get_text().replace("\n", " ") for text in rows.texts]
    assert said[4:8] == [
        "the Convention sets no maximum",
        "2028-05-09 [Art. 42(8)]",
        "no floor is set or known",
        "2028-06-08 [Art. 25(2)]",
    ]


def test_extensions_are_drawn() -> None:
    """An extension that was granted has the day of the request and its end; one that is pending the first alone."""
    case, _ = case_and_report("hospital_ransomware")
    granted = Extension(requested_on=date(2028, 4, 20), until=date(2028, 7, 8), granted=True)
    pending = Extension(requested_on=date(2028, 7, 1), until=date(2028, 9, 1))
    later = evolve(
        case, as_of=date(2028, 7, 2), measure=evolve(case.measure, extensions=(granted, pending), decided=False)
    )
    report = report_on(later)
    made = report_timeline(report, measure=later.dated_measure)
    no_text_on_another(made)
    words = words_of(made)
    assert words.count("an extension was asked for [Art. 42(9)]") == 2
    assert words.count("the extension that was granted ends") == 1
    assert "2028-09-01" not in words
    assert "a day is set and not known" in words


@pytest.mark.long
def test_a_pending_decision_leaves_no_day() -> None:
    """While a decision is pending no day is set, and the picture says so and not that it is unknown."""
    case, _ = case_and_report("hospital_ransomware")
    asked = evolve(
        case.measure, assistance_requested=True, assistance_requested_on=date(2028, 4, 20), still_preserved=True,
        decided=False,
    )  # fmt: skip
    report = report_on(evolve(case, as_of=date(2028, 5, 1), measure=asked))
    assert "no day is set: a decision is pending" in words_of(report_timeline(report, measure=asked))


def due(number: int, on: date, trigger: Any, words: str = "") -> Duty:
    """Return a duty with a day."""
    return Duty(
        id=f"d{number}", bearer=Role.REQUESTED_STATE, modality=Modality.SHALL, act=f"do what is {number} {words}",
        authority=(art(42, 8), art(40, 21, "b")), trigger=trigger, deadline=Deadline(on, (art(42, 8), art(25, 2))),
    )  # fmt: skip


def told(report: Report, duties: tuple[Duty, ...]) -> Report:
    """Return the report with these duties, and where they stand on its day."""
    stood = standings(duties, on=report.header.as_of)
    return evolve(report, duties=duties, record=(), where=tuple(map(in_short, stood)))


@pytest.mark.long
@pytest.mark.parametrize("step", [0, 1, 40])
def test_fifty_deadlines(step: int) -> None:
    """However many they are and however near to each other, each can be read; what is not determined is hollow."""
    _, report = case_and_report("hospital_ransomware")
    duties = tuple(
        due(n, date(2028, 3, 1) + timedelta(days=n * step), (SETTLED, OPEN)[n % 2], "and more " * (n % 9))
        for n in range(50)
    )
    made = report_timeline(told(report, duties))
    no_text_on_another(made)
    words = words_of(made)
    assert all(str(duty.deadline) in words for duty in duties)
    assert words.count("not determined, 1 open question") == 25
    assert "the same where it is not determined" in words


def test_windows_of_every_kind() -> None:
    """Both bounds, one, none, and none at all since there is no such window."""
    _, report = case_and_report("hospital_ransomware")
    low, high = Deadline(date(2028, 5, 9), (art(42, 8),)), Deadline(date(2028, 6, 8), (art(25, 2),))
    windows = [
        Window(low, high, OPEN), Window(low, low, SETTLED), Window(None, high, OPEN), Window(low, None, SETTLED),
        Window(None, None, OPEN), Window(low, high, ~SETTLED),
    ]  # fmt: skip
    spans = tuple(evolve(report.spans[0], window=window) for window in windows)
    made = report_timeline(evolve(told(report, ()), spans=spans, expires_on=None))
    no_text_on_another(made)
    words = words_of(made)
    assert words.count(report.spans[0].question) == 5
    assert words.count("no floor is set or known") == 2
    assert words.count("no last day is set or known") == 2
    assert "the days between a floor and a ceiling" in words


def test_nothing_but_the_day_of_the_report() -> None:
    """A case without any other day has a picture that says so."""
    _, report = case_and_report("ransom_house")
    bare = evolve(report, header=evolve(report.header, made_on=None, received_on=None, reference=None))
    made = report_timeline(bare)
    no_text_on_another(made)
    assert "No other day is stated or counted." in words_of(made)


@pytest.mark.parametrize("first", [date(1, 1, 1), date(8999, 12, 31)])
def test_days_at_the_ends_of_the_calendar(first: date) -> None:
    """The axis ends where the calendar does."""
    _, report = case_and_report("ransom_house")
    header = evolve(report.header, made_on=first, received_on=date(9000, 12, 31), as_of=date(9000, 12, 31))
    owed = (due(1, date(9999, 12, 31), OPEN),)
    no_text_on_another(report_timeline(told(evolve(report, header=header), owed)))


@given(st.dates(), st.dates())
@effort(200)
def test_ticks_are_few_and_lie_between(one: date, other: date) -> None:
    """At most six round days between two."""
    first, last = sorted((one, other))
    found = ticks(first, last)
    assert len(found) <= 6
    assert found == sorted(set(found))
    assert all(first <= tick <= last for tick in found)
    assert len(found) >= 1 or (last - first).days < 1 or last.year - first.year >= 1 or last.month - first.month <= 12


@pytest.mark.long
@pytest.mark.parametrize("name", TABLES)
def test_the_curve_of_a_real_treaty(name: str) -> None:
    """It has the number of participants that the table of the day has, and the day of entry into force."""
    clause, on = TABLES[name]
    table = load_deposits(DATA / f"{name}.csv", clause)
    made = participation_curve(table, on)
    no_text_on_another(made)
    words = words_of(made)
    assert f"organizations among them: {len(parties_on(table, on))} on {on} [Art. 65(1)" in words
    entry = status_table(table, on).entry_into_force
    assert (f"entry into force on {entry.on}" in words) is (entry.on is not None)
    assert ("signatures: 65 [Art. 64(1), Art. 64(2)]" in words) is (name == "cybercrime_convention_signatures")
    assert ("as stated in the call" in words) is (clause != Clause())


def test_denunciations_go_down() -> None:
    """By hand: in force on 29 September for three, down by one on the day that the denunciation takes effect."""
    known = in_force(ev("Astoria", Act.DENUNCIATION, date(2028, 2, 29)))
    assert numbers(known, AS_ADOPTED) == {
        date(2027, 7, 1): (0, 0),
        date(2027, 9, 29): (3, 3),
        date(2028, 2, 29): (3, 3),
        date(2029, 2, 28): (2, 2),
    }
    words = words_of(participation_curve(known, date(2028, 6, 1)))
    assert "a denunciation takes effect: Astoria on 2029-02-28 [Art. 67(1)]" in words
    assert "what follows from what was received: 2 on 2029-02-28" in words
    assert "denunciation" not in words_of(participation_curve(known, date(2028, 2, 28)))


def test_what_is_not_determined_is_a_second_line() -> None:
    """A succession without a day, and an organization whose members are not known when States denounce."""
    known = in_force(
        ev("Drovia", Act.SUCCESSION, date(2028, 1, 2)),
        ev("Union", Act.ACCESSION, date(2028, 1, 2)),
        ev("Astoria", Act.DENUNCIATION, date(2028, 2, 29)),
        organizations=(RegionalOrganization("Union"),),
    )
    found = numbers(known, AS_ADOPTED)
    assert found[date(2028, 2, 1)] == (4, 5)
    assert found[date(2028, 2, 29)] == (3, 5)
    made = participation_curve(known, date(2028, 6, 1))
    no_text_on_another(made)
    assert "with those of whom that is not determined: 2 more on 2028-06-01" in words_of(made)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Histories of five States and an organization, with denunciations, second accessions and successions."""
    names = ["A", "B", "C", "D", "E", "Union"]
    days = st.integers(0, 2000).map(lambda count: START + timedelta(days=count))
    events: list[Event] = []
    for name in draw(st.lists(st.sampled_from(names), unique=True)):
        act = draw(st.sampled_from([Act.ACCESSION, Act.SUCCESSION, Act.SIGNATURE]))
        first, second, third = sorted(draw(st.tuples(days, days, days)))
        effective = draw(st.none() | days) if act is Act.SUCCESSION else None
        events.append(ev(name, act, first, **({"effective_on": effective} if effective else {})))
        if draw(st.booleans()):
            events.append(ev(name, Act.DENUNCIATION, second))
            if act is Act.ACCESSION and (third - second).days > 366:
                events.append(ev(name, Act.ACCESSION, third))
    members = draw(st.sampled_from([None, ("A",), ("A", "B")]))
    return history(events, clause=Clause(instruments=2), organizations=(RegionalOrganization("Union", members),))


@given(histories(), st.integers(0, 3000))
@effort(200)
def test_the_curve_counts_the_parties_of_each_day(known: History, after: int) -> None:
    """On any day it has as many as `parties_on` names, and those of whom `is_party` is unknown besides."""
    day = START + timedelta(days=after)
    found = numbers(known, AS_ADOPTED)
    before = [pair for on, pair in found.items() if on <= day]
    truths = [is_party(known, name, day) for name in known.participants]
    sure, perhaps = sum(one.is_yes for one in truths), sum(one.is_unknown for one in truths)
    assert sure == len(parties_on(known, day))
    assert (before[-1] if before else (0, 0)) == (sure, sure + perhaps)


@pytest.mark.long
@pytest.mark.parametrize(
    "table",
    [
        "participant,date,act\n",
        "participant,date,act\nAstoria,2027-07-01,accession\n",
        "complete_until,ever\ncomplete_for,all\nparticipant,date,act\n"
        + "".join(f"{'State ' * 12}{n},2027-01-{1 + n % 28:02},accession\n" for n in range(60))
        + "".join(f"{'State ' * 12}{n},2028-0{1 + n % 9}-03,denunciation\n" for n in range(60)),
    ],
    ids=["nothing", "one day", "sixty that leave"],
)
def test_curves_at_the_extremes(table: str) -> None:
    """Nothing received, one deposit, or sixty denunciations with long names: the first eight are named."""
    made = participation_curve(
        parse_deposits(table), date(2027, 7, 1) if "denunciation" not in table else date(2030, 1, 1)
    )
    no_text_on_another(made)
    assert ("and 52 more [Art. 67(1)]" in words_of(made)) is ("denunciation" in table)


@given(texts() | st.just(HOSTILE))
@effort(20)
def test_what_a_case_says_is_no_mark(text: str) -> None:
    """A name is drawn as it stands: no mathematics, no element of SVG, nothing unseen, nothing without a glyph."""
    _, report = case_and_report("ransom_house")
    header = evolve(report.header, reference=text, requesting=text)
    made = report_timeline(evolve(report, header=header))
    assert "".join(drawable(visible(text)).split()) in "".join(words_of(made).split()) or len(text) > 300
    assert visible(text) in str(made.get_label())


def test_hostile_names_of_participants() -> None:
    """A table is data as well."""
    known = history(accessions(HOSTILE, "B", "C"), ev(HOSTILE, Act.DENUNCIATION, date(2028, 2, 29)))
    words = words_of(participation_curve(known, date(2028, 6, 1)))
    assert "$\\frac{1}{0}$" in words
    assert "\\x1b\\u202e" in words


@pytest.mark.parametrize("name", ["hospital_ransomware", "preserved_mailbox"])
def test_no_colour_is_needed(name: str) -> None:
    """Whatever the settings say of colours, ink is black or grey and paper is white."""
    names = ("text.color", "axes.facecolor", "axes.edgecolor", "xtick.color", "legend.facecolor", "patch.edgecolor")
    with matplotlib.rc_context({**dict.fromkeys(names, "red"), "axes.grid": True}):
        found = set(re.findall(r"#[0-9a-f]{6}", drawn(name).svg()))
    assert found
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in found)


def test_the_same_picture_gives_the_same_bytes() -> None:
    """As `svg` and as a notebook shows it, each time; no clock is read."""
    once = drawn("hospital_ransomware").svg()
    shown: Any = drawn("hospital_ransomware")
    assert shown._repr_svg_() == once
    assert "<dc:date>" not in once


@pytest.mark.long
def test_another_process_draws_the_same_bytes() -> None:
    """The command line prints them, and nothing else."""
    (done,) = printed([("assess", str(EXAMPLES / "hospital_ransomware.json"), "--format", "svg")])
    assert done == Printed(0, drawn("hospital_ransomware").svg().encode(), b"")


@pytest.mark.long
@pytest.mark.parametrize(
    "name", ["hospital_ransomware", "subscriber_information", "extradite_or_prosecute", "ransom_house"]
)
def test_every_kind_of_case_has_its_picture(name: str, capsys: Capture) -> None:
    """`uncc assess --format svg` prints what the function draws: with what happened to the data, where a case says."""
    assert main(["assess", str(EXAMPLES / f"{name}.json"), "--format", "svg"]) == 0
    assert capsys.readouterr() == (drawn(name).svg(), "")


@pytest.mark.long
def test_no_state_of_matplotlib_is_touched() -> None:
    """No settings are changed, and no figure is left on the list of open ones."""
    before = dict(matplotlib.rcParams)
    drawn("hospital_ransomware").svg()
    assert dict(matplotlib.rcParams) == before
    code = (
        "import sys; from datetime import date; from uncc.final_provisions import History; from uncc.pages import *;"
        "print('matplotlib' in sys.modules); participation_curve(History(), date(2028, 1, 1)).svg();"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.long
def test_the_curve_on_the_command_line(capsys: Capture) -> None:
    """`uncc status --format svg` prints what the function draws."""
    path = EXAMPLES / "deposits.csv"
    assert main(["status", str(path), "--on", "2028-05-01", "--format", "svg"]) == 0
    assert capsys.readouterr() == (participation_curve(load_deposits(path), date(2028, 5, 1)).svg(), "")


@pytest.mark.parametrize(
    "call",
    [["assess", "ransom_house.json"], ["status", "deposits.csv", "--on", "2028-05-01"]],
    ids=["assess", "status"],
)
def test_without_the_extra(call: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Where matplotlib is not installed, the message says what to install."""
    for module in ("drawing", "timeline", "curve"):
        monkeypatch.delitem(sys.modules, f"uncc.pages.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    command, file, *others = call
    with pytest.raises(SystemExit) as ended:
        main([command, str(EXAMPLES / file), *others, "--format", "svg"])
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith('a picture needs matplotlib: pip install "uncc[plot]"\n')


def test_a_law_has_no_days(capsys: Capture) -> None:
    """The report on a State's law has no picture of days."""
    with pytest.raises(SystemExit) as ended:
        main(["assess", str(EXAMPLES / "statute_drovia.json"), "--format", "svg"])
    assert ended.value.code == 2
    assert "a report on a State's law has no deadlines" in capsys.readouterr().err
