"""Documents that cannot be read: refused in one message that says where, what stands there and what would be right.

Each is put to the command line, as a user would: exit status 2, nothing on standard output, no traceback.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from time import process_time
from typing import Any, cast

import pytest

from uncc.cases import CaseKind, Report, assess
from uncc.cli import main
from uncc.cooperation import Position, PreservationMeasure
from uncc.doors.parsing import MOST_BYTES, MOST_DEPTH, MOST_FAULTS
from uncc.doors.serial import from_json, load_case, read_case
from uncc.kernel.between import YEAR_FIRST
from uncc.kernel.errors import DocumentError, InvalidValue, UnknownName
from uncc.readings import register

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
TEXT = EXAMPLE.read_text(encoding="utf-8")
DOCUMENT: dict[str, Any] = json.loads(TEXT)
LEFT_OUT = object()

Refuse = Callable[[str | bytes], str]
Capture = pytest.CaptureFixture[str]


def changed(place: str, value: Any) -> Any:
    """Return the example with another value at a place such as `request.data[2].period`, or without it."""
    document = deepcopy(DOCUMENT)
    node: Any = document
    *steps, last = place.replace("[", ".[").split(".")
    for step in steps:
        node = node[int(step[1:-1]) if step.startswith("[") else step]
    key = int(last[1:-1]) if last.startswith("[") else last
    if value is LEFT_OUT:
        del node[key]
    else:
        node[key] = value
    return document


def without_nulls(document: Any) -> Any:
    """Return a document without the keys under which nothing stands."""
    kind = document.__class__
    if kind is list:
        return [without_nulls(one) for one in document]
    if kind is not dict:
        return document
    return {key: without_nulls(one) for key, one in document.items() if one is not None}


def written(document: Any) -> str:
    """Return a document as JSON text, whatever stands in it."""
    return json.dumps(document)


@pytest.fixture
def refuse(tmp_path: Path, capsys: Capture) -> Refuse:
    """Put a document to the command line and return what it complains of."""

    def put(content: str | bytes) -> str:
        path = tmp_path / "case.json"
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        status = main(["assess", str(path)])
        out, err = capsys.readouterr()
        assert (status, out) == (2, "")
        assert err.startswith(f"uncc: {path}: ")
        assert err.endswith("\n")
        assert "Traceback" not in err
        assert not [c for c in err if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c != "\n"]
        return err.removeprefix(f"uncc: {path}: ").removesuffix("\n")

    return put


# What cannot be read at all


def test_a_file_that_is_not_there_has_a_neighbour(tmp_path: Path, capsys: Capture) -> None:
    """Where a file beside it has nearly the same name, that is said."""
    (tmp_path / "hospital.json").write_text("{}", encoding="utf-8")
    told = _complaint_about(str(tmp_path / "hosptial.json"), capsys)
    assert told.endswith("No such file or directory; perhaps hospital.json is meant\n")


def _complaint_about(path: str, capsys: Capture) -> str:
    assert main(["assess", path]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    """The message names the file and says that there is none."""
    path = tmp_path / "nowhere.json"
    assert _complaint_about(str(path), capsys) == f"uncc: {path}: document: cannot be read: No such file or directory\n"


def test_a_directory(tmp_path: Path, capsys: Capture) -> None:
    """A directory is no document."""
    assert _complaint_about(str(tmp_path), capsys) == f"uncc: {tmp_path}: document: cannot be read: Is a directory\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path, capsys: Capture) -> None:
    """A file without permission is told as such."""
    path = tmp_path / "case.json"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert _complaint_about(str(path), capsys) == f"uncc: {path}: document: cannot be read: Permission denied\n"


def test_an_error_of_the_system_without_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture) -> None:
    """An error that the system gives no text for is told by its own."""

    def fail(*_: object, **__: object) -> None:
        raise OSError("the tape is torn")

    monkeypatch.setattr(Path, "open", fail)
    path = tmp_path / "case.json"
    assert _complaint_about(str(path), capsys) == f"uncc: {path}: document: cannot be read: the tape is torn\n"


def test_a_name_that_no_file_can_have(capsys: Capture) -> None:
    """A name with a null character is refused like that of a file that is not there."""
    with pytest.raises(DocumentError, match="cannot be read"):
        load_case(Path("a\0b.json"))
    assert _complaint_about("a\0b.json", capsys).startswith(r"uncc: a\x00b.json: document: cannot be read: ")


def test_the_name_of_the_file_is_escaped(tmp_path: Path, capsys: Capture) -> None:
    """A name with control characters or marks of direction cannot change what the terminal shows."""
    err = _complaint_about("nowhere\x1b[31m\u202e\n.json", capsys)
    assert err == "uncc: nowhere\\x1b[31m\\u202e\\n.json: document: cannot be read: No such file or directory\n"


KINDS = ", ".join(kind.value for kind in CaseKind)

NO_JSON: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "line 1, column 1: is not JSON: Expecting value"),
    "blank": (" \n ", "line 2, column 2: is not JSON: Expecting value"),
    "byte order mark alone": (b"\xef\xbb\xbf", "line 1, column 1: is not JSON: Expecting value"),
    "no colon": ('{"case": "preservation",\n "a" 1}', "line 2, column 6: is not JSON: Expecting ':' delimiter"),
    "comma at the end": ('{"case": 1}\n\n  ,', "line 3, column 3: is not JSON: Extra data"),
    "single quotes": (
        "{'case': 1}",
        "line 1, column 2: is not JSON: Expecting property name enclosed in double quotes",
    ),
    "comment": ("// a case\n{}", "line 1, column 1: is not JSON: Expecting value"),
    "truncated in a list": ("[1, 2", "line 1, column 6: is not JSON: Expecting ',' delimiter"),
    "truncated in a text": ('{"case": "pres', "line 1, column 10: is not JSON: Unterminated string starting at"),
    "truncated before a value": ('{"case":', "line 1, column 9: is not JSON: Expecting value"),
    "control character in a text": ('{"case": "a\tb"}', "line 1, column 12: is not JSON: Invalid control character at"),
    "null characters": ("\0\0", "line 1, column 1: is not JSON: Expecting value"),
    "UTF-16": ("\ufeff{}".encode("utf-16-le"), "document: is not UTF-8: byte 0 is 0xff"),
    "Latin-1": ('{"case": "é"}'.encode("latin-1"), "document: is not UTF-8: byte 10 is 0xe9"),
    "half of a character": ('{"case": "\ud800"}', "document: is not UTF-8: byte 10 is 0xed"),
    "twice the same key": (
        '{"case": 1, "case": 1}',
        "document: cannot be taken: the key 'case' stands twice in one object",
    ),
    "twice, further in": (
        '[{"a": {"b": 1, "b": 2}}]',
        "document: cannot be taken: the key 'b' stands twice in one object",
    ),
    "twice, escaped": (
        r'{"\u001b": 1, "\u001b": 1}',
        r"document: cannot be taken: the key '\x1b' stands twice in one object",
    ),
    "NaN": ('{"case": NaN}', "document: cannot be taken: NaN is no JSON value"),
    "Infinity": ('{"case": Infinity}', "document: cannot be taken: Infinity is no JSON value"),
    "-Infinity": ('{"case": [-Infinity]}', "document: cannot be taken: -Infinity is no JSON value"),
    "1000 deep": ("\n[" * 1_000, f"line {MOST_DEPTH + 2}: is nested more than 192 deep, the most that is read"),
    "100000 deep": ("[" * 100_000 + "]" * 100_000, "line 1: is nested more than 192 deep, the most that is read"),
    "100000 objects deep": ('{"a":' * 100_000, "line 1: is nested more than 192 deep, the most that is read"),
    "193 deep": ("[" * 193 + "]" * 193, "line 1: is nested more than 192 deep, the most that is read"),
    "128 deep": ("[" * 128 + "]" * 128, f"document: {'[' * 77}... is not an object"),
    "deep in a text": ('"' + r"\"[" * 100 + '"', "document: '" + '"[' * 38 + "... is not an object"),
    "deep in no text": ('"' + "[" * 100, "line 1, column 1: is not JSON: Unterminated string starting at"),
    "a list": ("[]", "document: [] is not an object"),
    "a text": ('"preservation"', "document: 'preservation' is not an object"),
    "a number": ("12", "document: 12 is not an object"),
    "no kind": ("{}", f"case: is missing; it says of which kind the case is: {KINDS}"),
    "unknown kind": ('{"case": "expulsion"}', f"case: 'expulsion' is not one of: {KINDS}"),
    "kind in capitals": (
        '{"case": "PRESERVATION"}',
        f"case: 'PRESERVATION' is not one of: {KINDS}; perhaps preservation is meant",
    ),
    "kind in a list": ('{"case": ["preservation"]}', f"case: ['preservation'] is not one of: {KINDS}"),
    "kind by number": ('{"case": 0}', f"case: 0 is not one of: {KINDS}"),
}


@pytest.mark.parametrize(("content", "message"), NO_JSON.values(), ids=NO_JSON)
def test_what_is_no_case_at_all(refuse: Refuse, content: str | bytes, message: str) -> None:
    """A document that is no JSON, or no object of a known kind, is refused with the place and the reason."""
    assert refuse(content) == message


def test_null_for_a_case(refuse: Refuse) -> None:
    """`null` is no case, and no kind of one."""
    assert refuse("null").endswith(" is not an object")
    assert refuse("null").startswith("document: ")
    assert refuse('{"case": null}').endswith(f" is not one of: {KINDS}")


def test_a_document_cut_anywhere(refuse: Refuse) -> None:
    """However much of the example is cut off, the message says in which line and column it ends."""
    for length in range(1, len(TEXT.rstrip()), 397):
        line = TEXT.count("\n", 0, length) + 1
        message = refuse(TEXT[:length])
        assert message.startswith("line "), message
        assert int(message.split()[1].rstrip(",")) <= line
        assert ", column " in message
        assert "is not JSON: " in message


def test_a_byte_order_mark_is_passed_over(tmp_path: Path, capsys: Capture) -> None:
    """What some editors put before the text is no fault."""
    path = tmp_path / "case.json"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert main(["assess", str(path)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.long
@pytest.mark.parametrize("filling", [b" ", b"[", b'"', b"a", b"\\"])
def test_a_document_of_50_megabytes_is_refused_at_once(refuse: Refuse, filling: bytes) -> None:
    """A document longer than what is read is not read to its end, whatever stands in it."""
    started = process_time()
    assert refuse(filling * 50_000_000) == "document: is longer than 4000000 bytes, the most that is read"
    assert process_time() - started < 25


def test_the_longest_document_that_is_read(refuse: Refuse) -> None:
    """The bound on length is exact: one byte more is refused for its length, and no byte less."""
    assert refuse(b" " * MOST_BYTES) == f"line 1, column {MOST_BYTES + 1}: is not JSON: Expecting value"
    assert "is longer than" in refuse(b" " * (MOST_BYTES + 1))


@pytest.mark.long
@pytest.mark.parametrize(
    "filling", ['"' + "a" * 3_999_000 + '"', '"' + "\\" * 3_999_000, '"' * 3_999_000, "[]" * 1_999_000]
)
def test_the_longest_document_is_read_fast(refuse: Refuse, filling: str) -> None:
    """No document makes the reader work for long before it answers."""
    started = process_time()
    assert refuse(filling)
    assert process_time() - started < 25


@pytest.mark.parametrize("field", ["accounts", "endpoints"])
def test_a_document_full_of_faults_is_refused_fast(refuse: Refuse, field: str) -> None:
    """Faults beyond those that are told cost little: 400,000 of them are refused in seconds."""
    content = written(changed(f"request.data[0].{field}", [1] * 400_000))
    started = process_time()
    assert f"request.data[0].{field}[0]: 1 is not " in refuse(content)
    assert process_time() - started < 25


@pytest.mark.long
def test_a_document_full_of_unknown_keys_is_refused_fast(refuse: Refuse) -> None:
    """Unknown keys beyond those that are told cost little."""
    content = written({**DOCUMENT, **{f"k{number}": 0 for number in range(200_000)}})
    started = process_time()
    assert "k0: is not a known key" in refuse(content)
    assert process_time() - started < 25


# What stands in a case

DAY = "a calendar day such as 2027-05-09"
MOMENT = "a moment in UTC such as 2027-05-09T04:12:09Z"
ADDRESS = "an internet address such as 192.0.2.7 or 2001:db8::7"
COUNT = "a whole number, from 1 to 36525"
PORT = "a port number, from 0 to 65535"
FACT = "true, false or null (not known)"
WORDS = "a text; where there is nothing to say, say nothing (null)"
NAMED_ALIKE = "requesting.state.name has this name too, and the two must differ"
CITATION = "a single citation such as 'Art. 42(6)' or 'Art. 40(21)(b)'"
CATEGORIES = "one of: subscriber-information, traffic-data, content-data, other-electronic-data"
READINGS = ", ".join(reading.id for reading in register())
CASE_KEYS = (
    "case, as_of, requesting, requested, request, conduct, treaty, position, outlook, regime, measure, refusal, "
    "discovery, disclosure_position, disclosure_transfer, disclosure_refusal, record, readings"
)
TREATY_KEYS = (
    "binds, paragraphs_agreed, allows_dual_criminality, lets_assist_all_the_same, paragraphs_facilitate, silent_on"
)
SEEN = "request.data[0].endpoints[0]"
RESERVED = "requested.reservations[0].provision"
NO_PARAGRAPH = (
    f"{RESERVED}: there is no such provision as Art. 42(11): "  # no such provision
    "the parts of Art. 42 end at Art. 42(9)"
)
NO_ARTICLE = f"{RESERVED}: there is no such provision as Art. 69: the Convention has Arts. 1 to 68"  # no such provision

REFUSED: list[tuple[str, Any, str]] = [
    # Unknown keys
    ("juge", 1, f"juge: is not a known key; known here: {CASE_KEYS}"),
    ("requesting.state.nom", "x", "requesting.state.nom: is not a known key; known here: name"),
    ("request.data[1].period.until", "x", "request.data[1].period.until: is not a known key; known here: start, end"),
    (f"{SEEN}.address", "fe80::1%eth0", f"{SEEN}.address: 'fe80::1%eth0' is not {ADDRESS}"),
    (f"{SEEN}.ip", "x", f"{SEEN}.ip: is not a known key; known here: address, port, seen_at"),
    (
        "treaty.bind s",
        1,
        f"treaty.'bind s': is not a known key; known here: {TREATY_KEYS}; perhaps binds is meant",
    ),
    ("treaty.", 1, f"treaty.'': is not a known key; known here: {TREATY_KEYS}"),
    # What is missing
    ("as_of", LEFT_OUT, "as_of: is missing"),
    ("requested.state", LEFT_OUT, "requested.state: is missing"),
    ("requesting.state.name", LEFT_OUT, "requesting.state.name: is missing"),
    ("request.data[2].description", LEFT_OUT, "request.data[2].description: is missing"),
    ("request.data[2].period.end", LEFT_OUT, "request.data[2].period.end: is missing"),
    (f"{SEEN}.address", LEFT_OUT, f"{SEEN}.address: is missing"),
    # Facts
    ("position.discriminatory_purpose", "true", f"position.discriminatory_purpose: 'true' is not {FACT}"),
    ("position.discriminatory_purpose", 1, f"position.discriminatory_purpose: 1 is not {FACT}"),
    ("treaty.binds", 0, f"treaty.binds: 0 is not {FACT}"),
    ("treaty.binds", 1.0, f"treaty.binds: 1.0 is not {FACT}"),
    ("request.intends_assistance", "null", f"request.intends_assistance: 'null' is not {FACT}"),
    ("request.offence.serious_crime", [], f"request.offence.serious_crime: [] is not {FACT}"),
    ("measure.decided", {}, f"measure.decided: {{}} is not {FACT}"),
    ("measure.order.necessary", "yes", f"measure.order.necessary: 'yes' is not {FACT}"),
    # Texts
    ("request.reference", 147, "request.reference: 147 is not a text"),
    ("request.reference", ["a"], "request.reference: ['a'] is not a text"),
    ("request.data[0].accounts[0]", 7, "request.data[0].accounts[0]: 7 is not a text"),
    ("request.data[0].description", {}, "request.data[0].description: {} is not a text"),
    ("request.necessity", "", f"request.necessity: '' is not {WORDS}"),
    ("request.custodian.name", "\t\n", rf"request.custodian.name: '\t\n' is not {WORDS}"),
    ("requesting.state.name", "  ", f"requesting.state.name: '  ' is not {WORDS}"),
    ("request.data[0].accounts[0]", "", f"request.data[0].accounts[0]: '' is not {WORDS}"),
    (
        "request.reference",
        "\ud800",
        r"request.reference: '\ud800' is not a text: half of a character stands alone in it",
    ),
    # Lists and objects
    ("request.data", "all", "request.data: 'all' is not a list"),
    ("request.data", {}, "request.data: {} is not a list"),
    ("request.data[0].accounts", "lantern", "request.data[0].accounts: 'lantern' is not a list"),
    ("requested.reservations", 5, "requested.reservations: 5 is not a list"),
    ("request.data[1]", "x", "request.data[1]: 'x' is not an object with the keys of DataItem"),
    ("request", [], "request: [] is not an object with the keys of PreservationRequest"),
    ("requested", "Tesmark", "requested: 'Tesmark' is not an object with the keys of StateParty"),
    ("requested.state", "Tesmark", "requested.state: 'Tesmark' is not an object with the keys of State"),
    ("request.authority", "NPP", "request.authority: 'NPP' is not an object with the keys of Authority"),
    ("measure.order", 60, "measure.order: 60 is not an object with the keys of PreservationOrder"),
    # Days
    ("as_of", "2027-02-30", f"as_of: '2027-02-30' is not {DAY}: February 2027 has 28 days"),
    ("as_of", "2027-02-29", f"as_of: '2027-02-29' is not {DAY}: February 2027 has 28 days"),
    ("as_of", "2028-03-13T00:00:00Z", f"as_of: '2028-03-13T00:00:00Z' is not {DAY}, without a time"),
    ("as_of", "2027-W05-3", f"as_of: '2027-W05-3' is not {DAY}"),
    ("as_of", "2027W053", f"as_of: '2027W053' is not {DAY}"),
    ("as_of", "20270509", f"as_of: '20270509' is not {DAY}"),
    ("as_of", 20270509, f"as_of: 20270509 is not {DAY}"),
    ("as_of", "2027-5-9", f"as_of: '2027-5-9' is not {DAY}"),
    ("as_of", "2028-13-01", f"as_of: '2028-13-01' is not {DAY}: there is no month 13"),
    ("as_of", "30.11.2026", f"as_of: '30.11.2026' is not {DAY}: write 2026-11-30"),
    (
        "as_of",
        "31.11.2026",
        f"as_of: '31.11.2026' is not {DAY}; {YEAR_FIRST}",
    ),
    ("as_of", "9 May 2027", f"as_of: '9 May 2027' is not {DAY}"),
    ("as_of", "2027-05-09 ", f"as_of: '2027-05-09 ' is not {DAY}"),
    ("as_of", "2027-05-09\n", rf"as_of: '2027-05-09\n' is not {DAY}"),
    ("as_of", "0000-01-01", f"as_of: '0000-01-01' is not {DAY}: there is no year 0000"),
    ("as_of", "\u0662027-05-09", f"as_of: '\u0662027-05-09' is not {DAY}"),
    ("request.made_on", [], f"request.made_on: [] is not {DAY}"),
    ("request.data[2].period.end", "x", f"request.data[2].period.end: 'x' is not {DAY}"),
    # Days out of order
    (
        "request.data[2].period.end",
        "2028-01-31",
        "request.data[2].period.end: '2028-01-31' is not on or after the start, 2028-02-01",
    ),
    (
        "request.received_on",
        "2028-03-07",
        "request.received_on: '2028-03-07' is not on or after the day it was made, 2028-03-08",
    ),
    (
        "measure",
        {"assistance_requested_on": "2028-04-02", "decided_on": "2028-04-01"},
        "measure.decided_on: '2028-04-01' is not on or after assistance_requested_on, 2028-04-02",
    ),
    (
        "measure",
        {"request_received_on": "2028-03-09", "effected_on": "2028-03-08"},
        "measure.effected_on: '2028-03-08' is not on or after request_received_on, 2028-03-09",
    ),
    (
        "measure.request_received_on",
        "2028-03-10",
        "measure.request_received_on: '2028-03-10' is not request.received_on, 2028-03-09",
    ),
    (
        "measure.order.served_on",
        "2028-03-09",
        "measure.order.served_on: '2028-03-09' is not on or after ordered_on, 2028-03-10",
    ),
    (
        "measure.order.renewals",
        [{"on": "2028-03-09"}],
        "measure.order.renewals: ['2028-03-10', '2028-03-09'] is not in order, after the day of the order",
    ),
    (
        "requested.bound_until",
        "2028-01-14",
        "requested.bound_until: '2028-01-14' is not on or after bound_from, 2028-01-15",
    ),
    (
        "requested.reservations[0].withdrawn_on",
        "2027-12-15",
        "requested.reservations[0].withdrawn_on: '2027-12-15' is not on or after made_on, 2027-12-16",
    ),
    # Moments
    (f"{SEEN}.seen_at", "2028-03-04", f"{SEEN}.seen_at: '2028-03-04' is not {MOMENT}"),
    (f"{SEEN}.seen_at", "2028-03-04T00:07:41", f"{SEEN}.seen_at: '2028-03-04T00:07:41' is not {MOMENT}"),
    (f"{SEEN}.seen_at", "2028-03-04T00:07:41+01:00", f"{SEEN}.seen_at: '2028-03-04T00:07:41+01:00' is not {MOMENT}"),
    (f"{SEEN}.seen_at", "2028-03-04T00:07:60Z", f"{SEEN}.seen_at: '2028-03-04T00:07:60Z' is not {MOMENT}"),
    (f"{SEEN}.seen_at", "2028-W10-6T00:07:41Z", f"{SEEN}.seen_at: '2028-W10-6T00:07:41Z' is not {MOMENT}"),
    (f"{SEEN}.seen_at", 1835741261, f"{SEEN}.seen_at: 1835741261 is not {MOMENT}"),
    # Numbers
    (f"{SEEN}.port", -1, f"{SEEN}.port: -1 is not {PORT}"),
    (f"{SEEN}.port", 65_536, f"{SEEN}.port: 65536 is not {PORT}"),
    (f"{SEEN}.port", "443", f"{SEEN}.port: '443' is not a whole number"),
    (f"{SEEN}.port", 443.0, f"{SEEN}.port: 443.0 is not a whole number"),
    ("measure.period_days", -60, f"measure.period_days: -60 is not {COUNT}"),
    ("measure.period_days", 0, f"measure.period_days: 0 is not {COUNT}"),
    ("measure.period_days", 36_526, f"measure.period_days: 36526 is not {COUNT}"),
    ("measure.period_days", "60", "measure.period_days: '60' is not a whole number"),
    (f"{SEEN}.port", True, f"{SEEN}.port: true is not a whole number"),
    ("measure.period_days", False, "measure.period_days: false is not a whole number"),
    ("measure.period_days", 59.5, "measure.period_days: 59.5 is not a whole number"),
    ("regime.maximum_days", -1, f"regime.maximum_days: -1 is not {COUNT}"),
    ("measure.order.days", 10**30, f"measure.order.days: {10**30} is not {COUNT}"),
    ("regime.confidentiality_days", 10**900, f"regime.confidentiality_days: 1{'0' * 76}... is not {COUNT}"),
    # Addresses and provisions
    (f"{SEEN}.address", "999.1.1.1", f"{SEEN}.address: '999.1.1.1' is not {ADDRESS}"),
    (f"{SEEN}.address", "192.0.2.7:443", f"{SEEN}.address: '192.0.2.7:443' is not {ADDRESS}"),
    (f"{SEEN}.address", "hosting.example", f"{SEEN}.address: 'hosting.example' is not {ADDRESS}"),
    (f"{SEEN}.address", 3405803833, f"{SEEN}.address: 3405803833 is not {ADDRESS}"),
    (
        RESERVED,
        "Art. 42(11)",  # no such provision
        NO_PARAGRAPH,
    ),
    (
        RESERVED,
        "Art. 69",  # no such provision
        NO_ARTICLE,
    ),
    (RESERVED, "Arts. 42 and 43", f"{RESERVED}: 'Arts. 42 and 43' is not {CITATION}"),
    (RESERVED, "Art. 42(5), Art. 42(6)", f"{RESERVED}: 'Art. 42(5), Art. 42(6)' is not {CITATION}"),
    (RESERVED, "dual criminality", f"{RESERVED}: 'dual criminality' is not {CITATION}"),
    (RESERVED, 42, f"{RESERVED}: 42 is not a citation such as 'Art. 42(6)'"),
    # Names
    ("request.data[2].category", "metadata", f"request.data[2].category: 'metadata' is not {CATEGORIES}"),
    (
        "request.data[2].category",
        "CONTENT_DATA",
        f"request.data[2].category: 'CONTENT_DATA' is not {CATEGORIES}; perhaps content-data is meant",
    ),
    ("request.data[2].category", ["content-data"], f"request.data[2].category: ['content-data'] is not {CATEGORIES}"),
    # Readings
    ("readings", [], "readings: [] is not an object of readings and the options chosen"),
    ("readings", {"x": "y"}, f"readings: 'x' is not the id of a reading; these are known: {READINGS}"),
    (
        "readings",
        {"preservation-floor-start": "noon"},
        "readings.preservation-floor-start: 'noon' is not one of its options: effected, received",
    ),
    (
        "readings",
        {"preservation-floor-start": 1},
        "readings.preservation-floor-start: 1 is not one of its options: effected, received",
    ),
    # What cannot be true together
    (
        "requested.state.name",
        "Noravia",
        f"requested.state.name: 'Noravia' is not a State other than the requesting one: {NAMED_ALIKE}",
    ),
    (
        "measure",
        {"assistance_requested": False, "decided": True},
        "measure.assistance_requested: false is not true or null (not known), as decided is true (Art. 42(8))",
    ),
    (
        "measure",
        {"decided": False, "decided_on": "2028-04-02", "assistance_requested_on": "2028-04-01"},
        "measure.decided: false is not true or null (not known), as decided_on is 2028-04-02 (Art. 42(8))",
    ),
]


@pytest.mark.parametrize(("place", "value", "message"), REFUSED, ids=[f"{row[0]}-{n}" for n, row in enumerate(REFUSED)])
def test_one_fault_in_a_case(refuse: Refuse, place: str, value: Any, message: str) -> None:
    """One fault gives one message: its path, the value that stands there, and what would be right."""
    assert refuse(written(changed(place, value))) == message


SILENT = ("request.data", "request.data[0].accounts", "readings", "measure")
"""What can be left out of the case, and holds a list or an object where it is."""


@pytest.mark.parametrize("place", SILENT)
def test_null_says_as_much_as_leaving_out(place: str) -> None:
    """Under a key that can be left out `null` states nothing."""
    silent = changed(place, None)
    assert read_case(written(silent)) == read_case(written(without_nulls(silent)))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("as_of", DAY),
        ("request", "an object with the keys of PreservationRequest"),
        ("request.data", "a list"),
        ("request.data[0]", "an object with the keys of DataItem"),
        ("request.data[0].accounts", "a list"),
        ("request.data[0].accounts[0]", "a text"),
        ("requesting.state.name", "a text"),
        ("readings", "an object of readings and the options chosen"),
        ("measure", "an object with the keys of PreservationMeasure"),
        (f"{SEEN}.address", ADDRESS),
        (RESERVED, "a citation such as 'Art. 42(6)'"),
    ],
)
@pytest.mark.parametrize("value", [None, True])
def test_null_and_true_where_they_do_not_belong(refuse: Refuse, place: str, expected: str, value: bool | None) -> None:
    """`true` is refused where it means nothing, and `null` where something must stand, with what would be right."""
    if value is None and place in SILENT:
        return
    message = refuse(written(changed(place, value)))
    assert message.startswith(f"{place}: ")
    assert message.endswith(f" is not {expected}")


def test_preservation_before_the_request_was_received(refuse: Refuse) -> None:
    """The measure cannot have taken effect before the day on which the request, as it says itself, was received."""
    message = refuse(written(changed("measure", {"effected_on": "2028-03-01"})))
    assert message.startswith("measure.effected_on: '2028-03-01' is not on or after ")
    assert message.endswith("2028-03-09")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("as_of", "9999-12-31"),
        ("as_of", "0001-01-01"),
        ("measure", {"effected_on": "9999-12-01"}),
        ("measure", {"effected_on": "9999-10-01", "period_days": 36_525}),
        ("measure", {"order": {"ordered_on": "9999-12-31"}}),
        ("measure", {"order": {"served_on": "9999-12-31"}}),
    ],
)
def test_the_ends_of_the_calendar(place: str, value: Any, tmp_path: Path, capsys: Capture) -> None:
    """A day from which the calendar cannot be counted on is told as a fault or does no harm; it is never a crash."""
    path = tmp_path / "case.json"
    document = changed(place, value)
    if place == "measure":
        document["request"]["received_on"] = None
    path.write_text(written(document), encoding="utf-8")
    status = main(["assess", str(path)])
    out, err = capsys.readouterr()
    assert (status, bool(out), bool(err)) in ((0, True, False), (2, False, True))


def test_a_number_of_too_many_digits(refuse: Refuse) -> None:
    """A number that is too long to read is told as such, and takes no time."""
    for digits in (1_001, 5_000, 1_000_000):
        message = refuse(TEXT.replace('"period_days": 60', f'"period_days": {"9" * digits}'))
        assert (
            message == f"document: cannot be taken: a number of {digits} digits is longer than the 1000 that are read"
        )


def test_a_number_beyond_all_bounds(refuse: Refuse) -> None:
    """A number that overflows is no whole number."""
    message = refuse(TEXT.replace('"period_days": 60', '"period_days": 1e999'))
    assert message == "measure.period_days: inf is not a whole number"


def test_a_deep_value_in_a_case(refuse: Refuse) -> None:
    """A value nested to the bound is told cut, with its path."""
    deep = json.loads("[" * (MOST_DEPTH - 2) + "]" * (MOST_DEPTH - 2))
    message = refuse(written(changed("request.reference", deep)))
    assert message.startswith("request.reference: [[[")
    assert message.endswith("... is not a text")


# What stands in the messages


@pytest.mark.long
@pytest.mark.parametrize("nasty", ["\x1b[31mred", "a\u202eb", "a\nb", "\u200f", "\u2028", "\ud800", "\x7f", "\x9b31m"])
@pytest.mark.parametrize(
    "place", ["as_of", "request.data[0].category", "readings", RESERVED, f"{SEEN}.address", "treaty"]
)
def test_what_cannot_be_seen_in_a_value_is_escaped(refuse: Refuse, place: str, nasty: str) -> None:
    """Control characters and marks of direction in a value come out as escapes, on one line."""
    message = refuse(written(changed(place, nasty)))
    assert "\n" not in message
    assert repr(nasty)[1:-1] in message


@pytest.mark.parametrize("nasty", ["\x1b[31mred", "a\u202eb", "a\nb", "\u200f", "\u2028", "\ud800", "\x7f", "\x9b31m"])
def test_what_cannot_be_seen_in_a_key_is_escaped(refuse: Refuse, nasty: str) -> None:
    """Control characters and marks of direction in a key come out as escapes, on one line."""
    for message in (
        refuse(written({**DOCUMENT, nasty: 1})),
        refuse(written(changed("treaty", {nasty: 1}))),
        refuse(written(changed("readings", {nasty: "x"}))),
    ):
        assert "\n" not in message
        assert repr(nasty)[1:-1] in message


@pytest.mark.parametrize("key", ["x" * 100_000, "x " * 50_000])
def test_a_long_key_is_cut(refuse: Refuse, key: str) -> None:
    """A key is shown cut when it is long, as a value is."""
    assert len(refuse(written({**DOCUMENT, key: 1}))) < 500


def test_a_long_value_is_cut(refuse: Refuse) -> None:
    """A value is shown cut when it is long."""
    assert len(refuse(written(changed("as_of", "x" * 100_000)))) < 200


# Many faults


def test_many_faults_are_told_together(refuse: Refuse) -> None:
    """Every fault of a document is told at once, in the order of the fields, each on its line."""
    document = changed("as_of", "2027-02-30")
    del document["requesting"]["state"]
    document["request"]["data"][0]["category"] = "metadata"
    document["request"]["data"][1]["endpoints"][2]["port"] = "22"
    document["request"]["data"][2]["period"]["end"] = "2028-01-31"
    document["position"]["discriminatory_purpose"] = 1
    document["position"]["essential"] = None
    assert refuse(written(document)).split("\n") == [
        "7 faults",
        f"  as_of: '2027-02-30' is not {DAY}: February 2027 has 28 days",
        "  requesting.state: is missing",
        f"  request.data[0].category: 'metadata' is not {CATEGORIES}",
        "  request.data[1].endpoints[2].port: '22' is not a whole number",
        "  request.data[2].period.end: '2028-01-31' is not on or after the start, 2028-02-01",
        f"  position.discriminatory_purpose: 1 is not {FACT}",
        f"  position.essential: is not a known key; known here: {', '.join(Position.questions())}",
    ]


def test_as_many_faults_as_are_told(refuse: Refuse) -> None:
    """Fifty faults are told to the last."""
    first, *rest = refuse(written(changed("request.data[0].accounts", [1] * MOST_FAULTS))).split("\n")
    assert first == "50 faults"
    assert rest == [f"  request.data[0].accounts[{number}]: 1 is not a text" for number in range(MOST_FAULTS)]


def test_more_faults_than_are_told(refuse: Refuse) -> None:
    """Of more than fifty faults fifty are told, and at the head and the end that there are more."""
    first, *rest = refuse(written(changed("request.data[0].accounts", [1] * 60))).split("\n")
    assert rest[:-1] == [f"  request.data[0].accounts[{number}]: 1 is not a text" for number in range(MOST_FAULTS)]
    assert rest[-1] == "  document: has more faults than these 50"
    assert first == "more than 50 faults"


def test_the_faults_are_there_for_a_program_too() -> None:
    """`DocumentError` carries each fault with its path and message apart."""
    with pytest.raises(DocumentError) as caught:
        load_case(EXAMPLE.parent)
    (fault,) = caught.value.faults
    assert (fault.path, fault.message) == (str(EXAMPLE.parent), "cannot be read: Is a directory")


def test_what_is_no_case_says_where_one_comes_from() -> None:
    """A text in JSON, nothing, a record of a review: each is told what would read it."""
    for given, said in (("{}", "read_case"), (None, "load_case"), ("a.json", "load_case")):
        with pytest.raises(InvalidValue, match=said):
            assess(cast("Any", given))
    with pytest.raises(DocumentError, match="own review goes to `uncc review`"):
        load_case(EXAMPLE.with_name("review_borduria.json"))


def test_a_name_of_another_group_says_where_it_stands() -> None:
    """One name for one answer: a ground, a duty, a span and a misspelt answer each say where the report has it."""
    report = assess(load_case(EXAMPLE))
    assert isinstance(report, Report)
    for name, said in (
        ("grounds.essential-interest", "perhaps grounds.essential-interests is meant, which stands in `grounds`"),
        ("preservation-window", "perhaps preservation-window is meant, which stands in `spans`"),
        ("conformty", "perhaps conformity is meant; there are"),
    ):
        with pytest.raises(UnknownName, match=said):
            report.answer(name)


def test_a_file_in_no_folder() -> None:
    """Where there is no folder either, no file beside it is named."""
    with pytest.raises(DocumentError, match="cannot be read: No such file or directory"):
        load_case(Path("no-such-folder", "case.json"))


def test_what_is_no_day_is_told_at_its_own_place() -> None:
    """What was meant as a day is at fault itself, and nothing within it: a day has no parts in a file."""
    for wrong in ("soon", "2028-13-01", "[2028-05-03..2028-05-01]", '202"8-03-12'):
        with pytest.raises(DocumentError) as refused:
            from_json(json.dumps({"effected_on": wrong}), PreservationMeasure)
        assert [fault.path for fault in refused.value.faults] == ["effected_on"]
