"""The docket of `dataframe.py` over Dask: the same functions, as they are, on the processes of a local cluster.

Run it with `pip install -r dask_requirements.txt` and `python dask_docket.py`. Nothing is written for the engine: rules
and `assess` are plain functions, and cases, findings and reports are frozen values that travel between processes. For a
cluster that you have, give its address to `Client` in place of the local one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
from dataframe import answered, docket, tell
from distributed import Client, LocalCluster

from uncc.cases import Report, assess
from uncc.doors.serial import load_case

HERE = Path(__file__).resolve().parent
WORKERS, PARTS = 2, 4


def answered_over(client: Client, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the docket with its answers, each part of it answered by a worker."""
    size = -(-len(frame) // PARTS)
    parts = [frame.iloc[start : start + size] for start in range(0, len(frame), size)]
    return pd.concat(client.gather(client.map(answered, parts)), ignore_index=True)


def reports_over(client: Client, paths: list[Path]) -> list[Report]:
    """Return the reports on some case files, each made by a worker and brought back whole, with its reasons."""
    return client.gather(client.map(assess, [load_case(path) for path in paths]))


def main() -> None:
    """Print the same summary as `dataframe.py`, and what the reports on some cases leave open."""
    paths = [HERE / f"{name}.json" for name in ("hospital_ransomware", "subscriber_information", "ransom_house")]
    with (
        LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        tell(answered_over(client, docket()))
        reports = reports_over(client, paths)
    for report in reports:
        counted = Counter(answer.finding.truth.value for answer in report.grounds)
        print(f"{report.header.reference}: grounds {dict(sorted(counted.items()))}, {len(report.open_questions)} open")


if __name__ == "__main__":
    main()
