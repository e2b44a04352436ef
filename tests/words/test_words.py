"""Every word and citation of the rules is as the register has it."""

from __future__ import annotations

from functools import cache

import pytest

from tests.words.register import CHAPTERS, entries, register, rules, written

NAMES = [(chapter, name) for chapter in CHAPTERS for name in entries(chapter)]
then = cache(register)


@pytest.mark.parametrize(("chapter", "name"), NAMES, ids=[f"{chapter}.{name}" for chapter, name in NAMES])
def test_a_rule_says_what_the_register_has(chapter: str, name: str) -> None:
    """No word, provision, joint or addressee has changed unseen: `python -m tests.words` writes what is new."""
    now, before = written(chapter, name).splitlines(), then(chapter).get(name, "").splitlines()
    assert now == before, next((pair for pair in zip(now, before, strict=False) if pair[0] != pair[1]), "the end")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_rule_is_registered(chapter: str) -> None:
    """The register has each rule of the chapter in the order of names, and no others but models."""
    assert list(register(chapter)) == [name for name in entries(chapter) if name in register(chapter)]
    assert {rule.__name__ for rule in rules(chapter)} <= set(register(chapter))


def test_the_states_reach_the_rules() -> None:
    """Every one of the nearly five hundred rules says something at its states."""
    blocks = [block for chapter in CHAPTERS for block in register(chapter).values()]
    assert len(blocks) > 493
    assert all("\n  " in block for block in blocks)
