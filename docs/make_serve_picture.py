"""Take the picture of `goodwill serve` again: the restaurant story on its day, in the system's chromium.

Run it with `uv run python docs/make_serve_picture.py`. Fonts differ from machine to machine, so no test compares it.
"""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).with_name("serve.png")
PAGE = "/party?name=Alan+Fields&as_of=2026-01-31"
SIZE = {"width": 1000, "height": 860}


def main() -> int:
    """Serve the stories, open the page, take the picture."""
    command = [sys.executable, "-m", "goodwill", "serve", "--demo", "--no-open"]
    serving = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        link = re.search(r"http\S+", serving.stdout.readline() if serving.stdout else "")
        if link is None:
            return 1
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport=SIZE)
            page.goto(link[0])
            page.wait_for_url("**/")
            page.goto(link[0].partition("/start")[0] + PAGE)
            page.screenshot(path=PICTURE)
            browser.close()
    finally:
        serving.send_signal(signal.SIGINT)
        serving.wait(10)
    return 0


if __name__ == "__main__":
    sys.exit(main())
