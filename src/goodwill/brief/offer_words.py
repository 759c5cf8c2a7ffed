"""The words to offer packages with: the concession in each named and labelled, and blanks for what only I can say."""

from collections.abc import Sequence

from goodwill.brief.deal_gaps import listed
from goodwill.brief.offer_aim import Held
from goodwill.brief.wording.draft import Draft
from goodwill.case.bargaining import Issue, named
from goodwill.measures.priorities import Floats

OPENING = Draft(
    "",
    "me",
    "offer them side by side, and ask which is nearest",
    "Hello {name}, here are {number} ways to settle this that suit us about equally well. {packages} Which comes "
    "nearest to what you need, and what would you change in it?",
)
LONE = Draft(
    "", "me", "offer it, and ask what to change",
    "Hello {name}, here is a way to settle this that we could live with: {packages} What would you change in it?",
)  # fmt: skip
NUMBERS = {2: "two", 3: "three"}
WISHED = Draft(
    "",
    "me",
    "say what the concession is",
    "On {issue} we would rather have {old}; in {letter} {new} is a move toward you. That costs us ______. What it "
    "should do for you: ______. {limit}",
)
LABELLED = Draft(
    "",
    "me",
    "say what the concession is",
    "In {letter} we move toward you on {issue}, from {old} to {new}. That costs us ______. What it should do for you: "
    "______. {limit}",
)


def offered(name: str, terms: dict[str, dict[str, str]]) -> tuple[str, str]:
    """Give what the words are for, and the words that put packages, by letter, side by side."""
    if not terms:
        return "", ""
    lines = [f"{letter}: {said(one)}." if letter else f"{said(one)}." for letter, one in terms.items()]
    draft = OPENING if len(terms) > 1 else LONE
    facts = {"name": name, "number": NUMBERS.get(len(terms), str(len(terms))), "packages": " ".join(lines)}
    return draft.purpose, draft.filled(facts)


def said(terms: dict[str, str]) -> str:
    """Write terms in a row.

    >>> said({"price": "110", "delivery": "daily"})
    'price 110, delivery daily'
    """
    return ", ".join(f"{issue} {option}" for issue, option in terms.items())


def labelled(
    letter: str, terms: dict[str, str], held: Held, issues: tuple[Issue, ...], theirs: Sequence[Floats]
) -> str:
    """Name the move toward them that costs me most, beside what I hold; nothing where no issue is given up.

    What I never offered is not said to be what I held, and what they are not expected to like is no move toward them.
    `theirs`: what each option is expected to be worth to them, issue by issue.
    """
    moved = [(_points(i, held.terms[i.name]) - _points(i, terms[i.name]), i.name) for i in issues]
    toward = [pair for pair, issue, worth in zip(moved, issues, theirs, strict=True)
              if worth[_place(issue, terms[issue.name])] > worth[_place(issue, held.terms[issue.name])]]  # fmt: skip
    costs, issue = max(toward, default=(0.0, ""))
    if costs <= 0:
        return ""
    asked = [f"{name} {terms[name]}" for loss, name in moved if loss < 0]
    limit = f"It holds together with {listed(asked)}." if asked else "It holds for this package as a whole."
    facts = {"letter": letter or "this", "issue": issue, "old": held.terms[issue], "new": terms[issue], "limit": limit}
    return (LABELLED if held.offer else WISHED).filled(facts)


def _points(issue: Issue, option: str) -> float:
    return issue.mine[_place(issue, option)] or 0.0


def _place(issue: Issue, option: str) -> int:
    return [named(one) for one in issue.options].index(named(option))
