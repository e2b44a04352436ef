"""How a State's law defines an offence, and which variations Arts. 7 to 17 permit, as a provision of that law."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.general import Penalty
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given, read_off
from uncc.kernel.papers import Paper
from uncc.kernel.provisions import art
from uncc.kernel.ready import Said
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text, a_title
from uncc.offences.conduct import Conduct
from uncc.offences.elements import PartKind, parts
from uncc.offences.options import ConventionOffence, Option, OptionKind

__all__ = ["DomesticOffence", "Variation", "is_permitted_variation", "is_serious_at_home"]


def _fits_option(variation: Variation, _: Attribute[Any], option: Option | None) -> None:
    if option is not None and option.kind is not variation.kind:
        raise InvalidValue("option", option, f"an option to {variation.kind.value}, as the kind of the variation says")


@frozen(kw_only=True, field_transformer=typed)
class Variation(Facts, asked_of=Role.STATE_PARTY):
    """Something by which a State's law departs from the text of an offence, beside the elements that text names.

    - `words`: what the law says.
    - `kind`: whether it demands something more, reaches further, or leaves something out.
    - `option`: the permission in the offence's own article on which it rests; `None` where it rests on none.

    The facts after `general_principle` are what the text makes one option or another depend on; a variation that rests
    on none of these is not asked for them. One that reaches further narrows nothing: `InvalidValue`.
    """

    words: str = field(validator=a_title)
    kind: OptionKind
    option: Option | None = field(default=None, validator=_fits_option)
    narrows: Fact = fact("some conduct that the text describes is no offence because of it", art(21, 8))
    general_principle: Fact = fact(
        "it is a legal defence, or another principle of domestic law that governs whether conduct is lawful", art(21, 8)
    )
    spares_access_data: Fact = fact(
        "no selling, distributing or making available of access data is among what is reserved", art(11, 3)
    )
    by_domestic_law: Fact = fact("domestic law provides for it", art(14, 4))
    fits_international_obligations: Fact = fact(
        "it is consistent with the international obligations that apply", art(14, 4)
    )
    by_children_only: Fact = fact("no conduct but that of children is left out", art(14, 4, "a"))
    own_material_only: Fact = fact(
        "no material is left out but what the children made themselves and depicts them", art(14, 4, "a")
    )
    within_limits: Fact = fact(
        "it stays within the limits set for consensual material that is kept private", art(14, 4, "b")
    )
    committed_by_children: Fact = fact("nothing is left out but what children commit", art(15, 4))
    of_legal_age_only: Fact = fact(
        "the persons under 18 whom it covers are of legal age for sexual activity", art(16, 3)
    )
    spares_abuse: Fact = fact("it covers no image that depicts child abuse or exploitation", art(16, 3))
    basic_concepts: Fact = fact("the basic concepts of the legal system stand against it", art(17, 1, "b"))
    principles_require: Fact = fact("fundamental principles of domestic law require it", art(17, 2, "e"))
    predicate_offenders_only: Fact = fact(
        "nobody is left out but whoever committed the predicate offence", art(17, 2, "e")
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.kind is OptionKind.EXTEND and self.narrows:
            expected = "false or null, as it must be of a variation that is said to reach further"
            raise InvalidValue("narrows", self.narrows, expected)


V = fields(Variation)

_DEPENDS_ON = MappingProxyType(
    {
        Option.DEVICES_RESERVATION: (V.spares_access_data,),
        Option.MATERIAL_SELF_GENERATED: (
            V.by_domestic_law,
            V.fits_international_obligations,
            V.by_children_only,
            V.own_material_only,
        ),
        Option.MATERIAL_PRIVATE: (V.by_domestic_law, V.fits_international_obligations, V.within_limits),
        Option.SOLICITATION_BY_CHILD: (V.committed_by_children,),
        Option.IMAGE_UNDER_18: (V.of_legal_age_only, V.spares_abuse),
        Option.LAUNDERING_RECEIPT_LEFT_OUT: (V.basic_concepts,),
        Option.LAUNDERING_PARTICIPATION_LEFT_OUT: (V.basic_concepts,),
        Option.SELF_LAUNDERING_LEFT_OUT: (V.principles_require, V.predicate_offenders_only),
    }
)
"""What the text makes an option depend on; the choice of any other is free."""
_SAID_BY_ITS_WORDS = MappingProxyType(
    {
        Option.MATERIAL_SELF_GENERATED: ("by_children_only", "own_material_only"),
        Option.SOLICITATION_BY_CHILD: ("committed_by_children",),
        Option.SELF_LAUNDERING_LEFT_OUT: ("predicate_offenders_only",),
    }
)
"""The limits that the words of an option keep, where no law says more than these words."""


def is_permitted_variation(offence: ConventionOffence, variation: Variation | Option) -> Finding:
    """Whether the Convention permits a State to vary an offence in this way.

    A variation that rests on an option is permitted where the article of this very offence has the option, and all is
    so that the text makes it depend on. An option alone is taken by its own words. Any other variation is permitted
    where it reaches further, leaves no conduct out that the text describes, or is a defence or principle that domestic
    law governs. An element that one article lets a State require is not thereby permitted in its neighbour.

    Source: Art. 7(2), Art. 8(2), Art. 9(2), Art. 10, Art. 11(3), Art. 12(2), Art. 14(1)(d), Art. 14(2), Art. 14(3),
    Art. 14(3)(a), Art. 14(3)(b), Art. 14(4), Art. 14(4)(a), Art. 14(4)(b), Art. 15(2), Art. 15(3), Art. 15(4),
    Art. 16(3), Art. 16(5), Art. 17(1)(b), Art. 17(2)(e), Art. 21(8), Art. 59(2).

    >>> is_permitted_variation(ConventionOffence.DATA_INTERFERENCE, Option.DATA_SERIOUS_HARM).truth.name
    'YES'
    >>> is_permitted_variation(ConventionOffence.SYSTEM_INTERFERENCE, Option.DATA_SERIOUS_HARM).truth.name
    'NO'
    >>> loss = Variation(
    ...     words="an intent to cause economic loss", kind=OptionKind.REQUIRE, narrows=True, general_principle=False)
    >>> is_permitted_variation(ConventionOffence.SYSTEM_INTERFERENCE, loss).truth.name
    'NO'
    """
    if isinstance(variation, Option):
        said = dict.fromkeys(_SAID_BY_ITS_WORDS.get(variation, ()), True)
        variation = Variation(words=variation.words, kind=variation.kind, option=variation, **said)
    return permission(offence, variation, "")


def permission(offence: ConventionOffence, variation: Variation, title: str) -> Finding:
    """Return whether a variation is permitted; `title` is that of the provision whose it is."""
    subject = Said(f"{title}: {variation.words}" if title else variation.words)
    if variation.option is not None:
        return _rests_on(offence, variation, variation.option, subject)
    if variation.kind is OptionKind.EXTEND:
        return by_text(True, "the variation is permitted, since a State may be stricter", art(59, 2))
    return any_of(
        "the variation is permitted",
        (offence.authority, art(21, 8)),
        ~given(variation, V.narrows, subject),
        given(variation, V.general_principle, subject),
    )


def _rests_on(offence: ConventionOffence, variation: Variation, option: Option, subject: str) -> Finding:
    granted = by_text(
        option.offence is offence,
        "the article of the offence has this option",
        option.authority if option.offence is offence else offence.authority,
    )
    conditions = (given(variation, condition, subject) for condition in _DEPENDS_ON.get(option, ()))
    return all_of("the variation is permitted", option.authority, granted, *conditions)


MOST_VARIATIONS = 50
"""How many variations a provision may have."""


def _not_elsewhere(_: DomesticOffence, attribute: Attribute[Any], variations: tuple[Variation, ...]) -> None:
    if len(variations) > MOST_VARIATIONS:
        raise InvalidValue(attribute.name, len(variations), f"at most {MOST_VARIATIONS} variations of one provision")
    for number, variation in enumerate(variations):
        if variation.kind is OptionKind.REQUIRE and variation.option is not None:
            raise InvalidValue(
                f"{attribute.name}[{number}].option",
                variation.option,
                "null: an element that a State may require is named in the definition",
            )
        if variation.kind is OptionKind.RESERVE:
            raise InvalidValue(
                f"{attribute.name}[{number}].kind",
                variation.kind,
                "another kind: what is reserved stands in `reserving`",
            )


def _parts_only(_: DomesticOffence, attribute: Attribute[Any], definition: Conduct) -> None:
    """Refuse what only an extension or an exclusion turns on: a law says that by a variation."""
    for part in parts(definition):
        if part.kind is PartKind.OTHER and part.value is not None:
            name = part.name.partition(".")[2]
            raise InvalidValue(
                f"{attribute.name}.{name}",
                part.value,
                "null: what it bears on is said by a variation, and not in the definition",
            )


@frozen(kw_only=True, field_transformer=typed)
class DomesticOffence(Paper, Facts, asked_of=Role.STATE_PARTY):
    """A provision of a State's law that defines an offence, a text, measured in the parts of the Convention's own.

    - `title`, `law`: what the provision is called, and where it stands.
    - `definition`: for each part of the Convention's offence, whether the provision names it. To name a form (a kind
      of act, object, means, purpose) is to reach it; to name an element is to demand it. Not known is left out.
    - `variations`: what it demands beside all of these, leaves out, or adds; what is not written there it does not.
    - `maximum_penalty`: the maximum that it threatens; `None` where not known.
    """

    of_the_world = ("definition", "maximum_penalty")

    title: str = field(validator=a_title)
    law: str | None = field(default=None, validator=optional(a_text))
    definition: Conduct = field(validator=_parts_only)
    variations: tuple[Variation, ...] = field(default=(), validator=_not_elsewhere)
    maximum_penalty: Penalty | None = None
    criminal: Fact = fact("the provision makes it a criminal offence", art(21, 8))


D = fields(DomesticOffence)


def is_serious_at_home(domestic: DomesticOffence) -> Finding:
    """Whether the provision's own maximum penalty makes the offence a serious crime; UNKNOWN where it is not known.

    Source: Art. 2(h).

    >>> from uncc.offences import Forgery
    >>> is_serious_at_home(DomesticOffence(
    ...     title="Forgery of data", definition=Forgery(), maximum_penalty=Penalty(years=4))).truth.name
    'YES'
    """
    penalty = domestic.maximum_penalty
    return read_off(
        domestic,
        D.maximum_penalty,
        None if penalty is None else penalty.reaches_threshold,
        "the law threatens deprivation of liberty of four years or more, or something more serious",
        art(2, "h"),
        asked_of=Role.STATE_PARTY,
        subject=Said(domestic.title),
    )


checked(__name__)
