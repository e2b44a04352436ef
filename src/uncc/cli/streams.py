"""How a command ends: with status 0, 2 or 130, whatever has become of its streams."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Action, ArgumentError, ArgumentParser
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import Any, NoReturn, TextIO

from uncc.kernel.meant import perhaps

__all__ = ["Parser", "complain", "ended", "put"]

INTERRUPTED = 130


def put(text: str) -> None:
    """Print an answer; `OSError` where standard output is closed or full."""
    if text:
        _open_output().write(text)
        _open_output().flush()


def _open_output() -> TextIO:
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]  # as it is where it was closed
        raise OSError(9, "standard output is closed")
    return sys.stdout


def complain(text: str) -> None:
    """Say on standard error what is wrong, where that can be said."""
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  # as it is where it was closed
        try:
            print(text, file=sys.stderr, flush=True)
        except OSError:
            _put_aside(sys.stderr)


def _put_aside(stream: TextIO) -> None:
    """Keep the interpreter from trying to flush what could not be written."""
    with suppress(OSError, AttributeError):  # where there is none (`None`), or it is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def ended(command: Callable[[], int]) -> int:
    """Run a command and return its exit status: 2 also where its answer could not be printed, 130 for an interrupt."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return command()
    except BrokenPipeError:
        _put_aside(sys.stdout)  # whoever reads has what they wanted: say nothing
        return 0
    except OSError as error:
        complain(f"uncc: the report cannot be written: {error.strerror}")
        _put_aside(sys.stdout)
        return 2
    except KeyboardInterrupt:
        complain("uncc: interrupted")
        return INTERRUPTED
    except Exception:  # a fault of the library, which is told whole
        complain(traceback.format_exc().rstrip())
        return 2


class Parser(ArgumentParser):
    """What reads the call: what it says comes where answers and complaints come, or fails as they do.

    Where a name is misspelt, the complaint says which may have been meant.
    """

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Read a call; an option that the command does not have is refused at once, with the nearest it has."""
        options, left = super().parse_known_args(args, namespace)
        for word in left:
            if word.startswith("--"):
                name = word.partition("=")[0]
                self.error(f"unrecognized argument: {name}{perhaps(name, self._option_string_actions)}")
        return options, left

    def _check_value(self, action: Action, value: Any) -> None:
        """Refuse what is none of the choices, and name first which of them may have been meant."""
        if action.choices is not None and value not in action.choices:
            names = [*map(str, action.choices)]
            raise ArgumentError(
                action, f"invalid choice: {value!r}{perhaps(value, names)} (choose from {', '.join(names)})"
            )

    def error(self, message: str) -> NoReturn:
        """Leave with the usage and a complaint."""
        complain(f"{self.format_usage()}{self.prog}: error: {message}")
        raise SystemExit(2)

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002  # as it is there
        """Print help, or the version; as it is written in the standard library, a failure is not told."""
        put(message)
