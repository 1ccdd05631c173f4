"""The README's picture, taken of the desk as it is: `python -m tests.pictures`. Needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.conftest import FLAGS

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "dashboard" / "static" / "readme.png"


def main() -> None:
    """Start the desk on the sample articles, ask the network for a pair's sentences, and keep what it shows."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dashboard", "--workspace", str(Path(folder) / "w.db")]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            address = next(line.split()[1] for line in iter(desk.stdout.readline, "") if "http" in line)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                page.goto(f"{address}/network?edges=relations&show=edge:IRN|SAU", timeout=120_000)
                page.locator(".st-key-evidence").wait_for(timeout=120_000)
                page.wait_for_timeout(8_000)  # the drawing settles
                page.screenshot(path=PICTURE)
                browser.close()
            desk.terminate()


if __name__ == "__main__":
    main()
