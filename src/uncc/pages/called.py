"""What the States and the things of a case are called on a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from uncc.cases import Report
from uncc.cooperation import Ground
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding
from uncc.kernel.places import in_words
from uncc.kernel.provisions import Provision
from uncc.kernel.roles import Role
from uncc.pages.words import cited

__all__ = ["UNNAMED", "Called", "ground_provisions", "ground_words", "names_in", "spoken"]

_GROUNDS = MappingProxyType({ground.value: ground.words for ground in Ground})


_SORTS = MappingProxyType(
    {"grounds": "refusal for: ", "disclosure-grounds": "refusal of disclosure for: ", "duties": "duty: "}
)
_NUMBERED = re.compile(r"(.+)-([0-9]+)")


def ground_words(ground: Ground, *found: Finding) -> str:
    """Return a ground for refusal as it stands in a text: its words, and what governs it in what was found on it."""
    governing = ground_provisions(ground, *found)
    return f"{ground.words} [{cited(governing)}]" if governing else ground.words


def ground_provisions(ground: Ground, *found: Finding) -> tuple[Provision, ...]:
    """Return the provisions that name a ground and on which these findings rest; else those of the findings.

    What names it for another kind of cooperation is none of them.
    """
    rested_on = {one for finding in found for node in finding.walk() for one in node.authority}
    named = tuple(one for one in ground.named_in if one in rested_on)
    return named or tuple(dict.fromkeys(one for finding in found for one in finding.authority))


def spoken(name: str) -> str:
    """Return the name of an answer, of a ground or of a duty as people read it: no page shows an id.

    >>> spoken("still-to-preserve"), spoken("duties.submit-case@request.offences[0]")
    ('still to preserve', 'duty: submit case (offence 1)')
    >>> spoken("grounds.trifling-matter-1")
    'refusal for: the matter is of a de minimis nature (2)'
    """
    named, _, about = name.partition("@")
    sort, _, rest = named.partition(".")
    which = rest if sort in _SORTS else named
    numbered = _NUMBERED.fullmatch(which)
    which, of = (numbered[1], str(int(numbered[2]) + 1)) if numbered else (which, in_words(about))
    ground = next((one for one in Ground if sort.endswith("grounds") and one.value == which), None)
    words = which.replace("-", " ") if ground is None else ground_words(ground)
    return f"{_SORTS.get(sort, '')}{words}{f' ({of})' if of else ''}"


class Called(NamedTuple):
    """The names of the States of a case by role, of its things by place, of its readings still to be chosen by id.

    `asked` is what its report asks; without one, everything.
    """

    states: Mapping[Role, str] = MappingProxyType({})
    things: Mapping[str, str] = MappingProxyType({})
    contested: Mapping[str, str] = MappingProxyType({})
    asked: frozenset[Question] | None = None

    def of(self, subject: str) -> str:
        """Return which of several things is meant: by its name in the case, else by its kind and number.

        >>> Called().of("data[2]"), Called(things={"data[2]": 'item 3, "Messages"'}).of("data[2]")
        ('item 3', 'item 3, "Messages"')
        """
        return self.things.get(subject) or _GROUNDS.get(subject) or in_words(subject)

    def who(self, role: Role) -> str:
        """Return a role, with the name of the State that has it.

        >>> Called({Role.REQUESTED_STATE: "Borduria"}).who(Role.REQUESTED_STATE), Called().who(Role.CUSTODIAN)
        ('the requested State (Borduria)', 'the custodian')
        """
        return f"the {role.words} ({self.states[role]})" if role in self.states else f"the {role.words}"

    def about(self, subject: str, words: str) -> str:
        """Return words with what they are said of in front, if that is one of several things."""
        return f"{self.of(subject)}: {words}" if subject else words


UNNAMED = Called()
"""What is shown without its case: roles, kinds and numbers."""


def names_in(report: Report) -> Called:
    """Return what the two States, the things and the contested readings of a request are called."""
    header = report.header
    states = {Role.REQUESTING_STATE: header.requesting, Role.REQUESTED_STATE: header.requested}
    open_readings = [one.id for one in report.readings if one.chosen is None and one.turns]
    contested = {name: f"contested reading {number}" for number, name in enumerate(open_readings, 1)}
    return Called(states, report.things, contested, frozenset(one.question for one in report.open_questions))
