"""Write the pages that come from the catalogue and the code: the reference, the register, the notebooks.

`docs/conf.py` calls `write` before each build; what it writes is not kept.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_overloads, get_type_hints
from unittest.mock import patch

import attrs

import uncc
from uncc import cases
from uncc.catalogue import Row, rows
from uncc.cli import main
from uncc.doors.schema import schema
from uncc.kernel.documented import written_of
from uncc.kernel.facts import Facts
from uncc.kernel.papers import questions_in
from uncc.kernel.provisions import chapter_numeral, chapter_title
from uncc.readings import register

CHECKOUT = Path(__file__).resolve().parents[1]
NOTEBOOKS = CHECKOUT / "examples" / "notebooks"
BESIDE = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changes.md",
    "SECURITY.md": "security.md",
    "benchmarks/README.md": "benchmark.md",
    "fuzz/README.md": "fuzzing.md",
    "examples/data/SOURCES.md": "sources.md",
    "examples/desk/README.md": "desk.md",
    **{f"examples/notebooks/{path.name}": f"notebooks/{path.name}" for path in sorted(NOTEBOOKS.glob("*.md"))},
}
"""Pages that stand elsewhere in the checkout, and where they are copied to."""
KERNEL = (
    "kernel.dates",
    "kernel.duties",
    "kernel.errors",
    "kernel.facts",
    "kernel.findings",
    "kernel.formula",
    "kernel.parties",
    "kernel.provisions",
    "kernel.readings",
    "kernel.ready",
    "kernel.roles",
    "readings",
)
CHAPTERS = (
    "general",
    "offences",
    "jurisdiction",
    "procedural",
    "cooperation",
    "confiscation",
    "prevention",
    "technical_assistance",
    "conference",
    "final_provisions",
)
QUESTIONS = ("questions.columns", "questions.difference", "questions.exploration", "questions.switching")
TOOLS = (
    "cases",
    "doors.authentic_text",
    "doors.deposits",
    "doors.interview",
    "doors.prompts",
    "doors.schema",
    "doors.serial",
    "catalogue",
    "review",
    "pages",
    "pages.page",
    "pages.documents",
)
MODULES = (*KERNEL, *CHAPTERS, *QUESTIONS, *TOOLS)
"""The rooms that have pages, from the lowest floor up."""
FENCE = "`" * 6
DOCTEST = re.compile(r"^>>> .*?(?=^\s*$|\Z)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)")
FORMS = {
    "Conduct": "an object with one key, the name of an offence, and under it its facts",
    "Readings": "an object: ids of [readings](register.md), each with the name of an option",
}
"""What is written in a form of its own in a case file."""
FORMATS = {"date": "a day", "date-time": "a moment in UTC"}
MOST_VALUES = 40
"""Of a longer list the page that has it is named."""
COMMAND = re.compile(r"^    (?P<name>[a-z]+) ", re.MULTILINE)


def write(folder: Path) -> None:
    """Write every generated page into `folder`, in place of what stood there."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = {**_articles(), **_names(), "cli.md": _cli(), "case_keys.md": _case_keys(), "register.md": _register()}
    for name, page in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    for source, copy in BESIDE.items():
        (folder / copy).parent.mkdir(exist_ok=True)
        shutil.copyfile(CHECKOUT / source, folder / copy)


def led_to_copies(text: str, document: Path) -> str:
    """Return the text of a page with its links led to where their targets stand in the build."""
    docs = CHECKOUT / "docs"
    sources = {docs / "_generated" / copy: CHECKOUT / source for source, copy in BESIDE.items()}
    home = sources.get(document, document).parent

    def led(found: re.Match[str]) -> str:
        path = Path(os.path.normpath(home / found["target"]))
        if not path.is_relative_to(CHECKOUT) or not path.exists():
            return found[0]
        copy = BESIDE.get(path.relative_to(CHECKOUT).as_posix())
        if copy:
            return f"](/_generated/{copy}{found['anchor'] or ''})"
        return f"](/{path.relative_to(docs)}{found['anchor'] or ''})" if path.is_relative_to(docs) else found[0]

    return LINK.sub(led, text)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


# By article


def _articles() -> dict[str, str]:
    """Return a page for each article, from the rows of the catalogue."""
    by_article: dict[int, list[Row]] = {}
    for row in rows():
        by_article.setdefault(row.provision.article, []).append(row)
    return {f"articles/art{number:02}.md": "\n".join(_article(found)) for number, found in by_article.items()}


def _article(found: list[Row]) -> Iterator[str]:
    first = found[0].provision
    yield f"# Art. {first.article}: {first.article_title}\n"
    yield f"Chapter {chapter_numeral(first.chapter)}: {chapter_title(first.chapter)}.\n"
    yield from ("| provision | strength | addressed to | what it says |", "|---|---|---|---|")
    for row in found:
        strength = ", ".join(one.words for one in (row.modality, *row.also))
        bearers = ", ".join(role.words for role in row.bearers)
        yield f"| {row.provision} | {strength} | {_cell(bearers)} | {_cell(row.summary)} |"
    yield "\n## What computes it\n"
    for row in found:
        computed = ", ".join(f"{{py:obj}}`{name}`" for name in row.computed_by)
        yield f"- {row.provision}: {computed or f'nothing. {row.reason}'}"
    yield ""


# By name


def _names() -> dict[str, str]:
    """Return a page for each public module, from its `__all__`."""
    pages = {f"names/{name}.md": "\n".join(_module(f"uncc.{name}")) for name in MODULES}
    pages["names/face.md"] = "\n".join(_face())
    return pages


def _face() -> Iterator[str]:
    yield from ("# uncc", "", str(uncc.__doc__).split("\n>>>")[0].strip(), "")
    yield "What a newcomer needs can be imported from here; each name lives in the module that its link leads to."
    yield ""
    for name in uncc.__all__:
        value = getattr(uncc, name)
        line = _first_line(value)
        yield f"- {{py:obj}}`{name} <{_first_name(value, name)}>`" + (f": {line}" if line else "")
    yield ""


def _first_line(value: object) -> str:
    return written_of(value).split("\n\n", maxsplit=1)[0].replace("\n", " ") if _documented(value) else ""


def _documented(value: object) -> bool:
    return _is_function(value) or inspect.isclass(value)


def _is_function(value: Any) -> bool:
    """Whether something is a function, be it one that remembers what it has computed."""
    return inspect.isfunction(inspect.unwrap(value))


def _module(name: str) -> Iterator[str]:
    module = import_module(name)
    yield from (f"# {name}", "", _prose(module), "")
    for public in sorted(_public(module), key=lambda public: (public.lower(), public)):
        value = getattr(module, public)
        first = _first_name(value, f"{name}.{public}")
        if first == f"{name}.{public}":
            yield from _entry(first, value)
        else:
            yield from (f"`{public}` is {{py:obj}}`{first}`.", "")


def _first_name(value: object, name: str) -> str:
    """Return the name under which a value that several modules offer is described: that of the first of them."""
    public = name.rpartition(".")[2]
    modules = (import_module(f"uncc.{one}") for one in MODULES)
    return next(
        f"{one.__name__}.{public}" for one in modules if public in _public(one) and getattr(one, public) is value
    )


def _public(module: Any) -> list[str]:
    here = [name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
    names: list[str] = getattr(module, "__all__", here)
    return names


def _entry(name: str, value: Any) -> Iterator[str]:
    if _is_function(value):
        yield from (f"{FENCE}{{py:function}} {name}{_signature(value)}", "", _prose(value), *_overloads(value))
    elif inspect.isclass(value):
        yield from (f"{FENCE}{{py:class}} {name}", "", _prose(value), "", *_members(value))
    else:
        yield from (f"{FENCE}{{py:data}} {name}", "")
    yield from (FENCE, "")


def _signature(function: Any) -> str:
    """Return the parameters and the result as they stand in the source."""
    source = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function)))).body[0]
    assert isinstance(source, ast.FunctionDef)
    result = f" -> {ast.unparse(source.returns)}" if source.returns else ""
    return f"({ast.unparse(source.args)}){result}"


def _overloads(function: Any) -> Iterator[str]:
    """Yield what a function takes for each kind of its subject, where type checkers are told."""
    told = [f"{function.__name__}{_signature(one)}" for one in get_overloads(function)]
    yield from ("", "```python", *told, "```") if told else ()


def _prose(value: Any) -> str:
    """Return the docstring as Markdown, its examples as blocks of their own."""
    return DOCTEST.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", written_of(value))


def _members(value: Any) -> Iterator[str]:
    """Yield what a class holds: the members of an enumeration, the fields of a model, its public methods."""
    if issubclass(value, Enum):
        for member in value:
            words = getattr(member, "words", "")
            yield f"- `{member.name}`: `{member.value!r}`" + (f", {words}" if words else "")
    elif attrs.has(value):
        asked = value.asked() if issubclass(value, Facts) else {}
        for one in attrs.fields(value):
            if not one.name.startswith("_"):
                note = f": {asked[one.name]}" if one.name in asked else f": `{_type_name(one.type)}`"
                yield f"- `{one.name}`{note}"
    yield ""
    for name, method in vars(value).items():
        function = getattr(method, "__func__", method)
        if not name.startswith("_") and inspect.isfunction(function) and function.__doc__:
            yield f"- `{name}()`: {_first_line(function)}"


def _type_name(hint: object) -> str:
    text = hint if isinstance(hint, str) else getattr(hint, "__name__", str(hint))
    return str(text).replace("uncc.", "")


# The command line


def _cli() -> str:
    """Return the page of the command line, from what it says itself."""
    whole = _help()
    commands = COMMAND.findall(whole)
    parts = [f"## uncc {name}\n\n```console\n$ uncc {name} --help\n{_help(name)}```\n" for name in commands]
    return "\n".join(
        (
            "# The command line\n",
            "What is printed goes to standard output, as UTF-8 and without colour; a mistake is told on standard",
            "error. The exit status is 0 when an answer was printed, whatever it says, and 2 when the call or the",
            "document is faulty.\n",
            f"```console\n$ uncc --help\n{whole}```\n",
            *parts,
        )
    )


def _help(*command: str) -> str:
    out = io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": "88"}), contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        main([*command, "--help"])
    return out.getvalue()


# The keys of a case


def _case_keys() -> str:
    """Return the page of every key that a case file can have, by its path."""
    parts = ["# Every key of a case file\n"]
    parts += [
        "Each key by its path. Of a fact: what `true` says, the provision that makes it matter, and who can answer;"
    ]
    parts += ["days, numbers and lists of the world likewise, with what happened on the day, what is counted, or what"]
    parts += [
        "`[]` denies. Of any other key: what its value is. What is needed is said to be; all else can be left out."
    ]
    parts += [
        "`[]` stands for each entry of a list. [The case file](../case_file.md) tells how the parts go together; the"
    ]
    parts += ["facts of `request.offence.conduct` are the parts of each offence, on [its page](names/offences.md).\n"]
    for kind in get_args(cases.Request):
        whole = schema(kind)
        parts += [f"## {kind.__name__.removesuffix('Case')}\n", *_keys_below(kind, whole, whole["$defs"], "", ()), ""]
    return "\n".join(parts)


def _keys_below(
    model: Any, found: dict[str, Any], defined: dict[str, Any], path: str, above: tuple[Any, ...]
) -> Iterator[str]:
    """Yield the keys of a model: first its own, and then those of the models within it."""
    asked = questions_in(model)
    hints, within = get_type_hints(model), []
    own = {name: said for name, said in found["properties"].items() if name in hints}  # all but `$schema`
    for name, said in own.items():
        inner = [one for one in dict.fromkeys(_models(hints[name])) if one.__name__ in defined.keys() - FORMS.keys()]
        if name in asked:
            cited = ", ".join(str(provision) for provision in asked[name].authority)
            yield f"`{path}{name}`\n: {asked[name].statement} ({cited}; {asked[name].asked_of.words})\n"
        elif len(inner) != 1:
            needed = ", needed" if name in found.get("required", ()) else ""
            words = f": {said['description']}" if "description" in said else ""
            yield f"`{path}{name}`\n: {_form(said, defined)}{needed}{words}\n"
        if len(inner) == 1 and inner[0] not in above:  # of several, the file names which; they stand on their own pages
            within.append((inner[0], f"{path}{name}{'[]' if 'tuple[' in str(hints[name]) else ''}."))
    for one, below in within:
        yield from _keys_below(one, defined[one.__name__], defined, below, (*above, model))


def _form(said: dict[str, Any], defined: dict[str, Any]) -> str:
    """Return in words what the value of a key is, from its schema."""
    if "$ref" in said:
        name = said["$ref"].rpartition("/")[2]
        return FORMS.get(name) or _form(defined[name], defined)
    if "allOf" in said:
        return _form(said["allOf"][0], defined)
    if "anyOf" in said:
        return next(_form(one, defined) for one in said["anyOf"] if one != {"type": "null"})
    if "const" in said:
        return f'`"{said["const"]}"`'
    values = [value for value in said.get("enum", ()) if value is not None]
    if len(values) > MOST_VALUES:
        return "the id of [a duty](../duties.md)"
    if values:
        return f"one of {', '.join(f'`{value}`' for value in values)}"
    (kind,) = {said["type"]} if isinstance(said["type"], str) else {*said["type"]} - {"null"}
    if kind == "array":
        return f"a list, of each entry {_form(said['items'], defined)}"
    if kind == "string":
        return FORMATS.get(said.get("format", ""), "a text")
    return {"boolean": "`true` or `false`", "integer": "a whole number", "object": "an object"}[kind]


def _models(hint: Any) -> Iterator[Any]:
    if inspect.isclass(hint) and attrs.has(hint):
        yield hint
    for inner in get_args(hint):
        yield from _models(inner)


# The register of readings


def _register() -> str:
    """Return the whole register of contested readings."""
    parts = ["# The register of readings\n", f"{len(register())} questions that the text leaves open.\n"]
    for reading in register():
        cited = ", ".join(str(provision) for provision in reading.authority)
        parts += [f"## {reading.id}\n", f"{reading.question} ({cited})\n"]
        for option in reading:
            adopted = " **(adopted)**" if option is reading.adopted else ""
            parts.append(f"- `{option.value}`: {option.words}{adopted}")
        none = "" if reading.adopted else "None is adopted. "
        parts.append(f"\n{none}{reading.because}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
