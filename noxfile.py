"""The matrix: every Python that is supported, with the newest and with the oldest dependencies that are allowed.

`nox` runs the whole suite on each; `nox -s short` a part of it. A Python that is not there is skipped with a word.
`nox -s long` is what takes too long for `.ci/run`.
"""

from __future__ import annotations

import nox

PYTHONS = ("3.11", "3.12", "3.13")
OLDEST = ("attrs==24.1.0", "cattrs==24.1.0", "python-dateutil==2.8.2", "typing-extensions==4.9.0")
TOOLS = (
    "hypothesis",
    "icalendar>=6",
    "ipywidgets>=8",
    "jsonschema>=4.18",
    "openpyxl>=3.1",
    "pytest>=8",
    "pytest-xdist>=3.5",
    "python-docx>=1.1",
)
"""What the suite needs but for type checkers, which ask for newer dependencies."""
SHORT = (
    "tests/doors/test_serial.py",
    "tests/doors/test_bad_documents.py",
    "tests/kernel/test_findings.py",
    "tests/kernel/test_facts.py",
    "tests/kernel/test_inquiry.py",
    "tests/cli/test_main.py",
    "tests/kernel/test_immutable.py",
    "tests/releases",
    "tests/scenarios",
)
"""Documents, the kernel, the command line, copies and pickles, and what the scenarios expect."""

ALL = ("-m", "", "--hypothesis-profile=full")
"""What is marked `long` too, as far as tests look."""

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["newest", "oldest"]


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """Run the whole suite with the newest dependencies."""
    session.install(".[test]")
    session.run("python", "-m", "pytest", "-p", "no:cacheprovider", *ALL, *session.posargs)


@nox.session(python=PYTHONS)
def oldest(session: nox.Session) -> None:
    """Run the whole suite, but for what only type checkers see, with the oldest dependencies."""
    session.install(".", *OLDEST, *TOOLS)
    # python-dateutil 2.8.2 calls what Python 3.12 has deprecated
    ignored = ("--ignore=tests/typing", "-W", "ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning")
    session.run("python", "-m", "pytest", "-p", "no:cacheprovider", *ALL, *ignored, *session.posargs)


@nox.session(python=PYTHONS)
def short(session: nox.Session) -> None:
    """Run a short part of the suite against a built package; name the wheel after `--`, or else it is built."""
    session.install(*(session.posargs or (".",)), "pytest", "pytest-xdist", "hypothesis")
    session.run("python", "-m", "pytest", "-n0", "-p", "no:cacheprovider", *SHORT)  # beside other work


@nox.session(python=PYTHONS[0])
def long(session: nox.Session) -> None:
    """Look as far as all tests go; then draw freely over everything, and cases and histories forty times as far."""
    session.install(".[test]")
    session.run("python", "-m", "pytest", *ALL, *session.posargs)
    session.run("python", "-m", "pytest", "-m", "", "--hypothesis-profile=free", *session.posargs)
    session.run("python", "-m", "pytest", "tests/metamorphic", "tests/stateful", "--hypothesis-profile=far")
