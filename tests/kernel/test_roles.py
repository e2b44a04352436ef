"""Roles: who acts, who is owed, who can answer."""

from __future__ import annotations

import pickle

import pytest

from uncc.kernel.roles import Role

WORDS = {
    "state-party": "State Party",
    "states-parties": "States Parties",
    "requesting-state": "requesting State",
    "requested-state": "requested State",
    "transmitting-state": "transmitting State",
    "receiving-state": "receiving State",
    "competent-authority": "competent authority",
    "central-authority": "central authority",
    "custodian": "custodian",
    "service-provider": "service provider",
    "regional-organization": "regional organization",
    "conference": "conference",
    "secretary-general": "Secretary-General",
    "secretariat": "secretariat",
    "depositary": "depositary",
    "case-holder": "case holder",
    "interpreter": "interpreter",
}


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_a_role_is_written_as_the_convention_writes_it(role: Role) -> None:
    """In a sentence a State and a State Party have their capital letters."""
    assert role.words == WORDS[role.value]


def test_the_names_of_the_roles_are_stable() -> None:
    """The values stand in JSON documents: a changed or missing one breaks them."""
    assert [role.value for role in Role] == list(WORDS)


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_a_role_survives_pickling(role: Role) -> None:
    """A role is the same object in another process."""
    assert pickle.loads(pickle.dumps(role)) is role
