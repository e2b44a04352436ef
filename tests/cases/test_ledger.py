"""The ledger: which facts a case states, which were asked for, what is open, what is contested."""

from __future__ import annotations

from datetime import date

from attrs import evolve, fields, frozen

from uncc.cases.contents import places
from uncc.cases.ledger import Named, consulted_facts, open_questions, readings_used, stated_facts, things
from uncc.cases.preservation import PreservationCase
from uncc.cases.report import FactStated, ReadingUsed
from uncc.cooperation import Extension, Position, PreservationMeasure, PreservationRequest, preservation_expiry
from uncc.kernel.between import AtLeast
from uncc.kernel.dates import Period
from uncc.kernel.facts import Fact, Facts, Question, fact
from uncc.kernel.findings import Finding, Kind, all_of, any_of, by_reading, by_text, derived, given
from uncc.kernel.model import Model
from uncc.kernel.parties import State, StateParty
from uncc.kernel.provisions import art
from uncc.kernel.quantities import FIRST, LAST, Day, fixed_day
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ExtensionDuty, FloorStart

ABOUT = art(42, 8)


@frozen(kw_only=True)
class Lamp(Facts, asked_of=Role.CASE_HOLDER):
    """A thing of which a case has several."""

    name: str = "lamp"
    lit: Fact = fact("the lamp is lit", ABOUT)
    red: Fact = fact("the lamp is red", ABOUT, asked_of=Role.CUSTODIAN)


@frozen(kw_only=True)
class Room(Facts, asked_of=Role.REQUESTED_STATE):
    """A thing that has others within it."""

    warm: Fact = fact("the room is warm", ABOUT)
    door: Lamp | None = None
    lamps: tuple[Lamp, ...] = ()
    words: tuple[str, ...] = ("a", "b")


@frozen(kw_only=True)
class House(Model):
    """A case, which is itself no collection of facts."""

    room: Room
    cellar: Room | None = None


@frozen(kw_only=True)
class Box(Facts, asked_of=Role.CASE_HOLDER):
    """A thing that can hold another of its kind."""

    open: Fact = fact("the box is open", ABOUT)
    within: Box | None = None


@frozen(kw_only=True)
class Shelf(Model):
    """A thing that says nothing but what stands on it."""

    boxes: tuple[Box, ...] = ()


LAMP, ROOM = Lamp.questions(), Room.questions()
HOUSE = House(room=Room(warm=False, door=Lamp(red=True), lamps=(Lamp(), Lamp(lit=True, red=False))))


def lit(lamp: Lamp, subject: str = "") -> Finding:
    """Return the finding that a lamp is lit."""
    return given(lamp, fields(Lamp).lit, subject)


# Facts stated


def test_facts_are_stated_with_their_places_in_the_order_of_the_file() -> None:
    """What is true and what is false is stated, what is not known is not; a thing comes before what is within it."""
    assert stated_facts(HOUSE) == (
        FactStated("room.warm", "the room is warm", value=False),
        FactStated("room.door.red", "the lamp is red", value=True),
        FactStated("room.lamps[1].lit", "the lamp is lit", value=True),
        FactStated("room.lamps[1].red", "the lamp is red", value=False),
    )


def test_a_case_without_facts_states_none() -> None:
    """Where nothing is known, nothing is stated."""
    assert stated_facts(House(room=Room())) == ()
    assert stated_facts(Period) == ()


def test_a_list_that_is_complete_is_stated() -> None:
    """A complete list says that there are no others; one known in part says only what its things say."""
    words = "the requested State granted an extension beside those that are stated"
    asked = Extension(granted=True)
    granted = "the requested State granted the extension"
    assert stated_facts(PreservationMeasure()) == ()
    assert stated_facts(PreservationMeasure(extensions=())) == (FactStated("extensions", words, value=False),)
    assert stated_facts(PreservationMeasure(extensions=(asked,))) == (
        FactStated("extensions", words, value=False),
        FactStated("extensions[0].granted", granted, value=True),
    )
    assert stated_facts(PreservationMeasure(extensions=AtLeast((asked,)))) == (
        FactStated("extensions.at_least[0].granted", granted, value=True),
    )


def test_a_list_has_one_place_and_each_of_its_things_has_one() -> None:
    """The list stands at its key, and a thing of one that is known in part below `at_least`, as in the file."""
    some = places(PreservationMeasure(extensions=AtLeast((Extension(),))))
    assert some["PreservationMeasure.extensions", ""] == "extensions"
    assert some["Extension.granted", "extensions[0]"] == "extensions.at_least[0].granted"
    assert places(PreservationMeasure())["PreservationMeasure.extensions", ""] == "extensions"


def test_a_list_that_an_answer_turns_on_is_asked_for_once() -> None:
    """What is asked of the things that are not stated is one open question at the place of the list, and consulted."""
    measure = PreservationMeasure(effected_on=date(2027, 3, 10), period_days=60, assistance_requested=False)
    where = places(measure)
    for known, count in ((None, 1), ((), 0)):
        found = preservation_expiry(evolve(measure, extensions=known))
        assert [one.path for one in open_questions([("expiry", found)], where)] == ["extensions"] * count
        assert "extensions" in consulted_facts([("expiry", found)], where)


def test_every_fact_has_one_place() -> None:
    """A fact is found by its name and, of several things, its number or its whole place; the first place counts."""
    facts = {name for model in (Room, Lamp) for name in (one.name for one in model.questions().values())}
    assert {key: place for key, place in places(HOUSE).items() if key[0] in facts} == {
        ("Room.warm", ""): "room.warm",
        ("Lamp.lit", ""): "room.door.lit",
        ("Lamp.red", ""): "room.door.red",
    } | {
        (f"Lamp.{name}", about): f"room.lamps[{number}].{name}"
        for name in ("lit", "red")
        for number in range(2)
        for about in (f"lamps[{number}]", f"room.lamps[{number}]")
    }
    assert places(House(room=Room(warm=True), cellar=Room()))["Room.warm", ""] == "room.warm"


def test_what_no_field_tells_has_no_place() -> None:
    """A field that the class does not declare is not found, nor a thing that the case does not have."""
    found = places(HOUSE)
    for key in (("Lamp.shape", ""), ("Lamp.lit", "lamps[2]"), ("Window.open", ""), ("warm", "")):
        assert key not in found
        assert found.get(key, "nowhere") == "nowhere"
    assert len(found) == len(set(found)) == len(dict(found))


def test_a_party_that_is_called_as_its_place_is_not_told() -> None:
    """What says no more than the place is left out of the words of things."""
    plain, named = (StateParty(state=State(name)) for name in ("the requesting State", "Borduria"))
    case = PreservationCase(requesting=plain, requested=named, as_of=date(2028, 3, 12), request=PreservationRequest())
    assert things(case) == {"requested": "Borduria"}


def test_what_is_no_fact_has_a_place_too() -> None:
    """A list and a name are found as facts are: a circumstance that they tell is asked for by their name."""
    found = places(HOUSE)
    assert found["Room.lamps", ""] == "room.lamps"
    assert found["Lamp.name", "lamps[1]"] == "room.lamps[1].name"


def test_what_is_not_stated_has_a_place_too() -> None:
    """It is found below the models that the case could hold, in the first thing of a list; what holds itself, once."""
    found = places(House(room=Room()))
    assert found["Lamp.lit", ""] == "room.door.lit"
    assert places(House(room=Room(door=Lamp())))["Lamp.red", ""] == "room.door.red"
    assert places(Shelf(boxes=()))["Box.open", ""] == "boxes[0].open"
    assert places(Box())["Box.open", ""] == "open"
    assert places(PreservationMeasure())["Extension.granted", ""] == "extensions.at_least[0].granted"
    assert ("Extension.granted", "") not in places(PreservationMeasure(extensions=()))


def test_the_places_of_a_measure() -> None:
    """The subject under which a rule asks about an extension leads to that extension."""
    measure = PreservationMeasure(extensions=(), assistance_requested=True)
    assert ("Extension.granted", "extensions[0]") not in places(measure)
    extended = PreservationMeasure(extensions=(Extension(requested_on=date(2027, 5, 1)),) * 2)
    assert places(extended)["Extension.granted", "extensions[1]"] == "extensions[1].granted"


# Facts asked for


def test_a_fact_is_asked_for_whether_or_not_it_decides() -> None:
    """Every fact in the tree counts; a circumstance and a settled point have no place; a strange fact has none."""
    dark, bright = Lamp(lit=False), Lamp(lit=True)
    findings: list[Named] = [
        ("one", any_of("x", ABOUT, lit(bright, "lamps[1]"), lit(dark, "lamps[0]"), by_text(True, "settled", ABOUT))),
        ("two", derived(True, "a circumstance", ABOUT)),
        ("three", lit(dark, "lamps[7]")),
    ]
    assert consulted_facts(findings, places(HOUSE)) == {"room.lamps[0].lit", "room.lamps[1].lit"}


def test_only_the_chosen_reading_asks() -> None:
    """What another reading of the words would ask for is not asked for."""
    answers = {FloorStart.EFFECTED: lit(Lamp(), "lamps[0]"), FloorStart.RECEIVED: lit(Lamp(), "lamps[1]")}
    asked = [
        consulted_facts([("x", by_reading("x", FloorStart, answers).under(under))], places(HOUSE))
        for under in (AS_ADOPTED, Readings.of(FloorStart.RECEIVED))
    ]
    assert asked == [{"room.lamps[0].lit"}, {"room.lamps[1].lit"}]


# What is open


def test_an_open_question_is_listed_once_with_all_that_it_bears_on() -> None:
    """Questions come in the order of the report, each once, with the findings it bears on, each once."""
    unknown, circumstance = lit(Lamp(), "lamps[1]"), derived(None, "a circumstance", ABOUT)
    findings: list[Named] = [
        ("one", circumstance),
        ("two", all_of("x", ABOUT, unknown, circumstance)),
        ("two", unknown),
        ("three", all_of("x", ABOUT, unknown, by_text(False, "settled", ABOUT))),
    ]
    first, second = open_questions(findings, places(HOUSE))
    assert (first.question.statement, first.path, first.bears_on) == ("a circumstance", "", ("one", "two"))
    assert (second.question.statement, second.path) == ("the lamp is lit", "room.lamps[1].lit")
    assert second.bears_on == ("two",)


def test_an_open_reading_is_a_question_among_the_readings() -> None:
    """A reading of which no option is adopted is open, and is chosen among the readings of the case file."""
    answers = {
        ExtensionDuty.SAME_RULES: by_text(True, "x", ABOUT),
        ExtensionDuty.DISCRETION: by_text(False, "x", ABOUT),
    }
    (question,) = open_questions([("x", by_reading("x", ExtensionDuty, answers))], places(HOUSE))
    assert (question.question.asked_of, question.path) == (
        Role.INTERPRETER,
        "readings.preservation-extension-duty",
    )
    assert question.question.name == ExtensionDuty.id


def test_nothing_is_open_where_all_is_settled() -> None:
    """Settled findings leave no question."""
    assert open_questions([("x", by_text(True, "x", ABOUT)), ("y", lit(Lamp(lit=False)))], {}) == ()


# Readings


def test_readings_are_listed_once_with_their_options() -> None:
    """A reading says its options by name, the one chosen, the one adopted, and why; `None` where there is none."""
    start = {option: by_text(True, "x", ABOUT) for option in FloorStart}
    duty = {option: by_text(True, "x", ABOUT) for option in ExtensionDuty}
    chosen = by_reading("x", FloorStart, start).under(Readings.of(FloorStart.RECEIVED))
    left_open = by_reading("y", ExtensionDuty, duty)
    used = readings_used([("a", all_of("z", ABOUT, left_open, chosen)), ("b", chosen)])
    assert used == (
        ReadingUsed(
            id=ExtensionDuty.id,
            question=ExtensionDuty.question,
            authority=ExtensionDuty.authority,
            options={option.value: option.words for option in ExtensionDuty},
            chosen=None,
            adopted=None,
            because=ExtensionDuty.because,
        ),
        ReadingUsed(
            id=FloorStart.id,
            question=FloorStart.question,
            authority=FloorStart.authority,
            options={option.value: option.words for option in FloorStart},
            chosen="received",
            adopted="effected",
            because=FloorStart.because,
        ),
    )
    assert hash(used[0]) != hash(used[1])


def test_no_reading_is_listed_where_none_was_consulted() -> None:
    """Findings without contested words rest on no reading."""
    assert readings_used([("x", by_text(True, "x", ABOUT))]) == ()


def test_the_case_s_own_collections_are_found() -> None:
    """The names of facts in `places` are those under which rules ask for them."""
    assert places(PreservationRequest())["PreservationRequest.intends_assistance", ""] == "intends_assistance"
    assert {name for name, _ in places(Position())} == {question.name for question in Position.questions().values()}


def test_a_day_that_follows_one_that_is_fixed() -> None:
    """What a day cannot lie before may be fixed, and then nobody is asked for it."""
    asked = Question("Lamp.on", "it was lit", (ABOUT,), Role.CUSTODIAN)
    lit_on = Day(FIRST, LAST, "it was lit", (ABOUT,), Kind.FACT, (), asked, follows=fixed_day(date(2028, 3, 1), "dusk"))
    assert consulted_facts([("x", lit_on)], {("Lamp.on", ""): "lamp.on"}) == {"lamp.on"}
