"""What a rule is: one question asked of a case, with a page that says why it matters."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from goodwill.case.case import Case
from goodwill.codebook.sources import SOURCES
from goodwill.codebook.stance import SEVERITIES, SHELVES, STANCES
from goodwill.findings.finding import Cited, Sighting

HEADINGS = ("Looks for", "Why it matters", "Do instead", "Limits", "Example")
_CODE = re.compile(r"[NRDEL]\d{3}")
_KEY = re.compile(r"\[([a-z-]+-\d{4}[a-z]?)\]")


@dataclass(frozen=True)
class Rule:
    """One rule: its code, its name, what it means for trust, how loud it is, and what it sees."""

    code: str
    name: str
    stance: str
    severity: str
    see: Callable[[Case], Iterator[Sighting]]

    @property
    def shelf(self) -> str:
        """Name the shelf it stands on."""
        return SHELVES[self.code[0]]

    @property
    def page(self) -> str:
        """Give its page, the docstring of the file it stands in."""
        return (sys.modules[self.see.__module__].__doc__ or "").strip()

    @property
    def told(self) -> str:
        """Give its page as `goodwill explain` prints it, with its sources."""
        head = f"{self.code} {self.name} ({self.shelf}; {self.stance}, {self.severity})"
        sources = "\n".join(f"    {cited.source} ({cited.strength})" for cited in self.cites)
        return f"{head}\n\n{self.page}\n\nSources\n{sources}"

    @property
    def title(self) -> str:
        """Give the first line of its page."""
        return self.page.partition("\n")[0]

    @cached_property
    def sections(self) -> dict[str, str]:
        """Give its page by heading."""
        found: dict[str, str] = {}
        current = ""
        for text in self.page.splitlines()[1:]:
            if text.strip() in HEADINGS and not text.startswith(" "):
                current = text.strip()
                found[current] = ""
            elif current:
                found[current] += text + "\n"
        return {heading: body.strip("\n") for heading, body in found.items()}

    @cached_property
    def advice(self) -> dict[str, str]:
        """Give what to do, `me` when the act is mine and `them` when it is theirs.

        A page may say the two apart, in paragraphs that start with `Yours:` and `Theirs:`.
        """
        said = [" ".join(part.split()) for part in self.sections.get("Do instead", "").split("\n\n")]
        mine = next((part.removeprefix("Yours: ") for part in said if part.startswith("Yours: ")), said[0])
        theirs = next((part.removeprefix("Theirs: ") for part in said if part.startswith("Theirs: ")), said[0])
        return {"me": mine[:1].upper() + mine[1:], "them": theirs[:1].upper() + theirs[1:]}

    @cached_property
    def cites(self) -> tuple[Cited, ...]:
        """Give the sources its page names in square brackets, each with its strength."""
        keys = dict.fromkeys(_KEY.findall(self.page))
        return tuple(Cited(SOURCES[key].citation, SOURCES[key].strength) for key in keys)


def rule(
    code: str, *, stance: str = "risk", severity: str = "advice"
) -> Callable[[Callable[[Case], Iterator[Sighting]]], Rule]:
    """Make a function that sees something in a case a rule; its name is the function's, with hyphens."""
    if not _CODE.fullmatch(code) or stance not in STANCES or severity not in SEVERITIES:
        raise ValueError(f"not a rule: {code} {stance} {severity}")

    def made(see: Callable[[Case], Iterator[Sighting]]) -> Rule:
        return Rule(code, see.__name__.replace("_", "-"), stance, severity, see)

    return made
