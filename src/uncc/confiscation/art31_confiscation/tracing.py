"""Art. 31(4) to (6), (8): how far a holding is the proceeds of crime, followed through its history.

All is computed in fractions and rounded once, at the end. What the Convention leaves open gives two ends: the least and
the most that the proceeds in a holding can be worth.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from fractions import Fraction

from attrs import Factory, field, fields, frozen

from uncc.confiscation.art31_confiscation.asset_history import AssetHistory, Holding, Payment
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, derived, given
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_4 import AssessedValue, IntermingledIncome

__all__ = ["OriginBurden", "contains_proceeds", "counts_as_proceeds", "may_require_lawful_origin"]

Ends = tuple[Fraction, Fraction]
"""The least and the most."""
NOTHING, ALL = Fraction(0), Fraction(1)

H = fields(Holding)


@frozen(kw_only=True)
class OriginBurden(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A requirement of domestic law that the offender demonstrate lawful origin, which the Convention leaves open."""

    required_by_law: Fact = fact(
        "domestic law requires an offender to demonstrate the lawful origin of such property", art(31, 8)
    )
    borne_by_offender: Fact = fact("the one who must demonstrate the lawful origin is the offender", art(31, 8))
    consistent_with_principles: Fact = fact(
        "the requirement is consistent with the principles of domestic law", art(31, 8)
    )
    consistent_with_proceedings: Fact = fact(
        "the requirement is consistent with the nature of the proceedings", art(31, 8)
    )


B = fields(OriginBurden)


def may_require_lawful_origin(burden: OriginBurden) -> Finding:
    """Whether the Convention leaves room for a requirement that lawful origin be demonstrated.

    It obliges to none: a State may consider the possibility. NO where the requirement goes beyond the offender, or
    beyond what the principles of domestic law and the nature of the proceedings bear.

    Source: Art. 31(8).

    >>> may_require_lawful_origin(OriginBurden(borne_by_offender=False)).truth.name
    'NO'
    """
    return all_of(
        "the Convention leaves room for the requirement to demonstrate lawful origin",
        art(31, 8),
        given(burden, B.borne_by_offender),
        given(burden, B.consistent_with_principles),
        given(burden, B.consistent_with_proceedings),
    )


def counts_as_proceeds(holding: Holding, *, burden: OriginBurden | None = None, subject: str = "") -> Finding:
    """Whether property that came into a history from outside counts as proceeds of an offence of the Convention.

    With a `burden`, also where its requirement is in force, the property is alleged to be liable, and lawful origin
    was not shown. Without one, only where its origin in an offence is established. `subject` is the holding's place.

    Source: Art. 31(1)(a), Art. 31(8).

    >>> from uncc.confiscation.money import Money
    >>> coins = Holding(name="coins", value=Money.parse("BTC 3"), derived_from_offence=True, convention_offence=False)
    >>> counts_as_proceeds(coins).truth.name
    'NO'
    """
    established = all_of(
        "the property is the proceeds of an offence established in accordance with the Convention",
        art(31, 1, "a"),
        given(holding, H.derived_from_offence, subject),
        given(holding, H.convention_offence, subject),
    )
    if burden is None:
        return established
    return any_of(
        "the property counts as proceeds of crime",
        (art(31, 1, "a"), art(31, 8)),
        established,
        all_of(
            "lawful origin had to be shown and was not",
            art(31, 8),
            given(burden, B.required_by_law),
            may_require_lawful_origin(burden),
            given(holding, H.alleged, subject),
            ~given(holding, H.lawful_origin_shown, subject),
        ),
    )


def _sources(holding: Holding) -> Iterator[str]:
    yield from (payment.taken_from for payment in holding.bought_with)
    if holding.yielded_by is not None:
        yield holding.yielded_by


def ancestry(history: AssetHistory, name: str, *, known: Container[str] = ()) -> tuple[Holding, ...]:
    """Return the holdings out of which a holding comes, and itself, each once, in the order of the history.

    What lies behind the `known` ones is left out, and so are they.
    """
    reached, ahead = {name}, [name]
    while ahead:
        sources = {source for source in _sources(history.holding(ahead.pop())) if source not in known} - reached
        reached |= sources
        ahead.extend(sources)
    return tuple(history.holding(one) for one in sorted(reached, key=history.number))


def origins(history: AssetHistory, name: str) -> tuple[Holding, ...]:
    """Return the holdings from outside out of which a holding comes, in the order of the history."""
    return tuple(holding for holding in ancestry(history, name) if holding.comes_from_outside)


@frozen(field_transformer=typed)
class Trace(Model):
    """How far each holding of a history is proceeds, if just the holdings `tainted` came in as proceeds."""

    history: AssetHistory
    tainted: frozenset[str]
    under: Readings = AS_ADOPTED
    _shares: dict[str, Ends] = field(default=Factory(dict[str, Ends]), eq=False, repr=False)

    def share(self, name: str) -> Ends:
        """Return the share of proceeds in what went into a holding."""
        if name not in self._shares:
            for holding in ancestry(self.history, name, known=self._shares):
                self._shares[holding.name] = self._share(holding)
        return self._shares[name]

    def _share(self, holding: Holding) -> Ends:
        if holding.yielded_by is not None:
            return self._yielded(self.share(holding.yielded_by))
        if not holding.bought_with:
            return (ALL, ALL) if holding.name in self.tainted else (NOTHING, NOTHING)
        cost = self.history.cost(holding.name).exact
        paid = [self.paid(payment) for payment in holding.bought_with]
        least, most = sum(low for low, _ in paid), sum(high for _, high in paid)
        return Fraction(least) / cost, Fraction(most) / cost

    def _yielded(self, source: Ends) -> Ends:
        """Return the share of proceeds in what a holding with these shares yields (Art. 31(6))."""
        whole = (Fraction(source[0] > 0), Fraction(source[1] > 0))
        match self.under.chosen(IntermingledIncome):
            case IntermingledIncome.WHOLE:
                return whole
            case IntermingledIncome.PROPORTION:
                return source
            case _:
                return source[0], whole[1]

    def value(self, name: str, share: Fraction) -> Fraction:
        """Return the assessed value of the proceeds in a holding of which they are a share; all where they are all."""
        value = self.history.holding(name).value.exact
        if share == ALL or self.under.chosen(AssessedValue) is AssessedValue.SHARE:
            return share * value
        return min(share * self.history.cost(name).exact, value)

    def held(self, name: str) -> Ends:
        """Return the assessed value of the proceeds in a holding, before anything was paid out of it."""
        least, most = self.share(name)
        return self.value(name, least), self.value(name, most)

    def paid(self, payment: Payment) -> Ends:
        """Return the proceeds in what was taken from a holding; all of it where the holding is nothing else."""
        (least, _), taken = self.share(payment.taken_from), payment.value.exact
        if least == ALL:
            return taken, taken
        low, high = self.held(payment.taken_from)
        if payment.proceeds is not None:
            stated = min(payment.proceeds.exact, high)
            return stated, stated
        others = self.history.holding(payment.taken_from).value.exact - low
        return max(NOTHING, taken - others), min(taken, high)

    def left(self, name: str) -> Ends:
        """Return the proceeds in what is left of a holding."""
        left, payments = self.history.left(name).exact, self.history.taken(name)
        low, high = self.held(name)
        gone = sum((payment.proceeds or payment.value).exact for payment in payments)
        stated = sum(min(payment.proceeds.exact, high) for payment in payments if payment.proceeds is not None)
        return min(left, max(NOTHING, low - gone)), min(left, max(NOTHING, high - stated))


def contains_proceeds(
    history: AssetHistory, name: str, *, burden: OriginBurden | None = None, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether proceeds of crime are in a holding: turned into it, mixed into it, or in what yielded it.

    UNKNOWN where an origin is not settled, or where a part was taken from a mixed holding and the value of the
    proceeds in that part is not assessed.

    Source: Art. 31(1)(a), Art. 31(4), Art. 31(5), Art. 31(6).

    >>> from uncc.confiscation.money import Money
    >>> flat = Holding(name="flat", value=Money.parse("EUR 90000"), derived_from_offence=True, convention_offence=True)
    >>> rent = Holding(name="rent", value=Money.parse("EUR 4800"), yielded_by="flat")
    >>> contains_proceeds(AssetHistory((flat, rent)), "rent").truth.name
    'YES'
    """
    return Reach(history, burden, under).into(name)


Tainted = tuple[frozenset[str], frozenset[str]]
"""The origins that count as proceeds, and those that do or may."""


@frozen(field_transformer=typed)
class Reach(Model):
    """Whether proceeds have come into the holdings of a history, as findings.

    Each holding is looked at once, the earlier before the later, however long the history is.
    """

    history: AssetHistory
    burden: OriginBurden | None
    under: Readings
    _into: dict[str, Finding] = field(default=Factory(dict[str, Finding]), eq=False, repr=False)
    _tainted: dict[str, Tainted] = field(default=Factory(dict[str, Tainted]), eq=False, repr=False)
    _traces: dict[frozenset[str], Trace] = field(default=Factory(dict[frozenset[str], Trace]), eq=False, repr=False)

    def into(self, name: str) -> Finding:
        """Whether proceeds have come into a holding."""
        if name not in self._into:
            for holding in ancestry(self.history, name, known=self._into):
                self._into[holding.name] = self.reached(holding)
        return self._into[name]

    def reached(self, holding: Holding) -> Finding:
        """Whether proceeds have come into a holding, when that is known of all that it comes from."""
        place = self.history.place(holding.name)
        if holding.yielded_by is not None:
            return all_of(
                "the holding is income or another benefit from property that contains proceeds",
                art(31, 6),
                self.into(holding.yielded_by),
            )
        if not holding.bought_with:
            return counts_as_proceeds(holding, burden=self.burden, subject=place)
        return any_of(
            "proceeds of crime were turned into the holding or mixed into it",
            (art(31, 4), art(31, 5)),
            *(
                self._by(payment, f"{place}.bought_with[{number}]")
                for number, payment in enumerate(holding.bought_with)
            ),
        )

    def _by(self, payment: Payment, place: str) -> Finding:
        source = self.history.holding(payment.taken_from)
        if payment.value == source.value:
            return self.into(source.name)
        return all_of(
            "a part of what was paid counts as proceeds",
            art(31, 5),
            self.into(source.name),
            derived(
                self.in_every_case(source.name, lambda trace: trace.paid(payment)),
                "the assessed value of the proceeds in what was taken from the holding is more than nothing",
                art(31, 5),
                asked_of=Role.COMPETENT_AUTHORITY,
                subject=place,
            ),
        )

    def what_is_left(self, name: str) -> Finding:
        """Whether proceeds are in what is left of a holding."""
        if not self.history.taken(name):
            return self.into(name)
        return all_of(
            "proceeds of crime are in what is left of the holding",
            art(31, 5),
            self.into(name),
            derived(
                self.in_every_case(name, lambda trace: trace.left(name)),
                "the assessed value of the proceeds in what is left of the holding is more than nothing",
                art(31, 5),
                asked_of=Role.COMPETENT_AUTHORITY,
                subject=self.history.place(name),
            ),
        )

    def in_every_case(self, name: str, part: Callable[[Trace], Ends]) -> Fact:
        """Whether a part of a holding has proceeds in it whenever the holding has; `None` where that is open."""
        cases = [part(trace) for trace in self._cases(name)]
        if all(low > 0 for low, _ in cases):
            return True
        return None if any(high > 0 for _, high in cases) else False

    def _cases(self, name: str) -> Iterator[Trace]:
        """Yield the smallest sets of tainted origins, as far as is known, on which the holding contains proceeds."""
        certain, possible = self.tainted(name)
        for case in [certain] if certain else [frozenset({origin}) for origin in possible]:
            yield self._traces.setdefault(case, Trace(self.history, case, self.under))

    def tainted(self, name: str) -> Tainted:
        """Return the origins of a holding that count as proceeds, and those that do or may."""
        if name not in self._tainted:
            for holding in ancestry(self.history, name, known=self._tainted):
                self._tainted[holding.name] = self._taints(holding)
        return self._tainted[name]

    def _taints(self, holding: Holding) -> Tainted:
        if holding.comes_from_outside:
            finding, itself = counts_as_proceeds(holding, burden=self.burden), frozenset({holding.name})
            return itself if finding.is_yes else frozenset(), itself if not finding.is_no else frozenset()
        sources = [self._tainted[source] for source in _sources(holding)]
        if len(sources) == 1:
            return sources[0]
        return frozenset[str]().union(*(c for c, _ in sources)), frozenset[str]().union(*(p for _, p in sources))


checked(__name__)
