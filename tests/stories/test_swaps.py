"""The same files with other names, genders and spelling in them: nothing that is found may change."""

import re
import shutil
import zipfile
from datetime import date, timedelta

import pytest

from replay import EXAMPLES, STORIES, everything

DAYS = [date(2025, 9, 17) + timedelta(days=n) for n in range(0, 180, 23)]
NAMES = {
    "translator": {"Lena": "Tomasz", "Brandt": "Nowicki", "lena": "tomasz", "brandt": "nowicki", "Jon": "Ama",
                   "Marsh": "Osafo", "jonmarsh": "amaosafo", "jon@": "ama@"},
    "patient": {"Kwame": "Ingrid", "Osei": "Lund", "osei": "lund", "Carol": "Viktor", "Whitcombe": "Halloran",
                "carol": "viktor", "whitcombe": "halloran"},
    "restaurant": {"Alan": "Zofia", "Fields": "Wren", "fields": "wren", "alan": "zofia", "Rosa": "Piet",
                   "Ferrante": "Molenaar", "rosa": "piet", "ferrante": "molenaar"},
}  # fmt: skip
GENDERS = {
    "she": "he", "he": "she", "her": "his", "his": "her", "him": "her", "hers": "his", "herself": "himself",
    "himself": "herself", "woman": "man", "man": "woman", "girlfriend": "boyfriend", "boyfriend": "girlfriend",
    "sister": "brother", "brother": "sister", "daughter": "son", "son": "daughter",
    "wife": "husband", "husband": "wife",
}  # fmt: skip
DIALECT = {
    "colour": "color", "favour": "favor", "favourite": "favorite", "apologise": "apologize", "apologised": "apologized",
    "realise": "realize", "organise": "organize", "recognise": "recognize", "cheque": "check", "centre": "center",
    "honour": "honor", "neighbour": "neighbor", "grey": "gray", "programme": "program", "travelling": "traveling",
    "cancelled": "canceled", "judgement": "judgment", "licence": "license", "behaviour": "behavior", "sceptical":
    "skeptical", "labelled": "labeled", "whilst": "while", "mum": "mom",
}  # fmt: skip
SWAPS = {
    "names": lambda story: NAMES[story],
    "genders": lambda _: GENDERS,
    "American": lambda _: DIALECT,
    "British": lambda _: {american: british for british, american in DIALECT.items() if american != "check"},
}
TEXT = {".eml", ".mbox", ".txt", ".vtt", ".csv", ".ics", ".vcf", ".goodwill", ".toml"}


def swapped(text, words, *, whole):
    """Replace words in a text, capitals kept; whole words only, but for names, which also stand in addresses.

    Long words all in capitals stay, since file formats use such words: STATUS:CANCELLED.
    """
    keys = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{keys})\b", re.IGNORECASE) if whole else re.compile(keys)

    def one(found):
        if whole and found[0].isupper() and len(found[0]) > 3:
            return found[0]
        new = words[found[0].lower() if whole else found[0]]
        return new.capitalize() if whole and found[0][:1].isupper() else new

    return pattern.sub(one, text)


def copied(story, swap, into):
    """Copy a story with some words swapped, in the files and in their names."""
    words, whole = SWAPS[swap](story), swap != "names"
    shutil.copytree(EXAMPLES / story, into / story)
    changed = 0
    for path in sorted((into / story).rglob("*")):
        if path.suffix in TEXT:
            old = path.read_bytes()
            path.write_bytes(rewritten(old, words, whole=whole))
            changed += old != path.read_bytes()
        elif path.suffix == ".zip":
            rezipped(path, words, whole=whole)
    if swap == "names":
        for path in sorted((into / story).rglob("*"), key=lambda path: -len(path.parts)):
            path.rename(path.with_name(swapped(path.name, words, whole=False)))
    return changed


def rewritten(raw, words, *, whole):
    return swapped(raw.decode("utf-8", "surrogateescape"), words, whole=whole).encode("utf-8", "surrogateescape")


def rezipped(path, words, *, whole):
    """Swap the words in the members of an archive."""
    with zipfile.ZipFile(path) as old:
        members = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w") as new:
        for name, raw in members:
            new.writestr(name, rewritten(raw, words, whole=whole))


def counted(story, day, folder=EXAMPLES):
    """Count findings by whom they concern only through code, side, loudness and how many entries they show."""
    found = [f for party in everything(story, day, folder).values() for f in party]
    return sorted((f.code, f.by, f.severity, len(f.evidence)) for f in found)


@pytest.mark.parametrize("swap", SWAPS)
@pytest.mark.parametrize("story", STORIES)
def test_other_names_genders_and_spelling_change_no_finding(story, swap, tmp_path):
    changed = copied(story, swap, tmp_path)
    assert changed > 0 or swap in ("American", "British")
    for day in DAYS:
        assert counted(story, day, tmp_path) == counted(story, day), day


def test_a_swap_of_words_swaps_whole_words_and_keeps_capitals():
    assert swapped("She sheds. HIS history", GENDERS, whole=True) == "He sheds. Her history"
    assert swapped("STATUS:CANCELLED, cancelled", DIALECT, whole=True) == "STATUS:CANCELLED, canceled"
    assert swapped("lena@lenabrandt", NAMES["translator"], whole=False) == "tomasz@tomasznowicki"
