"""Where the texts of the Convention that somebody has brought are kept: with the user's data, one file a language.

The folder is that of the variable `UNCC_DATA`, or else `uncc` where the platform keeps what programs hold for a user:
`$XDG_DATA_HOME` or `~/.local/share`, on macOS `~/Library/Application Support`, on Windows `%LOCALAPPDATA%`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from uncc.doors.authentic_text import Language, Text
from uncc.doors.parsing import read_text
from uncc.doors.serial import from_json, to_json
from uncc.kernel.declared import checked

__all__ = ["folder", "keep", "kept", "place"]

VARIABLE = "UNCC_DATA"


def folder(surroundings: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Return the folder in which texts are kept, by these variables, or those of the program.

    >>> folder({"XDG_DATA_HOME": "/data"}, "linux").as_posix(), folder({"UNCC_DATA": "/here"}).as_posix()
    ('/data/uncc', '/here')
    """
    surroundings = os.environ if surroundings is None else surroundings
    if surroundings.get(VARIABLE):
        return Path(surroundings[VARIABLE])
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "uncc"
    above = surroundings.get("LOCALAPPDATA" if platform == "win32" else "XDG_DATA_HOME")
    beside = ("AppData", "Local") if platform == "win32" else (".local", "share")
    return (Path(above) if above else Path.home().joinpath(*beside)) / "uncc"


def place(language: Language) -> Path:
    """Return the file of the text in a language."""
    return folder() / f"convention.{language.value}.json"


def keep(text: Text) -> Path:
    """Keep a text in place of an earlier one in its language, wholly or not at all, and return its file.

    `OSError` where it cannot be written.
    """
    path = place(text.language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False) as part:
        try:
            part.write(to_json(text))
            part.close()
            Path(part.name).replace(path)
        except BaseException:
            part.close()
            with suppress(OSError):
                Path(part.name).unlink()
            raise
    return path


def kept(language: Language = Language.ENGLISH) -> Text | None:
    """Return the text that is kept in a language; `None` where none is. `DocumentError` where its file is faulty."""
    path = place(language)
    return from_json(read_text(path), Text) if path.exists() else None


checked(__name__)
