"""Contested readings of Chapter III: jurisdiction."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = ["CompanyNational", "FlagMoment", "NationalityMoment"]


class FlagMoment(
    Reading,
    id="flag-moment",
    question="Do the closing words on the time of the commission govern the flag of a vessel as well?",
    authority=(art(22, 1, "b"),),
    adopted="vessel-and-aircraft",
    because=(
        "The sentence speaks of the vessel in the present tense of the commission, so the flag of that moment is meant "
        "even where the closing words are read with the aircraft alone; a later flag would open a mandatory base to a "
        "State that had no link with the offence when it was committed."
    ),
):
    """What the words on the moment attach to."""

    VESSEL_AND_AIRCRAFT = "vessel-and-aircraft", "flag and registration alike count as they were at the commission"
    AIRCRAFT_ONLY = (
        "aircraft-only",
        "only the registration is tied to the commission; a flag that the vessel flies since counts as well",
    )


class NationalityMoment(
    Reading,
    id="nationality-moment",
    question="When must a person be a national of the State, or reside in it, for an optional base of jurisdiction?",
    authority=(art(22, 2, "a"), art(22, 2, "b"), art(22, 1, "b")),
    adopted=None,
    because=(
        "The mandatory base names the time of the commission, and these bases name none, which speaks for a link that "
        "came about later; they speak of the commission in the present tense, which speaks against it."
    ),
):
    """The moment at which nationality or residence ties an offence to a State."""

    AT_COMMISSION = "at-commission", "when the offence is committed"
    THEN_OR_SINCE = "then-or-since", "when the offence is committed, or when the State acts"


class CompanyNational(
    Reading,
    id="company-national",
    question="Is a legal person that belongs to a State one of its nationals?",
    authority=(art(22, 2, "a"), art(22, 2, "b"), art(18, 1)),
    adopted=None,
    because=(
        "General international law knows a nationality of companies, and legal persons are held liable under the "
        "Convention; elsewhere the Convention says nationals of persons who are extradited, which only natural persons "
        "are."
    ),
):
    """Whether a legal person is a national for an optional base of jurisdiction."""

    NATURAL_PERSONS = "natural-persons", "no: only natural persons are nationals"
    LEGAL_PERSONS_TOO = "legal-persons-too", "yes: a legal person that belongs to the State is one as well"
