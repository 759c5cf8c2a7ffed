"""Numbers, names and lines read and written a column at a time, against one at a time."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.columns import column

from goodwill.batch.csv_numbers import numbers, times
from goodwill.batch.party_codes import PartyCodes
from goodwill.batch.score_lines import decimals, lines, quoted


def texts(table):
    return [bytes(row).replace(b"\0", b"").decode() for row in table]


@settings(deadline=None)
@given(st.lists(st.one_of(st.floats(-1e6, 1e6).map(repr), st.integers(-(10**14), 10**14).map(str)), min_size=1))
def test_numbers_are_read_as_python_reads_them(written):
    assert numbers(column(written)).tolist() == [float(text) for text in written]


@settings(deadline=None)
@given(st.lists(st.text("0123456789.-+eE x", max_size=12), min_size=1))
def test_what_is_no_number_is_none(written):
    for text, found in zip(written, numbers(column(written)).tolist(), strict=True):
        try:
            expected = float(text)
        except ValueError:
            expected = math.nan
        expected = expected if math.isfinite(expected) else math.nan
        assert found == expected or (math.isnan(found) and math.isnan(expected))


def test_times_of_every_kind():
    written = ["1289241911.72836", "2020-01-01", "2020-01-01T00:00:00+02:00", "20200101", "x", ""]
    found = times(column(written))
    assert found[:3].tolist() == [1289241911.72836, 1577836800.0, 1577829600.0]
    assert found[3] == 20200101.0
    assert np.isnan(found[4:]).all()


@settings(deadline=None)
@given(st.lists(st.floats(-1e5, 1e5), min_size=1), st.integers(1, 6))
def test_decimals_are_rounded_numbers(values, places):
    for text, value in zip(texts(decimals(np.array(values), places)), values, strict=True):
        assert abs(float(text) - value) <= 0.5 * 10.0**-places + 1e-9
        assert len(text.split(".")[1]) == places
        assert not text.startswith(("-0." + "0" * places + " ", "00", "-00"))


@settings(deadline=None)
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=30))
def test_two_names_never_share_a_code(names):
    codes = PartyCodes()
    half = len(names) // 2 + 1
    found = np.append(codes.of(column(names[:half])), codes.of(column([*names[half:], "z"]))[:-1])
    assert len(set(found.tolist())) == len(set(names))
    assert np.all(found >= 0)
    again = codes.of(column(names))
    assert again.tolist() == found.tolist()


def test_lines_join_what_is_there():
    assert lines([column(["a", "bcd"]), column(["1", "22"])]) == b"a,1\nbcd,22\n"


def test_cells_with_commas_and_quotes_are_quoted():
    assert texts(quoted(column(["a,b", 'say "x"', "plain"]))) == ['"a,b"', '"say ""x"""', "plain"]
