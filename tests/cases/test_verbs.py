"""The verbs that take a request of any kind: each is answered by the article on that kind, and by nothing else."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_overloads

import pytest
from attrs import frozen

import uncc
from uncc import confiscation, cooperation
from uncc.cases import ConfiscationCase, DomesticLaw, Request, assess, duties, verbs
from uncc.cases.assistance_case import AssistanceCase
from uncc.cases.extradition import ExtraditionCase
from uncc.cases.preservation import PreservationCase
from uncc.confiscation import ConfiscationPosition, ConfiscationRequest, ConfiscationRequestKind
from uncc.cooperation import (
    AssistancePosition,
    AssistanceRequest,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    Ground,
    Position,
    PreservationRequest,
    SoughtOffence,
    StoredDataRequest,
    UnderlyingConduct,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty, Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_5 import AssistanceRules
from uncc.readings.chapter_5_assistance import NonConformity, TreatyGaps

FREE = AssistanceTreaty(binds=False)
BORDURIA = StateParty(
    state=State("Borduria"), reservations=(Reservation(provision=art(42, 5), stands=True, made_with_consent=True),)
)
READ = Readings.of(AssistanceRules.GOVERN, NonConformity.WHOLE_ARTICLE, TreatyGaps.FILLED)
DECISION = ExtraditionDecision(
    intends_refusal=True,
    consultation_appropriate=True,
    refused=True,
    law_prevents_reasons=False,
    obligations_prevent_reasons=False,
)
TWO_OFFENCES = (
    SoughtOffence(title="illegal access", punishable_in_requesting_state=True, punishable_in_requested_state=True),
    SoughtOffence(title="blasphemy", punishable_in_requested_state=False, period_too_short=True),
)

KINDS: Mapping[str, Any] = {
    "preservation": PreservationRequest(),
    "assistance": AssistanceRequest(),
    "extradition": ExtraditionRequest(offences=TWO_OFFENCES),
    "confiscation": ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL),
}
"""A request of each kind."""
NAMES = {
    "may_refuse": "may_refuse_{}",
    "grounds": "{}_grounds",
    "conformity": "{}_conformity",
    "must_give_reasons": "must_give_reasons_for_refusing_{}",
    "must_consult": "must_consult_before_refusing_{}",
}
"""How the article's own function is named for each verb."""
KNOWN: Mapping[str, Mapping[str, Any]] = {
    "preservation": {
        "position": Position(
            prejudices_essential_interests=True,
            requires_dual_criminality_for_disclosure=True,
            doubts_dual_criminality_at_disclosure=True,
        ),
        "requested": BORDURIA,
    },
    "assistance": {
        "position": AssistancePosition(prejudices_essential_interests=True, trifling=False),
        "conduct": UnderlyingConduct(criminal_in_requested_state=False),
        "treaty": FREE,
    },
    "extradition": {
        "number": 1,
        "relation": ExtraditionRelation(spares_nationals=True),
        "position": ExtraditionPosition(is_national=True, other_conditions_met=True),
        "decision": DECISION,
    },
    "confiscation": {
        "position": ConfiscationPosition(trifling_property=True, treaty=FREE),
        "treaty": FREE,
    },
}
"""What can be known beside a request of each kind; each verb takes its part."""
WITHOUT_REQUEST = ("must_give_reasons", "must_consult")
ALONE = [(verb, kind) for verb in NAMES for kind in KINDS]
BESIDE = [(verb, kind) for verb, kind in ALONE if verb != "conformity"]


def own(verb: str, kind: str) -> Callable[..., Any]:
    """Return the article's own function, from the face of its chapter."""
    name = NAMES[verb].format(kind)
    function: Callable[..., Any] = getattr(confiscation if kind == "confiscation" else cooperation, name)
    return function


def takes(verb: str, kind: str) -> Mapping[str, Any]:
    """Return what the article's own function takes by name, with what it takes where that is not stated."""
    return own(verb, kind).__kwdefaults__ or {}


def asked(verb: str, kind: str, *ground: Ground, **known: Any) -> Any:
    """Return what the verb of the face answers."""
    return getattr(uncc, verb)(KINDS[kind], *ground, **known)


def answered(verb: str, kind: str, *ground: Ground, **known: Any) -> Any:
    """Return what the article's own function answers; some take no request, and one takes no ground."""
    request = () if verb in WITHOUT_REQUEST else (KINDS[kind],)
    about = () if (verb, kind) == ("must_consult", "extradition") else ground
    return own(verb, kind)(*request, *about, **known)


def subjects(verb: str) -> list[tuple[Ground, ...]]:
    """Return what a verb is asked about beside the request: each ground in turn, or nothing."""
    return [(ground,) for ground in Ground] if verb in {"may_refuse", "must_consult"} else [()]


# The article answers


@pytest.mark.parametrize(("verb", "kind"), ALONE)
def test_a_verb_is_answered_by_the_article(verb: str, kind: str) -> None:
    """Whatever the ground, with nothing known beside and with all of it, the answer is that of the article."""
    known = {name: value for name, value in KNOWN[kind].items() if name in takes(verb, kind)}
    for about in subjects(verb):
        assert asked(verb, kind, *about) == answered(verb, kind, *about)
        assert asked(verb, kind, *about, **known) == answered(verb, kind, *about, **known)


@pytest.mark.parametrize(("verb", "kind"), BESIDE)
def test_what_is_known_is_handed_on(verb: str, kind: str) -> None:
    """Each argument by itself reaches the article: on some ground the answer is another than without it."""
    for name in takes(verb, kind):
        one = {name: KNOWN[kind][name]}
        assert any(asked(verb, kind, *about, **one) != asked(verb, kind, *about) for about in subjects(verb)), name


@pytest.mark.parametrize(
    ("request_", "ground", "provision"),
    [
        (KINDS["preservation"], Ground.LEGAL_SYSTEM, art(42, 6)),
        (KINDS["assistance"], Ground.BANK_SECRECY, art(40, 24)),
        (KINDS["assistance"], Ground.TRIFLING_PROPERTY, art(40, 21)),
        (KINDS["extradition"], Ground.FISCAL_MATTERS, art(37, 16)),
        (KINDS["confiscation"], Ground.BANK_SECRECY, art(50, 3)),
    ],
)
def test_what_is_no_ground_is_answered_by_its_article(request_: Any, ground: Ground, provision: Any) -> None:
    """A ground that the article does not open is NO by the text, with the provision that closes it."""
    finding: Finding = uncc.may_refuse(request_, ground)
    assert finding.is_no
    assert finding.open_questions == ()
    assert provision in finding.authority


def test_the_convention_lists_no_contents_of_a_request_for_extradition() -> None:
    """Art. 37(8): what such a request contains is for domestic law and treaties; the Convention asks for nothing."""
    assert uncc.conformity(ExtraditionRequest()).is_yes
    assert uncc.conformity(ExtraditionRequest()).citation == "Art. 37(8)"


def test_a_request_of_a_class_that_is_derived() -> None:
    """A class of a program's own, derived from that of a request, is a request of that kind."""

    @frozen(kw_only=True)
    class Numbered(PreservationRequest):
        docket: int

    found = uncc.may_refuse(Numbered(docket=7), Ground.BANK_SECRECY)
    assert found == uncc.may_refuse(PreservationRequest(), Ground.BANK_SECRECY)


def test_number_picks_the_offence() -> None:
    """Art. 37(1): of two offences the one that the requested State does not punish opens the ground."""
    request = KINDS["extradition"]
    assert [uncc.may_refuse(request, Ground.DUAL_CRIMINALITY, number=n).truth.name for n in (0, 1)] == ["NO", "YES"]
    assert uncc.grounds(request, number=1)[Ground.DUAL_CRIMINALITY].is_yes


@pytest.mark.parametrize("number", [2, -1, True, "1", None])
@pytest.mark.parametrize("ground", Ground)
def test_an_offence_that_is_not_there(ground: Ground, number: Any) -> None:
    """A number without an offence is refused whatever the ground, also where the ground turns on no offence."""
    with pytest.raises(InvalidValue, match=r"^number: "):
        uncc.may_refuse(KINDS["extradition"], ground, number=number)


# What has no meaning


@pytest.mark.parametrize(("verb", "kind"), BESIDE)
def test_an_argument_of_another_kind_is_refused(verb: str, kind: str) -> None:
    """What the article does not take is our error: it names the argument, shows the value, says what would be right."""
    about = subjects(verb)[0]
    strangers = {name: value for known in KNOWN.values() for name, value in known.items()}
    for name, value in strangers.items():
        if name in takes(verb, kind):
            continue
        with pytest.raises(InvalidValue) as caught:
            asked(verb, kind, *about, **{name: value})
        assert (caught.value.field, caught.value.value) == (name, value)
        assert type(KINDS[kind]).__name__ in caught.value.expected
        assert all(right in caught.value.expected for right in takes(verb, kind))


@pytest.mark.parametrize(("verb", "kind"), BESIDE)
def test_a_value_of_another_class_is_refused(verb: str, kind: str) -> None:
    """A position on another kind of request, a text or `None` is our error, whatever the ground."""
    for name, unstated in takes(verb, kind).items():
        wrong = [
            other[name] for other in KNOWN.values() if name in other and not isinstance(other[name], type(unstated))
        ]
        for value in [*wrong, "unknown", None]:
            for about in subjects(verb):
                with pytest.raises(InvalidValue) as caught:
                    asked(verb, kind, *about, **{name: value})
                assert (caught.value.field, caught.value.value) == (name, value)
                assert type(unstated).__name__ in caught.value.expected


def test_the_words_of_an_error() -> None:
    """Both sorts of wrong arguments are told in words that say what would be right."""
    with pytest.raises(InvalidValue, match=r"^treaty: .* for PreservationRequest these are position, requested$"):
        uncc.may_refuse(PreservationRequest(), Ground.BANK_SECRECY, treaty=FREE)  # type: ignore[call-overload]
    with pytest.raises(InvalidValue, match=r"^position: .* is not of class AssistancePosition, which goes with"):
        uncc.may_refuse(AssistanceRequest(), Ground.BANK_SECRECY, position=Position())  # type: ignore[call-overload]


@pytest.mark.parametrize("verb", NAMES)
@pytest.mark.parametrize("request_", [None, "a request", StoredDataRequest(), PreservationRequest, AssistanceTreaty()])
def test_what_is_no_request_is_refused(verb: str, request_: Any) -> None:
    """A text, a class or a model of another sort is our error, which names the four classes of requests."""
    about = subjects(verb)[0]
    with pytest.raises(InvalidValue, match=r"^request: ") as caught:
        getattr(uncc, verb)(request_, *about)
    assert all(type(one).__name__ in caught.value.expected for one in KINDS.values())


@pytest.mark.parametrize("verb", ["may_refuse", "must_consult"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("ground", "meant"),
    [
        ("essential-interests", "ESSENTIAL_INTERESTS"),
        ("NATIONALTY", "NATIONALITY"),
        ("", "BANK_SECRECY"),
        (None, "BANK_SECRECY"),
        (Ground, "BANK_SECRECY"),
    ],
)
def test_what_is_no_ground_at_all_is_refused(verb: str, kind: str, ground: Any, meant: str) -> None:
    """A text in place of a ground is our error, which says the ground that is nearest."""
    with pytest.raises(InvalidValue, match=rf"^ground: .* is not a Ground such as Ground\.{meant}$"):
        asked(verb, kind, ground)


# What checkers are told


@pytest.mark.parametrize("verb", [verb for verb in NAMES if verb != "conformity"])
def test_the_overloads_are_what_the_articles_take(verb: str) -> None:
    """For each kind type checkers are told the very arguments of the article's function, each with its class."""
    told = {one.__annotations__["request"]: one for one in get_overloads(getattr(verbs, verb))}
    assert list(told) == [type(request).__name__ for request in KINDS.values()]
    for kind, request in KINDS.items():
        overload = told[type(request).__name__]
        assert list(overload.__kwdefaults__ or {}) == list(takes(verb, kind))
        for name, unstated in takes(verb, kind).items():
            assert overload.__annotations__[name] == type(unstated).__name__


def test_what_the_verbs_take_is_on_the_face() -> None:
    """Who has a verb from the face has there what it takes as well."""
    classes: set[type[Any]] = {
        type(unstated)
        for verb, kind in ALONE
        for unstated in (KINDS[kind], *takes(verb, kind).values(), ExtraditionDecision())
    }
    assert {one.__name__ for one in classes - {int}} <= set(dir(uncc))


def test_one_kind_does_not_load_the_others() -> None:
    """Who asks about preservation, and reads the request from JSON, pays for no article on another kind of request."""
    code = """
import json, sys
from uncc import Ground, PreservationRequest, from_json, may_refuse
may_refuse(from_json("{}", PreservationRequest), Ground.BANK_SECRECY)
print(json.dumps(list(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    loaded = set(json.loads(run.stdout))
    assert "uncc.cooperation.art42_preservation.refusal" in loaded
    assert not loaded & {
        "uncc.confiscation",
        "uncc.cooperation.art37_extradition",
        "uncc.cooperation.art40_assistance.refusal",
        "uncc.cases.assessment",
        "uncc.cases.preservation",
        "uncc.cases.report",
    }


# The duties of a case

BETWEEN: dict[str, Any] = {
    "requesting": StateParty(state=State("Astoria")),
    "requested": BORDURIA,
    "as_of": date(2028, 4, 20),
}
CASES = [
    PreservationCase(**BETWEEN, request=KINDS["preservation"]),
    AssistanceCase(**BETWEEN, request=KINDS["assistance"]),
    ExtraditionCase(**BETWEEN, request=KINDS["extradition"]),
    ConfiscationCase(**BETWEEN, request=KINDS["confiscation"]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case.value)
def test_the_duties_of_a_case_are_those_of_its_report(case: Request) -> None:
    """`duties` gives what the report has, in its order."""
    assert duties(case) == assess(case).duties != ()


@pytest.mark.parametrize(
    "case", [DomesticLaw(state=State("Drovia"), title="a bill"), PreservationRequest(), "a case", None]
)
def test_what_is_no_case_of_a_request_has_no_duties(case: Any) -> None:
    """A State's law, a request by itself or a text is our error, which names the four classes of cases."""
    with pytest.raises(InvalidValue, match=r"^case: ") as caught:
        duties(case)
    assert all(type(one).__name__ in caught.value.expected for one in CASES)


@pytest.mark.parametrize(
    "request_", [PreservationRequest(), AssistanceRequest(), ExtraditionRequest(), KINDS["confiscation"]]
)
def test_the_grounds_can_be_kept(request_: Any) -> None:
    """What comes back has a hash, a copy and a pickle, and nobody changes it."""
    found: Mapping[Ground, Finding] = uncc.grounds(request_)
    for again in (pickle.loads(pickle.dumps(found)), copy.copy(found), copy.deepcopy(found)):
        assert again == found
        assert hash(again) == hash(found)
        assert list(again) == list(found)
    with pytest.raises(TypeError):
        found[Ground.FISCAL_MATTERS] = None  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
