"""Art. 22(5): when States that pursue the same conduct must consult one another."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["ParallelProceedings", "duties_on_parallel_proceedings", "must_consult"]


@frozen(kw_only=True)
class ParallelProceedings(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """What a State that exercises its jurisdiction knows of what others do about the same conduct."""

    convention_offence: Fact = fact(
        "the offence is one established in accordance with the Convention",
        art(22, 1),
        art(22, 2),
        asked_of=Role.STATE_PARTY,
    )
    exercises_mandatory_base: Fact = fact(
        "the State exercises its jurisdiction on territory, flag or registration",
        art(22, 1),
        asked_of=Role.STATE_PARTY,
    )
    exercises_optional_base: Fact = fact(
        "the State exercises its jurisdiction on a base that is subject to sovereignty",
        art(22, 2),
        asked_of=Role.STATE_PARTY,
    )
    notified: Fact = fact("the State has been notified of what another does", art(22, 5))
    otherwise_learned: Fact = fact("the State has learned otherwise of what another does", art(22, 5))
    other_is_party: Fact = fact("the other is a State Party", art(22, 5), asked_of=Role.DEPOSITARY)
    other_investigates: Fact = fact("the other is conducting an investigation", art(22, 5))
    other_prosecutes: Fact = fact("the other is conducting a prosecution", art(22, 5))
    other_holds_proceedings: Fact = fact("the other is conducting a judicial proceeding", art(22, 5))
    same_conduct: Fact = fact("that is about the same conduct", art(22, 5))


P = fields(ParallelProceedings)


def must_consult(parallel: ParallelProceedings) -> Finding:
    """Whether the authorities of the States concerned must consult one another, as appropriate.

    The State must exercise jurisdiction under paragraph 1 or 2, and so over an offence of the Convention: a base of
    paragraphs 3 or 4, or of domestic law alone, does not bring the duty about. It must know of the other, however it
    does; the other must be a State Party; and the conduct must be the same, whatever the offences are called.

    Source: Art. 22(5).

    >>> must_consult(ParallelProceedings(same_conduct=False)).truth.name
    'NO'
    """
    return all_of(
        "the competent authorities must consult one another, as appropriate",
        art(22, 5),
        given(parallel, P.convention_offence),
        any_of(
            "the State exercises its jurisdiction under paragraph 1 or 2",
            art(22, 5),
            given(parallel, P.exercises_mandatory_base),
            given(parallel, P.exercises_optional_base),
        ),
        any_of(
            "the State knows of it",
            art(22, 5),
            given(parallel, P.notified),
            given(parallel, P.otherwise_learned),
        ),
        given(parallel, P.other_is_party),
        any_of(
            "the other pursues it",
            art(22, 5),
            given(parallel, P.other_investigates),
            given(parallel, P.other_prosecutes),
            given(parallel, P.other_holds_proceedings),
        ),
        given(parallel, P.same_conduct),
    )


def duties_on_parallel_proceedings(parallel: ParallelProceedings) -> tuple[Duty, ...]:
    """What do the competent authorities of the States concerned owe one another?

    Consultation and not agreement: no State has to give way.

    Source: Art. 22(5).

    >>> duties_on_parallel_proceedings(ParallelProceedings())[0].qualifications[0]
    'as appropriate'
    """
    return (
        shall(
            "consult-on-jurisdiction",
            Role.COMPETENT_AUTHORITY,
            "consult the competent authorities of the other States Parties",
            art(22, 5),
            must_consult(parallel),
            towards=Role.COMPETENT_AUTHORITY,
            qualifications=("as appropriate", "with a view to coordinating what each does"),
        ),
    )


checked(__name__)
