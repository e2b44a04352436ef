"""The commands that ask the catalogue and review a State's implementation."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from tests.final_provisions.builders import WHOLE
from tests.review.test_examination import duty
from uncc.cases import DomesticLaw
from uncc.catalogue import Row, where
from uncc.cli import main
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import from_json, load_case, to_json
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.pages import as_html, as_markdown, as_text, provision_text, rows_csv, rows_markdown, rows_text
from uncc.procedural import ProceduralLaw, SearchRegime
from uncc.review import load_record, received, review, template

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORD, TABLE = EXAMPLES / "review_borduria.json", EXAMPLES / "review_drovia.csv"
LAW = EXAMPLES / "statute_borduria.json"
DEPOSITS = EXAMPLES / "deposits.csv"

Capture = pytest.CaptureFixture[str]


def said(capsys: Capture, *arguments: object) -> str:
    """Return what a call prints that ends well."""
    assert main([str(argument) for argument in arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


# uncc provision


@pytest.mark.parametrize("citation", ["42(6)", "Art. 42(6)", "article 42, paragraph 6"])
def test_a_provision(citation: str, capsys: Capture) -> None:
    """A provision is told whichever way it is cited."""
    assert said(capsys, "provision", citation) == provision_text(art(42, 6))


def test_a_provision_as_json(capsys: Capture) -> None:
    """As JSON a provision is the list of the rows within it."""
    rows = from_json(said(capsys, "provision", "42(3)", "--format", "json"), tuple[Row, ...])
    assert [str(row.provision) for row in rows] == ["Art. 42(3)", *(f"Art. 42(3)({letter})" for letter in "abcdefg")]


@pytest.mark.parametrize(
    ("citation", "complaint"),
    [("42(11)", "there is no such provision as Art. 42(11)"), ("fun", "'fun' is not a single citation")],
)
def test_no_provision(citation: str, complaint: str, capsys: Capture) -> None:
    """A citation that names nothing is a mistake in the call."""
    with pytest.raises(SystemExit) as ended:
        main(["provision", citation])
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert complaint in err


# uncc obligations


def test_obligations_as_text_csv_markdown_and_json(capsys: Capture) -> None:
    """The list is that of the catalogue, in the form asked for."""
    chosen = ("--bearer", "requested-state", "--modality", "may")
    found = where(bearer=Role.REQUESTED_STATE, modality=Modality.MAY)
    assert found
    assert said(capsys, "obligations", *chosen) == rows_text(found)
    assert said(capsys, "obligations", *chosen, "--format", "csv") == rows_csv(found)
    assert said(capsys, "obligations", *chosen, "--format", "md") == rows_markdown(found)
    assert from_json(said(capsys, "obligations", *chosen, "--format", "json"), tuple[Row, ...]) == found


def test_obligations_by_chapter_article_and_what_is_computed(capsys: Capture) -> None:
    """Each condition is passed on."""
    assert said(capsys, "obligations", "--chapter", "6", "--no-computed") == rows_text(where(chapter=6, computed=False))
    assert said(capsys, "obligations", "--article", "42", "--computed") == rows_text(where(article=42, computed=True))


@pytest.mark.parametrize("wrong", [["--bearer", "judge"], ["--modality", "must"], ["--chapter", "10"]])
def test_obligations_of_nobody(wrong: list[str], capsys: Capture) -> None:
    """A bearer, a modality or a chapter that does not exist is a mistake in the call."""
    with pytest.raises(SystemExit):
        main(["obligations", *wrong])
    assert "invalid choice" in capsys.readouterr().err


# uncc review


def test_the_template(capsys: Capture) -> None:
    """The template is printed as it is."""
    assert said(capsys, "review", "--template") == template()


@pytest.mark.long
@pytest.mark.parametrize("path", [RECORD, TABLE])
def test_a_review_in_each_form(path: Path, capsys: Capture) -> None:
    """A record or a table gives a review as text, HTML, Markdown and JSON."""
    found = review(load_record(path))
    assert said(capsys, "review", path) == as_text(found)
    assert said(capsys, "review", path, "--format", "html") == as_html(found)
    assert said(capsys, "review", path, "--format", "md") == as_markdown(found)
    assert said(capsys, "review", path, "--format", "json") == to_json(found) + "\n"


@pytest.mark.long
def test_a_review_with_a_law_and_notifications(tmp_path: Path, capsys: Capture) -> None:
    """A law and the notifications owed may stand in files of their own."""
    owed = (duty(owed=True), duty(owed=None))
    path = tmp_path / "owed.json"
    path.write_text(to_json(owed), encoding="utf-8")
    expected = review(evolve(load_record(RECORD), law=load_case(LAW, DomesticLaw)), notifications=owed)
    assert said(capsys, "review", RECORD, "--law", LAW, "--notifications", path) == as_text(expected)
    printed = json.loads(said(capsys, "review", RECORD, "--law", LAW, "--notifications", path, "--format", "json"))
    assert [found["id"] for found in printed["notifications"]] == ["prevention-authority"] * 2


@pytest.mark.long
def test_a_review_with_deposits(capsys: Capture) -> None:
    """What the depositary has received is looked at on the day of the record, or on another."""
    record, history = load_record(RECORD), load_deposits(DEPOSITS)
    expected = review(record, depositary=received(record, history))
    assert said(capsys, "review", RECORD, "--deposits", DEPOSITS) == as_text(expected)
    whole, day = evolve(history, **WHOLE), date(2028, 12, 31)
    expected = review(record, depositary=received(record, whole, day))
    arguments = ("review", RECORD, "--deposits", DEPOSITS, "--complete", "--on", day)
    assert said(capsys, *arguments) == as_text(expected)
    assert "by the depositary until 2028-12-31" in said(capsys, *arguments)


def test_a_review_with_deposits_and_further_notifications(tmp_path: Path, capsys: Capture) -> None:
    """Both stand in the review."""
    path = tmp_path / "owed.json"
    path.write_text(to_json((duty(owed=True),)), encoding="utf-8")
    record = load_record(TABLE)
    expected = review(record, notifications=[duty(owed=True)], depositary=received(record, load_deposits(DEPOSITS)))
    arguments = ("review", TABLE, "--deposits", DEPOSITS, "--notifications", path)
    assert said(capsys, *arguments) == as_text(expected)


def test_a_review_with_a_procedural_law(tmp_path: Path, capsys: Capture) -> None:
    """A procedural law may stand in a file of its own, and takes the place of that of the record."""
    path = tmp_path / "law.json"
    law = ProceduralLaw(search=SearchRegime(extends_searches=False))
    path.write_text(to_json(law), encoding="utf-8")
    for record in (RECORD, TABLE):
        expected = review(evolve(load_record(record), procedural_law=law))
        assert said(capsys, "review", record, "--procedural-law", path) == as_text(expected)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--on", "2029-06-30"], "--on and --complete go with --deposits"),
        (["--complete"], "--on and --complete go with --deposits"),
        (
            ["--deposits", str(DEPOSITS), "--on", "30.6.2029"],
            "such as 2027-05-09: write 2029-06-30",
        ),
    ],
)
def test_a_day_that_cannot_be_used(arguments: list[str], complaint: str, capsys: Capture) -> None:
    """A day without deposits, or one that is none, is a mistake in the call."""
    with pytest.raises(SystemExit) as ended:
        main(["review", str(RECORD), *arguments])
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err


def test_deposits_without_a_day(tmp_path: Path, capsys: Capture) -> None:
    """A record that is of no day needs one."""
    path = tmp_path / "state.csv"
    path.write_text("state,provision,status\nDrovia,7(1),partly\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["review", str(path), "--deposits", str(DEPOSITS)])
    assert "give --on DAY: the record does not say of which day it is" in capsys.readouterr().err


def test_deposits_that_do_not_have_the_state(tmp_path: Path, capsys: Capture) -> None:
    """A State that stands nowhere in a table that is complete is told, of the table; else its part in it is open."""
    path = tmp_path / "deposits.csv"
    path.write_text("participant,date,act\nBordurya,2027-07-01,accession\n", encoding="utf-8")
    assert main(["review", str(RECORD), "--deposits", str(path), "--complete"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    told = "'Borduria' is not one of the participants; perhaps 'Bordurya' is meant"
    assert err == f"uncc: {path}: participant: {told}\n"
    assert main(["review", str(RECORD), "--deposits", str(path)]) == 0
    assert "0 notifications missing, 8 not determined" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], [str(RECORD), "--template"]])
def test_a_file_or_the_template(arguments: list[str], capsys: Capture) -> None:
    """Neither a file nor the template, or both, is a mistake in the call."""
    with pytest.raises(SystemExit) as ended:
        main(["review", *arguments])
    assert ended.value.code == 2
    assert "give a file to review, or --template alone" in capsys.readouterr().err


def test_a_faulty_table(tmp_path: Path, capsys: Capture) -> None:
    """Every fault of a table is told with its row and column, and nothing is printed."""
    path = tmp_path / "state.csv"
    path.write_text("state,provision,status\nAstoria,42(11),done\n,7(1),done\n", encoding="utf-8")
    assert main(["review", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"uncc: {path}: 2 faults",
        "  row 2, provision: there is no such provision as Art. 42(11): the parts of Art. 42 end at Art. 42(9)",
        "  row 3, status: 'done' is not one of: in-place, partly, not, not-applicable, unknown",
    ]


@pytest.mark.parametrize(
    ("option", "content", "fault"),
    [
        ("--law", LAW.read_text(encoding="utf-8"), "state.name: 'Borduria' is not the law of Drovia, whose record"),
        ("--law", "{}", "case: is missing"),
        ("--notifications", "[{}]", "[0].id: is missing"),
        ("--procedural-law", '{"serach": {}}', "serach"),
        (
            "--procedural-law",
            '{"state": {"party": {"state": {"name": "Astoria"}}}}',
            "state.party.state.name: 'Astoria' is not the law of Drovia, whose record",
        ),
        ("--deposits", "participant,date\n", "row 1: has no column act"),
    ],
)
def test_a_complaint_names_its_file(option: str, content: str, fault: str, tmp_path: Path, capsys: Capture) -> None:
    """A fault in the law or in the notifications is told of that file, and not of the record."""
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    assert main(["review", str(TABLE), option, str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"uncc: {path}: ")
    assert fault in err
