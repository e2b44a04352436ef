"""Every word and citation of the rules is as the register has it."""

from __future__ import annotations

import pytest

from tests.words.register import CHAPTERS, entries, models, modules, rules, written

MODULES = [module for chapter in CHAPTERS for module in modules(chapter)]


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_says_what_the_register_has(module: str) -> None:
    """No word, provision, joint or addressee has changed unseen: `python -m tests.words` writes what is new."""
    now, then = written(module).splitlines(), entries(module.split(".")[1])[module].splitlines()
    assert now == then, next((pair for pair in zip(now, then, strict=False) if pair[0] != pair[1]), "the end")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_module_with_rules_is_registered(chapter: str) -> None:
    """The register has the modules of the chapter, each rule of theirs, and no others but models."""
    found = entries(chapter)
    assert list(found) == modules(chapter)
    for module, text in found.items():
        heads = [line for line in text.splitlines()[1:] if line and not line.startswith(" ")]
        named = [rule.__name__ for rule in rules(module)]
        assert heads[: len(named)] == named
        assert set(heads[len(named) :]) <= {model.__name__ for model in models(module)}


def test_the_states_reach_the_rules() -> None:
    """Every one of the nearly five hundred rules says something at its states."""
    blocks = [block for chapter in CHAPTERS for text in entries(chapter).values() for block in text.split("\n\n")[1:]]
    assert len(blocks) > 493
    assert all("\n  " in block for block in blocks)
