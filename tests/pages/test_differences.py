"""What changed between two reports as a page: one line for each change, short between two days, in every form."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from uncc.cases import (
    ConfiscationCase,
    DutyStanding,
    Entry,
    Matter,
    Phase,
    PreservationCase,
    Preserved,
    Recorded,
    Report,
    Request,
    RequestReceived,
    assess,
    diff,
)
from uncc.cooperation import Extension, PreservationMeasure
from uncc.doors.serial import load_case
from uncc.kernel.between import Between
from uncc.kernel.findings import Truth
from uncc.pages import as_docx, as_html, as_markdown, as_text, page_of, shown
from uncc.pages.page import Point, Points
from uncc.readings import Readings

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = load_case(EXAMPLES / "hospital_ransomware.json", PreservationCase)
SURE = evolve(CASE.outlook, will_not_secure_data=True, prejudices_investigation=None)
LATE = date(2028, 6, 20)
HOSTILE = "</li><script>alert(1)</script>\x1b[31m"


def points(before: Report, after: Report) -> list[Point]:
    """Return the points of the page."""
    return [
        point
        for section in page_of(diff(before, after)).sections
        for block in section.blocks
        if isinstance(block, Points)
        for point in block.points
    ]


def words(after: Request, before: Request = CASE) -> list[str]:
    """Return what is told of a change, each with its label."""
    return [
        " ".join(filter(None, (one.label, one.words))) for one in points(assess(before), assess(after)) if not one.aside
    ]


def test_another_day_in_full() -> None:
    """The text of a change of the day alone: a title, and a point for each duty and answer that stands elsewhere."""
    assert as_text(diff(assess(CASE), assess(CASE, on=LATE))) == (
        "WHAT CHANGED FROM 2028-03-13 TO 2028-06-20: NPS-CYB-2028-0147/PR-02, NORAVIA TO TESMARK\n"
        "\n"
        "  - Tesmark shall keep the data preserved for 60 days at least: ended; its last day was 2028-05-09\n"
        "    (before: to be kept) [Art. 42(8)]\n"
        "  - Noravia may ask for an extension of the period of preservation: its day is past; not known\n"
        "    whether it was used; its last day was 2028-05-09 (before: open) [Art. 42(9)]\n"
        "  - answer YES -> NO Can an extension still be asked for on the day of this report? [Art. 42(9)]\n"
    )


def test_nothing() -> None:
    """That nothing changed is said; what is as it was for other reasons stands where a form can fold it."""
    report = assess(CASE)
    assert as_text(diff(report, report)).splitlines()[2:] == ["Nothing changed."]
    assert as_markdown(diff(report, report)).splitlines()[1:] == ["", "Nothing changed.", ""]
    next_day = diff(report, assess(CASE, on=date(2028, 3, 14)))
    assert as_text(next_day).splitlines()[2:] == ["Nothing changed but the day."]
    assert "as before, for other reasons:</strong> in force" in as_html(next_day)


def test_facts() -> None:
    """A fact is stated, changed or withdrawn, with its words, its values and its place."""
    changed, withdrawn, *_ = words(evolve(CASE, outlook=SURE))
    assert changed == (
        "changed: the requested State believes that preservation will not keep the data available: false -> true "
        "(outlook.will_not_secure_data)"
    )
    assert withdrawn == (
        "withdrawn: the requested State believes that preservation will otherwise prejudice the requesting State's "
        "investigation: was false (outlook.prejudices_investigation)"
    )
    [back, *_] = words(evolve(CASE, outlook=evolve(SURE, will_not_secure_data=False)), evolve(CASE, outlook=SURE))
    assert back.startswith("changed: ")
    [stated] = [one for one in words(CASE, evolve(CASE, outlook=SURE)) if one.startswith("stated: ")]
    assert stated.endswith("investigation: false (outlook.prejudices_investigation)")


def test_a_duty_is_told_once() -> None:
    """With where it stands and why; as a duty only where it stands as it did."""
    told = words(evolve(CASE, outlook=SURE))
    [inform] = [one for one in told if "inform the requesting State" in one]
    assert inform == (
        "Tesmark shall inform the requesting State that preservation may not secure the data or may harm its "
        "investigation: owed, unless it was done or has ended: nothing says so; it arose 4 days ago at "
        "the earliest (before: not determined); "
        "because of outlook.will_not_secure_data"
    )
    [other] = [one for one in told if one.startswith("duty ")]
    assert other.startswith("duty UNKNOWN -> YES Noravia shall determine whether")


def test_days_that_moved() -> None:
    """Where a duty stands as it did, the days and answers that moved are told; so are expiry and spans."""
    ext = Extension(requested_on=date(2028, 4, 1), granted=True, until=date(2028, 9, 1))
    later = evolve(CASE, as_of=date(2028, 4, 20))
    more = evolve(later.measure, extensions=(ext,))
    told = words(evolve(later, measure=more), later)
    assert (
        "Noravia may ask for an extension of the period of preservation: open; its last day 2028-05-09 -> 2028-09-01; "
        "because of measure.extensions[0].until, measure.extensions[0].granted"
    ) in told
    assert "the last day of the preservation as things stand: 2028-05-09 -> 2028-09-01" in told
    told_of = points(assess(later), assess(evolve(later, measure=more)))
    [expiry] = [one for one in told_of if "as things stand" in one.words]
    assert expiry.cited == "Art. 42(8), Art. 42(9)"


def test_parts_of_a_standing() -> None:
    """Each day and each answer of a standing has its words; what is not known is `none`."""
    report = assess(CASE)
    place = next(number for number, one in enumerate(report.where) if one.duty == "preserve")
    one = report.where[place]
    other = evolve(
        one,
        owed=Truth.YES,
        in_time=Truth.NO,
        since=None,
        act=Between(date(2028, 3, 1), date(2028, 3, 31)),
        last=date(2028, 4, 1),
    )
    where = (*report.where[:place], other, *report.where[place + 1 :])
    [told] = [point for point in points(report, evolve(report, where=where)) if not point.aside]
    assert told.words == (
        "Tesmark shall take all appropriate measures to preserve the specified data: done; nobody has said whether in "
        "time; owed since 2028-03-09 -> none, its last day none -> 2028-04-01, done on 2028-03-10 -> 2028-03, "
        "owed NO -> YES, in time UNKNOWN -> NO"
    )


def test_a_duty_that_comes_or_goes() -> None:
    """A duty that one report alone has is told as new or as gone."""
    report = assess(CASE)
    less = evolve(report, duties=report.duties[1:], where=report.where[1:])
    [gone], [came] = points(report, less), points(less, report)
    assert gone.words.endswith(": no duty of this case any more")
    assert ": to be kept" in came.words


def test_the_late_come_first() -> None:
    """What is broken, late or over stands before what is not, in the order of the report."""
    late = evolve(CASE, as_of=LATE, outlook=SURE)
    told = [one for one in words(late) if " (before: " in one]
    assert ["ended; " in told[0], "its day is past" in told[1], "owed" in told[2]] == [True] * 3


def test_what_is_no_news_stands_aside() -> None:
    """What stays not determined, and an act that may lie on any day up to the one asked about, can be folded away."""
    report = assess(CASE)
    place = next(number for number, one in enumerate(report.where) if one.duty == "inform-of-outlook")
    one = report.where[place]
    assert one.status is Phase.NOT_DETERMINED

    def of(**change: Any) -> Report:
        stands: DutyStanding = evolve(one, **change)
        return evolve(report, where=(*report.where[:place], stands, *report.where[place + 1 :]))

    dated = of(last=date(2028, 4, 1))
    assert [point.aside for point in points(report, dated)] == [True]
    assert as_text(diff(report, dated)).endswith("\n\nNothing changed but the reasons.\n")
    some, more = (of(status=Phase.DONE, act=Between(None, date(2028, 4, day))) for day in (1, 2))
    assert [point.aside for point in points(some, more)] == [True]
    exact = of(status=Phase.DONE, act=date(2028, 4, 1))
    assert [point.aside for point in points(some, exact)] == [False]
    owed = of(status=Phase.DONE, act=Between(None, date(2028, 4, 1)), owed=Truth.NO)
    assert [point.aside for point in points(some, owed)] == [True]
    broken = of(status=Phase.DONE, act=Between(None, date(2028, 4, 1)), broken=Truth.YES)
    assert [point.aside for point in points(some, broken)] == [False]


@pytest.mark.long
def test_each_day_of_a_file_is_short() -> None:
    """A file that is told as the difference of each day from the one before takes at most fifteen lines or so a day."""
    first = evolve(CASE, measure=PreservationMeasure(extensions=(), assistance_requested=False), discovery=None)
    opened = evolve(first, as_of=date(2028, 3, 8), request=evolve(CASE.request, received_on=None))
    informed = Entry(did="inform-of-outlook", on=date(2028, 3, 20), known_on=date(2028, 3, 21), in_time=False)
    matter = Matter(opened).after(
        RequestReceived(on=date(2028, 3, 9)),
        Preserved(on=date(2028, 3, 10), period_days=60),
        Recorded(on=date(2028, 3, 20), known_on=date(2028, 3, 21), entry=informed),
    )
    days = [date(2028, 3, day) for day in (8, 9, 10, 20, 21)] + [date(2028, 5, 9), date(2028, 5, 10)]
    reports = [matter.reports(day, known_on=day)[0] for day in days]
    lengths = [len(as_text(diff(*pair)).splitlines()) for pair in pairwise(reports)]
    assert max(lengths) <= 18
    assert min(lengths) == 3


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry(did="preserve", on=date(2028, 3, 10)), "preserve: done on 2028-03-10"),
        (
            Entry(did="preserve", on=date(2028, 3, 10), known_on=date(2028, 3, 12), in_time=True),
            "preserve: done on 2028-03-10, found in time, known on 2028-03-12",
        ),
        (Entry(did="preserve", in_time=False), "preserve: done on a day not known, found late"),
        (Entry(did_not="locate", on=date(2028, 3, 12)), "locate: not done on 2028-03-12"),
        (Entry(complete_until=date(2028, 3, 12)), "complete to the end of 2028-03-12"),
    ],
)
def test_entries_of_the_record(entry: Entry, said: str) -> None:
    """An entry is told in words, as recorded and as no longer on record."""
    recorded = evolve(CASE, record=(entry,))
    assert f"recorded: {said}" in words(recorded)
    assert f"no longer on record: {said}" in words(CASE, recorded)


def test_an_entry_that_corrects() -> None:
    """An entry that says nothing else tells which one was wrong; what an entry is about stands with its duty."""
    first = Entry(did="preserve", on=date(2028, 3, 10))
    wrong = Entry(corrects=0, known_on=date(2028, 4, 1))
    before = evolve(CASE, record=(first,))
    assert "recorded: entry 0 was wrong, known on 2028-04-01" in words(evolve(CASE, record=(first, wrong)), before)
    report = assess(CASE)
    about = Entry(did="submit-case", about="request.offences[1]")
    [told] = points(report, evolve(report, record=(about,)))
    assert told.words == "submit case (offence 2): done on a day not known"


def test_a_reading() -> None:
    """The question of the reading, and both options in words; one that is not chosen is none."""
    told = words(evolve(CASE, readings=Readings.named({"preservation-floor-start": "received"})))
    assert told[0] == (
        "reading: From which day are the sixty days of preservation counted? the sixty days are counted from the day "
        "on which the preservation takes effect -> the sixty days are counted from the day on which the requested "
        "State receives the request"
    )
    report = assess(CASE)
    place, used = next((place, one) for place, one in enumerate(report.readings) if one.chosen is None)
    chosen = evolve(used, chosen=next(iter(used.options)))
    after = evolve(report, readings=(*report.readings[:place], chosen, *report.readings[place + 1 :]))
    [told_of] = points(report, after)
    assert f" none -> {chosen.options[str(chosen.chosen)]}" in told_of.words


def test_grounds_and_questions() -> None:
    """A ground with its move and its cause, against the request and against a disclosure; each open question."""
    after = evolve(
        CASE,
        position=evolve(CASE.position, prejudices_essential_interests=True),
        disclosure_position=evolve(CASE.disclosure_position, prejudices_essential_interests=True),
    )
    told = words(after)
    [ground] = [one for one in told if one.startswith("ground UNKNOWN -> YES ")]
    assert ground.endswith("; because of position.prejudices_essential_interests")
    assert any(one.startswith("ground at disclosure NO -> YES ") for one in told)
    assert any(one.startswith("answered: ") for one in told)
    assert any(one.startswith("now open: ") for one in words(CASE, after))
    assert any(one.startswith("no longer asked: ") for one in words(evolve(CASE, outlook=SURE)))


def test_a_question_about_one_of_several() -> None:
    """A question says what it is about."""
    report = assess(CASE)
    asked = report.open_questions[0]
    more = evolve(asked, question=evolve(asked.question, subject="request.data[2]"))
    [told] = points(report, evolve(report, open_questions=(*report.open_questions, more)))
    assert told.words == f"request.data[2]: {asked.question.statement}"


def test_amounts() -> None:
    """What is liable to confiscation, at both ends."""
    report = assess(load_case(EXAMPLES / "ransom_house.json", ConfiscationCase))
    assert report.liability is not None
    least, most = (
        point.words for point in points(report, evolve(report, liability=None)) if point.words.startswith("liable")
    )
    assert least == f"liable to confiscation, at least: {report.liability.at_least} -> none"
    assert most == f"liable to confiscation, at most: {report.liability.at_most} -> none"


def test_the_head() -> None:
    """What the heads say otherwise is told, and a hostile one stays data."""
    report = assess(CASE)
    other = evolve(report, header=evolve(report.header, received_on=None, reference=None, urgency=HOSTILE))
    told = [f"{one.label} {one.words}" for one in points(report, other)]
    assert f"reference: {report.header.reference} -> none" in told
    assert "received on: 2028-03-09 -> none" in told
    assert page_of(diff(report, other)).title == "What changed on 2028-03-13: the request, Noravia to Tesmark"
    assert "<script>" not in as_html(diff(report, other))
    assert "\x1b" not in as_text(diff(report, other))


def test_every_form() -> None:
    """Markdown, HTML and DOCX tell the same points, and so does a notebook."""
    pytest.importorskip("docx")
    found = diff(assess(CASE), assess(CASE, on=LATE))
    title = "What changed from 2028-03-13 to 2028-06-20: NPS-CYB-2028-0147/PR-02, Noravia to Tesmark"
    assert as_markdown(found).startswith(f"# {title}")
    assert f"<h1>{title}</h1>" in as_html(found)
    assert as_docx(found) == as_docx(found)
    assert "keep the data preserved" in shown(found)
