"""Whether a State's law reaches all that the Convention obliges it to reach, and where the gaps are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from attrs import evolve, fields, frozen

from uncc.kernel.again import OnReadings
from uncc.kernel.between import AtLeast
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, Truth, all_of, any_of, by_reading, by_text, derived, given, none_of, said_of
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.ready import Said
from uncc.kernel.roles import Role
from uncc.offences.art11_misuse_of_devices import DeviceAct, DeviceItem, ReservedAct, is_permitted_reservation
from uncc.offences.conduct import conduct_of, established, offence_of
from uncc.offences.domestic import DomesticOffence, permission
from uncc.offences.elements import Forms, Part, PartKind, forms_of, parts
from uncc.offences.options import ConventionOffence, Option, OptionKind
from uncc.readings import AS_ADOPTED, Readings, chosen
from uncc.readings.chapter_2 import OptionsTogether

__all__ = ["Gap", "GapKind", "gaps", "implements"]

D = fields(DomesticOffence)

Law: TypeAlias = DomesticOffence | Sequence[DomesticOffence] | AtLeast[DomesticOffence] | None
"""A provision of a law, all of them, those that are known, or what is not known."""


class GapKind(Enum):
    """Why a law falls short of the Convention. The value is its stable name in JSON."""

    ABSENT = "absent"
    """No provision of the law defines the offence."""
    NOT_CRIMINAL = "not-criminal"
    """The provision makes no criminal offence of it."""
    FORM_OMITTED = "form-omitted"
    """The law does not reach a form of the offence that the text names."""
    ELEMENTS_TOGETHER = "elements-together"
    """The provision demands together what a State may require."""
    NOT_PERMITTED = "not-permitted"
    """The provision demands or leaves out something that the text does not permit."""
    RESERVATION = "reservation"
    """The State has reserved what it may not."""

    @property
    def words(self) -> str:
        """The kind as it stands before what is missing or too much.

        >>> GapKind.FORM_OMITTED.words
        'does not reach'
        """
        return _WORDS[self]


_WORDS = MappingProxyType(
    {
        GapKind.ABSENT: "the law has no such offence",
        GapKind.NOT_CRIMINAL: "it is no criminal offence",
        GapKind.FORM_OMITTED: "does not reach",
        GapKind.ELEMENTS_TOGETHER: "demands several elements together",
        GapKind.NOT_PERMITTED: "not permitted",
        GapKind.RESERVATION: "not open to reservation",
    }
)


@frozen(field_transformer=typed)
class Gap(Model):
    """One point in which a law falls short, or in which it is not determined whether it does.

    `what` says what is omitted or too much, `provision` names the provision of domestic law where it is one's own;
    `finding` is NO for a gap and UNKNOWN for a doubt, with its open questions.
    """

    kind: GapKind
    what: str
    authority: tuple[Provision, ...]
    finding: Finding
    provision: str | None = None


@frozen(field_transformer=tuples_only)
class _Limb(OnReadings):
    """A limb of conformity of one provision, with the kind of gap it is where it fails."""

    kind: GapKind
    what: str
    authority: tuple[Provision, ...]
    finding: Finding


def implements(
    law: Law,
    offence: ConventionOffence,
    *,
    reserving: Collection[ReservedAct] | None = (),
) -> Finding:
    """Whether a State's law reaches all that the Convention obliges it to make this offence.

    `law` is a provision or several, of which those that define this offence count, together; `AtLeast` where it may
    have others, and `None` where none of it is known. `reserving` are acts with devices that the State has reserved
    (Art. 11 only); `None` where that is not known. YES: each form of the offence is reached by a provision that narrows
    it no further than the article permits; a law that demands less, or reaches further, implements as well. NO: `gaps`
    lists what is missing.

    Source: Art. 7(1), Art. 8(1), Art. 9(1), Art. 10, Art. 11(1), Art. 11(3), Art. 12(1), Art. 13(a), Art. 13(b),
    Art. 13(c), Art. 14(1), Art. 14(2), Art. 15(1), Art. 16(1), Art. 16(2), Art. 17(1), Art. 21(8).

    >>> from uncc.offences import DataInterference
    >>> bill = DomesticOffence(title="Deleting data", criminal=True, definition=DataInterference(
    ...     damages=False, deletes=True, deteriorates=False, alters=True, suppresses=True))
    >>> implements(bill, ConventionOffence.DATA_INTERFERENCE).truth.name
    'NO'
    >>> [gap.what for gap in gaps(bill, ConventionOffence.DATA_INTERFERENCE)]
    ['electronic data are damaged', 'electronic data deteriorate']
    """
    if reserving and offence is not ConventionOffence.MISUSE_OF_DEVICES:
        raise InvalidValue("reserving", reserving, f"nothing, since {offence.authority} permits no such reservation")
    if reserving is not None:
        return _implements(law, offence, reserving)
    if offence is not ConventionOffence.MISUSE_OF_DEVICES:
        return _implements(law, offence, ())
    return all_of(
        "the law implements the article, whatever the State has reserved",
        offence.authority,
        any_of(
            "the law reaches the offence, or the State has reserved what it does not reach",
            offence.authority,
            _implements(law, offence, ()),
            all_of(
                "what the law does not reach can be reserved, and is",
                art(11, 3),
                _implements(law, offence, _OPEN_TO_RESERVATION),
                _of_reservations("the State has reserved what the law does not reach"),
            ),
        ),
        _of_reservations("the State has reserved no more than it may"),
    )


def _of_reservations(statement: str) -> Finding:
    """Return what is not known of the acts that a State has reserved."""
    return derived(None, statement, art(11, 3), asked_of=Role.STATE_PARTY, name="DomesticLaw.reserving")


def _implements(
    law: Law,
    offence: ConventionOffence,
    reserving: Collection[ReservedAct],
) -> Finding:
    provisions, others = _looked_through(law, offence), _others(law, offence)
    if not provisions:
        none = derived(
            False,
            "a provision of the law defines the offence",
            offence.authority,
            asked_of=Role.STATE_PARTY,
            name="DomesticOffence.definition",
        )
        return others[0] if others else none
    ways = _obligatory_ways(offence, reserving)
    reached = any_of(
        "a provision of the law reaches the whole offence by itself",
        offence.authority,
        *(_implements_alone(provision, frozenset[str]().union(*ways)) for provision in provisions),
    )
    between = [_implement_between_them(offence, ways, provisions)] if len(provisions) > 1 else []
    if between or others:
        reached = any_of("the law reaches the whole offence", offence.authority, reached, *between, *others)
    return all_of("the law implements the article", offence.authority, reached, *_reservation(offence, reserving))


def _others(law: Law, offence: ConventionOffence) -> tuple[Finding, ...]:
    """Return that the law may reach the offence by a provision that is not stated; nothing where all are."""
    if law is not None and not isinstance(law, AtLeast):
        return ()
    statement = "the law reaches the offence by a provision that is not stated"
    return (derived(None, statement, offence.authority, asked_of=Role.STATE_PARTY, name="DomesticLaw.offences"),)


def gaps(
    law: Law,
    offence: ConventionOffence,
    *,
    reserving: Collection[ReservedAct] | None = (),
    readings: Readings = AS_ADOPTED,
) -> tuple[Gap, ...]:
    """In what does a State's law fall short of what the Convention obliges it to make this offence?

    In the order of the text; empty where the law implements the article. A form is named once where all of it is
    missing, and together with others where only their combination is. Where the law may have provisions that are not
    stated, or where its reservations are not known, what it does not reach is a doubt.

    Source: Art. 7(1), Art. 8(1), Art. 9(1), Art. 10, Art. 11(1), Art. 11(3), Art. 12(1), Art. 13(a), Art. 13(b),
    Art. 13(c), Art. 14(1), Art. 14(2), Art. 15(1), Art. 16(1), Art. 16(2), Art. 17(1), Art. 21(8).

    >>> [gap.kind.value for gap in gaps((), ConventionOffence.FORGERY)]
    ['absent']
    """
    return implemented(law, offence, reserving=reserving, readings=readings)[1]


def implemented(
    law: Law, offence: ConventionOffence, *, reserving: Collection[ReservedAct] | None, readings: Readings
) -> tuple[Finding, tuple[Gap, ...]]:
    """Return on these readings whether a law reaches all that it must, and in what it falls short."""
    finding = chosen(implements(law, offence, reserving=reserving), readings)
    return finding, () if finding.is_yes else tuple(_gaps(law, offence, reserving, readings, finding))


def _gaps(
    law: Law,
    offence: ConventionOffence,
    reserving: Collection[ReservedAct] | None,
    readings: Readings,
    finding: Finding,
) -> Iterator[Gap]:
    provisions, doubts = _looked_through(law, offence), _doubts(law, offence, reserving)
    ways = _obligatory_ways(offence, reserving or ())
    if not provisions:
        found = [Gap(GapKind.ABSENT, offence.title, (offence.authority,), finding)]
    elif len(provisions) == 1:
        found = list(provisions[0].gaps(provisions[0].limbs(frozenset[str]().union(*ways)), readings))
    else:
        found = list(_gaps_between(provisions, ways, readings, offence))
    for gap in found:
        yield evolve(gap, finding=_doubted(gap, doubts)) if doubts else gap
    for limb in _reservation(offence, reserving):
        if not limb.is_yes:
            yield Gap(GapKind.RESERVATION, "a reservation that the article does not permit", limb.authority, limb)


def _doubts(
    law: Law,
    offence: ConventionOffence,
    reserving: Collection[ReservedAct] | None,
) -> tuple[Finding, ...]:
    """Return what may fill a gap: a provision that is not stated, or a reservation."""
    if reserving is None and offence is ConventionOffence.MISUSE_OF_DEVICES:
        return (*_others(law, offence), _of_reservations("the State has reserved what the law does not reach"))
    return _others(law, offence)


def _doubted(gap: Gap, doubts: tuple[Finding, ...]) -> Finding:
    return any_of("the law reaches it, or need not", gap.authority, gap.finding, *doubts)


def _looked_through(law: Law, offence: ConventionOffence) -> tuple[_Provision, ...]:
    """Return the provisions of a law that define an offence, each looked through once."""
    stated = law.items if isinstance(law, AtLeast) else law or ()
    provisions = (stated,) if isinstance(stated, DomesticOffence) else stated
    return tuple(_provision(one) for one in provisions if offence_of(one.definition) is offence)


@cache
def _text_of(offence: ConventionOffence) -> tuple[tuple[Forms, ...], Mapping[str, Part]]:
    """Return the ways to commit an offence of the text, and its parts by name."""
    nothing_known = conduct_of(offence)()
    named = MappingProxyType({part.name: part for part in parts(nothing_known)})
    return forms_of(established(nothing_known), {name: part.kind for name, part in named.items()}), named


def _obligatory_ways(offence: ConventionOffence, reserving: Collection[ReservedAct]) -> tuple[Forms, ...]:
    """Return the ways to commit the offence that the State has not validly reserved."""
    ways, _ = _text_of(offence)
    freed = [
        {_ACT_NAMES[reserved.act], _ITEM_NAMES[reserved.item]}
        for reserved in reserving
        if is_permitted_reservation((reserved,)).is_yes
    ]
    return tuple(way for way in ways if not any(pair <= way for pair in freed))


_ACT_NAMES = MappingProxyType(
    {
        DeviceAct.OBTAINING: "MisuseOfDevices.obtains",
        DeviceAct.PRODUCTION: "MisuseOfDevices.produces",
        DeviceAct.SALE: "MisuseOfDevices.sells",
        DeviceAct.PROCUREMENT: "MisuseOfDevices.procures_for_use",
        DeviceAct.IMPORT: "MisuseOfDevices.imports",
        DeviceAct.DISTRIBUTION: "MisuseOfDevices.distributes",
        DeviceAct.MAKING_AVAILABLE: "MisuseOfDevices.makes_available",
        DeviceAct.POSSESSION: "MisuseOfDevices.possesses",
    }
)
_OPEN_TO_RESERVATION = tuple(
    reserved
    for reserved in (ReservedAct(act, item) for act in DeviceAct for item in DeviceItem)
    if is_permitted_reservation((reserved,)).is_yes
)
"""Everything that a State can reserve."""
_ITEM_NAMES = MappingProxyType(
    {
        DeviceItem.DEVICE: "MisuseOfDevices.is_device",
        DeviceItem.ACCESS_DATA: "MisuseOfDevices.is_access_data",
    }
)


def _reservation(offence: ConventionOffence, reserving: Collection[ReservedAct] | None) -> tuple[Finding, ...]:
    if offence is not ConventionOffence.MISUSE_OF_DEVICES or not reserving:
        return ()
    return (is_permitted_reservation(reserving),)


# One provision


class _Provision(NamedTuple):
    """A provision of domestic law with the limbs of its conformity: what it reaches, and what else there is in it."""

    stated: DomesticOffence
    offence: ConventionOffence
    parts: tuple[Part, ...]
    criminal: _Limb
    reached: Mapping[str, _Limb]
    """By the name of each part of the offence."""
    narrowings: tuple[_Limb, ...]

    def limbs(self, needed: frozenset[str]) -> tuple[_Limb, ...]:
        """Return all that must hold for the provision to reach these parts of its offence."""
        return (self.criminal, *(self.reached[name] for name in self.reached if name in needed), *self.narrowings)

    def gaps(self, limbs: tuple[_Limb, ...], readings: Readings) -> Iterator[Gap]:
        """Yield the limbs that do not hold, as gaps."""
        for limb in chosen(limbs, readings):
            if not limb.finding.is_yes:
                yield Gap(limb.kind, limb.what, limb.authority, limb.finding, self.stated.title)


def _provision(stated: DomesticOffence) -> _Provision:
    offence, found, excuses = offence_of(stated.definition), tuple(parts(stated.definition)), _excuses(stated)
    reached = {
        part.name: _Limb(GapKind.FORM_OMITTED, part.statement, part.authority, _names(part, stated, excuses))
        for part in found
    }
    criminal = given(stated, D.criminal, Said(stated.title))
    return _Provision(
        stated,
        offence,
        found,
        _Limb(GapKind.NOT_CRIMINAL, criminal.statement, criminal.authority, criminal),
        MappingProxyType(reached),
        tuple(_narrowings(stated, offence, found)),
    )


def _implements_alone(provision: _Provision, needed: frozenset[str]) -> Finding:
    reaches = all_of(
        "the provision reaches the whole offence",
        provision.offence.authority,
        *(limb.finding for limb in provision.limbs(needed)),
    )
    return said_of(Said(provision.stated.title), reaches)


def _names(part: Part, provision: DomesticOffence, excuses: Mapping[str, Finding]) -> Finding:
    about = Said(f"{provision.title}: {part.statement}")
    reached = derived(
        part.value, "the law reaches it", *part.authority, asked_of=Role.STATE_PARTY, subject=about, name=part.name
    )
    if part.name not in excuses:
        return reached
    return any_of("the law reaches it or may leave it out", part.authority, reached, excuses[part.name])


_MAY_LEAVE_OUT: Mapping[Option | None, tuple[str, ...]] = MappingProxyType(
    {
        Option.LAUNDERING_RECEIPT_LEFT_OUT: ("acquires", "possesses", "uses"),
        Option.LAUNDERING_PARTICIPATION_LEFT_OUT: (
            "participates",
            "associates",
            "conspires",
            "attempts",
            "aids",
            "abets",
            "facilitates",
            "counsels",
        ),
    }
)
"""The forms of laundering that a law may leave out on an option."""


def _excuses(provision: DomesticOffence) -> dict[str, Finding]:
    offence = offence_of(provision.definition)
    return {
        f"Laundering.{name}": permission(offence, variation, provision.title)
        for variation in provision.variations
        if variation.option in _MAY_LEAVE_OUT
        for name in _MAY_LEAVE_OUT[variation.option]
    }


def _narrowings(provision: DomesticOffence, offence: ConventionOffence, found: tuple[Part, ...]) -> Iterator[_Limb]:
    """Yield what may make a provision narrower than the text: a variation that reaches further does not."""
    yield from _demands_together(provision, found)
    for variation in provision.variations:
        if variation.kind in {OptionKind.REQUIRE, OptionKind.EXCLUDE}:
            permitted = permission(offence, variation, provision.title)
            yield _Limb(GapKind.NOT_PERMITTED, variation.words, permitted.authority, permitted)


def _demands_together(provision: DomesticOffence, found: tuple[Part, ...]) -> Iterator[_Limb]:
    """Yield the contested limb of a provision that demands, or may demand, several of what a State may require."""
    demanded: dict[Option, list[Finding]] = {}
    for part in found:
        if part.kind is PartKind.REQUIRABLE and part.option is not None and part.value is not False:
            demanded.setdefault(part.option, []).append(_demands(part, provision))
    options = {
        option.words: any_of("the law demands it", option.authority, *limbs) for option, limbs in demanded.items()
    }
    if len(options) > 1:
        authority = tuple(dict.fromkeys(option.authority for option in demanded))
        pairs = (
            said_of("; ".join(pair), all_of("the law demands both", authority, *(said_of(o, options[o]) for o in pair)))
            for pair in combinations(options, 2)
        )
        answers = {
            OptionsTogether.ONE_ONLY: none_of("the law demands one of them at most", authority, *pairs),
            OptionsTogether.TOGETHER: by_text(True, "the law may demand several of them", *authority),
        }
        words = "the elements that the law demands may stand together"
        finding = by_reading(words, OptionsTogether, answers)
        yield _Limb(GapKind.ELEMENTS_TOGETHER, words, authority, finding)


def _demands(part: Part, provision: DomesticOffence) -> Finding:
    about = Said(f"{provision.title}: {part.statement}")
    return derived(
        part.value, "the law demands it", *part.authority, asked_of=Role.STATE_PARTY, subject=about, name=part.name
    )


NO_PART = frozenset[str]()


# Several provisions


def _implement_between_them(
    offence: ConventionOffence, ways: Iterable[Forms], provisions: Sequence[_Provision]
) -> Finding:
    return all_of(
        "the provisions of the law reach every form of the offence between them",
        offence.authority,
        *(_reaches(way, provisions) for way in ways),
    )


def _reaches(way: Forms, provisions: Sequence[_Provision]) -> Finding:
    named = [part for part in provisions[0].parts if part.name in way]
    return any_of(
        "a provision reaches the form: " + "; ".join(part.statement for part in named),
        tuple(dict.fromkeys(provision for part in named for provision in part.authority)),
        *(_implements_alone(provision, way) for provision in provisions),
    )


def _gaps_between(
    provisions: Sequence[_Provision], ways: Sequence[Forms], readings: Readings, offence: ConventionOffence
) -> Iterator[Gap]:
    """Yield why ways to commit the offence are not reached, or not surely: what is omitted, and then what narrows."""
    holds = [(provision, _holds(provision, readings)) for provision in provisions]
    standing = [(provision, held) for provision, held in holds if held is not Truth.NO]
    reach = {way: _best(_named_by(provision, way) for provision, _ in standing) for way in ways}
    blamed = {
        way: [provision for provision, held in holds if _is_to_blame(provision, way, held, reach[way])]
        for way in ways
        if _best(_both(held, _named_by(provision, way)) for provision, held in standing) is not Truth.YES
    }
    omitted = {way for way in blamed if reach[way] is Truth.NO and not blamed[way]}
    doubtful = {way for way in blamed if reach[way] is Truth.UNKNOWN}
    for together in _smallest(omitted, omitted, ways):
        yield _combination(together, Truth.NO, offence)
    for together in _smallest(doubtful, omitted | doubtful, ways):
        yield _combination(together, Truth.UNKNOWN, offence)
    for provision in provisions:
        if any(provision in found for found in blamed.values()):
            yield from provision.gaps(provision.limbs(NO_PART), readings)


def _is_to_blame(provision: _Provision, way: Forms, held: Truth, reach: Truth) -> bool:
    """Whether a provision reaches a way by its words, and only something else in it stands against it."""
    return _named_by(provision, way) is Truth.YES and held is (Truth.NO if reach is Truth.NO else Truth.UNKNOWN)


def _best(truths: Iterable[Truth]) -> Truth:
    return max(truths, default=Truth.NO)


def _both(*truths: Truth) -> Truth:
    return min(truths)


def _holds(provision: _Provision, readings: Readings) -> Truth:
    """Return whether a provision is criminal law and narrows the offence no further than it may."""
    return _both(*(limb.finding.truth for limb in chosen(provision.limbs(NO_PART), readings)))


def _named_by(provision: _Provision, way: Forms) -> Truth:
    return _both(*(limb.finding.truth for name, limb in provision.reached.items() if name in way))


def _smallest(missing: set[Forms], within: set[Forms], ways: Sequence[Forms]) -> list[Forms]:
    """Return the least combinations all of whose ways lie `within`, that have a way that is missing, in text order."""
    found: list[Forms] = []
    for size in range(1, max(map(len, ways)) + 1):
        candidates = dict.fromkeys(
            frozenset(chosen) for way in ways if way in missing for chosen in combinations(sorted(way), size)
        )
        for candidate in candidates:
            if any(smaller <= candidate for smaller in found):
                continue
            if all(way in within for way in ways if candidate <= way):
                found.append(candidate)
    return found


def _combination(together: Forms, truth: Truth, offence: ConventionOffence) -> Gap:
    _, named = _text_of(offence)
    members = [part for name, part in named.items() if name in together]
    words = "; ".join(part.statement for part in members)
    authority = tuple(dict.fromkeys(provision for part in members for provision in part.authority))
    finding = derived(
        {Truth.NO: False, Truth.UNKNOWN: None}[truth],
        "the law reaches it",
        *authority,
        asked_of=Role.STATE_PARTY,
        subject=words,
        name=" and ".join(part.name for part in members),
    )
    return Gap(GapKind.FORM_OMITTED, words, authority, finding)


checked(__name__)
