"""What a State's laws lack, and what they implement: those on offences, and those on procedure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from types import MappingProxyType

from attrs import frozen

from uncc.cases import DomesticLaw
from uncc.catalogue import row
from uncc.kernel.declared import checked, typed
from uncc.kernel.findings import Finding, Truth, all_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.offences import ConventionOffence, Gap, GapKind, ReservedAct, gaps, implements, predicates_suffice
from uncc.procedural import ProceduralLaw, Requirement, requirements
from uncc.procedural import gaps as procedural_gaps
from uncc.procedural import undetermined as procedural_doubts
from uncc.readings import AS_ADOPTED, Readings
from uncc.review.record import StateRecord
from uncc.review.report import Strength

__all__ = ["Shortfall", "implemented", "procedural_shortfalls", "shortfalls"]


@frozen(kw_only=True, field_transformer=typed)
class Shortfall(Model):
    """A point in which a law falls short, or may: `finding` is NO for one that is certain, UNKNOWN for a doubt."""

    authority: tuple[Provision, ...]
    what: str
    finding: Finding


def shortfalls(law: DomesticLaw) -> tuple[Shortfall, ...]:
    """In what does a State's law fall short on the offences of Chapter II, or may it?

    Its reservations are another matter, which `contradictions` looks at.

    >>> from uncc.kernel.parties import State
    >>> len(shortfalls(DomesticLaw(state=State("Astoria"), title="Penal Code", offences=())))
    12
    """
    of_offences = (
        _of_gap(offence, gap)
        for offence in ConventionOffence
        for gap in gaps(law.offences, offence, reserving=_reserving(law, offence), readings=law.readings)
        if gap.kind is not GapKind.RESERVATION
    )
    predicates = predicates_suffice(law.predicates).under(law.readings)
    if predicates.is_yes:
        return tuple(of_offences)
    short = "the law does not make predicate offences of all that it must"
    return (*of_offences, Shortfall(authority=predicates.authority, what=short, finding=predicates))


def _reserving(law: DomesticLaw, offence: ConventionOffence) -> tuple[ReservedAct, ...] | None:
    return law.reserving if offence is ConventionOffence.MISUSE_OF_DEVICES else ()


def _of_gap(offence: ConventionOffence, gap: Gap) -> Shortfall:
    own = tuple(provision for provision in gap.authority if provision.article == offence.article)
    where = f" ({gap.provision})" if gap.provision else ""
    return Shortfall(
        authority=own or (offence.authority,), what=f"{gap.kind.words}: {gap.what}{where}", finding=gap.finding
    )


def procedural_shortfalls(law: ProceduralLaw, *, readings: Readings = AS_ADOPTED) -> tuple[Shortfall, ...]:
    """In what does a State's procedural law fall short of Chapter IV, or may it? First what is certain.

    Requirements that say the same of one provision are told together, with their names in brackets. What the chapter
    only lets a State do is no part of it.

    >>> from uncc.procedural import SearchRegime
    >>> first = procedural_shortfalls(ProceduralLaw(search=SearchRegime(extends_searches=False)))[0]
    >>> str(first.authority[0]), first.finding.truth.name
    ('Art. 28(2)', 'NO')
    """
    together: dict[tuple[tuple[Provision, ...], str, Truth], list[Requirement]] = defaultdict(list)
    for one in (*procedural_gaps(law, readings=readings), *procedural_doubts(law, readings=readings)):
        together[_asked(one), one.met.statement, one.met.truth].append(one)
    return tuple(
        Shortfall(
            authority=authority,
            what=f"{_WORDS[truth]}: {statement} ({', '.join(one.id.replace('-', ' ') for one in members)})",
            finding=members[0].met if len(members) == 1 else all_of(statement, authority, *(m.met for m in members)),
        )
        for (authority, statement, truth), members in together.items()
    )


_WORDS = MappingProxyType({Truth.NO: "does not meet", Truth.UNKNOWN: "is not known to meet"})


def _asked(requirement: Requirement) -> tuple[Provision, ...]:
    """Return the provisions that ask a requirement of a State, without those that only let it do otherwise."""
    strength = Strength.of(requirement.modality)
    return tuple(one for one in requirement.authority if strength in _strengths(one))


def _strengths(provision: Provision) -> frozenset[Strength | None]:
    found = row(provision)
    return frozenset() if found is None else frozenset(map(Strength.of, (found.modality, *found.also)))


def _is_an_option(provision: Provision) -> bool:
    """Whether the main rule of a provision is an option: a law that serves a further rule in it does not use it."""
    found = row(provision)
    return found is not None and Strength.of(found.modality) is Strength.OPTION


def implemented(record: StateRecord) -> tuple[Provision, ...]:
    """Which provisions do the laws of a record implement, as far as they are described? In the order of the text.

    >>> from uncc.kernel.parties import State
    >>> implemented(StateRecord(state=State("Astoria")))
    ()
    """
    return tuple(sorted((*_offences_implemented(record), *_procedure_implemented(record))))


def _offences_implemented(record: StateRecord) -> Iterator[Provision]:
    law = record.law
    if law is not None:
        for offence in ConventionOffence:
            if implements(law.offences, offence, reserving=_reserving(law, offence)).under(law.readings).is_yes:
                yield offence.authority


def _procedure_implemented(record: StateRecord) -> Iterator[Provision]:
    """Yield each provision of which every requirement is met."""
    if record.procedural_law is not None:
        met: dict[Provision, list[Finding]] = defaultdict(list)
        for one in requirements(record.procedural_law):
            for provision in _asked(one):
                if not _is_an_option(provision):
                    met[provision].append(one.met)
        yield from (provision for provision, findings in met.items() if all(found.is_yes for found in findings))


checked(__name__)
