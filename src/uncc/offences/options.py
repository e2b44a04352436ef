"""Arts. 7 to 17: what each lets a State vary in its offence, as options with their provisions."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Self

from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.provisions import Provision, art

__all__ = ["ConventionOffence", "Option", "OptionKind", "options_of"]


class ConventionOffence(FixedEnum):
    """An offence that Chapter II has each State establish. The value is its stable name in JSON."""

    authority: Provision
    title: str

    def __new__(cls, name: str, authority: Provision, title: str) -> Self:  # noqa: D102
        offence = object.__new__(cls)
        offence._value_ = name
        offence.authority = authority
        offence.title = title
        return offence

    ILLEGAL_ACCESS = "illegal-access", art(7, 1), "illegal access"
    ILLEGAL_INTERCEPTION = "illegal-interception", art(8, 1), "illegal interception"
    DATA_INTERFERENCE = "data-interference", art(9, 1), "interference with electronic data"
    SYSTEM_INTERFERENCE = "system-interference", art(10), "interference with a system"
    MISUSE_OF_DEVICES = "misuse-of-devices", art(11, 1), "misuse of devices"
    FORGERY = "forgery", art(12, 1), "forgery by means of a system"
    THEFT_OR_FRAUD = "theft-or-fraud", art(13), "theft or fraud by means of a system"
    CHILD_ABUSE_MATERIAL = "child-abuse-material", art(14, 1), "child sexual abuse or exploitation material"
    SOLICITATION = "solicitation", art(15, 1), "solicitation or grooming"
    INTIMATE_IMAGES = "intimate-images", art(16, 1), "non-consensual dissemination of intimate images"
    LAUNDERING = "laundering", art(17, 1), "laundering of proceeds of crime"

    @property
    def article(self) -> int:
        """The number of its article.

        >>> ConventionOffence.LAUNDERING.article
        17
        """
        return self.authority.article

    @classmethod
    def of(cls, article: int) -> ConventionOffence:
        """Return the offence of an article; `InvalidValue` for an article that establishes none.

        >>> ConventionOffence.of(10).name
        'SYSTEM_INTERFERENCE'
        """
        for offence in cls:
            if offence.article == article:
                return offence
        raise InvalidValue("article", article, "an article that establishes an offence: 7 to 17")


class OptionKind(Enum):
    """What an option lets a State do. The value is its stable name in JSON."""

    REQUIRE = "require"
    """Demand an element more, so that the offence is narrower."""
    EXTEND = "extend"
    """Reach further than the text obliges."""
    EXCLUDE = "exclude"
    """Leave out conduct that the text describes."""
    RESERVE = "reserve"
    """Reserve the right not to apply a part of the article."""
    ARRANGE = "arrange"
    """Order the offence in another way, with the same reach."""


class Option(FixedEnum):
    """A variation that the text of an offence permits. The value is its stable name in JSON.

    `condition` is what the text makes it depend on, and empty where the choice is free.
    """

    kind: OptionKind
    offence: ConventionOffence
    authority: Provision
    words: str
    condition: str

    def __new__(  # noqa: D102, PLR0913, PLR0917  # one row of the table below
        cls,
        name: str,
        kind: OptionKind,
        offence: ConventionOffence,
        authority: Provision,
        words: str,
        condition: str = "",
    ) -> Self:
        option = object.__new__(cls)
        option._value_ = name
        option.kind = kind
        option.offence = offence
        option.authority = authority
        option.words = words
        option.condition = condition
        return option

    ACCESS_SECURITY = (
        "access-security",
        OptionKind.REQUIRE,
        ConventionOffence.ILLEGAL_ACCESS,
        art(7, 2),
        "security measures must be infringed",
    )
    ACCESS_INTENT = (
        "access-intent",
        OptionKind.REQUIRE,
        ConventionOffence.ILLEGAL_ACCESS,
        art(7, 2),
        "there must be an intent to obtain data, or another dishonest or criminal intent",
    )
    ACCESS_CONNECTED = (
        "access-connected",
        OptionKind.REQUIRE,
        ConventionOffence.ILLEGAL_ACCESS,
        art(7, 2),
        "the system must be connected to another",
    )
    INTERCEPTION_INTENT = (
        "interception-intent",
        OptionKind.REQUIRE,
        ConventionOffence.ILLEGAL_INTERCEPTION,
        art(8, 2),
        "there must be a dishonest or criminal intent",
    )
    INTERCEPTION_CONNECTED = (
        "interception-connected",
        OptionKind.REQUIRE,
        ConventionOffence.ILLEGAL_INTERCEPTION,
        art(8, 2),
        "the system must be connected to another",
    )
    DATA_SERIOUS_HARM = (
        "data-serious-harm",
        OptionKind.REQUIRE,
        ConventionOffence.DATA_INTERFERENCE,
        art(9, 2),
        "serious harm must result",
    )
    DEVICES_RESERVATION = (
        "devices-reservation",
        OptionKind.RESERVE,
        ConventionOffence.MISUSE_OF_DEVICES,
        art(11, 3),
        "acts with devices or access data are reserved",
        "the reservation does not touch selling, distributing or making available access data",
    )
    FORGERY_INTENT = (
        "forgery-intent",
        OptionKind.REQUIRE,
        ConventionOffence.FORGERY,
        art(12, 2),
        "there must be an intent to defraud, or a similar dishonest or criminal intent",
    )
    FINANCING_SEPARATE = (
        "financing-separate",
        OptionKind.ARRANGE,
        ConventionOffence.CHILD_ABUSE_MATERIAL,
        art(14, 1, "d"),
        "financing is an offence of its own",
    )
    MATERIAL_WRITTEN_OR_AUDIO = (
        "material-written-or-audio",
        OptionKind.EXTEND,
        ConventionOffence.CHILD_ABUSE_MATERIAL,
        art(14, 2),
        "written or audio content counts as material",
    )
    MATERIAL_EXISTING_PERSON = (
        "material-existing-person",
        OptionKind.REQUIRE,
        ConventionOffence.CHILD_ABUSE_MATERIAL,
        art(14, 3, "a"),
        "the material must be about an existing person",
    )
    MATERIAL_VISUAL_DEPICTION = (
        "material-visual-depiction",
        OptionKind.REQUIRE,
        ConventionOffence.CHILD_ABUSE_MATERIAL,
        art(14, 3, "b"),
        "the material must show the abuse or exploitation visually",
    )
    MATERIAL_SELF_GENERATED = (
        "material-self-generated",
        OptionKind.EXCLUDE,
        ConventionOffence.CHILD_ABUSE_MATERIAL,
        art(14, 4, "a"),
        "children are not punished for material of themselves that they made",
        "it is conduct of children with their own material, as domestic law and international obligations allow",
    )
    MATERIAL_PRIVATE = (
        "material-private",
        OptionKind.EXCLUDE,
        ConventionOffence.CHILD_ABUSE_MATERIAL,
        art(14, 4, "b"),
        "consensual material of lawful conduct, kept for private and consensual use, is left out",
        "it stays within its limits, domestic law provides for it, and it is consistent with international obligations",
    )
    SOLICITATION_FURTHERANCE = (
        "solicitation-furtherance",
        OptionKind.REQUIRE,
        ConventionOffence.SOLICITATION,
        art(15, 2),
        "there must be an act in furtherance",
    )
    SOLICITATION_BELIEVED_CHILD = (
        "solicitation-believed-child",
        OptionKind.EXTEND,
        ConventionOffence.SOLICITATION,
        art(15, 3),
        "a person believed to be a child is enough",
    )
    SOLICITATION_BY_CHILD = (
        "solicitation-by-child",
        OptionKind.EXCLUDE,
        ConventionOffence.SOLICITATION,
        art(15, 4),
        "conduct by children is left out",
        "it is committed by children",
    )
    IMAGE_UNDER_18 = (
        "image-under-18",
        OptionKind.EXTEND,
        ConventionOffence.INTIMATE_IMAGES,
        art(16, 3),
        "images of persons under 18 years count",
        "they are of legal age for sexual activity and the image does not depict child abuse or exploitation",
    )
    IMAGE_INTENT_TO_HARM = (
        "image-intent-to-harm",
        OptionKind.REQUIRE,
        ConventionOffence.INTIMATE_IMAGES,
        art(16, 5),
        "there must be an intent to cause harm",
    )
    LAUNDERING_RECEIPT_LEFT_OUT = (
        "laundering-receipt-left-out",
        OptionKind.EXCLUDE,
        ConventionOffence.LAUNDERING,
        art(17, 1, "b"),
        "acquiring, possessing or using proceeds is left out",
        "the basic concepts of the legal system stand against it",
    )
    LAUNDERING_PARTICIPATION_LEFT_OUT = (
        "laundering-participation-left-out",
        OptionKind.EXCLUDE,
        ConventionOffence.LAUNDERING,
        art(17, 1, "b"),
        "forms of taking part in laundering are left out",
        "the basic concepts of the legal system stand against it",
    )
    SELF_LAUNDERING_LEFT_OUT = (
        "self-laundering-left-out",
        OptionKind.EXCLUDE,
        ConventionOffence.LAUNDERING,
        art(17, 2, "e"),
        "whoever committed the predicate offence is not punished for laundering its proceeds",
        "fundamental principles of domestic law require it, and nobody else is left out",
    )


def options_of(offence: ConventionOffence) -> tuple[Option, ...]:
    """Which variations does the text of an offence permit? All of them, in the text's order; Art. 10 has none.

    Source: Art. 7(2), Art. 8(2), Art. 9(2), Art. 10, Art. 11(3), Art. 12(2), Art. 14(1)(d), Art. 14(2), Art. 14(3)(a),
    Art. 14(3)(b), Art. 14(4)(a), Art. 14(4)(b), Art. 15(2), Art. 15(3), Art. 15(4), Art. 16(3), Art. 16(5),
    Art. 17(1)(b), Art. 17(2)(e).

    >>> [option.value for option in options_of(ConventionOffence.ILLEGAL_INTERCEPTION)]
    ['interception-intent', 'interception-connected']
    >>> options_of(ConventionOffence.SYSTEM_INTERFERENCE)
    ()
    """
    return tuple(option for option in Option if option.offence is offence)


def varied(authority: Provision, *chosen: Iterable[Option]) -> tuple[Provision, ...]:
    """Return what an offence rests on as a State has varied it: its own provision, and those of what was chosen."""
    return tuple(dict.fromkeys((authority, *(option.authority for options in chosen for option in options))))


def refuse_others(name: str, chosen: Iterable[Option], offence: ConventionOffence, kind: OptionKind) -> None:
    """Refuse options that are not of this offence and this kind: `InvalidValue` says which are."""
    known = [option for option in options_of(offence) if option.kind is kind]
    for option in chosen:
        if option not in known:
            members = ", ".join(f"Option.{option.name}" for option in known) or "none"
            lets = f"Art. {offence.article} lets a State {kind.value}"
            raise InvalidValue(name, option, f"a member of `Option` by which {lets}: {members}")


checked(__name__)
