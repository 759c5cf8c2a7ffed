"""Archives are read within their caps, and no name in them decides where anything is written."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from goodwill.doors import archive
from goodwill.doors.archive import Budget, members
from goodwill.doors.door import Hints, Ignored
from goodwill.doors.open import openings
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

SAMPLES = Path(__file__).parent / "samples"
LINE = b"2026-03-02 promise p1 by=alan to=me | the crates\n"


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()


def read(path):
    found = []
    for opening in openings([path]):
        found.extend(opening[0].read(opening[1], Hints()) if isinstance(opening, tuple) else [opening])
    return found


def put(folder, data, name="export.zip"):
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_chat_in_an_archive_reads_as_it_does_outside(tmp_path):
    sample = SAMPLES / "whatsapp-ios" / "WhatsApp Chat - Mara Quist" / "_chat.txt"
    path = put(tmp_path, zipped({"_chat.txt": sample.read_bytes()}), "WhatsApp Chat - Mara Quist.zip")
    inside, outside = read(path), read(sample)
    assert [i.id for i in inside if isinstance(i, Entry)] == [i.id for i in outside if isinstance(i, Entry)]
    first = next(i for i in inside if isinstance(i, Entry))
    assert first.get("src") == "WhatsApp Chat - Mara Quist.zip/_chat.txt"
    assert {i.get("thread") for i in inside if isinstance(i, Entry)} == {
        i.get("thread") for i in outside if isinstance(i, Entry)
    }


def test_a_slack_archive_reads_as_its_folder_does(tmp_path):
    folder = SAMPLES / "slack" / "workspace"
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.json")}
    assert read(put(tmp_path, zipped(files))) == read(folder)
    wrapped = {f"My workspace/{name}": data for name, data in files.items()}
    assert len(read(put(tmp_path, zipped(wrapped), "wrapped.zip"))) == len(read(folder))


@pytest.mark.parametrize(
    "name",
    ["../../escape.goodwill", "/etc/escape.goodwill", "C:\\windows\\escape.goodwill", "..\\escape.goodwill",
     "a/../../../escape.goodwill", "con.goodwill", "x\x00y.goodwill", "n" * 300 + ".goodwill", "\u202eescape.goodwill"],
)  # fmt: skip
def test_a_name_never_decides_where_a_file_is_written(tmp_path, name):
    within = tmp_path / "within"
    within.mkdir()
    source = put(tmp_path, zipped({"placeholder.goodwill": LINE}))
    with zipfile.ZipFile(source, "w") as made:
        info = zipfile.ZipInfo("x")
        info.filename = name
        made.writestr(info, LINE)
    [member] = members(source, within, Budget())
    assert member.path.resolve().is_relative_to(within.resolve())
    assert {p for p in tmp_path.rglob("*") if p.is_file()} == {source, member.path}


def test_a_bomb_is_stopped_at_its_ratio(tmp_path):
    [found] = read(put(tmp_path, zipped({"bomb.goodwill": b"\n" * 30_000_000})))
    assert found == Invalid("unpacks to more than 200 times its size; not read", "export.zip/bomb.goodwill")


def test_a_bomb_in_a_bomb_shares_one_budget(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 300_000)
    noise = bytes(range(256)) * 400
    inner = zipped({f"{n}.bin": noise for n in range(3)}, zipfile.ZIP_STORED)
    within = tmp_path / "within"
    found = list(members(put(tmp_path, inner), within, Budget(size=250_000)))
    assert [type(item).__name__ for item in found] == ["Member", "Member", "Invalid"]


def test_archives_are_read_three_deep(tmp_path):
    data = {"deep.goodwill": LINE}
    for depth in range(1, 5):
        found = read(put(tmp_path, zipped(data), f"{depth}.zip"))
        if depth <= 3:
            assert [item.id for item in found] == ["p1"]
        else:
            assert [item.reason for item in found] == ["archives are read 3 deep, not deeper"]
        data = {f"level{depth}.zip": zipped(data)}


def test_too_many_members_are_refused(tmp_path):
    [found] = read(put(tmp_path, zipped({f"{n}.goodwill": b"" for n in range(10_001)}, zipfile.ZIP_STORED)))
    assert found.reason == "more than 10,000 files in the archive"


def test_a_directory_that_claims_to_be_huge_is_not_read(tmp_path):
    data = bytearray(zipped({"a.goodwill": LINE}))
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<L", data, at + 12, 2**31)
    [found] = read(put(tmp_path, bytes(data)))
    assert found.reason == "the archive holds too many files"


def test_an_encrypted_member_is_a_reject_and_the_rest_is_read(tmp_path):
    data = bytearray(zipped({"a.goodwill": LINE, "b.goodwill": LINE}, zipfile.ZIP_STORED))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    found = read(put(tmp_path, bytes(data)))
    assert [getattr(item, "reason", "") for item in found] == ["encrypted; unpack it first", ""]


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_only_the_two_usual_ways_of_packing_are_opened(tmp_path, packed):
    [found] = read(put(tmp_path, zipped({"a.goodwill": LINE}, packed)))
    assert found.reason == "packed in an unusual way; unpack it first"


def test_pictures_in_an_archive_are_left_out(tmp_path):
    found = read(put(tmp_path, zipped({"photo.jpg": b"\xff\xd8", "a.goodwill": LINE})))
    assert [type(item) for item in found] == [Entry, Ignored]


def test_a_broken_archive_is_a_reject(tmp_path):
    data = zipped({"a.goodwill": LINE * 50, "b.goodwill": LINE})
    for cut in range(0, len(data), 7):
        for broken in (data[:cut], data[:cut] + b"\xff" + data[cut + 1 :]):
            for item in read(put(tmp_path, broken)):
                assert isinstance(item, Entry) or item.reason
