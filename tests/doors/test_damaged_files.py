"""No damage to a file makes a door raise: what comes out is entries the ledger can take, or rejects with a reason."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.doors.captions import Captions
from goodwill.doors.charter import Charter
from goodwill.doors.claims_csv import ClaimsCsv
from goodwill.doors.deliveries_csv import DeliveriesCsv
from goodwill.doors.door import Hints, Ignored
from goodwill.doors.letter import Letter
from goodwill.doors.lines import Line, lines
from goodwill.doors.messages_jsonl import MessagesJsonl
from goodwill.doors.notation_file import NotationFile
from goodwill.doors.payments_csv import PaymentsCsv
from goodwill.doors.pulse_text import PulseText
from goodwill.doors.ratings_csv import RatingsCsv
from goodwill.doors.slack import Slack
from goodwill.doors.slack_export import Record, records
from goodwill.doors.transcript import Transcript
from goodwill.doors.whatsapp import WhatsApp
from goodwill.doors.whatsapp_line import said
from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault
from goodwill.ledger.notation import Invalid, line, parse_line
from mutation import mutated

SAMPLES = Path(__file__).parent / "samples"
CASES = int(os.environ.get("GOODWILL_FUZZ", "120"))
DOORS = {
    "captions": Captions(),
    "charter": Charter(),
    "certificates": ClaimsCsv(),
    "deliveries": DeliveriesCsv(),
    "goodwill": NotationFile(),
    "letter": Letter(),
    "jsonl": MessagesJsonl(),
    "payments": PaymentsCsv(),
    "pulse": PulseText(),
    "ratings": RatingsCsv(),
    "transcript": Transcript(),
    "whatsapp-android": WhatsApp(),
    "whatsapp-ios": WhatsApp(),
}


def sound(items):
    """Every entry can be taken and survives the notation; everything else says why and where."""
    for item in items:
        if isinstance(item, Entry):
            assert fault(item) == ""
            assert parse_line(line(item)) == item
            assert item.get("src")
        else:
            assert item.reason
            assert item.file
    return items


def one_each(path, items):
    """Each message head, JSON line or ledger line gives exactly one item: nothing is lost, nothing counted twice."""
    texts = [item for item in lines(path) if isinstance(item, Line)]
    if path.suffix == ".jsonl":
        expected = sum(bool(text.text.strip("\ufeff \t")) for text in texts)
    elif path.suffix == ".goodwill":
        plain = (text.text.removeprefix("\ufeff") for text in texts)
        expected = sum(bool(text.strip()) and not text.startswith(";") for text in plain)
    else:
        return
    assert sum(not noted(item) for item in items) == expected


def noted(item):
    return isinstance(item, Ignored) and "Windows-1252" in item.reason


@pytest.mark.parametrize(
    ("door", "sample"),
    [(door, p) for name, door in DOORS.items() for p in sorted((SAMPLES / name).rglob("*")) if p.is_file()],
    ids=lambda value: value.name,
)
def test_mutated_samples_are_read_without_an_error(door, sample, tmp_path):
    chance = random.Random(sample.name)
    path = tmp_path / sample.name
    data = sample.read_bytes()
    for _ in range(CASES):
        path.write_bytes(mutated(data, chance))
        door.knows(path, path.read_bytes()[:4096])
        one_each(path, sound(list(door.read(path, Hints()))))


def test_mutated_slack_exports_are_read_without_an_error(tmp_path):
    chance = random.Random(7)
    sources = sorted(p for p in (SAMPLES / "slack" / "workspace").rglob("*.json"))
    for _ in range(CASES * 2):
        hurt = chance.choice(sources)
        for source in sources:
            target = tmp_path / source.relative_to(SAMPLES / "slack" / "workspace")
            target.parent.mkdir(exist_ok=True)
            data = source.read_bytes()
            target.write_bytes(mutated(data, chance) if source == hurt else data)
        items = sound(list(Slack().read(tmp_path, Hints())))
        days = [p for p in tmp_path.rglob("*.json") if p.parent != tmp_path]
        expected = sum(isinstance(r, Record | Invalid) for p in days for r in records(p))
        assert len(items) == expected


@given(st.lists(st.text(max_size=80), max_size=12), st.sampled_from(sorted(DOORS)))
@settings(max_examples=CASES * 4, deadline=None)
def test_any_text_behind_a_good_beginning_is_read_without_an_error(tmp_path_factory, texts, name):
    sample = next(p for p in sorted((SAMPLES / name).rglob("*")) if p.is_file())
    path = tmp_path_factory.mktemp("text") / sample.name
    path.write_bytes(sample.read_bytes()[:300] + "\n".join(texts).encode("utf-8", "surrogatepass"))
    one_each(path, sound(list(DOORS[name].read(path, Hints()))))


CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL, CELL), min_size=1, max_size=20))
@settings(max_examples=CASES * 4, deadline=None)
def test_every_row_of_a_table_is_accounted_for(tmp_path_factory, rows):
    """Cells are quoted, so each row gives an invoice, a reject or a reason, at its line."""
    path = tmp_path_factory.mktemp("table") / "purchases.csv"
    quoted = ["\t".join('"' + cell.replace('"', '""').replace("\r", " ") + '"' for cell in row) for row in rows]
    path.write_bytes(("Supplier\tInvoice date\tDue date\tPaid date\tAmount\n" + "\n".join(quoted)).encode())
    items = [item for item in sound(list(PaymentsCsv().read(path, Hints()))) if isinstance(item, Entry) or item.line]
    starts, at = [], 2
    for row in quoted:
        starts.append(at)
        at += row.count("\n") + 1
    found = [item.source.line if isinstance(item, Entry) else item.line for item in items]
    assert sorted(set(found)) == starts


def test_each_head_of_a_chat_gives_one_item(tmp_path):
    sample = SAMPLES / "whatsapp-ios" / "WhatsApp Chat - Mara Quist" / "_chat.txt"
    heads = sum(said(text) is not None for text in sample.read_text("utf-8").split("\n"))
    assert len(list(WhatsApp().read(sample, Hints()))) == heads
