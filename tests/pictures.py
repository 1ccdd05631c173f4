"""README's pictures, taken of the desk as it is on the sample articles: `python -m tests.pictures`. Needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.conftest import FLAGS

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "dashboard" / "static"
# Picture → page, scheme, and what has to stand on it before it is taken.
PICTURES = {
    "readme.png": ("network?edges=relations&show=edge:IRN|SAU", "light", ".st-key-evidence"),
    "readme-timeline.png": ("timeline?lang=en&state=IRN", "light", ".plot .main-svg"),
    "readme-map.png": ("map?lang=en", "dark", ".st-key-map .main-svg"),
    "readme-reader.png": ("articles?q=بحر عمان", "light", ".st-key-reader .reader .m"),
}


def main() -> None:
    """Start the desk on the sample articles and keep what four of its pages show."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dashboard", "--workspace", str(Path(folder) / "w.db")]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            address = next(line.split()[1] for line in iter(desk.stdout.readline, "") if "http" in line)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
                for name, (path, scheme, wanted) in PICTURES.items():
                    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
                    page.goto(f"{address}/{path}", timeout=120_000)
                    if "reader" in name:
                        _open_first(page)
                    page.locator(wanted).first.wait_for(timeout=120_000)
                    page.wait_for_timeout(8_000)  # the drawing settles
                    page.screenshot(path=STATIC / name)
                    page.close()
                browser.close()
            desk.terminate()


def _open_first(page: Any) -> None:
    """The first article of the list, in the reader, with what was searched for marked."""
    page.locator("[data-testid=stMain] a[href*='article=']").first.click(timeout=120_000)


if __name__ == "__main__":
    main()
