"""`python -m tests.wrong_types`: how many slips with a type were tried, and what came of them."""

from __future__ import annotations

import sys

from tests.wrong_types.sweep import places_of_functions, places_of_models, sweep

if __name__ == "__main__":
    for of, places in (("functions", places_of_functions()), ("models", places_of_models())):
        count = sweep(list(places))
        sys.stdout.write("".join(f"{line}\n" for line in [*count.lines(of), *count.taken, *count.otherwise]))
