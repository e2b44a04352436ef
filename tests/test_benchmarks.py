"""The benchmark: its contenders answer alike, its tables show the kept figures, and a gross regression fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from benchmarks import handwritten, plain_cattrs, table
from benchmarks.clock import Contender, Spread, over, ratios, rounds
from benchmarks.decisions import read_all, same_answers
from benchmarks.documents import EXAMPLE
from benchmarks.measures import Measure, Subject
from benchmarks.rule import FACTS, all_completed, bare, decide, mixed, models
from benchmarks.sizes import SUBJECTS, Sized
from uncc import PreservationCase, conformity, explore, load_case, to_json
from uncc.kernel.findings import Truth

SLOW = Measure(subject=Subject.DECISION, who="uncc", spread=Spread(9.0, 10.0, 11.0), target=2.0)


def test_every_contender_answers_alike() -> None:
    """Nothing is timed before the bare function, the library, and every peer that is installed agree."""
    same_answers()


def test_the_rule_rests_on_eight_of_its_ten_facts() -> None:
    """Non-conformity and the legal system are put forward in vain (Art. 42(6)); each other fact can turn the answer."""
    moving = {
        name
        for number, name in enumerate(FACTS)
        for values in all_completed()
        if bare(*values) is not bare(*(value ^ (number == place) for place, value in enumerate(values)))
    }
    assert sorted(set(FACTS) - moving) == ["legal_system", "non_conforming"]
    assert len(explore(decide(*models(*[None] * len(FACTS)))).questions) == 8


@pytest.mark.parametrize("value", [True, False, None])
def test_non_conformity_is_in_the_models(value: bool | None) -> None:
    """A case that is said not to conform does not conform (Art. 42(3))."""
    values = [value if name == "non_conforming" else None for name in FACTS]
    assert conformity(models(*values).request).truth is ~Truth.of(value)


def test_cases_are_mixed_and_always_the_same() -> None:
    """The same seed gives the same cases, in which every fact is true, false and unknown somewhere."""
    cases = mixed(64)
    assert cases == mixed(64)
    assert cases != mixed(64, seed=1)
    assert all({case[place] for case in cases} == {True, False, None} for place in range(len(FACTS)))


def test_every_limb_of_a_finding_is_read() -> None:
    """The line that reads the explanation leaves nothing out."""
    finding = decide(*models(*[None] * len(FACTS)))
    assert read_all(finding) == sum(1 for _ in finding.walk()) == 17


def test_what_is_compared_reads_and_writes_the_same_request() -> None:
    """The code by hand and plain cattrs do what the library does with a request that is in order."""
    request = load_case(EXAMPLE, PreservationCase).request
    text = to_json(request)
    for one in (handwritten, plain_cattrs):
        assert one.read(text) == request
        assert one.write(request, 2) == text
        assert one.unstructure(request) == json.loads(text)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
@pytest.mark.parametrize("size", [2, 30])
def test_what_is_sized_comes_out_right(subject: Sized, size: int) -> None:
    """What is timed at several sizes does its work."""
    assert subject.holds(subject.prepare(size)(), size)


def test_ratios_are_taken_within_each_round() -> None:
    """The yardstick is one of itself, and twice the work costs about twice as much."""
    contenders = [Contender(str(n), over(sum, [(range(n),)])) for n in (1_000, 2_000)]
    found = ratios(list(rounds(contenders, count=3, slice_seconds=0.001)), "1000")
    assert found["1000"] == Spread(1.0, 1.0, 1.0)
    assert found["2000"].least > 1


def test_only_a_gross_regression_fails() -> None:
    """Three times both the target and the kept figure is too much; less is the noise of a shared machine."""
    assert table.regressions([SLOW], []) == ["decision: uncc: 9 at the least; the limit is 6"]
    assert not table.regressions([SLOW], [SLOW])
    assert not table.regressions([evolve(SLOW, target=None)], [])
    slower = evolve(SLOW, spread=Spread(31.0, 32.0, 33.0))
    assert table.regressions([slower], [SLOW]) == ["decision: uncc: 31 at the least; the limit is 30"]


def test_a_missed_target_is_told() -> None:
    """The table says what is held and what is missed."""
    assert "2, missed" in table.text([SLOW])
    assert "| uncc (so) | 9 | 10 | 11 | 20, held |" in table.rendered([evolve(SLOW, target=20, note="so")], {})
    assert "| uncc | 9 | 10 | 11 | 2, **missed** |" in table.rendered([SLOW], {"CPython": "3.11"})


def test_the_tables_are_those_of_the_kept_figures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The page shows what the last kept run measured, and figures come back as they were written."""
    page = table.README.read_text(encoding="utf-8")
    measures, machine = table.kept()
    assert page == table.with_tables(page, table.rendered(measures, machine))
    assert {one.subject for one in measures} == set(Subject)
    monkeypatch.setattr(table, "FIGURES", tmp_path / "figures.json")
    table.FIGURES.write_text(table.written([SLOW], {"CPython": "3.11"}), encoding="utf-8")
    assert table.kept() == ([SLOW], {"CPython": "3.11"})
