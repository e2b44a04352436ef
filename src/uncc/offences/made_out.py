"""Whether the conduct that a request is about is an offence of its article."""

from __future__ import annotations

from itertools import product

from uncc.kernel.completions import readings_in
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, exactly
from uncc.offences.conduct import Conduct, established, offence_of
from uncc.offences.options import OptionKind, options_of
from uncc.readings import Readings
from uncc.readings.chapter_2 import ExtendedPart

__all__: list[str] = []


def is_made_out(conduct: Conduct, extended: Finding) -> Finding:
    """Return whether conduct is an offence of its article, as the text has it or as the State has `extended` it."""
    described = established(conduct)
    extending = [option for option in options_of(offence_of(conduct)) if option.kind is OptionKind.EXTEND]
    if not extending:
        return described
    beyond = tuple(option.authority for option in extending)
    statement = "it is an offence by an extension, which counts"
    return exactly(
        any_of(
            "the conduct is an offence of its article",
            (*described.authority, *beyond),
            described,
            by_reading(
                statement,
                ExtendedPart,
                {
                    ExtendedPart.COUNTS: all_of(
                        "the requesting State has extended the offence, and the conduct is within it",
                        beyond,
                        extended,
                        established(conduct, extending=extending),
                    ),
                    ExtendedPart.DOES_NOT_COUNT: by_text(False, statement, *beyond),
                },
            ),
        )
    )


def why_not_made_out(conduct: Conduct, extended: Finding) -> str:
    """Return what of the conduct makes it no offence of its article on any reading; nothing where it may be one."""
    finding = is_made_out(conduct, extended)
    consulted = tuple(dict.fromkeys(readings_in(finding)))
    if not all(finding.under(Readings(options)).is_no for options in product(*consulted)):
        return ""
    lacking = next(node for node in finding.decisive().walk() if not node.because)
    return f"{'' if lacking.is_yes else 'it is not so that '}{lacking.statement} ({lacking.citation})"
