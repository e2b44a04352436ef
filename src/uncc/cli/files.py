"""The file into which an answer is written: it is replaced whole, or it stays as it was."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from typing import cast

from uncc.kernel.errors import DocumentError, Fault

__all__ = ["keep", "refuse_own_input", "target"]


def target(name: str) -> Path | None:
    """Return the file that an argument names; `-` is standard output, and `./-` a file of that name."""
    return None if name == "-" else Path(name)


def keep(path: Path, content: str | bytes) -> None:
    """Write a file whole: what stood there before stands there until all of the new is written.

    Its permissions stay, and a link is followed. A device or a pipe is written into. `DocumentError` where it fails.
    """
    written = content.encode() if isinstance(content, str) else content
    try:
        place = path.resolve()
        if place.exists() and not place.is_file():
            place.write_bytes(written)
        else:
            _replace(place, written)
    except (OSError, RuntimeError, ValueError) as error:  # a link that leads to itself is a RuntimeError
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DocumentError([Fault("document", f"cannot be written: {reason}")]) from None


def _replace(place: Path, content: bytes) -> None:
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(13, "Permission denied")
    beside = place.with_name(f".uncc-{token_hex(8)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def refuse_own_input(options: argparse.Namespace) -> None:
    """Refuse to write an answer over a file that is read for it, or over a case in a folder that is."""
    output: Path | None = getattr(options, "output", None)
    try:
        is_read = output is not None and output.is_file() and any(_is_in(path, output) for path in _read(options))
    except (OSError, ValueError):  # a name that no file can have, which is told where it is read or written
        return
    if is_read:
        raise DocumentError([Fault("--output", f"{output} is read for this answer: nothing was written")])


def _is_in(path: Path, file: Path) -> bool:
    if path.is_dir():
        return file.suffix == ".json" and file.resolve().parent.samefile(path)
    return path.exists() and path.samefile(file)


def _read(options: argparse.Namespace) -> Iterator[Path]:
    for name, value in vars(options).items():
        several = cast("list[object]", value) if isinstance(value, list) else [value]
        yield from (one for one in several if name != "output" and isinstance(one, Path))
