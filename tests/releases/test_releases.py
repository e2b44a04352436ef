"""What an earlier release has written can be read, and says the same: see `docs/explanation/stability.md`."""

from __future__ import annotations

import gzip
import json
import pickle
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

import uncc
from tests.doors.test_serial import items
from tests.releases.make import CASES, MODELS, answers, kept, make
from uncc.cases import assess
from uncc.doors.serial import from_data, read_case, to_json
from uncc.kernel.findings import Finding

HERE = Path(__file__).parent
RELEASES = sorted(path.name for path in HERE.iterdir() if (path / "answers.json").is_file())
CHANGED: Mapping[tuple[str, str], str] = {}
"""What is answered otherwise since a release, by its version and the name of the value, with the line of the changelog.

A legal answer changes only where the text was read wrongly before, and `CHANGELOG.md` then names the provision.
"""


def minor(version: str) -> tuple[int, int]:
    """Return the first two numbers of a version."""
    major, number, _ = version.split(".")
    return int(major), int(number)


def loads_pickles_of(version: str, current: str = uncc.__version__) -> bool:
    """Whether pickles of a version are to be loaded: those of the same and of the last minor release."""
    (major, number), (ours, our_number) = minor(version), minor(current)
    return major == ours and our_number - number <= 1


@cache
def documents(version: str) -> dict[str, Any]:
    """Return the documents that a release has written, as models of this one."""
    text = gzip.decompress((HERE / version / "documents.json.gz").read_bytes())
    return {name: from_data(document, MODELS[model]) for name, (model, document) in json.loads(text).items()}


def pickles(version: str) -> dict[str, Any]:
    """Return the values that a release has pickled."""
    loaded: dict[str, Any] = pickle.loads(gzip.decompress((HERE / version / "values.pickle.gz").read_bytes()))
    return loaded


def said(version: str) -> dict[str, Any]:
    """Return what a release has answered."""
    answered: dict[str, Any] = json.loads((HERE / version / "answers.json").read_text(encoding="utf-8"))
    return {name: answer for name, answer in answered.items() if (version, name) not in CHANGED}


def said_by(values: Mapping[str, Any], version: str) -> dict[str, Any]:
    """Return what values answer, of all that a release has answered."""
    return {name: json.loads(json.dumps(answers(values[name]))) for name in said(version)}


def among(now: Any, before: Any) -> Any:
    """Return what is answered now of that which was answered before: later versions may say more, and not otherwise."""
    if isinstance(before, dict):
        return {name: among(now[name], answer) for name, answer in cast("dict[str, Any]", before).items()}
    if isinstance(before, list):
        return [answer for answer in items(before) if answer in now]
    return now


def test_this_version_is_kept() -> None:
    """What this version writes is kept for the later ones."""
    assert uncc.__version__ in RELEASES, "run: python tests/releases/make.py"


@pytest.mark.long
@pytest.mark.parametrize("version", RELEASES)
def test_documents_of_a_release_are_read(version: str) -> None:
    """Every document of a release is read, and each report and finding in it says what it said."""
    assert len(documents(version)) > 60
    assert {type(value) for value in documents(version).values()} == set(MODELS.values())
    assert said_by(documents(version), version) == said(version)


@pytest.mark.long
@pytest.mark.parametrize("version", RELEASES)
def test_cases_of_a_release_are_answered_the_same(version: str) -> None:
    """The cases of a release, assessed by this version, have the answers that they had."""
    for name in CASES:
        case = documents(version)[f"case-{name}"]
        assert read_case(to_json(case)) == case
        if (version, f"report-{name}") not in CHANGED:
            assert said(version)[f"report-{name}"] == among(answers(assess(case)), said(version)[f"report-{name}"]), (
                name
            )


@pytest.mark.parametrize("version", RELEASES)
def test_findings_of_a_release_are_found_again(version: str) -> None:
    """The same questions, asked of this version, have the answers that they had."""
    now = said_by(kept(), version)
    for name, answer in said(version).items():
        assert among(now[name], answer) == answer, name


@pytest.mark.parametrize("version", [version for version in RELEASES if loads_pickles_of(version)])
def test_pickles_of_a_release_are_loaded(version: str) -> None:
    """Pickles of the same and of the last minor release are loaded, and are what the documents say."""
    loaded = pickles(version)
    assert said_by(loaded, version) == said(version)
    assert loaded == documents(version)
    for name, value in loaded.items():
        assert hash(value) == hash(documents(version)[name])
        if isinstance(value, Finding):
            assert value.explain() == documents(version)[name].explain()


@pytest.mark.parametrize(
    ("version", "current", "loaded"),
    [("0.1.0", "0.1.4", True), ("0.1.9", "0.2.0", True), ("0.1.0", "0.3.0", False), ("0.9.0", "1.0.0", False)],
)
def test_how_long_pickles_are_loaded(version: str, current: str, loaded: bool) -> None:
    """Within a minor release and into the next; not beyond, and not into another major release."""
    assert loads_pickles_of(version, current) is loaded


@pytest.mark.long
def test_what_is_kept_is_made_by_one_command(tmp_path: Path) -> None:
    """The script writes three small files, with the same documents and answers each time."""
    make(tmp_path / "new")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        *("answers.json", "documents.json.gz", "values.pickle.gz")
    ]
    for path in (tmp_path / "new").iterdir():
        assert path.stat().st_size < 200_000
    again = {name: json.loads(json.dumps(answers(value))) for name, value in kept().items() if answers(value)}
    assert json.loads((tmp_path / "new" / "answers.json").read_text(encoding="utf-8")) == again
