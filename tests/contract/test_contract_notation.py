"""Section 1: one entry, one line; every kind with every key; what is odd survives, what is wrong has a reason."""

import pytest

EVERY_KIND = """\
2026-01-01 party bo name="Bo Lind" type=person mail=bo@lind.example phone="+46 8 555 010 10" alias=Bosse of=lindab
2026-01-01 party lindab name="Lind & Co AB" type=organisation
2026-01-02 tie t1 a=me b=bo nature="sailing club" since=2019
2026-01-03 vouch v1 by=ada about=bo closeness=4 matter=roofing | he is good
2026-01-04 claim c1 by=bo matter=roofing expires=2027-01-01 | Certified since 2010
2026-01-05 check k1 of=c1 by=me how="asked the guild" result=confirmed
2026-01-06 reference r1 by=ada about=bo chosen=found reliability=5 followthrough=4 again=yes | on the day
2026-01-06 rating ra1 by=me about=bo value=-0.5 matter=roofing
2026-01-07T09:30 talk ta1 with=bo channel=phone minutes=25 purpose=rapport | the weather
2026-01-08T08:15 message m1 by=bo to=me channel=mail thread=th1 | I will send the tiles by Friday.\\nBo
2026-01-08 reading rd1 of=m1 move=promise span=0-32 reader=cues@1 p=0.93
2026-01-09 default d1 about=bo level=guarded cap=500 currency=SEK announced=yes
2026-01-09 stake s1 with=bo amount=1200.50 currency=SEK until=2026-06-30
2026-01-09 safeguard sg1 with=bo type=second_opinion announced=before | how I always decide
2026-01-10 interest i1 of=bo matter=supplier conflict=yes disclosed=no
2026-01-10 promise p1 by=bo to=me due=2026-01-16 deal=roof | the tiles by Friday
2026-01-10 promise p2 by=me to=bo every=30d after=p1 deal=roof | pay each month
2026-01-10 promise p3 by=me to=bo due=2026-01-20 | the drawing
2026-01-10 promise p4 by=me to=bo due=2026-01-20 | the permit
2026-01-15 kept kp1 of=p1
2026-01-21 broken b1 of=p3
2026-01-21 released rl1 of=p4
2026-01-21 renegotiated rn1 of=p3 due=2026-02-01 asked=after
2026-01-22 invoice in1 by=bo to=me amount=300 currency=SEK due=2026-02-05 number=A-17
2026-02-10 payment pay1 by=me to=bo amount=300 currency=SEK of=in1
2026-01-22 delivery dl1 by=bo to=me due=2026-01-21 of=p1
2026-01-23 accommodation ac1 by=bo to=me matter="late payment" limit=1/60d | this once
2026-01-24 concession cn1 by=me to=bo deal=roof issue=price from=100 into=110 cost=10 benefit=b limit=l goodwill=yes
2026-01-24 issue is1 deal=roof issue=price options=100,110,120
2026-01-24 value va1 by=me issue=price option=100 points=10
2026-01-24 reservation rs1 by=me deal=roof points=3
2026-01-25 offer o1 by=bo to=me deal=roof terms="price=120;days=30"
2026-01-26 agree ag1 by=me to=bo deal=roof terms=price=110;days=30
2026-01-26 walk w1 by=me to=ada deal=shed terms=price=1
2026-01-26 decision dc1 by=me to=bo deal=roof reason="cash is short" | we take 30 days
2026-01-26 comparable cm1 matter=tiles value=105 unit=SEK n=12 of="market report"
2026-01-27 concern co1 by=bo to=me | I worry about late payments
2026-01-28 answer an1 of=co1 by=me | understood
2026-01-28 thanks th1 by=me to=bo for="the tiles"
2026-01-29 pulse pu1 by=me deal=roof outcome=5 self=6 process=4 relationship=7 | fine
2026-01-30 breach br1 by=me to=bo of=p3 cause=bad_faith | the drawing never came
2026-01-30 apology ap1 by=me to=bo of=br1 parts=regret,explanation | sorry
2026-01-30 amends am1 by=me to=bo of=br1 amount=50
2026-01-31 amend ad1 of=in1 by=me amount=310
2026-01-31 contest ct1 of=br1 by=bo until=2026-03-01 | not so
2026-01-31 dismiss ds1 of=rd1 by=me until=2026-03-01 | no promise
2026-01-31 confirm cf1 of=rd1 by=me
2026-02-01 erase er1 about=ada by=me | on request
"""

ODD = [
    '2026-01-01 thanks o1 by=me to="a\\"b \\\\ c" for="=1+1" | bars | "quotes" ; \\\\n no break \\n a break',
    '2026-01-01 thanks o2 by=me to="שלום\u202e abc" for="\u200bzero" | \u202ex\u202c\ufeff 👩\u200d👧 \u2028\x85\x0b',
    '2026-01-01 thanks o3 by=me to=bo for="a\x00b" | nul\x00here',
    "2026-01-01  thanks   o4\tby=me   to=bo   |two gaps",
    "2026-01-01 thanks o5 by=me to=bo |  room before and after  ",
    "2026-01-01 thanks o6 by=me to=bo for=a=b=c;d | x",
    "2026-01-01 thanks - by=me to=bo | minted",
    "2026-01-01 thanks - by=me to=bo | minted",
    "2026-01-01 message o7 by=me to=bo | a carriage \\r return",
    "0001-01-01 thanks o8 by=me to=bo | long ago",
    "9999-12-31 thanks o9 by=me to=bo | far",
    "; a comment",
    "",
    "2026-01-01 thanks ünï by=me to=bo | no newline after this",
]

WRONG = [
    "2026-02-29 thanks w by=me to=bo",
    "2026-01-01T24:00 thanks w by=me to=bo",
    "2026-01-01 frobnicate w by=me",
    "2026-01-01 thanks",
    "2026-01-01 promise w by=me to=bo due=soon",
    "2026-01-01 vouch w by=me about=bo closeness=6",
    "2026-01-01 pulse w by=me outcome=8",
    "2026-01-01 rating w by=me about=bo value=nan",
    "2026-01-01 rating w by=me about=bo value=2",
    "2026-01-01 reading w of=m move=promise p=1.5",
    '2026-01-01 thanks w by=me to="open | x',
    "2026-01-01 thanks w by=me to=bo by=me",
    '2026-01-01 thanks w by=me to="\\ud800"',
]


def exported(ask, book):
    answer = ask("export", "--book", book)
    assert answer.status == 0
    return answer.out


def test_every_kind_with_every_key_comes_in_and_goes_out(ask, lay):
    lay("all.goodwill", EVERY_KIND)
    brought = ask("--book", "one.book", "bring", "all.goodwill", "--format", "json").data
    assert brought["rejected"] == []
    out = exported(ask, "one.book")
    assert {line.split()[2] for line in EVERY_KIND.splitlines()} <= {line.split()[2] for line in out.splitlines()}
    lay("again.goodwill", out)
    assert ask("--book", "two.book", "bring", "again.goodwill", "--format", "json").data["rejected"] == []
    assert exported(ask, "two.book") == out
    assert ask("--book", "two.book", "verify").status == 0
    twice = ask("--book", "one.book", "bring", "all.goodwill", "--format", "json").data
    assert (twice["accepted"], twice["duplicate"]) == (0, brought["accepted"])


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_odd_survives_two_journeys(ask, lay, ending, mark):
    lay("odd.goodwill", mark + ending.join(ODD))
    assert ask("--book", "one.book", "bring", "odd.goodwill", "--format", "json").data["rejected"] == []
    out = exported(ask, "one.book")
    assert "nul\x00here" in out
    assert "👩\u200d👧 \u2028\x85\x0b" in out
    lay("again.goodwill", out)
    ask("--book", "two.book", "bring", "again.goodwill")
    assert exported(ask, "two.book") == out


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_has_a_reason_and_stops_nothing(ask, lay, line):
    lay("wrong.goodwill", f"{line}\n2026-01-02 thanks good by=me to=bo | fine\n")
    brought = ask("--book", "one.book", "bring", "wrong.goodwill", "--format", "json").data
    assert brought["accepted"] == 1
    (reject,) = brought["rejected"]
    assert (reject["file"], reject["line"]) == ("wrong.goodwill", 1)
    assert reject["reason"]


def test_one_id_stands_for_one_content(ask, lay):
    lay("ids.goodwill", "2026-01-01 thanks t by=me to=bo | one\n2026-01-01 thanks t by=me to=bo | two\n")
    brought = ask("--book", "one.book", "bring", "ids.goodwill", "--format", "json").data
    assert (brought["accepted"], len(brought["rejected"])) == (1, 1)
