"""The logic as a service: post a case, get the report. The schemas of the library are those of its OpenAPI document.

Run it with `pip install -r requirements.txt` and `uvicorn app:app` in this folder; then open http://127.0.0.1:8000/docs.
The service keeps nothing, and knows nothing but what a case file says. `README.md` says what it may use, and how much.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

from assessing import FAULTY
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from limits import PROBLEM_JSON, TOO_LONG, TOO_MANY, TOO_SLOW, Limits, Refused
from starlette.exceptions import HTTPException
from workers import ANSWER_TOO_LONG, FAILED, OVER_MEMORY, OVER_TIME, WORKER_LOST, Lane, Workers

import uncc
from uncc.cases import CaseKind
from uncc.cli.schema import documents
from uncc.doors.schema import schema

PROBLEMS = (TOO_SLOW, TOO_LONG, FAULTY, TOO_MANY, FAILED, OVER_TIME, OVER_MEMORY, ANSWER_TOO_LONG, WORKER_LOST)
SCHEMAS = {kind: schema(model) for kind, model in documents().items()}


@dataclass(frozen=True)
class Settings:
    """The limits of the service. Each can be set by the environment, as `UNCC_SECONDS=5`."""

    most_bytes: int = 4_000_000
    most_held: int = 100_000_000
    seconds_to_send: float = 10.0
    seconds_to_take: float = 30.0
    most_answer: int = 32_000_000
    memory: int = 1_000_000_000
    seconds: float = 20.0
    at_once: int = max(1, (os.cpu_count() or 1) - 1)
    waiting: int = 8
    quick_bytes: int = 32_000
    quick_cpu_seconds: float = 0.5
    quick_memory: int = 250_000_000
    quick_at_once: int = 2 * (os.cpu_count() or 1)
    quick_waiting: int = 32

    @classmethod
    def of_environment(cls) -> Settings:
        """Return the settings with what the environment says of them."""
        told = {field.name: os.environ.get(f"UNCC_{field.name.upper()}") for field in fields(cls)}
        return cls(**{name: type(getattr(cls, name))(value) for name, value in told.items() if value})


SETTINGS = Settings.of_environment()


@asynccontextmanager
async def _workers(app: FastAPI) -> AsyncIterator[None]:
    own = SETTINGS
    slow = Lane(own.at_once, own.waiting, own.seconds, own.memory, own.most_answer, niceness=15)
    quick = Lane(own.quick_at_once, own.quick_waiting, own.seconds, own.quick_memory, own.most_answer)
    quick = replace(quick, cpu_seconds=own.quick_cpu_seconds, niceness=2)
    program = Path(__file__).with_name("assessing.py")
    async with Workers(program, quick=quick, slow=slow, quick_bytes=own.quick_bytes) as app.state.workers:
        yield


# The OpenAPI document

PROBLEM = {
    "type": "object",
    "description": "A refusal by its name (RFC 9457).",
    "properties": {
        "type": {"enum": [problem.type for problem in PROBLEMS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "faults": {
            "description": f"Every fault of the document; only where the problem is `{FAULTY.name}`.",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"path": {"type": "string"}, "message": {"type": "string"}},
                "required": ["path", "message"],
            },
        },
    },
    "required": ["type", "title", "status", "detail"],
}


def _named(kind: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind}"}


def _responses() -> dict[int | str, dict[str, Any]]:
    """Return what `/assess` answers, by status: a report, or a problem by one of its names."""
    report = {"schema": {"anyOf": [_named("report"), _named("law-report")]}}
    found: dict[int | str, dict[str, Any]] = {
        200: {"description": "The report", "content": {"application/json": report}}
    }
    for status in sorted({problem.status for problem in PROBLEMS}):
        told = "; or ".join(f"{problem.title} (`{problem.name}`)" for problem in PROBLEMS if problem.status == status)
        found[status] = {"description": told, "content": {PROBLEM_JSON: {"schema": _named("problem")}}}
    return found


BODY = {
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
}


class Service(FastAPI):
    """A FastAPI application whose OpenAPI document holds the schemas of the library."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document, with every schema of the library among its components."""
        if not self.openapi_schema:
            found = super().openapi()
            found.setdefault("components", {}).setdefault("schemas", {}).update(SCHEMAS, problem=PROBLEM)
        return super().openapi()


# The application

app = Service(
    title="Assessments under the United Nations Convention against Cybercrime",
    version=uncc.__version__,
    description="Reasoned, cited, three-valued answers. Not legal advice.",
    lifespan=_workers,
)
app.add_middleware(
    Limits,
    most_bytes=SETTINGS.most_bytes,
    most_held=SETTINGS.most_held,
    seconds_to_send=SETTINGS.seconds_to_send,
    seconds_to_take=SETTINGS.seconds_to_take,
)


@app.exception_handler(Refused)
def _refused(_: Request, refused: Refused) -> Response:
    status, content = refused.problem.answer()
    return Response(content, status, {"Retry-After": "1"}, PROBLEM_JSON)


@app.exception_handler(HTTPException)
def _unnamed(_: Request, error: HTTPException) -> Response:
    told = {"title": HTTPStatus(error.status_code).phrase, "status": error.status_code, "detail": error.detail}
    return JSONResponse(told, error.status_code, error.headers, PROBLEM_JSON)


@app.post(
    "/assess",
    summary="Everything that the Convention says of one case",
    openapi_extra={"requestBody": BODY},
    responses=_responses(),
)
async def assess_case(request: Request) -> Response:
    """Return the report on a case of any kind, or every fault of the document."""
    status, answer = await request.app.state.workers.ask(await request.body())
    return Response(answer, status, media_type="application/json" if status == HTTPStatus.OK else PROBLEM_JSON)


@app.get("/schemas/{kind}", summary="The JSON Schema of one kind of document")
def schema_of(kind: str) -> JSONResponse:
    """Return the JSON Schema of one kind of document."""
    if kind not in SCHEMAS:
        raise HTTPException(404, f"there is no such kind of document; these are known: {', '.join(SCHEMAS)}")
    return JSONResponse(SCHEMAS[kind], media_type="application/schema+json")


@app.get("/problems/{name}", summary="What one problem means", response_class=PlainTextResponse)
def problem_of(name: str) -> str:
    """Return what a problem means and what to do about it."""
    found = {problem.name: problem for problem in PROBLEMS}.get(name)
    if found is None:
        raise HTTPException(404, f"there is no such problem; these are known: {', '.join(p.name for p in PROBLEMS)}")
    return f"{found.status} {found.title}. {found.advice}"
