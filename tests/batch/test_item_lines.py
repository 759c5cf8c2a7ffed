"""Two lines of one order are two items, and two parts of one line are one."""

from goodwill.faces.cli.app import run

ORDERS = """Purchasing Document,Item,Vendor,Order date,Delivery Date,Posting Date of GR
45,10,Kite,2026-01-05,2026-01-26,2026-01-26
45,20,Kite,2026-01-05,2026-01-26,2026-01-26
45,20,Kite,2026-01-05,2026-01-26,2026-02-04
46,10,Kite,2026-01-06,2026-01-27,2026-01-27
"""


def test_a_line_of_an_order_is_an_item_and_a_part_of_it_is_none(tmp_path, capsys):
    file = tmp_path / "orders.csv"
    file.write_text(ORDERS, "utf-8")
    assert run(["score", str(file)]) == 0
    shown = capsys.readouterr()
    assert "4 rows of deliveries read, 3 items" in shown.err
    assert [line.split(",")[1:5] for line in shown.out.splitlines()[1:]] == [
        ["45", "2026-01-05", "2026-01-26", "2026-01-26"],
        ["45", "2026-01-05", "2026-01-26", "2026-02-04"],
        ["46", "2026-01-06", "2026-01-27", "2026-01-27"],
    ]


def test_without_the_column_of_lines_an_order_is_one_item(tmp_path, capsys):
    file = tmp_path / "orders.csv"
    file.write_text("\n".join(",".join(r.split(",")[:1] + r.split(",")[2:]) for r in ORDERS.splitlines()), "utf-8")
    assert run(["score", str(file)]) == 0
    assert "4 rows of deliveries read, 2 items" in capsys.readouterr().err
