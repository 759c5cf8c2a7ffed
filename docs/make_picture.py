"""Draw the picture in the README: the text that goodwill prints of the restaurant story, with long sections cut.

Run it with `uv run python docs/make_picture.py`. Where lines are left out, the picture says how many.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "brief.svg"
COMMAND = ("review", "examples/restaurant", "--party", "Alan Fields", "--as-of", "2026-01-31")
COLUMNS, ROW, GLYPH, EDGE = 88, 17, 7.8, 18
SHOWN = {"What stands out": 23, "Next": 5, "Words you could use": 6}
LEFT_OUT = ("You owe", "Alan Fields owes", "What would change this", "To settle")
MARKS = {"!": "warning", "•": "advice", "+": "strength", "·": "note"}
STYLE = """
  text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1d2321;
    white-space: pre; }
  .paper { fill: #fbfaf7; stroke: #d9d6cc; } .bold { font-weight: 700; } .dim { fill: #5a6660; }
  .warning { fill: #b3261e; font-weight: 700; } .advice { fill: #8a5a00; font-weight: 700; }
  .strength { fill: #1f6f43; font-weight: 700; } .note { fill: #2f5f9e; }
  @media (prefers-color-scheme: dark) {
    text { fill: #ece9e1; } .paper { fill: #191c1b; stroke: #3a403d; } .dim { fill: #a7b0aa; }
    .warning { fill: #ff8a80; } .advice { fill: #ffcc66; } .strength { fill: #7bd8a0; } .note { fill: #9cc4ff; }
  }
"""


def printed() -> list[str]:
    """Run the command on the story and give the lines it prints."""
    with tempfile.TemporaryDirectory() as scratch:
        told = os.environ | {"COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
        book = ("--book", str(Path(scratch) / "restaurant.book"))
        run = (sys.executable, "-m", "goodwill", *book, *COMMAND)
        ran = subprocess.run(run, cwd=ROOT, env=told, capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode != 1:
        raise SystemExit(f"expected findings, got status {ran.returncode}: {ran.stderr}")
    return ran.stdout.rstrip("\n").split("\n")


def sections(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Split what was printed at its blank lines; each part is named by its first line, without what is in brackets."""
    part: list[str] = []
    for line in [*lines, ""]:
        if line:
            part.append(line)
        elif part:
            yield part[0].split("  (")[0], part
            part = []


def cut(lines: list[str]) -> list[str]:
    """Keep the head of the long sections, and say how much is left out."""
    kept: list[str] = []
    for name, part in sections(lines):
        most = 0 if name in LEFT_OUT else SHOWN.get(name, len(part))
        kept += part[:most]
        if most and len(part) > most:
            kept.append(f"      [{len(part) - most} more lines]")
        kept += [""] if most else []
    return kept[:-1]


def drawn(lines: list[str]) -> str:
    """Draw lines as an SVG that follows the reader's light or dark scheme."""
    wide, high = COLUMNS * GLYPH + 2 * EDGE, (len(lines) + 2) * ROW + 2 * EDGE
    shell = "$ goodwill " + " ".join(f'"{word}"' if " " in word else word for word in COMMAND)
    rows = "\n".join(_row(number, line) for number, line in enumerate([shell, "", *lines]) if line.strip())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" height="{high}" '
        f'role="img">\n<title>What goodwill prints of the restaurant story on 31 January 2026</title>\n'
        f"<style>{STYLE}</style>\n"
        f'<rect class="paper" x="1" y="1" width="{wide - 2:.0f}" height="{high - 2}" rx="8"/>\n{rows}\n</svg>\n'
    )


def _row(number: int, line: str) -> str:
    words = line.lstrip(" ")
    x, y = EDGE + (len(line) - len(words)) * GLYPH, EDGE + (number + 0.8) * ROW
    fit = f'xml:space="preserve" textLength="{len(words) * GLYPH:.1f}" lengthAdjust="spacingAndGlyphs"'
    kind = _kind(line, words, number)
    return f'<text{kind} x="{x:.1f}" y="{y:.1f}" {fit}>{escape(words)}</text>'


def _kind(line: str, words: str, number: int) -> str:
    indent = len(line) - len(words)
    if indent == 2 and words[:2].rstrip() in MARKS and " " in words:
        return f' class="{MARKS[words[0]]}"'
    if number == 0 or indent == 6:
        return ' class="dim"'
    return ' class="bold"' if indent == 0 and not words.startswith(("as of", "─")) else ""


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(drawn(cut(printed())), "utf-8")
    print(f"wrote {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
