"""The logic as a service: post a case, get the report. The schemas of the library are those of its OpenAPI document.

Run it with `pip install -r requirements.txt` and `uvicorn app:app` in this folder; then open http://127.0.0.1:8000/docs.
The service keeps nothing, and knows nothing but what a case file says.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse

import uncc
from uncc.cases import CaseKind, assess
from uncc.cli.schema import documents
from uncc.doors.schema import components, schema
from uncc.doors.serial import MOST_BYTES, read_case, to_json
from uncc.kernel.errors import DocumentError, Fault

FAULTS = {
    "type": "object",
    "properties": {
        "faults": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"path": {"type": "string"}, "message": {"type": "string"}},
                "required": ["path", "message"],
            },
        }
    },
    "required": ["faults"],
}


def _answer(description: str, *schemas: Any) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": {"anyOf": [*schemas]}}}}


def _named(kind: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{documents()[kind].__name__}"}


class Service(FastAPI):
    """A FastAPI application whose OpenAPI document holds the schemas of the library."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document, with every schema of the library among its components."""
        found = super().openapi()
        found.setdefault("components", {}).setdefault("schemas", {}).update(components(documents().values()))
        return found


app = Service(
    title="Assessments under the United Nations Convention against Cybercrime",
    version=uncc.__version__,
    description="Reasoned, cited, three-valued answers. Not legal advice.",
)


@app.exception_handler(DocumentError)
def _faults(_: Request, error: DocumentError) -> JSONResponse:
    faults = [{"path": fault.path, "message": fault.message} for fault in error.faults]
    return JSONResponse({"faults": faults}, status_code=422)


async def _text(request: Request) -> str:
    """Return the body as text; what is too long is not read to its end."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BYTES:
            raise DocumentError([Fault("document", f"is longer than {MOST_BYTES} bytes, the most that is read")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError([Fault("document", f"is not UTF-8: byte {error.start}")]) from error


@app.post(
    "/assess",
    summary="Everything that the Convention says of one case",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {
                        "oneOf": [_named(kind.value) for kind in CaseKind],
                        "discriminator": {
                            "propertyName": "case",
                            "mapping": {kind.value: _named(kind.value)["$ref"] for kind in CaseKind},
                        },
                    }
                }
            },
        },
    },
    responses={
        200: _answer("The report", _named("report"), _named("law-report")),
        422: _answer("Every fault of the document", FAULTS),
    },
)
def assess_case(text: Annotated[str, Depends(_text)]) -> Response:
    """Return the report on a case of any kind, or every fault of the document."""
    return Response(to_json(assess(read_case(text))), media_type="application/json")


@app.get("/schemas/{kind}", summary="The JSON Schema of one kind of document")
def schema_of(kind: str) -> JSONResponse:
    """Return the JSON Schema of one kind of document."""
    if kind not in documents():
        raise HTTPException(404, f"there is no such kind of document; these are known: {', '.join(documents())}")
    return JSONResponse(schema(documents()[kind]), media_type="application/schema+json")
