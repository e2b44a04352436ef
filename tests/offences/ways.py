"""Every way to commit each offence by the least that the text asks for, listed from the text alone.

`NEEDED` are the facts without which the offence cannot be committed at all; a way adds to them one form of each thing
of which the text names several, with what the text asks for in that form only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from tests.offences.reading import (
    DATA_ACTS,
    FORGING_ACTS,
    GROOMING_ACTS,
    HIDDEN,
    HOLDING_ACTS,
    IMAGE_ACTS,
    MEANT_FOR,
    PUBLISHING_ACTS,
    RECEIVING_ACTS,
    SEEKING_ACTS,
    SUPPLYING_ACTS,
    SYSTEM_ACTS,
    TAKING_PART,
)
from uncc.offences import ConventionOffence as Offence

Way = tuple[str, ...]

NEEDED: dict[Offence, Way] = {
    Offence.ILLEGAL_ACCESS: ("intentional", "without_right"),
    Offence.ILLEGAL_INTERCEPTION: ("intentional", "without_right", "intercepts", "technical_means", "non_public"),
    Offence.DATA_INTERFERENCE: ("intentional", "without_right"),
    Offence.SYSTEM_INTERFERENCE: ("intentional", "without_right", "hinders", "serious"),
    Offence.MISUSE_OF_DEVICES: ("intentional", "without_right", "purpose_is_offence"),
    Offence.FORGERY: ("intentional", "without_right", "inauthentic", "legal_purposes"),
    Offence.THEFT_OR_FRAUD: (
        "intentional",
        "without_right",
        "loss_to_another",
        "dishonest_intent",
        "gain_without_right",
    ),
    Offence.CHILD_ABUSE_MATERIAL: ("intentional", "without_right", "visual", "person_under_18"),
    Offence.SOLICITATION: ("intentional", "through_system", "is_child"),
    Offence.INTIMATE_IMAGES: (
        "intentional",
        "without_right",
        "by_system",
        "visual_recording",
        "over_18",
        "sexual_in_nature",
        "private_when_recorded",
        "privacy_maintained",
    ),
    Offence.LAUNDERING: ("intentional",),
}

DEFEATING: dict[Offence, Way] = {
    Offence.INTIMATE_IMAGES: ("consent_given",),
}
"""The facts that defeat an offence for which no option is chosen."""

MATERIAL: tuple[Way, ...] = (
    ("real_activity",),
    ("simulated_activity",),
    ("in_presence",),
    ("parts_displayed", "for_sexual_purposes"),
    ("cruelty", "sexual_in_nature"),
)


def _joined(*groups: tuple[Way, ...]) -> Iterator[Way]:
    for way in product(*groups):
        yield tuple(name for names in way for name in names)


def _each(*names: str) -> tuple[Way, ...]:
    return tuple((name,) for name in names)


def _fraud() -> Iterator[Way]:
    deception = (("deceives", "through_system", "causes_act"), ("deceives", "through_system", "causes_omission"))
    means = (*_each(*FORGING_ACTS, "interferes"), *deception)
    return _joined(means, _each("for_oneself", "for_another"), _each("gain_in_money", "gain_in_other_property"))


def _devices() -> Iterator[Way]:
    items = (("is_device", "made_for_offences"), ("is_access_data", "gives_access"))
    return _joined(_each(*SUPPLYING_ACTS, "possesses"), items, _each(*MEANT_FOR))


def _material() -> Iterator[Way]:
    through_system = tuple((act, "through_system") for act in (*PUBLISHING_ACTS, *SEEKING_ACTS))
    held = tuple(product(HOLDING_ACTS, ("in_system", "in_other_medium")))
    return _joined((*through_system, *held, ("finances",)), MATERIAL)


def _laundering() -> Iterator[Way]:
    proceeds: Way = ("is_proceeds",)
    purposes = _each("to_conceal_origin", "to_help_evade")
    yield from _joined((proceeds,), _each("converts", "transfers"), (("knows",),), purposes)
    yield from _joined((proceeds,), _each("conceals", "disguises"), (("knows",),), _each(*HIDDEN))
    yield from _joined((proceeds,), _each(*RECEIVING_ACTS), (("knew_at_receipt",),))
    yield from _each(*TAKING_PART)


WAYS: dict[Offence, Callable[[], Iterator[Way]]] = {
    Offence.ILLEGAL_ACCESS: lambda: _joined(_each("whole_accessed", "part_accessed")),
    Offence.ILLEGAL_INTERCEPTION: lambda: _joined(_each("to_system", "from_system", "within_system", "emissions")),
    Offence.DATA_INTERFERENCE: lambda: _joined(_each(*DATA_ACTS)),
    Offence.SYSTEM_INTERFERENCE: lambda: _joined(_each(*SYSTEM_ACTS)),
    Offence.MISUSE_OF_DEVICES: _devices,
    Offence.FORGERY: lambda: _joined(_each(*FORGING_ACTS), _each("to_be_considered", "to_be_acted_upon")),
    Offence.THEFT_OR_FRAUD: _fraud,
    Offence.CHILD_ABUSE_MATERIAL: _material,
    Offence.SOLICITATION: lambda: _joined(_each(*GROOMING_ACTS), _each("for_sexual_offence", "for_material_offence")),
    Offence.INTIMATE_IMAGES: lambda: _joined(_each(*IMAGE_ACTS), _each("parts_exposed", "sexual_activity")),
    Offence.LAUNDERING: _laundering,
}


def ways(offence: Offence) -> list[Way]:
    """Every way to commit an offence, each as all the facts that it needs."""
    return [NEEDED[offence] + way for way in WAYS[offence]()]
