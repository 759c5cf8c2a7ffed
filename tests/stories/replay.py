"""A story brought through the desk, and what `days.md` says of it."""

import atexit
import re
import tempfile
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from goodwill.brief.brief import Brief
from goodwill.desk.desk import Desk
from goodwill.findings.finding import Finding
from goodwill.findings.run import run
from goodwill.strategies.roster import ROSTER

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
STORIES = ("translator", "patient", "restaurant")
DAYS = (ROOT / "tests" / "stories" / "days.md").read_text("utf-8")
DEMAND = re.compile(r'(not |next |words |~)?([NRDEL]\d{3})(?: (me|them))?(?:\(([\w -]+)\))?(?: "([^"]+)")?')


@dataclass(frozen=True)
class Row:
    """One line of days.md: a story, a party, a day, whose act, and the demands of its code column."""

    story: str
    party: str
    day: date
    by: str
    says: str
    code: str

    def demands(self) -> list[str]:
        """Split the code column at its commas."""
        return [part.strip() for part in self.code.split(",") if part.strip()]


def rows() -> list[Row]:
    """Read the lines of days.md that are about a day."""
    found, story, party = [], "", ""
    for text in DAYS.partition("## Quiet days")[0].splitlines():
        if head := re.match(r"## (\w+), party (.+)", text):
            story, party = head.groups()
        elif day := re.match(r"\| (\d{4}-\d\d-\d\d)", text):
            _, says, by, _, code = (cell.strip() for cell in text.strip("|").split("|"))
            other = re.search(r"party ([^,)]+)\)", says)
            found.append(Row(story, other[1] if other else party, date.fromisoformat(day[1]), by, says, code))
    return found


def quiet_days() -> list[tuple[str, date]]:
    """Read the quiet days of each story."""
    lines = re.findall(r"^\| (\w+) \| (\d{4}-[\d, -]+) \|$", DAYS.partition("## Quiet days")[2], re.MULTILINE)
    return [(story, date.fromisoformat(day)) for story, days in lines for day in days.split(", ")]


@cache
def desk(story: str, folder: Path = EXAMPLES) -> Desk:
    """Bring the whole folder of a story once."""
    me = tomllib.loads((folder / story / "goodwill.toml").read_text("utf-8"))["me"]
    room = tempfile.TemporaryDirectory(prefix="story-")
    atexit.register(room.cleanup)
    opened = Desk.open(Path(room.name) / "story.book", me)
    opened.bring([folder / story])
    return opened


@cache
def brief(story: str, party: str, day: date, most: int = 9) -> Brief:
    """Give the brief of a party on a day."""
    return desk(story).brief(party, day, most)


@cache
def everything(story: str, day: date, folder: Path = EXAMPLES) -> dict[str, tuple[Finding, ...]]:
    """Give every finding about every party on a day, by the party's name."""
    whole = desk(story, folder).case(day)
    return {whole.name(party): tuple(run(ROSTER, whole.among(party))) for party in whole.counterparties}


def about(story: str, party: str, day: date) -> tuple[Finding, ...]:
    """Give every finding about one party on a day."""
    return everything(story, day).get(party, ())


def cited(finding: Finding) -> set[str]:
    """Name the entries a finding shows."""
    return {exhibit.id for exhibit in finding.evidence}
