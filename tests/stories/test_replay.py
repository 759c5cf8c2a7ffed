"""The three stories, day by day: what must be said, to whom, in time, and what must not be said at all."""

import re
from datetime import date, timedelta

import pytest

from goodwill.brief.page import page
from goodwill.brief.render import Terminal, render
from goodwill.brief.wording.drafts import DRAFTS
from goodwill.strategies.roster import find
from replay import (
    DEMAND,
    EXAMPLES,
    ROOT,
    STORIES,
    about,
    brief,
    cited,
    desk,
    everything,
    quiet_days,
    rows,
)

BREAK = date(2026, 3, 12)
FIRST, LAST = date(2025, 6, 10), date(2026, 3, 20)
DRIFT = {"E301", "E302", "E303"}
VERDICTS = re.compile(
    r"untrustworthy|unreliable|dishonest|\bliar\b|\blying\b|\blazy\b|bad faith|cannot be trusted|can't be trusted|"
    r"deadbeat|manipulat|narciss|selfish|incompetent|not trustworthy|personality",
    re.IGNORECASE,
)  # fmt: skip


def asked(row):
    return [part for part in row.demands() if part not in ("open", "quiet") and not part.startswith("test_")]


CASES = [(row, demand) for row in rows() for demand in asked(row)]


def met(row, demand):
    """Say whether one demand of the code column is met on its day; the answer names what was found instead."""
    how, code, by, ids, words = DEMAND.fullmatch(demand).groups()
    side = by or ("me" if row.by == "-" else row.by)
    if how == "not ":
        return not any((f.code, f.by) == (code, side) for f in about(row.story, row.party, row.day))
    shown = brief(row.story, row.party, row.day)
    if how == "next ":
        return any(code in step.why for step in shown.next)
    if how == "words ":
        purposes = {draft.purpose for draft in DRAFTS if draft.code == code and draft.by in ("any", side)}
        return any(offered.purpose in purposes for offered in shown.say)
    found = about(row.story, row.party, row.day) if how == "~" else shown.findings
    return any(fits(f, code, side, set((ids or "").split()), words or "") for f in found)


def fits(finding, code, side, ids, words):
    return (finding.code, finding.by) == (code, side) and ids <= cited(finding) and words in finding.says


@pytest.mark.parametrize(
    ("row", "demand"), CASES, ids=[f"{row.story}-{row.day}-{demand.replace(' ', '_')}" for row, demand in CASES]
)
def test_a_day_says_what_it_must_and_not_what_it_must_not(row, demand):
    found = sorted((f.code, f.by, *sorted(cited(f))) for f in about(row.story, row.party, row.day))
    assert met(row, demand), found


@pytest.mark.parametrize("row", [row for row in rows() if "quiet" in row.demands()], ids=lambda row: str(row.day))
def test_a_good_day_brings_no_warning(row):
    assert [f.code for f in about(row.story, row.party, row.day) if f.severity == "warning"] == []


def test_every_line_has_a_code_and_every_code_is_a_rule_or_a_test_here():
    for row in rows():
        assert row.demands(), row
        for demand in row.demands():
            if demand.startswith("test_"):
                assert demand in globals(), demand
            elif demand not in ("open", "quiet"):
                assert find(DEMAND.fullmatch(demand)[2]), demand


def test_what_is_still_open_stands_in_the_roadmap():
    roadmap = (ROOT / "ROADMAP.md").read_text("utf-8")
    for row in rows():
        if "open" in row.demands():
            assert f"{row.story} {row.day}" in roadmap, row
    for story, day in re.findall(r"^- (translator|patient|restaurant) (\d{4}-\d\d-\d\d)", roadmap, re.MULTILINE):
        assert any((row.story, str(row.day)) == (story, day) and "open" in row.demands() for row in rows()), (
            story,
            day,
        )


@pytest.mark.parametrize(("story", "day"), quiet_days())
def test_a_quiet_day_says_nothing_new_about_anybody(story, day):
    def known(on):
        return {(who, f.code, f.by, *sorted(cited(f))) for who, all_ in everything(story, on).items() for f in all_}

    assert known(day) - known(day - timedelta(days=1)) == set()


def days(first=FIRST, last=LAST, step=1):
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]


def first_day(story, party, holds):
    return next((day for day in days() if any(holds(f) for f in about(story, party, day))), None)


def test_rosa_is_warned_about_herself_in_time():
    worse = first_day("restaurant", "Alan Fields", lambda f: f.code == "E301" and f.by == "me")
    loud = first_day("restaurant", "Alan Fields", lambda f: (f.code, f.by, f.severity) == ("E301", "me", "warning"))
    over = first_day("restaurant", "Alan Fields", lambda f: f.code == "E104" and f.by == "me")
    assert worse is not None
    assert (BREAK - worse).days >= 14
    assert date(2025, 12, 9) < worse
    assert date(2025, 12, 23) <= loud <= date(2026, 1, 31)
    assert (BREAK - over).days >= 14
    for day in days(date(2026, 1, 31), BREAK - timedelta(days=14)):
        assert {("E301", "me"), ("E104", "me")} <= {
            (f.code, f.by) for f in brief("restaurant", "Alan Fields", day).findings
        }


def test_a_late_day_that_was_told_weighs_less_than_mine():
    found = about("restaurant", "Alan Fields", date(2026, 2, 5))
    his = [f for f in found if f.by == "them" and f.code == "D404"]
    assert [f.severity for f in his] == ["info"]
    assert {f.severity for f in found if f.by == "me" and f.code in ("E207", "E301")} == {"warning"}
    assert not [f for f in found if f.by == "them" and f.severity == "warning"]
    assert not [f for f in about("restaurant", "Alan Fields", date(2026, 2, 2)) if (f.code, f.by) == ("D404", "them")]


def test_a_good_pulse_stands_beside_what_is_open_and_late():
    found = about("restaurant", "Alan Fields", date(2026, 3, 2))
    pulse = next(f for f in found if f.code == "L104")
    assert cited(pulse) >= {"r-pu1", "r-q2", "r-q1"}
    assert "stands open and" in pulse.says
    assert "came late in 60 days" in pulse.says
    assert not [f for f in about("restaurant", "Alan Fields", date(2026, 2, 28)) if f.code == "L104"]


def test_carol_has_her_words_before_she_signs():
    told = first_day("patient", "Dr Kwame Osei", lambda f: f.code == "D303" and f.by == "me")
    assert told is not None
    assert told <= date(2026, 3, 7)
    for day in days(date(2026, 3, 7), date(2026, 3, 16)):
        purposes = [words.purpose for words in brief("patient", "Dr Kwame Osei", day).say]
        assert "make a second opinion your normal way, before it is needed" in purposes, day


def test_the_questions_to_take_along():
    offered = brief("patient", "Dr Kwame Osei", date(2026, 3, 7)).say
    text = next(words.text for words in offered if words.purpose == "questions to take along")
    for asked_for in ("if I wait", "other ways", "Who else decides", "a copy"):
        assert asked_for in text
    assert text.count("?") >= 5
    assert all(part.strip().endswith("?") for part in re.findall(r"[^?]+\?", text))


def test_the_words_for_carol_ask_pardon_for_nothing_and_accuse_nobody():
    for day in days(date(2026, 3, 6), date(2026, 3, 17)):
        for words in brief("patient", "Dr Kwame Osei", day).say:
            assert not re.search(
                r"sorry|apolog|don.t trust|are you sure|refuse|chemo|cancer", words.text, re.IGNORECASE
            )


def test_nothing_in_carols_brief_is_medical_advice():
    for day in days(date(2026, 3, 5), LAST):
        shown = brief("patient", "Dr Kwame Osei", day)
        assert "not medical advice" in shown.guard
        own = " ".join([*(step.what for step in shown.next), *(words.text for words in shown.say)])
        assert not re.search(
            r"you should (take|refuse|start|stop)|the treatment is|dose|tablet|symptom", own, re.IGNORECASE
        )


def test_the_same_sentence_is_offered_after_she_signed():
    def sentence(day):
        offered = brief("patient", "Dr Kwame Osei", day).say
        purpose = "make a second opinion your normal way, before it is needed"
        return next(words.text for words in offered if words.purpose == purpose)

    for day in days(date(2026, 3, 17), date(2026, 3, 22)):
        assert sentence(day) == sentence(date(2026, 3, 16)), day
        found = [f for f in about("patient", "Dr Kwame Osei", day) if (f.code, f.by) == ("D303", "me")]
        assert [(f.severity, cited(f)) for f in found] == [("advice", {"c-s2", "c-ag1", "c-pu2"})], day
        assert "not too late" in found[0].says
        blame = r"should have|silen|said nothing|did not (say|mention|ask)|not mentioned|failed|missed"
        assert not re.search(blame, quoted_out(found[0].says + found[0].do), re.IGNORECASE)
    after = about("patient", "Dr Kwame Osei", date(2026, 3, 23))
    assert [f for f in after if f.code == "D303"] == []


def test_what_a_group_did_is_told_as_a_count_of_that_group():
    told = [f.says for f in about("patient", "Dr Kwame Osei", date(2026, 3, 9)) if f.code == "D303"]
    assert len(told) == 1
    assert '4 of 6 people in "Marjorie\'s Tuesday group"' in told[0]
    assert "no rate for anybody else" in told[0]
    for day in days(date(2026, 3, 9), LAST):
        shown = page(brief("patient", "Dr Kwame Osei", day))
        assert not re.search(r"\d\s*%|patients|most people", render(shown, Terminal(width=200))), day
    before = [f.says for f in about("patient", "Dr Kwame Osei", date(2026, 3, 8)) if f.code == "D303"]
    assert not any("4 of 6" in says for says in before)


def test_the_unsent_draft_is_no_message():
    unsent = "unsent to Dr Osei.eml"
    assert (EXAMPLES / "patient" / "drafts" / unsent).exists()
    assert [entry.id for entry in desk("patient").book if entry.source.file.endswith(unsent)] == []


def test_jon_is_warned_before_he_tells_her():
    def gap(finding):
        return finding.code == "N102" and finding.severity == "warning"

    told = first_day("translator", "Lena Brandt", gap)
    assert told is not None
    assert told < date(2025, 9, 18)
    assert any(map(gap, brief("translator", "Lena Brandt", date(2025, 9, 17)).findings))


def test_the_second_slip_is_flagged_on_the_day_it_shows_and_not_before():
    def slip(finding):
        return (finding.code, finding.by) == ("E302", "them")

    assert first_day("translator", "Lena Brandt", slip) == date(2026, 1, 10)
    assert any(map(slip, brief("translator", "Lena Brandt", date(2026, 1, 10)).findings))


def test_nothing_is_said_of_drift_in_the_excellent_months():
    for day in days(date(2025, 9, 25), date(2025, 12, 12)):
        hers = [f for f in about("translator", "Lena Brandt", day) if f.by == "them"]
        assert {f.code for f in hers} & (DRIFT | {"E201", "E304"}) == set(), day


def test_early_quality_does_not_hide_later_lateness():
    early, late = (brief("translator", "Lena Brandt", day).standing.promptness for day in
                   (date(2025, 11, 28), date(2026, 2, 21)))  # fmt: skip
    assert early.state != "none"
    assert late.mean < early.mean
    assert late.newest > early.newest


def test_candidates_stand_side_by_side():
    whole = desk("translator").case(date(2025, 9, 17))
    states = {}
    for name in ("Lena Brandt", "Katrin Böhme", "Matthias Krüger"):
        narrowed = whole.among(desk("translator").find(name, whole))
        states[name] = sorted(claim.state(date(2025, 9, 17)) for claim in narrowed.claims)
    assert states["Katrin Böhme"].count("confirmed") == 2
    assert {"refuted", "expired"} <= set(states["Matthias Krüger"])
    assert states["Lena Brandt"].count("open") >= 2
    matthias = {(f.code, *cited(f)) for f in about("translator", "Matthias Krüger", date(2025, 9, 17))}
    assert {code for code, *_ in matthias} >= {"N105", "N106"}
    for name in ("Katrin Böhme", "Lena Brandt"):
        for facet in ("ability", "benevolence", "integrity", "promptness"):
            estimate = getattr(brief("translator", name, date(2025, 9, 17)).standing, facet)
            assert estimate.state == "none" or estimate.high >= 0.5, (name, facet)


def test_nobody_is_taken_for_somebody_else():
    for story, mine, other in (
        ("restaurant", "Alan Fields", "Fielding"),
        ("translator", "Lena Brandt", "Brandl"),
        ("patient", "Dr Kwame Osei", "Osei-Mensah"),
    ):
        whole = desk(story).case(LAST)
        party = desk(story).find(mine, whole)
        known = whole.who.known[party]
        assert not any(other.casefold() in mention.casefold() for mention in known.mentions), (story, known.mentions)
        for entry in whole.among(party).book:
            if entry.kind in ("invoice", "payment", "promise"):
                assert other not in entry.get("by") + entry.get("to")


@pytest.mark.parametrize("story", STORIES)
def test_no_brief_of_any_day_passes_a_verdict_on_a_person(story):
    for day in days(step=20):
        for shown in desk(story).briefs(day):
            own = [*(f.do for f in shown.findings), *(w.text for w in shown.say), *(s.what for s in shown.next)]
            own += [quoted_out(f.says) for f in shown.findings]
            for text in (*own, *shown.not_enough):
                assert not VERDICTS.search(quoted_out(text)), (day, shown.party.name, text)


def quoted_out(text):
    """Leave out what is quoted: the words of others are shown as they are."""
    return re.sub(r'"[^"]*"', "", text)


@pytest.mark.parametrize("story", STORIES)
def test_no_estimate_stands_without_interval_count_and_newest_act(story):
    for day in days(step=30):
        for shown in desk(story).briefs(day):
            text = render(page(shown), Terminal(width=200, unicode=False))
            for line in re.findall(r"^  (?:ability|benevolence|integrity|promptness) .*$", text, re.MULTILINE):
                assert "not enough to say" in line or re.search(r"0\.\d\d|1\.00", line), line
                assert "not enough to say" in line or re.search(
                    r"\(\d\.\d\d to \d\.\d\d\)  \d+ acts?, newest ", line
                ), line


def test_a_day_knows_nothing_that_came_later():
    for story in STORIES:
        for day in days(step=45):
            for found in everything(story, day).values():
                assert all(exhibit.day <= day for finding in found for exhibit in finding.evidence)
