"""What a reasoned answer costs, measured as ratios against the bare function, beside other systems.

`python -m benchmarks` measures, `--write` renews the tables in `README.md`, `--short` watches for gross regressions.
"""
