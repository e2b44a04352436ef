"""Types that other tools generate from the schemas: the names of the models, compiled, and run on the examples.

The tools come from npm (`npm install json-schema-to-typescript openapi-typescript typescript`) and PyPI
(`pip install datamodel-code-generator pydantic`). `UNCC_TYPE_TOOLS` names the folders in which they are.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.doors.test_serial import kind_of
from uncc.cases import assess
from uncc.cli.schema import documents
from uncc.doors.schema import components, schema
from uncc.doors.serial import load_case, to_json

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(path for path in EXAMPLES.glob("*.json") if not path.name.startswith("review_"))
FOLDERS = os.environ.get("UNCC_TYPE_TOOLS", os.environ["PATH"])
TOOLS = {
    name: shutil.which(name, path=FOLDERS) for name in ("json2ts", "openapi-typescript", "tsc", "datamodel-codegen")
}
READS = """
import json, sys
from {module} import {model}
for path in sys.argv[1:]:
    document = json.load(open(path, encoding="utf-8"))
    model = {model}.model_validate(document)
    json.dumps(model.model_dump(mode="json", by_alias=True))
print("read", len(sys.argv) - 1)
"""

pytestmark = pytest.mark.long


def needs(*names: str) -> pytest.MarkDecorator:
    """Skip a test where one of these tools is not there."""
    missing = [name for name in names if TOOLS[name] is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def run(folder: Path, *command: str | None) -> str:
    """Return what a command prints in a folder; its complaints where it fails."""
    line = [str(part) for part in command]
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, (command[0], (done.stdout + done.stderr)[-2_000:])
    return done.stdout


@cache
def written() -> list[tuple[str, Any]]:
    """Return each example and the report on it, with the name of its model."""
    found: list[tuple[str, Any]] = []
    for path in CASES:
        case = load_case(path)
        report = assess(case)
        found.append((type(case).__name__, json.loads(path.read_text(encoding="utf-8"))))
        found.append((type(report).__name__, json.loads(to_json(report))))
    return found


def shallow(document: Any, depth: int = 2) -> Any:
    """Return a document with its trees cut: pydantic tries every kind of node at every node."""
    if kind_of(document) is list:
        return [shallow(one, depth) for one in document]
    if kind_of(document) is not dict:
        return document
    if "statement" in document and "authority" in document:
        depth -= 1
    cut = {"because": list[Any]()} if not depth and "because" in document else {}
    return {name: shallow(one, depth) for name, one in document.items() if name not in cut} | cut


def program(imports: Iterable[str], names: dict[str, str]) -> str:
    """Return a program in TypeScript that holds every document as a value of its type, and says how much there is."""
    values = [f"{names[model]} = {json.dumps(document)};" for model, document in written()]
    lines = [f"const value{number}: {value}" for number, value in enumerate(values)]
    return "\n".join(
        (*imports, *lines, f"console.log({', '.join(f'Object.keys(value{n}).length' for n in range(len(values)))});")
    )


def compiled(folder: Path) -> None:
    """Compile the program, strictly, and run it."""
    run(folder, TOOLS["tsc"], "--strict", "--target", "es2022", "--module", "nodenext", "program.ts")
    assert len(run(folder, "node", "program.js").split()) == 2 * len(CASES)


@needs("json2ts", "tsc")
def test_types_of_json_schema_to_typescript(tmp_path: Path) -> None:
    """Each kind of document has the interfaces of its models under their own names, and takes the examples."""
    (tmp_path / "schemas").mkdir()
    for kind, model in documents().items():
        text = json.dumps(schema(model, for_types=True))
        (tmp_path / "schemas" / f"{kind}.json").write_text(text, encoding="utf-8")
    run(tmp_path, TOOLS["json2ts"], "-i", "schemas", "-o", "types")
    models: dict[str, str] = {}
    for kind, model in documents().items():
        text = (tmp_path / "types" / f"{kind}.d.ts").read_text(encoding="utf-8")
        names = re.findall(r"^export (?:interface|type) (\w+)", text, re.MULTILINE)
        assert set(names) == {model.__name__, *schema(model, for_types=True)["$defs"]}
        models[model.__name__] = f'import type {{ {model.__name__} }} from "./types/{kind}.d.ts";'
    (tmp_path / "program.ts").write_text(program(models.values(), {name: name for name in models}), encoding="utf-8")
    compiled(tmp_path)


@needs("openapi-typescript", "tsc")
def test_types_of_openapi_typescript(tmp_path: Path) -> None:
    """The components of an OpenAPI document resolve, have the names of the models, and take the examples."""
    found = components(documents().values())
    api = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": found}}
    (tmp_path / "api.json").write_text(json.dumps(api), encoding="utf-8")
    run(tmp_path, TOOLS["openapi-typescript"], "api.json", "-o", "api.d.ts")
    models = {model.__name__: f'components["schemas"]["{model.__name__}"]' for model in documents().values()}
    text = program(['import type { components } from "./api.d.ts";'], models)
    (tmp_path / "program.ts").write_text(text, encoding="utf-8")
    compiled(tmp_path)


@needs("datamodel-codegen")
def test_models_of_datamodel_code_generator(tmp_path: Path) -> None:
    """Each kind of document has a class for each model under its own name, which reads and writes the examples.

    Trees of reasons are cut: pydantic tries each kind of node at each node. In Python `from_json` reads them.
    """
    python = Path(str(TOOLS["datamodel-codegen"])).with_name("python")
    read = 0
    for kind, model in documents().items():
        module = kind.replace("-", "_")
        text = json.dumps(schema(model, for_types=True))
        (tmp_path / f"{kind}.json").write_text(text, encoding="utf-8")
        run(
            tmp_path,
            *(TOOLS["datamodel-codegen"], "--input", f"{kind}.json", "--input-file-type", "jsonschema"),
            *("--output-model-type", "pydantic_v2.BaseModel", "--output", f"{module}.py"),
        )
        names = set(re.findall(r"^class (\w+)", (tmp_path / f"{module}.py").read_text(encoding="utf-8"), re.MULTILINE))
        assert {model.__name__, *schema(model, for_types=True)["$defs"]} <= names
        files: list[str] = []
        for number, (name, document) in enumerate(written()):
            if name == model.__name__:
                files.append(f"{kind}_{number}.txt")
                (tmp_path / files[-1]).write_text(json.dumps(shallow(document)), encoding="utf-8")
        (tmp_path / "reads.py").write_text(READS.format(module=module, model=model.__name__), encoding="utf-8")
        assert run(tmp_path, str(python), "reads.py", *files) == f"read {len(files)}\n"
        read += len(files)
    assert read == 2 * len(CASES)
