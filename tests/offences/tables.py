"""How a rule is held against a predicate: over every three-valued state, or over a sample where these are too many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from tests.effort import dice, is_short
from tests.truthtables import Assignment, Completed, World, assignments, can_be
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, Truth
from uncc.offences import (
    AbuseMaterial,
    ChildAbuseMaterial,
    Conduct,
    ConventionOffence,
    DataInterference,
    Dissemination,
    Forgery,
    IllegalAccess,
    IllegalInterception,
    IntimateImage,
    Laundering,
    MisuseOfDevices,
    Option,
    Solicitation,
    SystemInterference,
    TheftOrFraud,
)

MODELS: dict[ConventionOffence, type[Conduct]] = {
    ConventionOffence.ILLEGAL_ACCESS: IllegalAccess,
    ConventionOffence.ILLEGAL_INTERCEPTION: IllegalInterception,
    ConventionOffence.DATA_INTERFERENCE: DataInterference,
    ConventionOffence.SYSTEM_INTERFERENCE: SystemInterference,
    ConventionOffence.MISUSE_OF_DEVICES: MisuseOfDevices,
    ConventionOffence.FORGERY: Forgery,
    ConventionOffence.THEFT_OR_FRAUD: TheftOrFraud,
    ConventionOffence.CHILD_ABUSE_MATERIAL: ChildAbuseMaterial,
    ConventionOffence.SOLICITATION: Solicitation,
    ConventionOffence.INTIMATE_IMAGES: Dissemination,
    ConventionOffence.LAUNDERING: Laundering,
}
NESTED: dict[type[Facts], tuple[str, type[Facts]]] = {
    ChildAbuseMaterial: ("material", AbuseMaterial),
    Dissemination: ("image", IntimateImage),
}

REQUIRING: dict[ConventionOffence, tuple[Option, ...]] = {
    ConventionOffence.ILLEGAL_ACCESS: (Option.ACCESS_SECURITY, Option.ACCESS_INTENT, Option.ACCESS_CONNECTED),
    ConventionOffence.ILLEGAL_INTERCEPTION: (Option.INTERCEPTION_INTENT, Option.INTERCEPTION_CONNECTED),
    ConventionOffence.DATA_INTERFERENCE: (Option.DATA_SERIOUS_HARM,),
    ConventionOffence.FORGERY: (Option.FORGERY_INTENT,),
    ConventionOffence.CHILD_ABUSE_MATERIAL: (Option.MATERIAL_EXISTING_PERSON, Option.MATERIAL_VISUAL_DEPICTION),
    ConventionOffence.SOLICITATION: (Option.SOLICITATION_FURTHERANCE,),
    ConventionOffence.INTIMATE_IMAGES: (Option.IMAGE_INTENT_TO_HARM,),
}
EXTENDING: dict[ConventionOffence, tuple[Option, ...]] = {
    ConventionOffence.CHILD_ABUSE_MATERIAL: (Option.MATERIAL_WRITTEN_OR_AUDIO,),
    ConventionOffence.SOLICITATION: (Option.SOLICITATION_BELIEVED_CHILD,),
    ConventionOffence.INTIMATE_IMAGES: (Option.IMAGE_UNDER_18,),
}
EXCLUDING: dict[ConventionOffence, tuple[Option, ...]] = {
    ConventionOffence.CHILD_ABUSE_MATERIAL: (Option.MATERIAL_SELF_GENERATED, Option.MATERIAL_PRIVATE),
    ConventionOffence.SOLICITATION: (Option.SOLICITATION_BY_CHILD,),
    ConventionOffence.LAUNDERING: (
        Option.LAUNDERING_RECEIPT_LEFT_OUT,
        Option.LAUNDERING_PARTICIPATION_LEFT_OUT,
        Option.SELF_LAUNDERING_LEFT_OUT,
    ),
}
"""What the text of each article lets a State require, extend and exclude: Arts. 10, 11 and 13 none of these."""


_OWN: dict[type[Facts], tuple[str, ...]] = {}


def _own(model: type[Facts]) -> tuple[str, ...]:
    if model not in _OWN:
        _OWN[model] = tuple(model.questions())
    return _OWN[model]


def names_of(model: type[Facts]) -> tuple[str, ...]:
    """Every fact of a model, with those of what it is about first."""
    inner = NESTED.get(model)
    return (*(_own(inner[1]) if inner else ()), *_own(model))


def build(model: type[Any], values: Mapping[str, Fact]) -> Any:
    """The model with these facts, and nothing known beside them."""
    assert values.keys() <= {*names_of(model)} or model in {about for _, about in NESTED.values()}, values
    inner = NESTED.get(model)
    own = {name: values[name] for name in _own(model) if name in values}
    if inner is None:
        return model(**own)
    key, about = inner
    return model(**own, **{key: build(about, values)})


def choices(options: Collection[Option]) -> list[tuple[Option, ...]]:
    """Every way of choosing some of the options, none among them."""
    return [chosen for size in range(len(options) + 1) for chosen in combinations(options, size)]


def chosen_id(chosen: Collection[Option]) -> str:
    """How a choice of options is called in a test's name."""
    return "+".join(option.value for option in chosen) or "none"


def each(names: Iterable[str], value: Fact = None) -> dict[str, Fact]:
    """These facts, all of the same value."""
    return dict.fromkeys(names, value)


def choice(name: str, option: Option) -> dict[str, Any]:
    """One option as an argument of a rule, in its place or not."""
    return {name: [option]}


def arguments(chosen: Collection[Option]) -> dict[str, Any]:
    """The options as the arguments of a rule that they belong to."""
    groups = {"requiring": REQUIRING, "extending": EXTENDING, "excluding": EXCLUDING}
    found = {
        name: [option for option in chosen if any(option in options for options in group.values())]
        for name, group in groups.items()
    }
    return {name: options for name, options in found.items() if options}


def neighbours(*own: Option) -> list[Option]:
    """Every option that is none of one's own."""
    return [option for option in Option if option not in own]


def sample(
    names: Sequence[str], *, likely: Collection[str] = (), unlikely: Collection[str] = (), size: int, seed: int
) -> Iterator[dict[str, Fact]]:
    """A random sample of three-valued states, the same each time.

    At most five facts of a state are unknown, so that its completions can be tried. The facts that every way to
    commit the offence needs are mostly true, and those that defeat it mostly false, or else nearly every state would
    be a plain no; the others are true in one state of three, so that often one form alone decides.
    """
    random = dice(seed)
    for _ in range(size):
        state: dict[str, Fact] = {}
        for name in names:
            chance = 0.93 if name in likely else 0.12 if name in unlikely else 0.33
            state[name] = random.random() < chance
        for name in random.sample(list(names), random.randint(0, min(5, len(names)))):
            state[name] = None
        yield state


MANY = 100
"""Fewer states are never passed over."""


def differences(
    rule: Callable[[Assignment], Finding],
    predicate: Callable[[World], bool],
    states: Collection[Mapping[str, Fact]],
) -> list[str]:
    """The states on which rule and predicate differ; each of the three answers must be expected of some.

    Where they are many, the short run asks of every fifth only.
    """
    completed = Completed(predicate, tuple(next(iter(states))), can_be(rule))
    found: list[str] = []
    seen = dict.fromkeys(Truth, 0)
    for state in list(states)[:: 5 if is_short() and len(states) > MANY else 1]:
        expected = completed(tuple(state[name] for name in completed.names))
        if expected is None:
            continue
        actual = rule(state).truth
        seen[expected] += 1
        if actual is not expected:
            found.append(f"{dict(state)}: expected {expected.name}, found {actual.name}")
    assert min(seen.values()) >= 1, seen
    return found


def every_state(names: Sequence[str], **fixed: Fact) -> list[dict[str, Fact]]:
    """Every three-valued state of the named facts, with others fixed."""
    return [{**fixed, **state} for state in assignments(*names)]


def only(names: Sequence[str], true: Collection[str]) -> dict[str, Fact]:
    """The state in which these facts are true and all others false."""
    assert set(true) <= set(names), set(true) - set(names)
    return {name: name in true for name in names}
