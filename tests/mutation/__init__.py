"""Mutation testing: does a test fail when the code is changed in one place?

`python -m tests.mutation [--every K] [--again] [-j N] [PATH...]` changes the code of the chapters and of the kernel in
one place at a time, runs the tests that touch it, and names every change that no test notices, but for those that
`equivalent.toml` declares to change nothing. Its status is 0 when nothing else survives. The changes are those of
`mutmut`; what it is configured with stands in `pyproject.toml`.
"""
