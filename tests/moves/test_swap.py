"""Swap audit: another name, gender or spelling changes no label that any reader gives."""

import pytest

from goodwill.moves.cues import CueReader
from goodwill.moves.joint import JointReader
from goodwill.moves.model import ModelReader
from goodwill.moves.reader import Utterance

CUES, JOINT, MODEL = CueReader(), JointReader(), ModelReader()
NAMES = ("Alan", "Aaliyah", "Nguyen", "Oluwaseun", "Mohammed", "Siobhan", "Katarzyna", "Jos\u00e9", "Mei", "Priya")
WITH_NAMES = (
    "Hi {}, how was your weekend?",
    "Dear {}, I'm sorry for the delay.",
    "Thanks {}, that is very kind of you.",
    "I spoke to {} and we can offer 120 per crate.",
    "As I told you, {} will send the report by Friday.",
    "We need the firewood, and {} needs more water.",
    "Could {} look over the contract before we sign?",
    "What do you need most, {}?",
    "I'm worried that {} will be late again.",
    "I think that's fair, {}.",
)
GENDERED = (
    ("My wife needs the extra water.", "My husband needs the extra water."),
    ("My son is cold and he needs firewood.", "My daughter is cold and she needs firewood."),
    ("I told him that we can come down to 110.", "I told her that we can come down to 110."),
    ("She promised to pay and then she paid late.", "He promised to pay and then he paid late."),
    ("My mother would like a second opinion.", "My father would like a second opinion."),
    ("How is your brother after the operation?", "How is your sister after the operation?"),
    ("Her work made this possible, please thank her.", "His work made this possible, please thank him."),
    ("The men at the mill did a great job.", "The women at the mill did a great job."),
)
SPELLINGS = (
    ("I apologise for the delay.", "I apologize for the delay."),
    ("Would you do us the favour of sending it?", "Would you do us the favor of sending it?"),
    ("As a favour to an old customer we waive the fee.", "As a favor to an old customer we waive the fee."),
    ("My neighbour pays less rent.", "My neighbor pays less rent."),
    ("To summarise, cash is tight until May.", "To summarize, cash is tight until May."),
    ("I'm going to send it by Friday.", "I'm gonna send it by Friday."),
    ("It's demoralising to ask a third time.", "It's demoralizing to ask a third time."),
    ("I recognise that you stayed late.", "I recognize that you stayed late."),
    ("You're disorganised.", "You're disorganized."),
    ("We cannot accept 90.", "We can't accept 90."),
    ("I\u2019m sorry that it was late.", "I'm sorry that it was late."),
)


def labels(text):
    return tuple({seen.move for seen in reader.read(text)} for reader in (CUES, JOINT, MODEL))


@pytest.mark.parametrize("frame", WITH_NAMES)
def test_names(frame):
    first = labels(frame.format(NAMES[0]))
    assert [name for name in NAMES if labels(frame.format(name)) != first] == []


@pytest.mark.parametrize(("one", "other"), GENDERED)
def test_gender(one, other):
    assert labels(one) == labels(other)


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spelling(one, other):
    assert labels(one)[:2] == labels(other)[:2]
    assert labels(one)[0]


def test_who_speaks_changes_nothing():
    words = ["How was your weekend?", "We need more water.", "That's not fair."]
    for speakers in (("Alan", "Mei", "Alan"), ("Priya", "Jos\u00e9", "Priya")):
        turns = [Utterance(by, text) for by, text in zip(speakers, words, strict=True)]
        plain = [Utterance(by, text) for by, text in zip("aba", words, strict=True)]
        assert CUES.read_thread(turns) == CUES.read_thread(plain)
        assert JOINT.read_thread(turns) == JOINT.read_thread(plain)
        assert MODEL.read_thread(turns) == MODEL.read_thread(plain)
