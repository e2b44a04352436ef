"""A desk in the browser: a case told question by question, the report beside it, and the documents that come of it.

Start it with `python examples/desk`. The pages are written here, and need no script. Nothing is kept: the case file
travels in the form, to and fro, and is what one downloads to go on another day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

from attrs import evolve
from drafts import chosen, documents, drafted, final, grounds, instead, opened, undetermined
from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse
from fastapi.templating import Jinja2Templates
from fields import Form, first, words_of
from guard import MOST_BYTES, Guard
from names import called_in, plain
from sheets import to_ask
from sitting import LETTER, PURPOSES, Sitting, Turn, begun, held, is_letter, letter_of, purpose_of
from starlette.datastructures import UploadFile
from view import View, fragment

from uncc.cases import CaseKind
from uncc.doors.interview import Interview
from uncc.doors.parsing import parsed
from uncc.doors.serial import case_class, kind_in
from uncc.kernel.errors import DocumentError, Fault, InvalidProvision, InvalidValue, NotDraftedError
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.offences import ConventionOffence
from uncc.pages import as_docx, as_html, as_markdown, provision_text, shown, visible
from uncc.pages.documents import DocumentKind, Draft, Letter

HERE = Path(__file__).resolve().parent
MOST_FIELDS = 5000
_SPOILT = "This page was changed outside the desk, or was damaged. Begin again, or choose your case file"
_GROUPS = [
    (kind, [one for one in PURPOSES if one.kind is kind]) for kind in dict.fromkeys(one.kind for one in PURPOSES)
]

templates = Jinja2Templates(HERE / "templates")
templates.env.trim_blocks = templates.env.lstrip_blocks = True
templates.env.filters |= {"visible": visible, "sentence": words_of}


def _offences() -> list[tuple[str, Provision]]:
    """Return the offences of the Convention by article, and what makes taking part in one, or trying it, an offence."""
    return [*((one.title, one.authority) for one in ConventionOffence), (art(19).article_title, art(19))]


templates.env.globals |= {"offences_of": _offences}

desk = FastAPI(title="Desk", docs_url=None, redoc_url=None, openapi_url=None)
app = Guard(desk)


async def _posted(request: Request) -> Form:
    """Return what was posted, a file as its text; a file that is no text is one fault of it."""
    found: dict[str, list[str]] = {}
    async with request.form(max_files=2, max_fields=MOST_FIELDS, max_part_size=MOST_BYTES) as form:
        for name, value in form.multi_items():
            content = await value.read() if isinstance(value, UploadFile) else value
            found.setdefault(name, []).append(content if isinstance(content, str) else _decoded(content))
    return found


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError([Fault("document", f"is not UTF-8: byte {error.start}")]) from None


Posted = Annotated[Form, Depends(_posted)]


def _page(request: Request, name: str, status: int = 200, **told: Any) -> Response:
    return templates.TemplateResponse(request, name, told, status_code=status)


@desk.exception_handler(DocumentError)
@desk.exception_handler(InvalidValue)
def _spoilt(request: Request, error: DocumentError | InvalidValue) -> Response:
    """Answer a file that cannot be read, or a form that somebody has spoilt, with every fault, at the start."""
    if isinstance(error, InvalidValue) and error.field == "purpose":
        return _start(request, "purpose", ["Choose what you are here for"])
    faults = error.faults if isinstance(error, DocumentError) else [Fault("upload", _SPOILT)]
    at = LETTER if any(f"{fault.path}.".startswith(f"{LETTER}.") for fault in faults) else "upload"
    return _start(request, at, list(dict.fromkeys(map(_plain, faults))))


def _plain(fault: Fault) -> str:
    """Return a fault of a file in words, for whoever has never seen what is in one."""
    what = fault.message.partition(":")[0]
    if what in {"is not JSON", "is not UTF-8"}:
        where = f"at {fault.path.removeprefix(f'{LETTER}.')}" if "line" in fault.path else "in it"
        return f"This is no file of the desk, or it was damaged: it cannot be read {where} (it {what})"
    if fault.path == "upload":
        return fault.message
    where = fault.path
    if is_letter(where):
        where = called_in(Letter, {}, where.removeprefix(f"{LETTER}."))
    elif where == "document":
        where = "the case file"
    elif not where.startswith("line "):
        return _SPOILT
    return f"{words_of(where)}: {plain(fault)}"


def _start(request: Request, at: str = "", problems: Sequence[str] = ()) -> Response:
    told = {"purposes": _GROUPS, "problems": [(at, one) for one in problems], "at": at}
    return _page(request, "start.html", 422 if problems else 200, **told)


# The start


@desk.get("/")
def start(request: Request) -> Response:
    """Ask what somebody is here for, or for a file to go on with."""
    return _start(request)


@desk.post("/begin")
def begin(request: Request, form: Posted) -> Response:
    """Begin with nothing."""
    purpose = purpose_of(first(form, "purpose"))
    return _desk(request, Turn(Sitting(Interview.of(purpose.kind, purpose.wanted))), {})


@desk.post("/resume")
def resume(request: Request, form: Posted) -> Response:
    """Go on with a case file, and with the words of the letter where there are any."""
    text = first(form, "upload")
    if not text.strip():
        raise DocumentError([Fault("upload", "Choose your case file first: no file was chosen, or it is empty")])
    name = first(form, "purpose")
    document = parsed(text)
    kind = _kind_of(document)
    wanted = next((one.wanted for one in PURPOSES if one.name == f"{kind.value}/{name}"), ())
    letter = letter_of(first(form, LETTER))
    try:
        interview = held(Interview.of(text, wanted))
    except DocumentError as error:
        raise _in_words(error, lambda path: called_in(case_class(kind), document, path)) from None
    return _desk(request, Turn(Sitting(interview, letter=letter)), {})


def _kind_of(document: Any) -> CaseKind:
    try:
        return kind_in(document)
    except DocumentError as error:
        raise _in_words(error, {"case": "the kind of the case"}.get) from None


def _in_words(error: DocumentError, called: Callable[[str], str | None]) -> DocumentError:
    """Return the faults of a case file with their places in words."""
    told = ((called(one.path) or "the case file", plain(one)) for one in error.faults)
    return DocumentError([Fault("upload", f"{words_of(where)}: {what}") for where, what in told])


# The desk


@desk.post("/desk")
def turn(request: Request, form: Posted) -> Response:
    """Take what was replied, and show what comes next."""
    return _desk(request, begun(form, Sitting.of(form)), form)


def _desk(request: Request, now: Turn, form: Form) -> Response:
    """Show what is next; where nothing is left to ask and a document is what it was for, that document."""
    view, purpose = View(now, form), now.sitting.purpose
    if now.news is not None and purpose is not None and purpose.document is not None and view.is_done:
        return _document(request, now._replace(sitting=evolve(now.sitting, draft=purpose.document.value)), form)
    return _page(request, "desk.html", 422 if now.faults else 200, view=view, sitting=now.sitting)


# What one takes along


@desk.post("/file")
def file(form: Posted) -> Response:
    """Return the case file, to be kept and to go on with."""
    interview = Sitting.of(form).interview
    return _taken(interview.text, f"{interview.kind.value}.json", "application/json")


@desk.post("/letter")
def letter(form: Posted) -> Response:
    """Return what the documents say beyond the case, as the file that `uncc draft --letter` reads."""
    text = json.dumps(Sitting.of(form).words, indent=2, ensure_ascii=False) + "\n"
    return _taken(text, "letter.json", "application/json")


@desk.post("/report")
def report(form: Posted) -> Response:
    """Return the report as one page that needs nothing else."""
    sitting = Sitting.of(form)
    if sitting.report is None:
        raise DocumentError([Fault("upload", "The case file says too little for a report")])
    return _taken(as_html(sitting.report), f"{sitting.interview.kind.value}-report.html", "text/html")


def _taken(content: str | bytes, name: str, kind: str) -> Response:
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


@desk.post("/document")
def document(request: Request, form: Posted) -> Response:
    """Show a document as far as the case can fill it, or return it as a file."""
    now = begun(form, Sitting.of(form)) if first(form, "do") else Turn(Sitting.of(form))  # what it lacked was said
    if now.faults and " " not in now.at and not is_letter(now.at):
        return _desk(request, now, form)
    sitting = evolve(now.sitting, draft=first(form, "kind") or now.sitting.draft)
    is_shown = "as" not in form and first(form, "do") != "answer"
    if is_shown and sitting.draft == DocumentKind.REFUSAL.value and not sitting.grounds:
        sitting = evolve(sitting, grounds=tuple(one.ground.value for one in opened(sitting)))  # it can be ticked off
    return _document(request, now._replace(sitting=sitting, news=None), form)


def _document(request: Request, now: Turn, form: Form) -> Response:
    sitting = now.sitting
    kind = next((one for one in documents(sitting) if one.value == sitting.draft), None)
    if kind is None:
        raise DocumentError([Fault("upload", "There is no document of such a case")])
    found: Draft | None = None
    refused: NotDraftedError | None = None
    try:
        found = drafted(sitting, kind)
    except NotDraftedError as error:
        refused = error
    ready = None if found is None else final(sitting, kind)
    status, _, wanted = first(form, "as").rpartition("-")
    taken = ready if status else found
    if taken is not None and wanted in _WRITERS:
        return _taken(_WRITERS[wanted](taken), f"{kind.value}.{wanted}", _MEDIA[wanted])
    possible, ticked = grounds(sitting, kind), chosen(sitting, kind)
    problems = _problems(refused, is_asked=bool(wanted), is_ticked=bool(ticked) or not possible)
    told = {
        "sitting": sitting,
        "beside_ticks": evolve(sitting, grounds=() if possible else sitting.grounds),
        "view": None if found is None else _needed(now, found, form),
        "kind": kind,
        "grounds": possible,
        "chosen": ticked,
        "instead": instead(sitting, kind),
        "draft": found,
        "ready": ready,
        "text": None if found is None else fragment(ready or found),
        "refused": refused,
        "problems": problems,
        "news": now.news,
        "opened": opened(sitting),
        "two_readings": found is not None and {one.asked_of for one in found.open_questions} == {Role.INTERPRETER},
        "deciding": to_ask(sitting, undetermined(sitting, kind)),
        "asked_first": to_ask(sitting, () if found is None else found.open_questions),
        "refused_for": to_ask(sitting, () if refused is None else refused.open_questions),
        "brief": None if now.news is None else View(Turn(sitting), {}).brief,
        "formats": _FORMATS,
    }
    return _page(request, "document.html", 422 if problems or now.faults else 200, **told)


def _needed(now: Turn, found: Draft, form: Form) -> View | None:
    """Return the form of what a draft cannot do without, or what is wrong in it; `None` where it needs nothing."""
    open_now = (one.path for one in found.blanks if one.path and not one.optional)
    at = " ".join(dict.fromkeys(map(now.sitting.around, open_now)))
    if now.faults:
        return View(now, form, is_form=True)
    return View(Turn(now.sitting, at), {}, is_form=True) if at else None


_PLACE = re.compile(r" \([a-z][\w.\[\]]*\)$")
"""How a reason ends that names a place of the file."""


def _problems(refused: NotDraftedError | None, *, is_asked: bool, is_ticked: bool) -> list[str]:
    """Return why nothing is drafted; of a document on grounds, they are asked for first."""
    if refused is None or not (is_asked or is_ticked):
        return []
    return [words_of(_PLACE.sub("", refused.why)) if is_ticked else "Tick at least one ground"]


_WRITERS: dict[str, Callable[[Draft], str | bytes]] = {"docx": as_docx, "html": as_html, "md": as_markdown}
_FORMATS = {"docx": "for Word", "html": "as a page", "md": "as Markdown"}
"""In which formats a document is taken along, in words: first the one that is signed and sent."""
_MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "md": "text/markdown",
}


# What holds no case


@desk.get("/provision/{citation}")
def provision(request: Request, citation: str) -> Response:
    """Show what the catalogue says of a provision, and which lie around it."""
    try:
        found = Provision.parse(f"Art. {citation}")
    except InvalidProvision:
        return PlainTextResponse("There is no such provision.", 404)
    return _page(request, "provision.html", provision=found, text=provision_text(found))


@desk.get("/desk.css")
def sheet() -> Response:
    """Return the style sheet."""
    return FileResponse(HERE / "desk.css", media_type="text/css")


@desk.get("/uncc.css")
def sheet_of_reports() -> Response:
    """Return the style sheet of what the library writes."""
    return Response(shown(art(1)).partition("<style>")[2].partition("</style>")[0], media_type="text/css")


@desk.get("/favicon.ico")
def icon() -> Response:
    """Return that there is no icon."""
    return Response(status_code=204)
