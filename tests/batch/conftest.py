"""A file of deliveries or payments scored, its lines read back."""

import csv
from datetime import date

import pytest

from goodwill.batch.item_pieces import planned
from goodwill.batch.score_items import Asked, score_items

TODAY = date(2026, 6, 1)


@pytest.fixture
def scored(tmp_path):
    def call(content, name="book.csv", told=None, **asked):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        out = tmp_path / "out.csv"
        summary = score_items(path, planned(path, told or {}), out, TODAY, Asked(**asked))
        with out.open(newline="", encoding="utf-8") as source:
            return list(csv.DictReader(source)), summary

    return call
