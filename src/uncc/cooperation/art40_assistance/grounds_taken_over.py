"""Art. 40(21)(b), (c), (22): the grounds of refusal that other articles take over from mutual legal assistance."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.all_grounds import NO_POSITION, Position
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, any_of, given
from uncc.kernel.provisions import art

__all__ = ["execution_is_prohibited", "is_discriminatory", "prejudices_essential_interests"]

P = fields(Position)


def prejudices_essential_interests(*, position: Position = NO_POSITION) -> Finding:
    """Whether the requested State considers execution likely to prejudice its essential interests.

    The State judges that for itself; the library never computes it.

    Source: Art. 40(21)(b).

    >>> prejudices_essential_interests(position=Position(prejudices_essential_interests=False)).truth.name
    'NO'
    """
    return given(position, P.prejudices_essential_interests)


def execution_is_prohibited(*, position: Position = NO_POSITION) -> Finding:
    """Whether domestic law would forbid the action for any similar offence of the requested State's own.

    Source: Art. 40(21)(c).

    >>> execution_is_prohibited(position=Position()).truth.name
    'UNKNOWN'
    """
    return given(position, P.prohibited_for_similar_offence)


def is_discriminatory(*, position: Position = NO_POSITION) -> Finding:
    """Whether the requested State has substantial grounds to believe in a discriminatory purpose or effect.

    YES when either limb holds: what the request was made for, or what complying with it would do.

    Source: Art. 40(22).

    >>> is_discriminatory(position=Position(discriminatory_purpose=True)).truth.name
    'YES'
    """
    return any_of(
        "the requested State has substantial grounds for believing in a discriminatory purpose or prejudice",
        art(40, 22),
        given(position, P.discriminatory_purpose),
        given(position, P.discriminatory_prejudice),
    )


checked(__name__)
