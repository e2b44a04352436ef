"""A docket of ten thousand requests for preservation, answered through pandas.

Run it with `pip install -r dataframe_requirements.txt` and `python dataframe.py`. Each row is one request. A fact that
is not known is `<NA>`, and stays apart from `False` all the way. The rules are plain functions of frozen values, so
each distinct set of facts is computed once, and the rest is a join.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pandas as pd

from uncc import (
    Ground,
    Offence,
    Position,
    PreservationMeasure,
    PreservationRequest,
    Reservation,
    State,
    StateParty,
    art,
    may_refuse,
    preservation_expiry,
)

OF_POSITION = [
    "doubts_dual_criminality_at_disclosure",
    "discriminatory_purpose",
    "discriminatory_prejudice",
    "prejudices_essential_interests",
]
FACTS = ["reserved", "established_in_accordance", *OF_POSITION]
OF_TIME = ["effected_on", "period_days", "assistance_requested"]
KNOWN_OR_NOT = [*FACTS, "assistance_requested"]
GROUNDS = [Ground.DUAL_CRIMINALITY, Ground.DISCRIMINATION, Ground.ESSENTIAL_INTERESTS]
FIRST_DAY = date(2028, 1, 3)


def docket(size: int = 10_000, seed: int = 42) -> pd.DataFrame:
    """Return a docket of invented requests, the same for the same seed."""
    chance = random.Random(seed)
    rows = [
        {
            "reference": f"PR-{number:05}",
            "effected_on": FIRST_DAY + timedelta(days=chance.randrange(366)),
            "period_days": chance.choice([60, 60, 90, 120]),
            **{name: chance.choices([True, False, None], [1, 6, 3])[0] for name in KNOWN_OR_NOT},
        }
        for number in range(1, size + 1)
    ]
    return pd.DataFrame(rows).astype({**dict.fromkeys(KNOWN_OR_NOT, "boolean"), "effected_on": "datetime64[s]"})


def answered(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the docket with the answer on each ground, how many facts could still change one, and the last day."""
    facts = frame[FACTS].drop_duplicates()
    answers = pd.DataFrame([_grounds(*row) for row in facts.itertuples(index=False)], index=facts.index)
    times = frame[OF_TIME].drop_duplicates()
    days = times.assign(last_day=pd.to_datetime([_last_day(*row) for row in times.itertuples(index=False)]))
    return frame.merge(facts.join(answers), on=FACTS, how="left").merge(days, on=OF_TIME, how="left")


def _fact(value: Any) -> bool | None:
    return None if pd.isna(value) else bool(value)


def _grounds(*values: Any) -> dict[str, Any]:
    """Return the answers for one set of facts."""
    known = {name: _fact(value) for name, value in zip(FACTS, values, strict=True)}
    reserved = known.pop("reserved")
    standing = Reservation(provision=art(42, 5), stands=True, made_with_consent=True)
    reservations = None if reserved is None else (standing,) * reserved
    borduria = StateParty(state=State("Borduria"), reservations=reservations)
    offence = Offence(title="illegal access", established_in_accordance=known.pop("established_in_accordance"))
    position = Position(requires_dual_criminality_for_disclosure=True, **known)
    findings = {
        ground: may_refuse(PreservationRequest(offence=offence), ground, position=position, requested=borduria)
        for ground in GROUNDS
    }
    open_facts = {question for finding in findings.values() for question in finding.open_questions}
    return {
        **{f"may_refuse_for_{ground.value}": finding.truth.value for ground, finding in findings.items()},
        "open_facts": len(open_facts),
    }


def _last_day(effected_on: pd.Timestamp, period_days: int, assistance_requested: Any) -> date | None:
    """Return the last day of the preservation as things stand; none while it is open or a decision is pending."""
    measure = PreservationMeasure(
        effected_on=effected_on.date(),
        period_days=int(period_days),
        extensions=(),
        assistance_requested=_fact(assistance_requested),
    )
    expiry = preservation_expiry(measure)
    return expiry.on


def tell(frame: pd.DataFrame) -> None:
    """Print what a head of section wants to know of a docket that is answered."""
    print(f"{len(frame)} requests, {len(frame[FACTS].drop_duplicates())} different sets of facts")
    columns = [f"may_refuse_for_{ground.value}" for ground in GROUNDS]
    counts = frame[columns].apply(lambda column: column.value_counts()).fillna(0).astype(int)
    print(counts.reindex(["yes", "unknown", "no"]).to_string())
    refusable = frame[columns].eq("yes").any(axis="columns")
    print(f"{refusable.sum()} can be refused on some ground; {(frame['open_facts'] > 0).sum()} still have open facts")
    print("Preservations whose last day is set, by month:")
    print(frame.groupby(frame["last_day"].dt.to_period("M")).size().to_string(header=False))


if __name__ == "__main__":
    tell(answered(docket()))
