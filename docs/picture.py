"""Take the picture of a report that the README shows: `python docs/picture.py`, with a Chromium and playwright.

The picture is `docs/_static/report.png`: the first screen of the report on `examples/hospital_ransomware.json` as HTML.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from uncc import assess, load_case
from uncc.pages import as_html

CHECKOUT = Path(__file__).resolve().parents[1]
CASE = CHECKOUT / "examples" / "hospital_ransomware.json"
PICTURE = CHECKOUT / "docs" / "_static" / "report.png"
WIDTH, HEIGHT = 1000, 680


def main() -> None:
    """Write the picture anew."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(as_html(assess(load_case(CASE))))
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
