"""A request in the words of CASE and UCO: whom it concerns, which data, what was done; valid by `case_validate`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from attrs import evolve

from tests.doors.test_serial import kind_of
from uncc.cases import DomesticLaw, Entry, PreservationCase, Request
from uncc.cli import main
from uncc.doors.case_uco import case_graph
from uncc.doors.serial import load_case
from uncc.kernel.between import Between
from uncc.kernel.roles import Role

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(path for path in EXAMPLES.glob("*.json") if not path.name.startswith(("review_", "statute_")))
VALIDATE = shutil.which("case_validate", path=os.environ.get("UNCC_CASE_TOOLS", os.environ["PATH"]))


def with_record() -> PreservationCase:
    """Return the example with a record: an act, one of a custodian, one by nobody that is known, and one corrected."""
    case = load_case(EXAMPLES / "hospital_ransomware.json", PreservationCase)
    record = (
        Entry(did="preserve", on=date(2028, 3, 10)),
        Entry(did="custodian-silence", on=date(2028, 3, 11), note="told by the provider"),
        Entry(did="locate", on=Between(date(2028, 3, 9), date(2028, 3, 12))),
        Entry(did="inform-of-outlook", by=Role.SECRETARIAT, on=date(2028, 3, 12)),
        Entry(did_not="disclose-path", on=date(2028, 3, 12)),
        Entry(did="determine-execution", on=date(2028, 3, 11), known_on=date(2028, 3, 11)),
        Entry(corrects=5, known_on=date(2028, 3, 12)),
    )
    return evolve(case, record=record)


def nodes(case: Request) -> list[dict[str, Any]]:
    """Return the nodes of a case."""
    return cast("list[dict[str, Any]]", case_graph(case)["@graph"])


def test_what_was_done_is_an_action() -> None:
    """Each act has its words, its day, who did it where the case names that, and the request that it answers."""
    found = nodes(with_record())
    by_id = {node["@id"]: node for node in found}
    done = [node for node in found if "uncc:on" in node]
    assert [node["uco-core:tag"][0] for node in done] == [
        "preserve",
        "custodian-silence",
        "locate",
        "inform-of-outlook",
    ]
    performers = [by_id[node["uco-action:performer"]["@id"]]["uco-core:name"] for node in done[:3]]
    assert performers == ["Tesmark", "Tesmark Hosting Cooperative", "Noravia"]
    assert "uco-action:performer" not in done[3]
    assert done[0]["uncc:on"] == {"@type": "xsd:date", "@value": "2028-03-10"}
    assert done[2]["uncc:on"] == {"@value": "[2028-03-09..2028-03-12]"}
    assert done[1]["uco-core:description"] == "told by the provider"
    (request,) = (node for node in found if node["@id"] == done[0]["case-investigation:wasInformedBy"]["@id"])
    assert request["uncc:receivedOn"]["@value"] == "2028-03-09"


def test_what_the_facts_tell_was_done_is_an_action() -> None:
    """An act that the record does not hold is told from the facts, and one that it holds once."""
    case = evolve(with_record(), record=())
    (done,) = (node for node in nodes(case) if "uncc:on" in node)
    assert done["uco-core:name"] == "take all appropriate measures to preserve the specified data"
    assert done["uco-core:tag"] == ["preserve", "Art. 42(4)"]
    assert done["uncc:on"] == {"@type": "xsd:date", "@value": "2028-03-10"}
    recorded = evolve(case, record=(Entry(did="preserve", on=date(2028, 3, 10)),))
    (again,) = (node for node in nodes(recorded) if "uncc:on" in node)
    assert {**done, "@id": again["@id"]} == again


def test_every_reference_leads_to_a_node() -> None:
    """In every example; identifiers are unique, the same each time, and those of two requests are apart."""
    seen: set[str] = set()
    for path in CASES:
        case = cast("Request", load_case(path))
        found = nodes(case)
        assert found == nodes(case)
        ids = [node["@id"] for node in found]
        assert len(set(ids)) == len(ids)
        assert not seen & set(ids)
        seen |= set(ids)
        assert set(_references(found)) <= set(ids), path
        assert all(None not in node.values() and [] not in node.values() for node in found)
    asked = with_record().request
    (data, *_) = (one for one in asked.data if one.endpoints)
    unseen = evolve(data, endpoints=(evolve(data.endpoints[0], seen_at=None),))
    bare = evolve(asked, custodian=None, offence=None, authority=None, data=(unseen,), made_on=None)
    found = nodes(evolve(with_record(), request=bare))
    assert set(_references(found)) <= {node["@id"] for node in found}
    assert not [node for node in found if "uncc:madeOn" in node or node["@type"] == "uco-observable:Observation"]


def _references(value: Any) -> list[str]:
    if kind_of(value) is dict and set(value) == {"@id"}:
        return [value["@id"]]
    within = value.values() if kind_of(value) is dict else value if kind_of(value) is list else ()
    return [one for inner in within for one in _references(inner)]


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`--format case` prints the graph; a State's law has none."""
    path = EXAMPLES / "hospital_ransomware.json"
    assert main(["assess", str(path), "--format", "case"]) == 0
    assert json.loads(capsys.readouterr().out) == case_graph(load_case(path, PreservationCase))
    law = EXAMPLES / "statute_drovia.json"
    assert isinstance(load_case(law), DomesticLaw)
    with pytest.raises(SystemExit):
        main(["assess", str(law), "--format", "case"])
    assert "CASE has no words for it" in capsys.readouterr().err


@pytest.mark.long
@pytest.mark.skipif(VALIDATE is None, reason="not installed: case-utils (UNCC_CASE_TOOLS names its folder)")
def test_the_graphs_conform_to_the_ontologies(tmp_path: Path) -> None:
    """`case_validate` finds no violation and no word that the ontologies do not have, in any example."""
    for case in (with_record(), *(cast("Request", load_case(path)) for path in CASES)):
        (tmp_path / f"{case.case.value}{len(list(tmp_path.iterdir()))}.jsonld").write_text(json.dumps(case_graph(case)))
    command = [str(VALIDATE), *map(str, sorted(tmp_path.iterdir()))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout[-3_000:]
    assert "Conforms: True" in done.stdout
    assert "concept IRI" not in done.stdout + done.stderr
