"""Art. 2(a) to (g): systems, data and those who hold them, read from the text and not from the code."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import Assignment, World, disagreements
from uncc.general import (
    DataCategory,
    DataInQuestion,
    Device,
    Entity,
    classify,
    is_content_data,
    is_electronic_data,
    is_ict_system,
    is_other_electronic_data,
    is_personal_data,
    is_service_provider,
    is_subscriber_information,
    is_traffic_data,
)
from uncc.kernel import again
from uncc.kernel.facts import Fact
from uncc.kernel.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_1 import SubstanceOrSubscriber

CONTENT = Readings.of(SubstanceOrSubscriber.CONTENT)
SUBSCRIBER = Readings.of(SubstanceOrSubscriber.SUBSCRIBER)
EVERY_READING = (AS_ADOPTED, CONTENT, SUBSCRIBER)

NOTHING = DataInQuestion(
    represents_information=False,
    suits_processing=False,
    is_program=False,
    relates_to_communication=False,
    generated_in_chain=False,
    indicates_course=False,
    relates_to_substance=False,
    held_by_provider=False,
    relates_to_subscribers=False,
    shows_service=False,
    shows_subscriber=False,
    shows_installation=False,
    relates_to_person=False,
    person_identifiable=False,
)
ELECTRONIC = evolve(NOTHING, represents_information=True, suits_processing=True)
TRAFFIC = evolve(ELECTRONIC, relates_to_communication=True, generated_in_chain=True, indicates_course=True)
MESSAGE = evolve(ELECTRONIC, relates_to_substance=True)
RECORD = evolve(NOTHING, held_by_provider=True, relates_to_subscribers=True, shows_subscriber=True)
BOTH = evolve(RECORD, represents_information=True, suits_processing=True, relates_to_substance=True)

MARKS = ("electronic", "traffic", "substance", "held", "of_subscribers", "shows")


def datum(a: Assignment) -> DataInQuestion:
    """A datum on which each mark is varied through one fact, the companions of that fact being given."""
    return evolve(
        NOTHING,
        represents_information=a["electronic"],
        suits_processing=True,
        relates_to_communication=a["traffic"],
        generated_in_chain=True,
        indicates_course=True,
        relates_to_substance=a["substance"],
        held_by_provider=a["held"],
        relates_to_subscribers=a["of_subscribers"],
        shows_subscriber=a["shows"],
    )


def reading(content_prevails: bool | None) -> Readings:
    """The reading that a column of the table stands for; an empty cell is the contested point left open."""
    if content_prevails is None:
        return AS_ADOPTED
    return CONTENT if content_prevails else SUBSCRIBER


def bears_traffic_marks(w: World) -> bool:
    return w["electronic"] and w["traffic"]


def bears_content_marks(w: World) -> bool:
    return w["electronic"] and w["substance"] and not bears_traffic_marks(w)


def bears_subscriber_marks(w: World) -> bool:
    return w["held"] and w["of_subscribers"] and w["shows"] and not bears_traffic_marks(w)


# Art. 2(a)


def test_2_a_table() -> None:
    """Art. 2(a): the three operations are cumulative, and they follow a program."""
    assert not disagreements(
        lambda a: is_ict_system(
            Device(
                is_device_or_group=a["device"],
                follows_program=a["program"],
                gathers=a["gathers"],
                stores=a["stores"],
                processes=a["processes"],
            )
        ),
        lambda w: all(w.values()),
        "device",
        "program",
        "gathers",
        "stores",
        "processes",
    )


def test_2_a_storing_alone_is_not_enough() -> None:
    """Art. 2(a): a bare memory, which processes nothing, is no system."""
    stick = Device(is_device_or_group=True, follows_program=True, gathers=True, stores=True, processes=False)
    assert is_ict_system(stick).is_no


# Art. 2(b)


def test_2_b_table() -> None:
    """Art. 2(b): a representation fit for processing is data, and so is a program that makes a system work."""
    assert not disagreements(
        lambda a: is_electronic_data(
            DataInQuestion(represents_information=a["represents"], suits_processing=a["suits"], is_program=a["program"])
        ),
        lambda w: (w["represents"] and w["suits"]) or w["program"],
        "represents",
        "suits",
        "program",
    )


def test_2_b_programs_are_data() -> None:
    """Art. 2(b), S02: whoever deletes an executable deletes electronic data."""
    assert is_electronic_data(DataInQuestion(is_program=True)).is_yes


def test_2_b_form_matters() -> None:
    """Art. 2(b): facts in a form that no system can process are not electronic data."""
    assert is_electronic_data(evolve(NOTHING, represents_information=True)).is_no


# Art. 2(c)


def test_2_c_table() -> None:
    """Art. 2(c): electronic, about a communication, born in its chain, and telling its course."""
    assert not disagreements(
        lambda a: is_traffic_data(
            DataInQuestion(
                represents_information=a["represents"],
                suits_processing=a["suits"],
                is_program=a["program"],
                relates_to_communication=a["communication"],
                generated_in_chain=a["chain"],
                indicates_course=a["course"],
            )
        ),
        lambda w: (
            ((w["represents"] and w["suits"]) or w["program"]) and w["communication"] and w["chain"] and w["course"]
        ),
        "represents",
        "suits",
        "program",
        "communication",
        "chain",
        "course",
    )


def test_2_c_the_chain_matters() -> None:
    """Art. 2(c): a note of the time of a call that no system in its chain generated is not traffic data."""
    assert is_traffic_data(evolve(TRAFFIC, generated_in_chain=False)).is_no


@pytest.mark.parametrize("under", EVERY_READING)
def test_2_c_d_f_traffic_data_are_nothing_else(under: Readings) -> None:
    """Art. 2(c), (d) and (f): both other definitions set traffic data aside, whatever marks they bear besides."""
    loaded = evolve(
        TRAFFIC, relates_to_substance=True, held_by_provider=True, relates_to_subscribers=True, shows_subscriber=True
    )
    assert is_traffic_data(loaded).is_yes
    assert is_content_data(loaded).under(under).is_no
    assert is_subscriber_information(loaded).under(under).is_no
    assert is_other_electronic_data(loaded).is_no


# Art. 2(d)


def test_2_d_table() -> None:
    """Art. 2(d): content is the substance, less traffic data and less subscriber information as the reading has it."""

    def content(w: World) -> bool:
        return bears_content_marks(w) and (w["content_prevails"] or not bears_subscriber_marks(w))

    assert not disagreements(
        lambda a: is_content_data(datum(a)).under(reading(a["content_prevails"])), content, *MARKS, "content_prevails"
    )


@pytest.mark.parametrize("under", EVERY_READING)
def test_2_d_messages_are_content(under: Readings) -> None:
    """Art. 2(d): the text of a message is content on any reading."""
    assert is_content_data(MESSAGE).under(under).is_yes
    assert is_subscriber_information(MESSAGE).under(under).is_no


@pytest.mark.parametrize("under", EVERY_READING)
def test_2_d_content_is_electronic(under: Readings) -> None:
    """Art. 2(d): what is not electronic data is not content, were it about the substance."""
    assert is_content_data(evolve(NOTHING, relates_to_substance=True)).under(under).is_no


# Art. 2(d) and (f): the overlap


def test_2_d_f_the_overlap_is_contested() -> None:
    """Art. 2(d) and (f): each definition excludes the other, so the text does not settle what bears both marks."""
    assert is_content_data(BOTH).is_unknown
    assert is_subscriber_information(BOTH).is_unknown
    assert is_other_electronic_data(BOTH).is_no


def test_2_d_f_the_overlap_is_content_on_one_reading() -> None:
    """Art. 2(d) and (f): if substance decides, the overlap is content and nothing else."""
    assert is_content_data(BOTH).under(CONTENT).is_yes
    assert is_subscriber_information(BOTH).under(CONTENT).is_no


def test_2_d_f_the_overlap_is_subscriber_information_on_the_other() -> None:
    """Art. 2(d) and (f): if the subscriber decides, the overlap is subscriber information and nothing else."""
    assert is_content_data(BOTH).under(SUBSCRIBER).is_no
    assert is_subscriber_information(BOTH).under(SUBSCRIBER).is_yes


# Art. 2(e)


def test_2_e_table() -> None:
    """Art. 2(e): either limb makes a service provider."""
    assert not disagreements(
        lambda a: is_service_provider(
            Entity(lets_users_communicate=a["communicate"], handles_data_for_service=a["handles"])
        ),
        lambda w: w["communicate"] or w["handles"],
        "communicate",
        "handles",
    )


@pytest.mark.parametrize(("communicate", "handles"), [(True, None), (None, True)])
def test_2_e_one_limb_is_enough(communicate: Fact, handles: Fact) -> None:
    """Art. 2(e)(i) and (ii): with one limb proved the other may stay unknown."""
    assert is_service_provider(Entity(lets_users_communicate=communicate, handles_data_for_service=handles)).is_yes


# Art. 2(f)


def test_2_f_table() -> None:
    """Art. 2(f): held, about subscribers and telling, less traffic data and less content as the reading has it."""

    def subscriber(w: World) -> bool:
        return bears_subscriber_marks(w) and (not w["content_prevails"] or not bears_content_marks(w))

    assert not disagreements(
        lambda a: is_subscriber_information(datum(a)).under(reading(a["content_prevails"])),
        subscriber,
        *MARKS,
        "content_prevails",
    )


def test_2_f_table_of_what_can_be_learnt() -> None:
    """Art. 2(f)(i) to (iii): the three kinds of knowledge are alternatives."""
    assert not disagreements(
        lambda a: is_subscriber_information(
            evolve(RECORD, shows_service=a["service"], shows_subscriber=a["subscriber"], shows_installation=a["place"])
        ),
        lambda w: w["service"] or w["subscriber"] or w["place"],
        "service",
        "subscriber",
        "place",
    )


@pytest.mark.parametrize("under", EVERY_READING)
def test_2_f_information_need_not_be_electronic(under: Readings) -> None:
    """Art. 2(f): a paper contract in the provider's cabinet is subscriber information, being information."""
    assert is_electronic_data(RECORD).is_no
    assert is_subscriber_information(RECORD).under(under).is_yes


def test_2_f_paper_is_never_contested() -> None:
    """Art. 2(f): paper cannot be traffic or content data, so no mark of theirs takes it out."""
    paper = evolve(
        RECORD,
        relates_to_substance=True,
        relates_to_communication=True,
        generated_in_chain=True,
        indicates_course=True,
    )
    assert is_subscriber_information(paper).is_yes


@pytest.mark.parametrize("under", EVERY_READING)
def test_2_f_a_provider_holds_it(under: Readings) -> None:
    """Art. 2(f): what only somebody else holds is not subscriber information."""
    assert is_subscriber_information(evolve(RECORD, held_by_provider=False)).under(under).is_no


# The remainder


def test_other_electronic_data_table() -> None:
    """Art. 2(b), (c), (d) and (f): the remainder is electronic and has the marks of none of the three."""
    assert not disagreements(
        lambda a: is_other_electronic_data(datum(a)),
        lambda w: (
            w["electronic"]
            and not bears_traffic_marks(w)
            and not bears_content_marks(w)
            and not bears_subscriber_marks(w)
        ),
        *MARKS,
    )


def test_a_program_at_rest_is_other_data() -> None:
    """Art. 2(b): a program that is neither sent nor about a subscriber falls in the remainder."""
    assert is_other_electronic_data(evolve(NOTHING, is_program=True)).is_yes


# Classification

facts = st.sampled_from((True, False, None))
data = st.builds(
    DataInQuestion,
    represents_information=facts,
    suits_processing=facts,
    is_program=facts,
    relates_to_communication=facts,
    generated_in_chain=facts,
    indicates_course=facts,
    relates_to_substance=facts,
    held_by_provider=facts,
    relates_to_subscribers=facts,
    shows_service=facts,
    shows_subscriber=facts,
    shows_installation=facts,
    relates_to_person=facts,
    person_identifiable=facts,
)
known = st.booleans()
likely = st.sampled_from((True, True, True, False))
settled_data = st.builds(
    DataInQuestion,
    represents_information=likely,
    suits_processing=likely,
    is_program=known,
    relates_to_communication=known,
    generated_in_chain=likely,
    indicates_course=likely,
    relates_to_substance=known,
    held_by_provider=likely,
    relates_to_subscribers=likely,
    shows_service=known,
    shows_subscriber=known,
    shows_installation=known,
    relates_to_person=known,
    person_identifiable=known,
)


@given(st.one_of(data, settled_data), st.sampled_from(EVERY_READING))
def test_categories_exclude_each_other(thing: DataInQuestion, under: Readings) -> None:
    """Art. 2(c), (d) and (f): nothing is of two categories, whatever is known and however the text is read."""
    assert sum(finding.is_yes for finding in again.under(classify(thing), under).values()) <= 1


@given(settled_data, st.sampled_from((CONTENT, SUBSCRIBER)))
def test_electronic_data_always_have_a_category(thing: DataInQuestion, under: Readings) -> None:
    """Art. 2(b) to (f): once facts and reading are given, electronic data are of exactly one category."""
    found = again.under(classify(thing), under)
    assert not any(finding.is_unknown for finding in found.values())
    if is_electronic_data(thing).is_yes:
        assert sum(finding.is_yes for finding in found.values()) == 1
    else:
        assert not any(found[c].is_yes for c in DataCategory if c is not DataCategory.SUBSCRIBER_INFORMATION)


@pytest.mark.long
@given(data, st.sampled_from(EVERY_READING))
def test_classification_says_what_the_rules_say(thing: DataInQuestion, under: Readings) -> None:
    """Art. 2(c), (d) and (f): the four answers are those of the four definitions."""
    assert {category: finding.truth for category, finding in again.under(classify(thing), under).items()} == {
        DataCategory.SUBSCRIBER_INFORMATION: is_subscriber_information(thing).under(under).truth,
        DataCategory.TRAFFIC_DATA: is_traffic_data(thing).truth,
        DataCategory.CONTENT_DATA: is_content_data(thing).under(under).truth,
        DataCategory.OTHER: is_other_electronic_data(thing).truth,
    }


# Art. 2(g)


def test_2_g_table() -> None:
    """Art. 2(g): it relates to a natural person, and one can tell or find out who that is."""
    assert not disagreements(
        lambda a: is_personal_data(
            DataInQuestion(relates_to_person=a["person"], person_identifiable=a["identifiable"])
        ),
        lambda w: w["person"] and w["identifiable"],
        "person",
        "identifiable",
    )


def test_2_g_form_and_holder_do_not_matter() -> None:
    """Art. 2(g): personal data need be neither electronic nor held by a provider."""
    assert is_personal_data(evolve(NOTHING, relates_to_person=True, person_identifiable=True)).is_yes


def test_each_rule_cites_its_definition() -> None:
    """Art. 2: each finding rests on the letter that defines its term."""
    pairs = [
        (is_ict_system(Device()), "a"),
        (is_electronic_data(DataInQuestion()), "b"),
        (is_traffic_data(DataInQuestion()), "c"),
        (is_content_data(DataInQuestion()), "d"),
        (is_service_provider(Entity()), "e"),
        (is_subscriber_information(DataInQuestion()), "f"),
        (is_personal_data(DataInQuestion()), "g"),
    ]
    for finding, letter in pairs:
        assert art(2, letter) in {provision for part in finding.walk() for provision in part.authority}, letter
