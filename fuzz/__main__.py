"""Fuzz one door with atheris: `python -m fuzz documents -max_total_time=600`, with any option of libFuzzer."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

atheris: Any = import_module("atheris")  # `fuzz/requirements.txt` says which

with atheris.instrument_imports(include=["uncc"]):
    from fuzz.mutation import mutated
    from fuzz.seeds import CORPUS, ROOT, seeds
    from fuzz.targets import TARGETS

HEADED = {"documents", "tables", "commands"}
"""The doors whose first byte says which of several they are."""


def main(arguments: list[str]) -> None:
    """Fuzz until the options say that it is enough; what is found is written beside the corpus under `build/`."""
    name, *options = arguments
    others = seeds(name)
    folder = ROOT / "build" / "fuzz" / name
    _fill(folder, name)

    def custom(data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.3:
            return bytes(atheris.Mutate(data, longest))
        return mutated(data, random, others, kind=b"\0" if name in HEADED else b"")[:longest]

    own = [f"-artifact_prefix={folder.parent}/{name}-", "-timeout=120", "-rss_limit_mb=2500", "-max_len=60000"]
    libfuzzer = [sys.argv[0], *own, *options, str(folder)]
    atheris.Setup(libfuzzer, TARGETS[name], custom_mutator=custom)
    atheris.Fuzz()


def _fill(folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    kept = (CORPUS / name).glob("*")
    for number, content in enumerate((*seeds(name), *(path.read_bytes() for path in sorted(kept)))):
        (folder / f"seed-{number}").write_bytes(content)


main(sys.argv[1:])
