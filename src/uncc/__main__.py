"""`python -m uncc`: the same as the command `uncc`."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line and return its exit status; an interrupt while it is loaded is one like any other."""
    try:
        from uncc.cli import main as run
    except KeyboardInterrupt:
        if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  # as it is where it was closed
            sys.stderr.write("uncc: interrupted\n")
        return 130
    return run()


if __name__ == "__main__":
    sys.exit(main())
