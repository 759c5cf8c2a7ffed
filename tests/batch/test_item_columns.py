"""Days, quotes and numbers of items read a column at a time, against one at a time."""

import csv
import math
from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.columns import column

from goodwill.batch import csv_quotes
from goodwill.batch.csv_chunks import chunk_of
from goodwill.batch.csv_days import days, written
from goodwill.batch.item_rows import _marked
from goodwill.doors.days import day

NUMBERS = st.one_of(st.integers(0, 40), st.integers(0, 130), st.integers(1890, 2110), st.integers(0, 99_999)).map(str)
PLAIN = st.tuples(NUMBERS, st.sampled_from("-./ "), NUMBERS, st.sampled_from("-./"), NUMBERS).map("".join)
SPOKEN = st.tuples(st.integers(0, 33).map(str), st.sampled_from(["-Jan-", " März ", ". mai ", "-Foo-"]), NUMBERS).map(
    "".join
)
AFTER = st.sampled_from(["", "", "T10:00", " 12:00:01", ", late", ".", "x", "0"])
CELLS = st.one_of(
    st.tuples(st.one_of(PLAIN, SPOKEN), AFTER).map("".join),
    st.dates().map(str),
    st.sampled_from(["", "unpaid", "20260302"]),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(CELLS, min_size=1, max_size=20), st.sampled_from(["dmy", "mdy"]))
def test_days_are_read_as_the_doors_read_them(cells, order):
    found, wrong = days(column(cells), order)
    for cell, number, bad in zip(cells, found.tolist(), wrong.tolist(), strict=True):
        expected = day(cell, order)
        assert (None if math.isnan(number) else number) == (float(expected.toordinal()) if expected else None), cell
        assert bad == (expected is None and any(c.isdigit() for c in cell)), cell


@given(st.lists(st.dates(date(100, 1, 1)), min_size=1))
def test_days_are_written_as_they_are_read(told):
    numbers = np.array([one.toordinal() for one in told], float)
    assert days(written(numbers), "dmy")[0].tolist() == numbers.tolist()


LINES = st.lists(st.text('ab," \t', max_size=14), min_size=1, max_size=12)


@settings(deadline=None, max_examples=300)
@given(LINES, st.integers(2, 4))
def test_quotes_are_cut_as_csv_cuts_them(lines, columns):
    chunk = chunk_of(("\n".join(lines) + "\n").encode(), 1)
    cut = csv_quotes.fields(chunk, columns, ord(","))
    taken = set(cut.rows.tolist()) | set(cut.odd.tolist())
    assert taken == {row for row, line in enumerate(lines) if line}
    for place, row in enumerate(cut.rows.tolist()):
        cells = [bytes(chunk.text[b:e]).decode() for b, e in zip(cut.begins[place], cut.ends[place], strict=True)]
        told = next(csv.reader([lines[row]], skipinitialspace=True))
        assert [cell.strip(" ") for cell in cells] == [cell.strip(" ") for cell in told]


def test_a_number_has_one_mark_however_wide_its_column_is():
    one, two = column(["INV-1", "", "INV-2"]), column(["INV-1", "", "INV-2", "a number that is a great deal longer"])
    narrow, wide = _marked([one], 3), _marked([two], 4)
    assert narrow.tolist() == wide[:3].tolist()
    assert narrow[1] == 0
    assert len(set(wide.tolist())) == 4
    assert _marked([one, one[::-1]], 3)[0] != narrow[0]
