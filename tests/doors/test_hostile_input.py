"""Input made to do harm: too long, too deep, too many; each is refused in a message, or answered in little time.

What a document may say in its fields, and what is shown of it, is tested in `test_bad_documents.py` and `tests/pages/`.
"""

from __future__ import annotations

import json
import os
import re
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from time import process_time
from typing import Any, cast

import pytest

import uncc
from uncc.cases import AssistanceCase, ConfiscationCase, ExtraditionCase, Report, assess
from uncc.catalogue import rows
from uncc.cli import main
from uncc.confiscation import AssetHistory, Holding, Money, Payment
from uncc.confiscation.art31_confiscation.asset_history import MOST_STEPS, MOST_WAYS
from uncc.cooperation import (
    ExtraditionRequest,
    PreservationMeasure,
    SafeConduct,
    SoughtOffence,
    may_request_extension,
    safe_conduct_end,
    safe_conduct_has_ceased,
)
from uncc.cooperation.art37_extradition.request import MOST_OFFENCES
from uncc.doors.deposits import MOST_COLUMNS, parse_deposits
from uncc.doors.parsing import MOST_BYTES, MOST_CHARACTERS
from uncc.doors.serial import from_data, from_json, load_case, read_case, to_json
from uncc.final_provisions import Act, Amendment, Event, History, status_table
from uncc.final_provisions.impossible import contradictions
from uncc.kernel.errors import DocumentError, InvalidProvision, InvalidValue, shown
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import Provision
from uncc.pages import as_text, rows_csv
from uncc.readings import Readings
from uncc.review import from_csv, template

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2028, 3, 12)
COMES_AND_GOES = ((1, Act.ACCESSION), (6, Act.DENUNCIATION))
Capture = pytest.CaptureFixture[str]


def refused(do: Callable[[], object], seconds: float = 5) -> str:
    """Return what is complained of, in a message that is short and came soon."""
    started = process_time()
    with pytest.raises(DocumentError) as caught:
        do()
    assert process_time() - started < seconds
    assert len(str(caught.value.faults[0])) < 3_000
    return str(caught.value)


def in_seconds(do: Callable[[], Any], seconds: float = 5) -> Any:
    """Return what is found, which comes soon."""
    started = process_time()
    found = do()
    assert process_time() - started < seconds
    return found


# Too long


@pytest.mark.parametrize("read", [read_case, from_csv, parse_deposits], ids=lambda read: read.__name__)
def test_a_text_longer_than_a_file_may_be(read: Callable[[str], object]) -> None:
    """What a program hands over is held to the bound of a file, before anything is done with it."""
    text = '"' * (MOST_BYTES + 1)
    assert refused(lambda: read(text), 1) == "document: is longer than 4000000 characters, the most that is read"


def test_a_report_may_be_longer_and_50_megabytes_are_too_long() -> None:
    """What the library writes is longer than what people write, and has a bound of its own."""
    assert MOST_CHARACTERS > MOST_BYTES
    assert from_json('"' + "a" * MOST_BYTES + '"', str) == "a" * MOST_BYTES
    assert "is longer than 32000000 characters" in refused(lambda: from_json("[" * 50_000_000, str), 1)


@pytest.mark.parametrize("filling", ["a", '\\"'])
def test_a_long_text_takes_no_more_memory_than_its_length_allows(filling: str) -> None:
    """Looking for brackets in the longest text keeps no way back for each of its characters."""
    text = '"' + filling * ((MOST_BYTES - 2) // len(filling)) + '"'
    tracemalloc.start()
    try:
        from_json(text, str)
        assert tracemalloc.get_traced_memory()[1] < 15 * len(text)
    finally:
        tracemalloc.stop()


@pytest.mark.long
def test_a_key_for_every_number() -> None:
    """Hundreds of thousands of keys that nobody knows are told by the first fifty."""
    text = json.dumps({f"k{number}": number for number in range(300_000)})
    assert len(text) > MOST_BYTES
    assert refused(lambda: from_json(text, History), 20).count("\n") == 50


# Too deep


def test_data_nested_beyond_what_the_interpreter_follows() -> None:
    """Data that no text could hold are refused as any other; a message never fails for what it shows."""
    deep: list[Any] = []
    for _ in range(30_000):
        deep = [deep]
    assert shown(deep) == "<list>"
    assert refused(lambda: from_data({"events": deep}, History)).startswith("events[0]: <list> is not an object")


# Tables


def test_want_of_memory_is_no_fault_of_the_document() -> None:
    """Where memory ends while a document is read, that is said, and not that the document is faulty."""

    class Heavy(dict[str, object]):
        def __getitem__(self, key: str) -> object:
            raise MemoryError(key)

        def items(self) -> Any:
            raise MemoryError

    case = json.loads((EXAMPLES / "preserved_mailbox.json").read_text(encoding="utf-8"))
    case["request"] = Heavy(case["request"])
    with pytest.raises(MemoryError):
        from_data(case, AssistanceCase)


def test_a_header_of_a_million_cells() -> None:
    """The columns of a table are counted before they are compared."""
    assert refused(lambda: from_csv("," * 1_000_000 + "state," * 300_000 + "\n")).startswith("row 1: names 300000 ")
    assert refused(lambda: parse_deposits("," * 1_000_000 + "act," * 300_000 + "\n")) == (
        f"row 1: has 1300001 columns; at most {MOST_COLUMNS} are read"
    )


def test_blank_columns_of_a_spreadsheet_do_no_harm() -> None:
    """However many there are: a sheet that was saved whole has 16384 columns."""
    wide = "," * 16_380
    record = in_seconds(lambda: from_csv(f"state,provision,status{wide}\nAstoria,42(6),partly{wide}\n"))
    assert record.state.name == "Astoria"


@pytest.mark.parametrize("read", [from_csv, parse_deposits], ids=lambda read: read.__name__)
def test_half_of_a_character_in_a_table(read: Callable[[str], object]) -> None:
    """A text that no file could hold is refused, since what came of it could not be written."""
    assert refused(lambda: read("state,provision\n\ud800,7\n")) == (
        "line 2: has half of a character, which stands alone"
    )


def test_no_cell_that_the_project_writes_begins_a_formula() -> None:
    """A template and a list of obligations can be opened by any spreadsheet."""
    import csv

    for text in (template(), rows_csv(rows())):
        cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
        assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and cell]


@pytest.mark.long
def test_many_organizations() -> None:
    """A table in which every participant is an organization takes no longer than one of States."""
    lines = "".join(f"P{n},2027-01-{1 + n % 28:02d},ratification,yes\n" for n in range(2_000))
    lines += "".join(f"S{n},2026-06-01,ratification,no\n" for n in range(40))
    left = "Z,2027-01-03,ratification,no\nZ,2027-03-05,denunciation,no\n"
    for more in ("", left):
        history = parse_deposits(f"participant,date,act,regional_organization\n{lines}{more}")
        assert in_seconds(lambda: as_text(status_table(history, DAY))).count("P") >= 2_000  # noqa: B023


@pytest.mark.long
def test_one_participant_that_comes_and_goes() -> None:
    """Thousands of consents and denunciations of one participant are compared in their order."""
    years = range(1000, 9000, 2)
    acts = [Event(participant="A", act=act, on=date(y, m, 1)) for y in years for m, act in COMES_AND_GOES]
    assert in_seconds(lambda: list(contradictions(acts))) == []
    assert "its consent of 2027-01-01 still stands" in refused(
        lambda: parse_deposits("participant,date,act\nA,2027-01-01,accession\nA,2028-01-01,accession\n")
    )
    gone = "".join(f"A,{DAY + timedelta(days=day)},denunciation\n" for day in range(30_000))
    assert "only a Party can denounce" in in_seconds(
        lambda: refused(lambda: parse_deposits(f"participant,date,act\nA,2027-01-01,accession\n{gone}"))
    )


def test_a_name_of_marks_without_a_width() -> None:
    """A name of as many combining marks as a name may have is put on lines in little time."""
    history = parse_deposits("participant,date,act\na" + "\u0301" * 499 + ",2027-01-01,ratification\n")
    assert in_seconds(lambda: as_text(status_table(history, DAY))).count("\u0301") == 499


@pytest.mark.long
def test_many_names_that_stand_once() -> None:
    """That each of many organizations and amendments is named once is seen in little time."""
    names = [{"name": f"o{number}"} for number in range(50_000)]
    assert len(in_seconds(lambda: from_data({"organizations": names}, History)).organizations) == 50_000
    assert "'o0' is not named once" in refused(lambda: from_data({"organizations": [*names, names[0]]}, History))
    twice = (Amendment("x", DAY), Amendment("x", DAY))
    with pytest.raises(InvalidValue, match="named once"):
        History(amendments=twice)


# Answers that grow faster than their case


def holdings(count: int, *, sources: int) -> tuple[Holding, ...]:
    """Return holdings of which each is bought with parts of those before it, as many as `sources`."""
    first = [Holding(name=f"h{n}", value=_euros(10**9)) for n in range(sources)]
    later = [
        Holding(
            name=f"h{n}",
            value=_euros(10**9),
            bought_with=tuple(
                Payment(taken_from=f"h{before}", value=_euros(10**8)) for before in range(n - sources, n)
            ),
        )
        for n in range(sources, count)
    ]
    return (*first, *later)


def _euros(amount: int) -> Money:
    return Money("EUR", Decimal(amount))


def asset_case(found: tuple[Holding, ...]) -> ConfiscationCase:
    """Return a case about the last of these holdings."""
    document = json.loads((EXAMPLES / "ransom_house.json").read_text(encoding="utf-8"))
    document["asset"] = {"name": found[-1].name, "history": json.loads(to_json(AssetHistory(found)))}
    return from_data(document, ConfiscationCase)


@pytest.mark.long
def test_the_longest_way_into_a_holding() -> None:
    """A history that reaches the bound is assessed, printed and read again; one step more is refused."""
    case = asset_case(holdings(MOST_STEPS, sources=1))
    report = in_seconds(lambda: assess(case), 15)
    assert as_text(report)
    assert from_json(to_json(report), Report) == report
    with pytest.raises(InvalidValue, match=f"'h{MOST_STEPS}' is not a holding at most 25 steps from outside"):
        AssetHistory(holdings(MOST_STEPS + 1, sources=1))


@pytest.mark.long
def test_the_most_ways_into_a_holding() -> None:
    """Ways that double at each step are counted, and not followed one by one."""
    with pytest.raises(InvalidValue, match=f"comes from outside in at most {MOST_WAYS} ways"):
        in_seconds(lambda: AssetHistory(holdings(25, sources=2)))
    many = tuple(Holding(name=f"h{n}", value=_euros(10)) for n in range(MOST_WAYS))
    paid = tuple(Payment(taken_from=one.name, value=_euros(5)) for one in many)
    chain: list[Holding] = [Holding(name="all", value=_euros(1_000), bought_with=paid)]
    while len(chain) < MOST_STEPS - 1:
        part = Payment(taken_from=chain[-1].name, value=_euros(400))
        chain.append(Holding(name=f"c{len(chain)}", value=_euros(1_000), bought_with=(part,)))
    case = asset_case((*many, *chain))
    assert in_seconds(lambda: as_text(assess(case)), 20)
    more = Payment(taken_from=chain[-1].name, value=_euros(1))
    extra = Payment(taken_from=many[0].name, value=_euros(1))
    with pytest.raises(InvalidValue, match=f"at most {MOST_WAYS} ways"):
        AssetHistory((*many, *chain[:1], Holding(name="x", value=_euros(9), bought_with=(extra, _from(chain[0])))))
    with pytest.raises(InvalidValue, match="steps from outside"):
        AssetHistory((*many, *chain, Holding(name="x", value=_euros(9), bought_with=(more,))))


def _from(holding: Holding) -> Payment:
    return Payment(taken_from=holding.name, value=_euros(1))


def test_a_name_that_is_not_in_a_long_history() -> None:
    """The message names some of the holdings that there are, and no long name whole."""
    history = AssetHistory(tuple(Holding(name=f"h{n}" + "x" * 90, value=_euros(1)) for n in range(1_000)))
    with pytest.raises(InvalidValue, match=r"and 980 more$") as caught:
        history.holding("y")
    assert len(str(caught.value)) < 2_000
    with pytest.raises(InvalidValue, match="there are: none"):
        AssetHistory().holding("y")


@pytest.mark.long
def test_a_case_of_many_open_facts_is_answered(tmp_path: Path, capsys: Capture) -> None:
    """However many facts of a holding are open, and mentioned twice, the command line answers."""
    many = tuple(Holding(name=f"h{n}", value=_euros(100)) for n in range(12))
    paid = tuple(_from(one) for one in many)
    both = tuple(Holding(name=name, value=_euros(12), bought_with=paid) for name in ("left", "right"))
    last = Holding(name="last", value=_euros(2), bought_with=tuple(map(_from, both)))
    case = asset_case((*many, *both, last))
    path = tmp_path / "case.json"
    path.write_text(to_json(case), encoding="utf-8")
    assert in_seconds(lambda: main(["assess", str(path)]), 20) == 0
    out, err = capsys.readouterr()
    assert "IN BRIEF" in out
    assert err == ""


@pytest.mark.long
def test_the_most_offences_of_a_request_for_extradition() -> None:
    """A request that reaches the bound is assessed, and its report is read again; one offence more is refused."""
    text = (EXAMPLES / "extradite_or_prosecute.json").read_text(encoding="utf-8")
    offences = [{"title": f"offence {number}"} for number in range(MOST_OFFENCES)]
    document = json.loads(text)
    document["request"]["offences"] = offences
    report = in_seconds(lambda: assess(from_data(document, ExtraditionCase)))
    assert from_json(to_json(report), Report) == report
    with pytest.raises(InvalidValue, match="51 is not at most 50 offences"):
        ExtraditionRequest(offences=tuple(SoughtOffence(title=str(n)) for n in range(MOST_OFFENCES + 1)))


# Numbers and days


@pytest.mark.parametrize("digits", ["1E+999999999", "1E-999999999", "NaN", "sNaN", "-Infinity", "-1", "1E+18", "1E-19"])
def test_an_amount_beyond_all_bounds(digits: str) -> None:
    """A number with a short name and a long form is refused without being written out."""
    with pytest.raises(InvalidValue, match="is not an amount from 0"):
        in_seconds(lambda: Money("EUR", Decimal(digits)), 1)


@pytest.mark.parametrize("digits", ["0E+999999999", "-0E-999999999", "0"])
def test_nothing_is_nothing_however_it_is_written(digits: str) -> None:
    """A nought with an exponent is the same amount as one without."""
    assert str(in_seconds(lambda: Money("EUR", Decimal(digits)), 1)) == "EUR 0"


def test_the_first_and_the_last_day_of_the_calendar() -> None:
    """A day before the first of the calendar is no day that can be told, and what is asked of others is answered."""
    returned = SafeConduct(
        informed_on=date.min, left_on=date.min, returned_on=date.min, returned_freely=True, agreed_days=1
    )
    at_once = Readings.named({"safe-conduct-return": "at-once"})
    assert safe_conduct_end(returned).under(at_once).on is None
    assert safe_conduct_has_ceased(returned, date.min).under(at_once).is_yes
    assert may_request_extension(PreservationMeasure(assistance_requested=False), date.max).is_no


# Expressions


def _patterns() -> Iterator[Any]:
    for module in walk_packages(uncc.__path__, "uncc."):
        if not module.name.endswith(("__main__", "testing")):
            for name, value in sorted(vars(import_module(module.name)).items()):
                if isinstance(value, re.Pattern):
                    yield pytest.param(cast("Any", value), f"{module.name}.{name}", id=f"{module.name}.{name}")


@pytest.mark.parametrize(("pattern", "name"), list(_patterns()))
def test_no_expression_goes_back_for_long(pattern: re.Pattern[Any], name: str) -> None:
    """Every regular expression of the package is done with the longest text that it is put to in no time."""
    length = 120 if name.startswith("uncc.kernel.provisions.") else 40_000  # a citation is no longer
    looks: list[Callable[[str], object]] = [pattern.match, pattern.fullmatch]
    if name in {"uncc.doors.parsing._TOKENS", "uncc.pages.writers.markdown._MARKS"}:
        looks.append(lambda text: pattern.sub("", text))
    pieces = (
        "a",
        "0",
        " ",
        ".",
        "-",
        "'",
        '"',
        "\\",
        "(",
        "(a)",
        "para ",
        "1.",
        "\n",
        "=",
        "EUR 1",
        "\u0660",
        "<",
        "''=",
    )
    for piece in pieces:
        for end in ("", "!", "\x00"):
            said = piece * (length // len(piece)) + end
            text: Any = said.encode() if isinstance(pattern.pattern, bytes) else said
            for look in looks:
                in_seconds(lambda: look(text), 1)  # noqa: B023


def test_no_citation_takes_long() -> None:
    """A citation is looked at for its first characters only."""
    for piece in ("para ", "(a)", "40", " ", "sub-", "\n"):
        with pytest.raises(InvalidProvision):
            in_seconds(lambda: Provision.parse("40" + piece * 1_000_000), 1)  # noqa: B023


# Paths


def _complaint(arguments: list[str], capsys: Capture) -> str:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a system without this device")
def test_a_device_without_an_end(capsys: Capture) -> None:
    """A device is read to the bound of a document and no further."""
    assert _complaint(["assess", "/dev/zero"], capsys).endswith("is longer than 4000000 bytes, the most that is read\n")


def test_links(tmp_path: Path, capsys: Capture) -> None:
    """A link is followed; one that leads to itself or nowhere is a file that cannot be read."""
    good, lost, round_about = (tmp_path / name for name in ("good", "lost", "round"))
    good.symlink_to(EXAMPLES / "hospital_ransomware.json")
    lost.symlink_to(tmp_path / "nowhere")
    round_about.symlink_to(round_about)
    assert load_case(good) == load_case(EXAMPLES / "hospital_ransomware.json")
    assert "document: cannot be read: No such file" in _complaint(["assess", str(lost)], capsys)
    assert "document: cannot be read: " in _complaint(["assess", str(round_about)], capsys)


def test_a_dash_in_a_folder_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Standard input is not read in place of a file `./-`."""
    monkeypatch.chdir(tmp_path)
    assert _complaint(["assess", "./-"], capsys).startswith("uncc: -: document: cannot be read: No such file")


@pytest.mark.parametrize("name", ["a\0b", "folder", "no/where", "x" * 5_000])
def test_where_nothing_can_be_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """A draft that cannot be written is told as such, with the name of the place, and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    case = str(EXAMPLES / "hospital_ransomware.json")
    err = _complaint(["draft", case, "--document", "preservation-request", "--output", name], capsys)
    assert "document: cannot be written: " in err
    assert "\0" not in err
    assert os.listdir(tmp_path) == ["folder"]  # noqa: PTH208  # names are enough


def test_what_is_not_drafted_is_told_on_visible_lines(tmp_path: Path, capsys: Capture) -> None:
    """The reasons why a document has no place in a case cannot steer a terminal."""
    document = json.loads((EXAMPLES / "hospital_ransomware.json").read_text(encoding="utf-8"))
    document["requested"]["state"]["name"] = "Bor\x1b[31m\u202eduria"
    path = tmp_path / "case.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    for kind in ("refusal", "outlook-notice", "extradition-decision"):
        if main(["draft", str(path), "--document", kind]) == 2:
            err = capsys.readouterr().err
            assert err.startswith("uncc: ")
            assert "\x1b" not in err
            assert "\u202e" not in err


# Findings that no rule has made

LEAF: dict[str, Any] = {"truth": "yes", "statement": "x", "authority": [], "kind": "text"}
QUESTION: dict[str, Any] = {"name": "q", "statement": "q", "authority": [], "asked_of": "case-holder", "subject": ""}
FACT: dict[str, Any] = {**LEAF, "truth": "unknown", "kind": "fact", "about": QUESTION}
OPEN: dict[str, Any] = {"reading": "preservation-expiry-day", "chosen": None}
CHOSEN: dict[str, Any] = {"reading": "preservation-expiry-day", "chosen": "last-day-included"}


@pytest.mark.parametrize(
    "finding",
    [
        {**LEAF, "kind": "not"},
        {**LEAF, "kind": "not", "because": [FACT, FACT]},
        {**LEAF, "kind": "fact"},
        {**FACT, "because": [LEAF]},
        {**LEAF, "because": [LEAF]},
        {**LEAF, "truth": "unknown"},
        {**LEAF, "about": QUESTION},
        {**LEAF, "kind": "all", "about": QUESTION},
        {**LEAF, "kind": "reading"},
        {**LEAF, "kind": "reading", "about": OPEN, "because": [LEAF]},
        {**LEAF, "kind": "reading", "about": CHOSEN, "because": [LEAF, LEAF, LEAF]},
        {**LEAF, "kind": "all", "truth": "no", "because": [LEAF]},
        {**LEAF, "kind": "all", "truth": "unknown"},
        {**LEAF, "kind": "any"},
        {**LEAF, "kind": "none", "because": [LEAF]},
        {**LEAF, "kind": "not", "because": [LEAF]},
        {**LEAF, "kind": "reading", "about": CHOSEN, "truth": "no", "because": [LEAF, LEAF]},
        {**LEAF, "kind": "reading", "about": OPEN, "truth": "unknown", "because": [LEAF, LEAF]},
    ],
    ids=json.dumps,
)
def test_a_finding_that_no_rule_has_made(finding: dict[str, Any]) -> None:
    """Limbs that a kind does not have, and an answer that its limbs do not give, are refused and never told."""
    place = refused(lambda: from_data({**LEAF, "kind": "all", "because": [finding]}, Finding))
    assert place.startswith(("because[0].kind: ", "because[0].truth: "))


@pytest.mark.parametrize(
    "finding",
    [
        {**LEAF, "kind": "all", "truth": "no", "because": [FACT]},
        {**LEAF, "kind": "none"},
        {**LEAF, "kind": "not", "truth": "unknown", "because": [FACT]},
        {**LEAF, "kind": "reading", "about": CHOSEN, "because": [LEAF]},
        {**LEAF, "kind": "reading", "about": OPEN, "because": [LEAF, LEAF]},
        FACT,
    ],
    ids=json.dumps,
)
def test_a_finding_that_a_rule_could_have_made(finding: dict[str, Any]) -> None:
    """One that was settled over all completions, and one cut to what is decisive, among them."""
    found = from_data(finding, Finding)
    assert found.explain()
    assert from_json(to_json(found), Finding) == found
