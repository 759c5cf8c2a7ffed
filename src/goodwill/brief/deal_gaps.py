"""What is not written down of a deal, and what to ask so that it can be: nothing is put in its place."""

import shlex

from goodwill.case.bargaining import Bargain, Issue

FEW = 4


def missing_of_mine(told: Bargain) -> tuple[str, ...]:
    """Name the gaps that keep anything from being weighed for me: no issue, no option, no points of mine."""
    gaps = [] if told.issues else [f"no issue of `{told.deal}` is written down"]
    for issue in told.issues:
        gaps += [
            _unknown(issue, "yours", issue.mine) if issue.options else f"no option of `{issue.name}` is written down"
        ]
    return tuple(gap for gap in gaps if gap)


def to_ask_myself(told: Bargain) -> tuple[str, ...]:
    """Give the questions for me that would close my own gaps, and how to write the answers down."""
    if not told.issues:
        return to_ask(told, "")
    mine = [issue for issue in told.issues if None in issue.mine or not issue.options]
    if not mine:
        return ()
    asked = f"Ask yourself what each option of {listed([i.name for i in mine])} is worth to you."
    option = next(iter(mine[0].options), "OPTION")
    line = _record("value", deal=told.deal, by="me", issue=mine[0].name, option=option, points="N")
    return (asked, f"Write the answer down: {line}")


def missing(told: Bargain) -> tuple[str, ...]:
    """Name every gap that keeps the figures from being worked out, then the lines that could not be laid in."""
    gaps = [] if told.issues else [f"no issue of `{told.deal}` is written down"]
    for issue in told.issues:
        if not issue.options:
            gaps.append(f"no option of `{issue.name}` is written down")
            continue
        gaps += [text for whose, points in (("yours", issue.mine), ("theirs", issue.theirs))
                 if (text := _unknown(issue, whose, points))]  # fmt: skip
    if told.issues:
        gaps += [f"no reservation value of {whose}: what having no deal is worth" for whose, points in
                 (("yours", told.my_reservation), ("theirs", told.their_reservation)) if points is None]  # fmt: skip
    return (*gaps, *told.aside)


def _unknown(issue: Issue, whose: str, points: tuple[float | None, ...]) -> str:
    lacking = [option for option, one in zip(issue.options, points, strict=True) if one is None]
    if not lacking:
        return ""
    if len(lacking) == len(points):
        return f"no points of {whose} for `{issue.name}`"
    return f"no points of {whose} for {', '.join(f'`{option}`' for option in lacking)} of `{issue.name}`"


def to_ask(told: Bargain, name: str) -> tuple[str, ...]:
    """Give the questions that would close the gaps, and how to write the answers down."""
    if not told.issues:
        return (f"Write down what is to be settled: {_record('issue', deal=told.deal, issue='NAME', options='A,B')}",)
    theirs = [issue for issue in told.issues if None in issue.theirs or not issue.options]
    mine = [issue for issue in told.issues if None in issue.mine]
    asked = [f'Ask {name}: "{which_suits(issue)}"' for issue in theirs]
    if theirs and len(told.issues) > 1:
        asked.append(f'Ask {name}: "Which of {listed([i.name for i in told.issues])} matters most, which least?"')
    if told.their_reservation is None:
        asked.append(f'Ask {name}: "What will you do if we do not come to terms?"')
    if mine:
        asked.append(f"Ask yourself what each option of {listed([i.name for i in mine])} is worth to you.")
    if told.my_reservation is None:
        asked.append("Ask yourself what your best course without this deal is worth to you, on the same scale.")
    return (*asked, *_written(told, theirs, mine))


def which_suits(issue: Issue) -> str:
    """Ask which option of an issue they like best."""
    options = f", {listed(list(issue.options), 'or')}" if 0 < len(issue.options) <= FEW else ""
    return f"On {issue.name}, which would suit you best{options}?"


def _written(told: Bargain, theirs: list[Issue], mine: list[Issue]) -> tuple[str, ...]:
    """Show the line to write for the first gap of each kind."""
    other = told.party or "THEM"
    lines = []
    if wanted := [(other, issue) for issue in theirs] or [("me", issue) for issue in mine]:
        by, issue = wanted[0]
        option = next(iter(issue.options), "OPTION")
        lines.append(_record("value", deal=told.deal, by=by, issue=issue.name, option=option, points="N"))
    if None in (told.their_reservation, told.my_reservation):
        by = other if told.their_reservation is None else "me"
        lines.append(_record("reservation", deal=told.deal, by=by, points="N"))
    return tuple(f"Write the answer down: {line}" for line in lines)


def _record(kind: str, **values: str) -> str:
    return f"goodwill record {kind} " + " ".join(shlex.quote(f"{key}={value}") for key, value in values.items())


def listed(names: list[str], last: str = "and") -> str:
    """Write names in a row.

    >>> listed(["price", "delivery", "payment"])
    'price, delivery and payment'
    """
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)
