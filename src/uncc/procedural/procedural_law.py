"""A State's procedural law as a whole: what Chapter IV asks of it, and what it lacks (Arts. 23 to 30 and 32 to 34)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import Attribute, field, frozen

from uncc.kernel.again import OnReadings, under
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.procedural.art23_application.effect_of_reservations import (
    has_considered_restricting,
    keeps_closed_groups_within_reach,
    keeps_traffic_data_within_reach,
)
from uncc.procedural.art23_application.reservations import ReservingState
from uncc.procedural.art23_application.scope import (
    ProceduralPower,
    ScopeRegime,
    applies_to_every_class,
    serves_criminal_proceedings,
)
from uncc.procedural.art24_safeguards import (
    Safeguard,
    SafeguardReview,
    has_considered_third_parties,
    includes_safeguard,
    is_subject_to_safeguards,
)
from uncc.procedural.art25_preservation import (
    PreservationRegime,
    enables_preservation,
    keeps_ceiling,
    obliges_confidentiality,
    obliges_person,
)
from uncc.procedural.art26_traffic_data import TrafficDataRegime, covers_several_providers, ensures_partial_disclosure
from uncc.procedural.art27_production import ProductionRegime, enables_orders_to_persons, enables_orders_to_providers
from uncc.procedural.art28_search import (
    SearchRegime,
    enables_extension,
    enables_knowledge_orders,
    enables_search,
    enables_seizure,
)
from uncc.procedural.art29_traffic_data import (
    TrafficCollectionRegime,
    enables_traffic_collection,
    enables_traffic_orders_to_providers,
    obliges_providers_to_traffic_silence,
)
from uncc.procedural.art30_interception import (
    InterceptionRegime,
    determines_range,
    enables_interception,
    enables_interception_orders_to_providers,
    obliges_providers_to_interception_silence,
)
from uncc.procedural.art33_witnesses import WitnessRegime, has_considered_relocation_agreements, protects_witnesses
from uncc.procedural.art34_victims import (
    VictimRegime,
    assists_victims,
    assists_victims_of_abuse,
    ensures_removal,
    hears_victims,
    opens_compensation,
    takes_circumstances_into_account,
)
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["ProceduralLaw", "Requirement", "SafeguardedPower", "gaps", "requirements", "undetermined"]


@frozen(kw_only=True, field_transformer=typed)
class SafeguardedPower(Model):
    """A power of the chapter, and its conditions and safeguards in domestic law.

    - `power`: the power of Chapter IV that is meant.
    """

    power: ProceduralPower
    review: SafeguardReview = field(factory=SafeguardReview)


NOT_REVIEWED = SafeguardReview()


def _each_power_once(_: object, attribute: Attribute[Any], reviewed: tuple[SafeguardedPower, ...]) -> None:
    powers = [item.power for item in reviewed]
    if len(set(powers)) != len(powers):
        raise InvalidValue(attribute.name, [power.value for power in powers], "a list with one review for each power")


@frozen(kw_only=True, field_transformer=typed)
class ProceduralLaw(Model):
    """A State's procedural law, as far as it is known.

    - `state`: the State, the day, the reservations that it has made and what they say.
    - `safeguards`: one review for each power that was looked at. A power without one counts as not looked at.
    """

    state: ReservingState = field(factory=ReservingState)
    scope: ScopeRegime = field(factory=ScopeRegime)
    safeguards: tuple[SafeguardedPower, ...] = field(default=(), validator=_each_power_once)
    preservation: PreservationRegime = field(factory=PreservationRegime)
    traffic_data: TrafficDataRegime = field(factory=TrafficDataRegime)
    production: ProductionRegime = field(factory=ProductionRegime)
    search: SearchRegime = field(factory=SearchRegime)
    traffic_collection: TrafficCollectionRegime = field(factory=TrafficCollectionRegime)
    interception: InterceptionRegime = field(factory=InterceptionRegime)
    witnesses: WitnessRegime = field(factory=WitnessRegime)
    victims: VictimRegime = field(factory=VictimRegime)


@frozen(kw_only=True, field_transformer=typed)
class Requirement(OnReadings):
    """Something that the chapter asks of a State's law.

    - `modality`: its strength in the text's own words; `qualifications`: what softens or shapes it, paraphrased.
    - `met`: whether the law meets it; NO is a gap, UNKNOWN tells what would have to be known.
    """

    id: str
    modality: Modality
    authority: tuple[Provision, ...]
    met: Finding
    qualifications: tuple[str, ...] = ()


def requirements(law: ProceduralLaw) -> tuple[Requirement, ...]:
    """What does the chapter ask of a State's law, and is it met? In the order of the text.

    What the chapter only lets a State do (Art. 32, the means of Art. 33(2)) is no requirement. Freezing and
    confiscation (Art. 31) are not among them, except for their safeguards.

    Source: Art. 23(1).

    >>> requirements(ProceduralLaw())[0].id
    'powers-for-criminal-proceedings'
    """
    return (
        *_on_scope(law),
        *_on_safeguards(law),
        *_on_stored_data(law),
        *_on_real_time(law),
        *_on_persons(law),
    )


def gaps(law: ProceduralLaw, *, readings: Readings = AS_ADOPTED) -> tuple[Requirement, ...]:
    """What does a State's law lack? First what it must have, then what it must consider, each in order.

    What is not known is no gap: see `undetermined`.

    Source: Art. 23(1).

    >>> law = ProceduralLaw(search=SearchRegime(extends_searches=False))
    >>> [(gap.id, str(gap.authority[0])) for gap in gaps(law)]
    [('search-extension', 'Art. 28(2)')]
    """
    return _mandatory_first(one for one in under(requirements(law), readings) if one.met.is_no)


def undetermined(law: ProceduralLaw, *, readings: Readings = AS_ADOPTED) -> tuple[Requirement, ...]:
    """Of which requirements is it not known whether the law meets them? In the order of `gaps`.

    Source: Art. 23(1).

    >>> len(undetermined(ProceduralLaw())) == len(requirements(ProceduralLaw()))
    True
    """
    return _mandatory_first(one for one in under(requirements(law), readings) if one.met.is_unknown)


def _mandatory_first(found: Iterator[Requirement]) -> tuple[Requirement, ...]:
    return tuple(sorted(found, key=lambda requirement: requirement.modality is not Modality.SHALL))


def _asks(
    name: str, met: Finding, *authority: Provision, but: tuple[str, ...] = (), modality: Modality = Modality.SHALL
) -> Requirement:
    return Requirement(id=name, modality=modality, authority=authority, met=met, qualifications=but)


def _on_scope(law: ProceduralLaw) -> Iterator[Requirement]:
    state, regime = law.state, law.scope
    yield _asks("powers-for-criminal-proceedings", serves_criminal_proceedings(regime), art(23, 1))
    yield _asks(
        "powers-for-every-class",
        applies_to_every_class(regime),
        art(23, 2),
        but=("except as the Convention provides otherwise",),
    )
    yield _asks(
        "traffic-data-for-every-offence",
        keeps_traffic_data_within_reach(regime, state),
        art(23, 2),
        art(23, 3, "a"),
        but=("unless validly reserved",),
    )
    yield _asks(
        "closed-groups-within-reach",
        keeps_closed_groups_within_reach(regime, state),
        art(23, 2),
        art(23, 3, "b"),
        but=("unless validly reserved",),
    )
    yield _asks(
        "restriction-of-reservation",
        has_considered_restricting(regime, state),
        art(23, 3, "a"),
        art(23, 3, "b"),
        modality=Modality.SHALL_CONSIDER,
    )


def _on_safeguards(law: ProceduralLaw) -> Iterator[Requirement]:
    reviews = {item.power: item.review for item in law.safeguards}
    for power in ProceduralPower:
        yield from _safeguards_of(power, reviews.get(power, NOT_REVIEWED))


def _safeguards_of(power: ProceduralPower, review: SafeguardReview) -> Iterator[Requirement]:
    subject = power.words
    yield _asks(
        f"safeguards-{power.value}",
        is_subject_to_safeguards(review, subject=subject),
        art(24, 1),
        but=("as domestic law provides", "in accordance with obligations under human rights law"),
    )
    for safeguard in Safeguard:
        yield _asks(
            f"{safeguard.value}-{power.value}",
            includes_safeguard(review, safeguard, subject=subject),
            art(24, 2),
            but=("in accordance with domestic law", "as appropriate in view of the nature of the power"),
        )
    yield _asks(
        f"third-parties-{power.value}",
        has_considered_third_parties(review, subject=subject),
        art(24, 3),
        but=("to the extent consistent with the public interest",),
        modality=Modality.SHALL_CONSIDER,
    )


def _on_stored_data(law: ProceduralLaw) -> Iterator[Requirement]:
    yield _asks("preservation", enables_preservation(law.preservation), art(25, 1))
    yield _asks("preservation-by-person", obliges_person(law.preservation), art(25, 2))
    yield _asks("preservation-ceiling", keeps_ceiling(law.preservation), art(25, 2))
    yield _asks("preservation-silence", obliges_confidentiality(law.preservation), art(25, 3))
    yield _asks("preservation-across-providers", covers_several_providers(law.traffic_data), art(26, "a"))
    yield _asks("partial-disclosure", ensures_partial_disclosure(law.traffic_data), art(26, "b"))
    yield _asks("production-by-persons", enables_orders_to_persons(law.production), art(27, "a"))
    yield _asks("production-by-providers", enables_orders_to_providers(law.production), art(27, "b"))
    yield _asks("search", enables_search(law.search), art(28, 1))
    yield _asks("search-extension", enables_extension(law.search), art(28, 2))
    yield _asks("seizure", enables_seizure(law.search), art(28, 3))
    yield _asks("knowledge-orders", enables_knowledge_orders(law.search), art(28, 4), but=("as is reasonable",))


def _on_real_time(law: ProceduralLaw) -> Iterator[Requirement]:
    traffic, content = law.traffic_collection, law.interception
    capability = ("within the provider's existing technical capability",)
    otherwise = ("or otherwise, where the principles of the domestic legal system forbid it",)
    yield _asks("traffic-collection", enables_traffic_collection(traffic), art(29, 1, "a"), art(29, 2), but=otherwise)
    yield _asks(
        "traffic-orders-to-providers",
        enables_traffic_orders_to_providers(traffic),
        art(29, 1, "b"),
        but=capability,
    )
    yield _asks("traffic-silence", obliges_providers_to_traffic_silence(traffic), art(29, 3))
    yield _asks(
        "interception-range", determines_range(content), art(30, 1), but=("as domestic law determines the range",)
    )
    yield _asks("interception", enables_interception(content), art(30, 1, "a"), art(30, 2), but=otherwise)
    yield _asks(
        "interception-orders-to-providers",
        enables_interception_orders_to_providers(content),
        art(30, 1, "b"),
        but=capability,
    )
    yield _asks("interception-silence", obliges_providers_to_interception_silence(content), art(30, 3))


def _on_persons(law: ProceduralLaw) -> Iterator[Requirement]:
    victims, subject_to_law = law.victims, ("subject to its domestic law",)
    yield _asks(
        "witness-protection",
        protects_witnesses(law.witnesses),
        art(33, 1),
        art(33, 4),
        but=("in accordance with its domestic law", "within its means"),
    )
    yield _asks(
        "relocation-agreements",
        has_considered_relocation_agreements(law.witnesses),
        art(33, 3),
        modality=Modality.SHALL_CONSIDER,
    )
    yield _asks("victim-assistance", assists_victims(victims), art(34, 1), but=("within its means",))
    yield _asks("victim-compensation", opens_compensation(victims), art(34, 2), but=subject_to_law)
    yield _asks("victim-hearing", hears_victims(victims), art(34, 3), but=subject_to_law)
    yield _asks("victim-recovery", assists_victims_of_abuse(victims), art(34, 4), but=subject_to_law)
    yield _asks("victim-circumstances", takes_circumstances_into_account(victims), art(34, 5))
    yield _asks(
        "content-removal",
        ensures_removal(victims),
        art(34, 6),
        but=("to the extent consistent with its domestic legal framework",),
    )


checked(__name__)
