"""Every block of Python in the README and the documents runs, and prints what stands below it."""

from __future__ import annotations

import contextlib
import csv
import importlib.util
import io
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.doors.test_serial import kind_of
from uncc.cases.domestic_law import MOST_PROVISIONS
from uncc.catalogue import rows
from uncc.cli import main
from uncc.confiscation.art31_confiscation.asset_history import MOST_STEPS, MOST_WAYS
from uncc.confiscation.art31_confiscation.liability import MOST_RIGHTS
from uncc.confiscation.money import MOST as MOST_AMOUNT
from uncc.confiscation.money import MOST_PLACES
from uncc.cooperation.art37_extradition.request import MOST_OFFENCES
from uncc.doors.parsing import MOST_BYTES, MOST_CHARACTERS, MOST_DEPTH, MOST_DIGITS, MOST_FAULTS
from uncc.final_provisions.votes import MOST_VOTES
from uncc.kernel import worlds
from uncc.kernel.between import LAST_YEAR
from uncc.kernel.facts import MOST
from uncc.kernel.inquiry import MOST_COMPARED, MOST_FOR_ENDS, MOST_SEARCHED, MOST_SETS
from uncc.kernel.ready import MOST_READY
from uncc.kernel.values import MOST_NAME, MOST_TEXT
from uncc.kernel.witnesses import MOST_TAKEN
from uncc.kernel.worlds import FEW_STEPS, MOST_IN_ALL
from uncc.offences.domestic import MOST_VARIATIONS
from uncc.questions.columns import MOST_REPEATED
from uncc.questions.exploration import MOST_COMPLETIONS, MOST_LOOKED_AT
from uncc.review.table import MOST_COLUMNS

CHECKOUT = Path(__file__).resolve().parents[1]
WRITTEN = [path for path in sorted((CHECKOUT / "docs").glob("**/*.md")) if "_generated" not in path.parts]
DOCUMENTS = [CHECKOUT / "README.md", *WRITTEN]
NOTEBOOKS = sorted((CHECKOUT / "examples" / "notebooks").glob("*.md"))
SCENARIOS = sum(
    len(json.loads(path.read_text(encoding="utf-8"))["scenarios"])
    for path in (CHECKOUT / "tests" / "scenarios").glob("*.json")
)
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$(?:\n+^```text\n(?P<printed>.*?)^```$)?", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#]+)(?:#[^)]*)?\)")


def _blocks() -> list[Any]:
    return [
        pytest.param(found["code"], found["printed"], id=f"{document.name}:{number}")
        for document in DOCUMENTS
        for number, found in enumerate(BLOCK.finditer(document.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize(("code", "printed"), _blocks())
def test_the_block_runs_and_prints_what_stands_below_it(
    code: str, printed: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who pastes the block in the checkout sees what the document shows."""
    monkeypatch.chdir(CHECKOUT)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "document", "exec"), {"__name__": "document"})
    if printed is not None:
        assert out.getvalue() == printed


@pytest.mark.parametrize("document", [*DOCUMENTS, *NOTEBOOKS], ids=lambda document: document.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    """A relative link names a file of the checkout."""
    for found in LINK.finditer(document.read_text(encoding="utf-8")):
        assert (document.parent / found["target"]).exists(), found["target"]


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("docs/explanation/limits.md", f"extradition holds {MOST_OFFENCES} offences"),
        ("docs/explanation/limits.md", f"history {MOST_STEPS} steps and {MOST_WAYS} ways into one holding"),
        ("SECURITY.md", f"| Offences of one request for extradition | {MOST_OFFENCES} |"),
        ("SECURITY.md", f"ways into one holding | {MOST_STEPS} and {MOST_WAYS} |"),
        ("SECURITY.md", f"| Rights of others in one asset | {MOST_RIGHTS} |"),
        ("SECURITY.md", f"| A file; a case or a table as text | {MOST_BYTES:,} bytes;"),
        ("SECURITY.md", f"such as a report | {MOST_CHARACTERS:,} characters |"),
        ("SECURITY.md", f"| Nesting of JSON | {MOST_DEPTH} |"),
        ("SECURITY.md", f"| Digits of a whole number | {MOST_DIGITS:,} |"),
        ("SECURITY.md", f"| Faults that are told | {MOST_FAULTS};"),
        ("SECURITY.md", f"| Named columns of a table | {MOST_COLUMNS} |"),
        ("SECURITY.md", f"| Counts of days | 1 to {MOST:,} |"),
        ("SECURITY.md", f"| Votes of the Conference | {MOST_VOTES:,} |"),
        ("SECURITY.md", f"with {MOST_PLACES} places at most"),
        ("SECURITY.md", f"below 10 to the power of {MOST_AMOUNT.adjusted()}, with"),
        ("SECURITY.md", f"| A cell of a table | {csv.field_size_limit():,} characters |"),
        ("SECURITY.md", f"to 31 December {LAST_YEAR} |"),
        ("SECURITY.md", f"an offence, a holding, a variation | {MOST_NAME} characters |"),
        ("SECURITY.md", f"| Any other text of a case | {MOST_TEXT:,} characters |"),
        ("SECURITY.md", f"and variations of one provision | {MOST_PROVISIONS} and {MOST_VARIATIONS} |"),
        ("SECURITY.md", f"| Completions of an exploration | {MOST_COMPLETIONS:,}, those of 20 facts;"),
        ("SECURITY.md", f"in all completions of an exploration | 2 to the power of {MOST_LOOKED_AT.bit_length() - 1};"),
        ("SECURITY.md", f"more than once in what `decide_columns` decides | {MOST_REPEATED};"),
        ("SECURITY.md", f"and sets of facts that it keeps | {MOST_COMPARED:,} and {MOST_SETS:,};"),
        ("SECURITY.md", f"one searches for those that matter | {MOST_SEARCHED};"),
        ("SECURITY.md", f"what is open in one answer | {MOST_IN_ALL:,}, and {FEW_STEPS} more for each question;"),
        ("SECURITY.md", f"in single worlds, to spare these searches | {MOST_TAKEN:,} |"),
        ("SECURITY.md", f"for the ends of a day or an amount | {worlds.MOST_STEPS:,} and {MOST_FOR_ENDS:,};"),
        ("docs/explanation/trust.md", f"All {len(rows())} are in"),
        ("docs/explanation/trust.md", f"- **Scenarios.** {SCENARIOS:,} narratives"),
        ("SECURITY.md", f"each function keeps {MOST_READY:,} values at most"),
    ],
)
def test_the_documents_tell_the_limits_of_the_code(document: str, told: str) -> None:
    """A limit that a document names is the one that the code holds."""
    assert told in " ".join((CHECKOUT / document).read_text(encoding="utf-8").split())


def test_the_concordance_has_each_article_once() -> None:
    """Every article has one line; the articles of the other treaties exist, and the head names whose they are."""
    lines = (CHECKOUT / "docs" / "concordance.md").read_text(encoding="utf-8").splitlines()
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| Art.")]
    heads = {line for line in lines if line.startswith("| ours")}
    assert heads == {"| ours | Budapest | UNTOC | UNCAC | note |"}
    assert [row[0] for row in table] == [f"Art. {number}" for number in range(1, 69)]
    for row in table:
        for cell, last in zip(row[1:4], (48, 41, 71), strict=True):
            assert not cell or re.match(r"Arts?\. \d", cell)
            articles = [int(number) for number in re.findall(r"(?<![(\d])\d+", cell)]
            assert bool(articles) is bool(cell)
            assert all(1 <= number <= last for number in articles), cell


def test_every_page_can_be_reached() -> None:
    """Each page stands in the contents of the index or of another page, so that a reader finds it."""
    pages = {path.relative_to(CHECKOUT / "docs").with_suffix("").as_posix() for path in WRITTEN}
    contents = (CHECKOUT / "docs" / "index.md").read_text(encoding="utf-8").splitlines()
    assert pages - {"index"} <= set(contents)


def test_the_first_lesson_can_be_typed_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its commands prints or writes what it says, and one mark is left in the letter at its end."""
    text = (CHECKOUT / "docs" / "tutorial" / "first_report.md").read_text(encoding="utf-8")
    (tmp_path / "examples").symlink_to(CHECKOUT / "examples")
    (letter,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    (tmp_path / "letter.json").write_text(letter, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^\.venv/bin/uncc (.*)$", text, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        assert main(shlex.split(command)) == 0
    assert (tmp_path / "request.html").read_text(encoding="utf-8").count("<mark>") == 1


@pytest.mark.long
def test_the_reference_has_every_key_of_a_case_file() -> None:
    """Each key of each example stands on the page by its path; what a page of its own has is left to that."""
    spec = importlib.util.spec_from_file_location("generate", CHECKOUT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    page = generate._case_keys()
    kinds = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in (CHECKOUT / "examples").glob("*.json")]
    requests = [case for case in cases if case.get("case", "").capitalize() in kinds]
    assert len(requests) >= 7
    for case in requests:
        told = set(re.findall(r"^`(\S+)`$", kinds[case["case"].capitalize()], re.MULTILINE))
        for path in _paths(case, ""):
            apart = re.search(r"(conduct|readings|convention_offence)\b", path)
            assert path in told or apart, path


def _paths(value: Any, path: str) -> Iterator[str]:
    """Yield the path of everything that stands in plain data and is neither an object nor a list of objects."""
    if kind_of(value) is dict:
        for name, inner in value.items():
            yield from _paths(inner, f"{path}.{name}" if path else name)
    elif kind_of(value) is list and any(kind_of(one) is dict for one in value):
        for inner in value:
            yield from _paths(inner, f"{path}[]")
    elif value is not None and value != []:
        yield path
