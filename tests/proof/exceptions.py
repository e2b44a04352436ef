"""The rules that are not proved as all others are, each with the reason."""

from __future__ import annotations

from types import MappingProxyType

NOT_PROVED = MappingProxyType(
    {
        "offences.conformity.implements": (
            "it compares two definitions part by part, and looks at every part of both before it has its words, so "
            "that its paths are too many; tests/offences/test_domestic.py and test_ways.py hold it"
        ),
    }
)
"""Rules whose paths are too many."""

WITHOUT_FACTS = frozenset[str]()
"""Rules that are given facts and rest on none of them: all that they say is read off the rest of the case."""

_DAYS = (
    "the last day of the period is computed from facts that move it; where readings let a decision or a ceiling end it "
    "before, it doubts a day that lies within the period on each of them"
)
CAUTIOUS = MappingProxyType(
    dict.fromkeys(
        (
            "cooperation.art42_expiry.duties_while_preserved",
            "cooperation.art42_expiry.may_request_extension",
            "cooperation.art42_expiry.preservation_runs",
        ),
        _DAYS,
    )
)
"""Rules of which it is proved that what is settled is final, and not that no doubt is idle."""
