"""The page of precision and recall by draft rule, and the table it is made of."""

from __future__ import annotations

from evaluation.rules import AIM, CODES, Count, by_rules, by_words, counts, drafts, kappa, ordinary, pooled

from goodwill.strategies.roster import ROSTER

INTRO = """\
# How far the draft rules can be relied on, rule by rule

Made by `uv run python -m evaluation.rules --write`; a test fails when a figure here falls.

{number} made-up drafts, coded twice from the rules' pages before any rule was run on them: which rules ought to speak.
Who coded them, how they were split by scenario, and what that is worth stands in evaluation/drafts_coded/README.md. In
short: one hand wrote and coded them all, so read the figures as an upper bound. `n` is how often both codings want a
rule to speak on the {held} drafts held out; it is small, and one miss moves the recall of a rule by about a fifth.
The word list is the baseline: one or two telling words a rule, and no ledger.

**Held out: precision {precision}, recall {recall}** over all rules: {right} right, {wrong} wrong, {missed} missed.
The aim is {aim}. The tuning part, on whose misses rules were mended, is told to show the gap, not to be quoted:
{tuned}.

{number_strangers} further drafts were written and coded by strangers to the program, in indirect wording
(evaluation/strangers/README.md); none was read while rules were mended. It is the figure to expect on unseen drafts.

**Strangers' drafts: precision {strange_precision}, recall {strange_recall}**: {strange}.
Word lists there: {strange_words}. Findings on their {quiet} ordinary drafts: {quiet_findings}.

- Recall under .70: {short}.
- Precision under .90: {loose}.
"""


def share(value: float | None) -> str:
    """Write a share, or a dash where there is nothing to divide by."""
    return "-" if value is None else f"{value:.2f}"


def _row(name: str, told: Count, rest: str) -> str:
    numbers = f"{told.right + told.missed} | {share(told.precision)} | {share(told.recall)}"
    return f"| {name} | {numbers} | {told.right} / {told.wrong} / {told.missed} | {rest} |"


def table(part: str) -> list[str]:
    """Give precision and recall by rule and pooled, with the word lists beside, and what ordinary drafts get."""
    names = {rule.code: rule.name for rule in ROSTER}
    found, plain = counts(by_rules(part)), counts(by_words(part))
    lines = ["| rule | n | precision | recall | right / wrong / missed | word list, precision / recall | kappa |"]
    lines.append("|---|--:|--:|--:|---|---|--:|")
    for code in CODES:
        beside = f"{share(plain[code].precision)} / {share(plain[code].recall)}"
        lines.append(_row(f"{code} {names[code]}", found[code], f"{beside} | {share(kappa(code))}"))
    rules, words = pooled(by_rules(part)), pooled(by_words(part))
    lines.append(_row("**all rules**", rules, f"{share(words.precision)} / {share(words.recall)} |"))
    return [*lines, "", *_quiet(part), f"Findings where the two codings differ, left out above: {rules.disputed}."]


def _quiet(part: str) -> list[str]:
    """Say how many findings the ordinary drafts get, on which nothing ought to be said."""
    told, plain = ordinary(by_rules(part)), ordinary(by_words(part))
    return [
        f"Ordinary drafts, on which nothing ought to be said: {len(told)}. Findings on them: {sum(told)}, which is",
        f"{sum(told) / len(told):.2f} a draft, at most {max(told)} on one, and none on {told.count(0)}.",
        f"The word lists: {sum(plain) / len(plain):.2f} a draft, at most {max(plain)}, none on {plain.count(0)}.",
    ]


def page() -> str:
    """Give the page."""
    held, tuned, each = pooled(by_rules("held-out")), pooled(by_rules("tuning")), counts(by_rules("held-out"))
    short = [code for code in CODES if (each[code].recall or 0) < AIM[1]]
    loose = [code for code in CODES if each[code].wrong and (each[code].precision or 0) < AIM[0]]
    strange, words = pooled(by_rules("strangers")), pooled(by_words("strangers"))
    quiet = ordinary(by_rules("strangers"))
    told = INTRO.format(
        number_strangers=len(drafts("strangers")),
        strange_precision=share(strange.precision),
        strange_recall=share(strange.recall),
        strange=f"{strange.right} right, {strange.wrong} wrong, {strange.missed} missed",
        strange_words=f"{share(words.precision)} and {share(words.recall)}",
        quiet=len(quiet),
        quiet_findings=sum(quiet),
        number=len(drafts("all")),
        held=len(drafts("held-out")),
        precision=share(held.precision),
        recall=share(held.recall),
        right=held.right,
        wrong=held.wrong,
        missed=held.missed,
        aim=" and ".join(share(one) for one in AIM),
        tuned=f"{share(tuned.precision)} and {share(tuned.recall)}",
        short=", ".join(short) or "none",
        loose=", ".join(loose) or "none",
    )
    return told + "\n" + "\n".join(table("held-out")) + "\n"
