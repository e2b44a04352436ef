"""The schemas: every document of the library is valid, and what is wrong by its structure is not."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from tests.doors.test_bad_documents import LEFT_OUT, NO_JSON, REFUSED, RESERVED, SEEN, changed
from tests.doors.test_serial import FAULTY_PARTS, items, json_values, kind_of
from tests.effort import effort
from uncc.cases import CaseKind, DomesticLaw, LawReport, PreservationCase, Report, Request, assess
from uncc.cli import main
from uncc.cli.schema import documents
from uncc.cooperation import Position, PreservationMeasure
from uncc.doors.interview import Interview
from uncc.doors.key_words import meaning
from uncc.doors.schema import components, is_written_here, schema
from uncc.doors.serial import SCHEMA_KEY, from_data, load_case, to_json
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Finding
from uncc.kernel.model import Model
from uncc.kernel.parties import State
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Consulted
from uncc.offences import DomesticOffence
from uncc.pages.documents import Letter
from uncc.readings import Readings, register
from uncc.review import StateRecord, load_record
from uncc.testing import assistance_cases, cases, extradition_cases

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(set(EXAMPLES.glob("*.json")) - set(EXAMPLES.glob("review_*.json")))
IDS = {
    "preservation": "urn:uncc:schema:1:PreservationCase",
    "assistance": "urn:uncc:schema:1:AssistanceCase",
    "extradition": "urn:uncc:schema:1:ExtraditionCase",
    "confiscation": "urn:uncc:schema:1:ConfiscationCase",
    "domestic-law": "urn:uncc:schema:1:DomesticLaw",
    "report": "urn:uncc:schema:1:Report",
    "law-report": "urn:uncc:schema:1:LawReport",
    "implementation": "urn:uncc:schema:1:StateRecord",
    "ratification": "urn:uncc:schema:1:RatificationFile",
    "letter": "urn:uncc:schema:1:Letter",
    "docket": "urn:uncc:schema:1:Docket",
    "difference": "urn:uncc:schema:1:ReportDifference",
    "review": "urn:uncc:schema:1:Review",
    "status": "urn:uncc:schema:1:StatusTable",
}

Capture = pytest.CaptureFixture[str]


@cache
def _validator(model: Hashable) -> Validator:
    found = schema(cast("type[Any]", model))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def valid(model: type[Any]) -> Validator:
    """Return what tells whether a document is valid by the schema of a model."""
    return _validator(cast("Hashable", model))


def complaints(document: Any, model: type[Any]) -> list[str]:
    """Return the path and the fault of everything that a schema refuses in a document."""
    return [f"{error.json_path}: {error.message[:200]}" for error in valid(model).iter_errors(document)]


def written(value: object) -> Any:
    """Return a model as the plain data that its JSON holds."""
    return json.loads(to_json(value))


def steps(value: Any) -> list[tuple[Any, Any]]:
    """Return what stands directly within plain data, each with its key or number."""
    kind = kind_of(value)
    if kind is dict:
        return list(value.items())
    return list(enumerate(items(value))) if kind is list else []


def schemas_within(found: Any) -> Iterator[dict[str, Any]]:
    """Yield every object within a schema."""
    if kind_of(found) is dict:
        yield found
    for _, inner in steps(found):
        yield from schemas_within(inner)


# What a schema is


def test_each_kind_has_its_name() -> None:
    """The identifiers are those that other systems have noted down."""
    assert {kind: schema(model)["$id"] for kind, model in documents().items()} == IDS


@pytest.mark.long
@pytest.mark.parametrize("kind", IDS)
def test_a_schema_is_one(kind: str) -> None:
    """Each is a schema by the dialect that it names, and every reference in it leads somewhere."""
    found = schema(documents()[kind])
    assert found["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(found)
    named = {node["$ref"] for node in schemas_within(found) if "$ref" in node}
    assert named - {"#"} == {f"#/$defs/{name}" for name in found["$defs"]}
    assert all(found["$defs"].values())


@pytest.mark.parametrize("kind", IDS)
def test_the_command(kind: str, capsys: Capture) -> None:
    """The command line prints the same, as JSON."""
    assert main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out) == schema(documents()[kind])
    assert main(["schema", kind, "--for-types"]) == 0
    assert json.loads(capsys.readouterr().out) == schema(documents()[kind], for_types=True)


def test_no_such_kind(capsys: Capture) -> None:
    """Another name is a mistake in the call, and the message lists the names."""
    with pytest.raises(SystemExit) as ended:
        main(["schema", "expulsion"])
    assert ended.value.code == 2
    assert "(choose from preservation, " in capsys.readouterr().err


@pytest.mark.parametrize("model", [int, Provision, Readings, Consulted, tuple[State, ...], IDS])
def test_what_is_no_model(model: Any) -> None:
    """What does not stand in a document as an object of its own is refused."""
    with pytest.raises(InvalidValue, match="is not a model that stands in a document as an object"):
        schema(model)


def _fact_classes(model: type[Any]) -> Iterator[type[Facts]]:
    """Yield the public collections of facts that a schema defines."""
    everywhere = {kind.__name__: kind for kind in _subclasses(Facts)}
    yield from (everywhere[name] for name in schema(model)["$defs"] if name in everywhere)


def _subclasses(kind: type[Any]) -> Iterator[type[Any]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _subclasses(inner)


@pytest.mark.parametrize("kind", ["preservation", "assistance", "extradition", "confiscation", "domestic-law"])
def test_facts_speak_in_their_own_words(kind: str) -> None:
    """Each fact has its sentence, its provisions and who is asked as description, and no title."""
    found = schema(documents()[kind])
    facts = list(_fact_classes(documents()[kind]))
    assert facts
    for model in facts:
        properties = found["$defs"][model.__name__]["properties"]
        for name, question in model.questions().items():
            assert "title" not in properties[name]
            assert properties[name]["description"].startswith(f"{question.statement}. ")
            assert properties[name]["type"] == ["boolean", "null"]
            assert all(str(provision) in properties[name]["description"] for provision in question.authority)
            assert properties[name]["description"].endswith(f"Ask: {question.asked_of.words}")


def test_other_fields_speak_in_the_words_of_their_model() -> None:
    """What a model's documentation says of a field describes it; the rest describes the model."""
    found = schema(Report)
    assert found["description"] == "Everything that the Convention says of one request, with its reasons."
    assert found["properties"]["expires_on"]["description"].startswith("the last day of the preservation")
    assert found["properties"]["library"]["description"] == found["properties"]["format"]["description"]


def test_no_key_of_a_document_is_without_a_meaning() -> None:
    """Each key says what it means: by itself, or where a model, a member of a list or a reading stands, by that."""
    asked = [documents()[kind] for kind in IDS if not is_written_here(documents()[kind])]
    assert len(asked) == 7
    bare = list[str]()
    for model in asked:
        whole = schema(model)
        for name, one in {model.__name__: whole, **whole["$defs"]}.items():
            assert one.get("description"), name
            for key, said in one.get("properties", {}).items():
                by_itself = "description" in said or key == SCHEMA_KEY or name == "Conduct"
                if not by_itself and "$ref" not in str(said):
                    bare.append(f"{name}.{key}")
    assert not bare
    told = {key: meaning(Letter, key) for key in ("reference", "made_on", "signatory")}
    assert len({*told.values()}) == len(told)
    place = Interview.of(CaseKind.PRESERVATION).question("request.necessity")
    assert (place.words, str(*place.provisions)) == (
        "the request specifies why the preservation is necessary",
        "Art. 42(3)(e)",
    )


@pytest.mark.long
def test_what_a_command_prints_is_valid(tmp_path: Path, capsys: Capture) -> None:
    """The JSON of a docket, a review, a difference and a status fits the schema of its name."""
    examples = Path(__file__).parents[2] / "examples"
    case = examples / "hospital_ransomware.json"
    (tmp_path / case.name).write_bytes(case.read_bytes())
    calls: dict[str, list[object]] = {
        "docket": ["docket", tmp_path, "--on", "2028-07-01"],
        "review": ["review", examples / "review_borduria.json"],
        "difference": ["diff", case, case],
        "status": ["status", examples / "deposits.csv", "--on", "2028-01-01"],
    }
    for name, call in calls.items():
        assert main([*map(str, call), "--format", "json"]) == 0
        assert complaints(json.loads(capsys.readouterr().out), documents()[name]) == [], name


def test_readings_are_those_of_the_register() -> None:
    """A choice of readings names readings of the register, and options of each, or null."""
    chosen = schema(PreservationCase)["$defs"]["Readings"]["properties"]
    assert {name: one["anyOf"] for name, one in chosen.items()} == {
        reading.id: [{"type": "string", "enum": [str(option.value) for option in reading]}, {"type": "null"}]
        for reading in register()
    }


# What is valid


@pytest.mark.long
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_example_is_valid_and_so_is_its_report(path: Path) -> None:
    """The example as it is written by hand, the case as the library writes it, and the report."""
    case = load_case(path)
    report = assess(case)
    for document in (json.loads(path.read_text(encoding="utf-8")), written(case)):
        assert complaints(document, kind_of(case)) == []
    assert complaints(written(report), kind_of(report)) == []


@pytest.mark.long
def test_the_records_are_valid() -> None:
    """So are the implementation records, from JSON and from a table, and one with a law in it."""
    record = load_record(EXAMPLES / "review_borduria.json")
    law = load_case(EXAMPLES / "statute_borduria.json", DomesticLaw)
    for each in (record, load_record(EXAMPLES / "review_drovia.csv"), attrs.evolve(record, law=law)):
        assert complaints(written(each), StateRecord) == []


@pytest.mark.long
@effort(15)
@given(case=cases() | assistance_cases() | extradition_cases())
def test_whatever_is_written_is_valid(case: Request) -> None:
    """Whatever the case, what the library writes of it and of its report is valid."""
    assert complaints(written(case), kind_of(case)) == []
    report = assess(case)
    assert complaints(written(report), Report) == []


@pytest.mark.long
def test_what_a_later_version_adds_is_valid() -> None:
    """A report with a key, a section, a duty or a reading that this version does not know is valid; a truth is not."""
    report = written(assess(load_case(EXAMPLES / "hospital_ransomware.json")))
    later = {**report, "tone": "calm", "answers": [{**report["answers"][0], "section": "tone", "mood": 1}]}
    assert complaints(later, Report) == []
    assert complaints({**report, "record": [{"did": "smile", "on": "2028-03-20"}]}, Report) == []
    consulted = {"reading": "tone-of-voice", "chosen": "calm"}
    finding = {"truth": "yes", "statement": "s", "authority": ["Art. 42(6)"], "kind": "tone", "about": consulted}
    assert complaints({**report, "answers": [{**report["answers"][0], "finding": finding}]}, Report) == []
    maybe = {**report["answers"][0], "finding": {**finding, "truth": "maybe"}}
    assert complaints({**report, "answers": [maybe]}, Report) != []


def test_the_components_refer_to_each_other() -> None:
    """What is read and written in two forms has two names, and every reference leads to one that is there."""
    found = components(documents().values())
    named = {node["$ref"].rpartition("/")[2] for node in schemas_within(found) if "$ref" in node}
    assert named | {model.__name__ for model in documents().values()} == found.keys()
    assert all(one["title"] == name.removesuffix("Output") for name, one in found.items())
    assert (found["Entry"]["additionalProperties"], "additionalProperties" in found["EntryOutput"]) == (False, False)
    assert found["Report"]["properties"]["record"]["items"] == {"$ref": "#/components/schemas/EntryOutput"}
    assert "StateOutput" not in found
    with pytest.raises(InvalidValue):
        components([Provision])


def test_a_model_of_ones_own_that_holds_a_finding_is_closed() -> None:
    """What is read takes no reading, and no option of one, but those of the register."""

    @attrs.frozen
    class Told(Model):
        finding: Finding

    each = schema(Told)["$defs"]["Consulted"]["oneOf"]
    assert [one["properties"]["reading"]["const"] for one in each] == [reading.id for reading in register()]


# What is not valid

BEYOND = (
    # whether a day is in the calendar
    ("as_of", "2027-02-30"),
    ("as_of", "2027-02-29"),
    ("as_of", "0000-01-01"),
    # half of a character, which many readers cannot even hold
    ("request.reference", "\ud800"),
    # a whole number written as a fraction, which a schema does not tell apart
    (f"{SEEN}.port", 443.0),
    # whether a citation names one provision of the Convention
    (RESERVED, "Art. 42(11)"),  # no such provision
    (RESERVED, "Art. 69"),  # no such provision
    (RESERVED, "Arts. 42 and 43"),
    (RESERVED, "Art. 42(5), Art. 42(6)"),
    # what must hold between several values
    ("request.data[2].period.end", "2028-01-31"),
    ("request.received_on", "2028-03-07"),
    ("measure", {"assistance_requested_on": "2028-04-02", "decided_on": "2028-04-01"}),
    ("measure", {"request_received_on": "2028-03-09", "effected_on": "2028-03-08"}),
    ("measure.request_received_on", "2028-03-10"),
    ("measure.order.served_on", "2028-03-09"),
    ("measure.order.renewals", [{"on": "2028-03-09"}]),
    ("requested.bound_until", "2028-01-14"),
    ("requested.reservations[0].withdrawn_on", "2027-12-15"),
    ("requested.state.name", "Noravia"),
    ("measure", {"assistance_requested": False, "decided": True}),
    ("measure", {"decided": False, "decided_on": "2028-04-02", "assistance_requested_on": "2028-04-01"}),
)
"""What `from_json` refuses and a schema cannot: the list is held to be exact."""


@pytest.mark.long
@pytest.mark.parametrize(("place", "value", "message"), REFUSED, ids=[f"{row[0]}-{n}" for n, row in enumerate(REFUSED)])
def test_what_is_refused_is_not_valid(place: str, value: Any, message: str) -> None:
    """Each fault that makes a case unreadable makes it invalid, but for those that a schema cannot tell."""
    is_valid = valid(PreservationCase).is_valid(changed(place, value))
    assert is_valid is ((place, value) in BEYOND)


def test_the_exceptions_are_faults() -> None:
    """Each exception stands in the corpus of faults."""
    refused = [(place, value) for place, value, _ in REFUSED if value is not LEFT_OUT]
    assert [one for one in BEYOND if one not in refused] == []


@pytest.mark.long
@pytest.mark.parametrize("content", [content for content, _ in NO_JSON.values()], ids=NO_JSON)
def test_what_is_no_case_is_not_valid(content: str | bytes) -> None:
    """What is JSON and no case is invalid by the schema of every kind of case; a letter may say nothing at all."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return
    found = [kind for kind, model in documents().items() if valid(model).is_valid(document)]
    assert found == (["letter"] if document == {} else [])


@pytest.mark.parametrize(
    ("model", "data"), [(model, data) for model, data, _ in FAULTY_PARTS if attrs.has(model) and model is not Consulted]
)
def test_a_faulty_part_of_a_report_is_not_valid(model: type[Any], data: Any) -> None:
    """What stands in reports only is held as strictly."""
    assert complaints(data, model) != []


@pytest.mark.parametrize(
    "definition",
    [
        {},
        {"illegal-access": {}, "data-interference": {}},
        {"expulsion": {}},
        {"illegal-access": {"sneaky": True}},
        {"illegal-access": {"without_right": 1}},
        [],
        "illegal-access",
    ],
)
def test_a_faulty_conduct_is_not_valid(definition: Any) -> None:
    """The facts of an offence stand under its name, and under no other."""
    document = {"title": "Hacking", "definition": definition}
    with pytest.raises(DocumentError):
        from_data(document, DomesticOffence)
    assert complaints(document, DomesticOffence) != []
    assert complaints({**document, "definition": {"illegal-access": {"without_right": True}}}, DomesticOffence) == []


@pytest.mark.no_cover
def test_a_document_of_another_kind_is_not_valid() -> None:
    """A case is valid by the schema of its own kind alone, and must say which that is."""
    for path in CASES:
        document = json.loads(path.read_text(encoding="utf-8"))
        assert [kind for kind, model in documents().items() if valid(model).is_valid(document)] == [document["case"]]
        del document["case"]
        assert not any(valid(model).is_valid(document) for model in documents().values())


# Whatever the document

STRUCTURAL = (
    "is missing",
    "is not a known key",
    "is not a text",
    "is not one of: ",
    "is not an object",
    "is not true, false or null (not known)",
)
LATER = {"is not a known key", "is not one of: "}
"""What a later version may write, and this one does not read: the schema of a report takes it."""


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for step, below in steps(value):
        yield (*path, step)
        yield from _places(below, (*path, step))


def _with(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    found = deepcopy(document)
    node = found
    for step in path[:-1]:
        node = node[step]
    if value is LEFT_OUT:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return found


def _faults(document: Any, model: type[Any]) -> list[str]:
    try:
        from_data(document, model)
    except DocumentError as error:
        return [fault.message for fault in error.faults]
    return []


DOCUMENTS: list[tuple[type[Any], Any]] = [
    *((type(load_case(path)), json.loads(path.read_text(encoding="utf-8"))) for path in CASES),
    (Report, written(assess(load_case(EXAMPLES / "hospital_ransomware.json")))),
    (LawReport, written(assess(load_case(EXAMPLES / "statute_drovia.json")))),
    (StateRecord, json.loads((EXAMPLES / "review_borduria.json").read_text(encoding="utf-8"))),
]
PLACES = [[path for path in _places(document) if path != ("case",)] for _, document in DOCUMENTS]


@effort(120)
@given(
    st.integers(0, len(DOCUMENTS) - 1),
    st.integers(0, 10_000),
    json_values | st.sampled_from(["2027-01-01", "Art. 42(6)", "x", 1, True, False, None, LEFT_OUT, {}, {"x": 1}, []]),
)
def test_one_change_is_judged_alike(number: int, place: int, value: Any) -> None:
    """With one value changed, what is read is valid, and what is wrong by its structure is not."""
    model, document = DOCUMENTS[number]
    path = PLACES[number][place % len(PLACES[number])]
    found = _with(document, path, value)
    told, faults = complaints(found, model), _faults(found, model)
    assert faults or told == []
    told_by_schema = STRUCTURAL if not is_written_here(model) else set(STRUCTURAL) - LATER
    assert told or not [f for f in faults if f.endswith("is not a list") or any(words in f for words in told_by_schema)]


MODELS = {kind.__name__: kind for kind in _subclasses(Facts) if kind.__module__.startswith("uncc.")}


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_collection_of_facts_has_a_schema(name: str) -> None:
    """A collection of facts can be described alone, and is valid when it is written."""
    model = MODELS[name]
    Draft202012Validator.check_schema(schema(model))
    try:
        bare = model()
    except TypeError:  # it needs more than facts
        return
    assert complaints(written(bare), model) == []
    for question in model.questions():
        assert complaints({**written(bare), question: "yes"}, model) != []


def test_null_and_absent_are_valid_alike() -> None:
    """A fact that is not known may be left out or be null."""
    for document in ({}, {"discriminatory_purpose": None}):
        assert complaints(document, Position) == []


def test_a_list_of_the_world_may_be_known_in_part() -> None:
    """An array, an object with one thing at least, or null; its words are those of its declaration."""
    found = schema(PreservationMeasure)
    asked = found["properties"]["extensions"]
    assert asked["description"].startswith(
        "the requested State granted an extension beside those that are stated. Art. "
    )
    assert asked["description"].endswith("Ask: requested State")
    validator: Any = Draft202012Validator(found)
    good: list[Any] = json.loads('[null, [], [{}], {"at_least": [{}]}]')
    bad: list[Any] = json.loads(
        '["none", {}, {"at_least": []}, {"at_least": null}, {"at_least": [{}], "at_most": [{}]}, [3]]'
    )
    for stated in (*good, *bad):
        assert validator.is_valid({"extensions": stated}) is (stated in good), stated
