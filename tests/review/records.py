"""Records to review: built by hand, and drawn by Hypothesis."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from uncc.kernel.names import is_blank, names_nothing
from uncc.kernel.parties import State
from uncc.kernel.provisions import Provision, addresses
from uncc.review import Implementation, ImplementationStatus, StateRecord

IN_PLACE, PARTLY, NOT = ImplementationStatus.IN_PLACE, ImplementationStatus.PARTLY, ImplementationStatus.NOT_IN_PLACE
NOT_APPLICABLE, UNKNOWN = ImplementationStatus.NOT_APPLICABLE, ImplementationStatus.UNKNOWN


def answer(citation: str, status: ImplementationStatus = IN_PLACE, **others: Any) -> Implementation:
    """Return an answer on one provision."""
    return Implementation(provision=Provision.parse(citation), status=status, **others)


def record(*answers: Implementation, **others: Any) -> StateRecord:
    """Return a record of Astoria."""
    return StateRecord(state=State("Astoria"), implementations=answers, **others)


texts = (
    st.text(st.characters(codec="utf-8"), min_size=1)
    | st.from_regex(r"\A'{0,3}[=+@\t\r\n-][a-z\"',; ]{0,5}\Z")
    | st.sampled_from(["=1+1", "'=1", "''-x", "-", "@a", "a;b,c", 'say "no"', " x ", "line\r\nbreak", "\uff1d1", "'"])
).filter(lambda text: not is_blank(text))
days = st.dates(min_value=date(1900, 1, 1), max_value=date(8999, 12, 31))


@st.composite
def implementations(draw: st.DrawFn, provision: Provision) -> Implementation:
    """Draw an answer on a provision."""
    reserved = draw(st.sampled_from([None, True, False]))
    maybe = st.none() | texts
    return Implementation(
        provision=provision,
        status=draw(st.sampled_from(ImplementationStatus)),
        measure=draw(maybe),
        since=draw(st.none() | days),
        evidence=draw(maybe),
        note=draw(maybe),
        reserved=reserved,
        reserved_on=draw(st.none() | days) if reserved else None,
    )


@st.composite
def records(draw: st.DrawFn) -> StateRecord:
    """Draw a record."""
    chosen = draw(st.lists(st.sampled_from(addresses()), unique=True, max_size=5))
    return StateRecord(
        state=State(draw(texts.filter(lambda text: not names_nothing(text)))),
        as_of=draw(st.none() | days),
        implementations=[draw(implementations(provision)) for provision in chosen],
    )
