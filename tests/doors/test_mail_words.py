"""Only the sender's own words are the sender's: quotations, signatures and hidden parts are not."""

import pytest

from goodwill.doors import header, html_text, quoting, signature
from goodwill.doors.door import Hints
from goodwill.doors.flowed import unflowed
from goodwill.doors.mail import message
from goodwill.doors.people import people

OWN = "Friday it is."
HEAD = b"From: alan@fields.example\nDate: Mon, 02 Jun 2025 05:58:00 +0100\n"


@pytest.mark.parametrize(
    "below",
    [
        "On Mon, 2 Jun 2025 at 05:58, Alan Fields <alan@fields.example> wrote:\n> Which day?\n>> older",
        "On Mon, 2 Jun 2025 at 05:58, Alan Fields\n<alan@fields.example>\nwrote:\n\n> Which day?",
        "On 02/06/2025 05:58, Alan Fields wrote:\nWhich day? I promise nothing.",
        "Am Mo., 2. Juni 2025 um 05:58 Uhr schrieb Alan Fields <alan@fields.example>:\n> Which day?",
        "Alan Fields schrieb am 02.06.2025 um 05:58:\n> Which day?",
        "Le lun. 2 juin 2025 à 05:58, Alan Fields <alan@fields.example> a écrit :\n> Which day?",
        "El lun, 2 jun 2025 a las 5:58, Alan Fields (<alan@fields.example>) escribió:\n\n> Which day?",
        "Il giorno lun 2 giu 2025 alle ore 05:58 Alan ha scritto:\n> Which day?",
        "Op ma 2 jun 2025 om 05:58 schreef Alan <a@f.example>:\n> Which day?",
        "Em seg., 2 de jun. de 2025 às 05:58, Alan escreveu:\n> Which day?",
        "-----Original Message-----\nFrom: Alan\nWhich day? I promise nothing.",
        "-----Ursprüngliche Nachricht-----\nVon: Alan\nWhich day?",
        "____________________\nFrom: Alan <a@f.example>\nSent: 02 June 2025 05:58\nTo: Rosa\nSubject: day\n\nWhich?",
        "*From:* Alan\n*Sent:* Monday, June 2, 2025 5:58 AM\n*To:* Rosa\n\nWhich day?",
        "Von: Alan\nGesendet: Montag, 2. Juni 2025 05:58\nAn: Rosa\nBetreff: Tag\n\nWhich day?",
        "De : Alan\nEnvoyé : lundi 2 juin 2025 05:58\nÀ : Rosa\nObjet : jour\n\nWhich day?",
        "De: Alan\nEnviado el: lunes, 2 de junio de 2025 5:58\nPara: Rosa\nAsunto: día\n\nWhich day?",
        "---------- Forwarded message ---------\nFrom: Alan <a@f.example>\nDate: Mon, 2 Jun 2025\n\nWhich day?",
        "Begin forwarded message:\n\nFrom: Alan\n\nWhich day?",
        "> Which day?\n> Or which week?",
    ],
)
def test_what_is_quoted_is_not_the_senders(below):
    assert quoting.own(f"{OWN}\n\n{below}") == OWN


@pytest.mark.parametrize(
    "text",
    [
        "On Monday we spoke about 3 things: prices, days and fennel.\nThe rest tomorrow.",
        "From: now on I pay on Fridays.\nThanks for waiting.",
        "On 2 June 2025 you said this and I agreed.\nI still do.",
        "Two points -- first, the price.\n--- and then the day ---\nBoth by Friday.",
        "As I wrote: the price stands.",
    ],
)
def test_what_only_resembles_a_quotation_stays(text):
    assert quoting.own(text) == text


def test_answers_between_quotations_stay_in_order():
    text = "> Friday?\nYes.\n\n> At six?\n\nAt seven."
    assert quoting.own(text) == "Yes.\n\nAt seven."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Yes.\n-- \nAlan\n07700 900142", "Yes."),
        ("Yes.\n--\nAlan", "Yes."),
        ("Yes.\n\nSent from my iPhone", "Yes."),
        ("Ja.\n\nVon meinem iPhone gesendet", "Ja."),
        ("Oui.\n\nEnvoyé de mon iPhone", "Oui."),
        ("Sí.\n\nEnviado desde mi iPhone", "Sí."),
        ("Yes.\n\nGet Outlook for iOS<https://aka.example>", "Yes."),
        ("Yes.\n\nBest regards,\nAlan Fields\nOwner\nTel. +44 7700 900142", "Yes.\n\nBest regards,\nAlan Fields"),
        ("Oui.\n\nCordialement\nMarc Petit\nwww.petit.example", "Oui.\n\nCordialement\nMarc Petit"),
        ("Yes.\n\nCheers\nAl\n0770 0900142\n\nP.S. Bring the crates.", "Yes.\n\nCheers\nAl\n\nP.S. Bring the crates."),
        ("CAUTION: This email originated from outside of the company.\nDo not click links.\n\nYes.", "Yes."),
        ("[EXTERNAL]\n\nYes.", "Yes."),
        ("Yes.\n\nCONFIDENTIALITY NOTICE: read by mistake, delete.", "Yes."),
        (
            "Ja.\n\nBeste Grüße\nJürgen\nTel. +49 30 1234567 | www.muessig.example\n"
            "This e-mail and any attachments are confidential. We will not accept liability for any damage.",
            "Ja.\n\nBeste Grüße\nJürgen",
        ),
    ],
)
def test_what_stands_below_the_last_word_is_left_out(text, left):
    assert signature.unsigned(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Thanks\nCan you send crates\n- tomatoes\n- leeks",
        "Thanks,\nI will pay 1200 on Friday and 1300 on the 27 of June 2026.",
        "Best wishes\nAlan",
        "Paid.\n\nAlan Fields\n(and I mean paid, this time, on the day and not after.)",
        "Best,\nAlan\nOne more thing: the fennel is 07700 to the crate and I will not go lower than that, as you know.",
        "Warning: I may be late with the crates.",
        "Yes.\n\nCAUTION: the yard is outside.\n\nAlan",
        "This message is late, I know.",
        "I signed it.\nThis message is confidential, as you asked.",
        "The table:\n--\n" + "\n".join(f"row {n}" for n in range(20)),
    ],
)
def test_what_was_said_is_not_taken_for_a_signature(text):
    assert signature.unsigned(text, "Alan Fields") == text


def test_the_senders_own_name_begins_a_signature():
    text = "Paid.\n\nAlan Fields\nOwner, Fields & Daughter\nUnit 4 | 07700 900142"
    assert signature.unsigned(text, "Alan Fields") == "Paid.\n\nAlan Fields"
    assert signature.unsigned(text, "Jess") == text


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<div style="display: none">hidden</div>seen', "seen"),
        ('<span style="font-size:0px">hidden</span>seen', "seen"),
        ('<span style="font-size:0.9em">small</span>', "small"),
        ("<p hidden>hidden <b>deep</b></p><p>seen</p>", "seen"),
        ('<div style="mso-hide:all"><p>a</p></div><p>seen</p>', "seen"),
        ("<style>p{}</style><script>x</script><title>t</title>seen", "seen"),
        ('<a href="javascript:alert(1)" onclick="x">link</a>', "link"),
        ('<img src="https://track.example/p.gif" alt="logo">seen', "seen"),
        ("<!-- note -->a &amp; b &lt;c&gt; &euro;5", "a & b <c> €5"),
        ("pre&#8203;&zwnj;&shy;header", "preheader"),
        ("<p>one</p>\n\n\n<p>two<br>three</p>", "one\n\ntwo\nthree"),
        ("<table><tr><td>day</td><td>Friday</td></tr></table>", "day Friday"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n>\n> > b\n> >\nc"),
        ("<div>unclosed <p>tags", "unclosed\n\ntags"),
        ("<svg><style><img src=x onerror=alert(1)></style></svg>seen", "seen"),
    ],
)
def test_html_gives_what_its_reader_sees(html, shown):
    assert html_text.plain(html) == shown


@pytest.mark.parametrize(
    "answered",
    [
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Rosa</p></div>',
        '<div id="divRplyFwdMsg">From: Rosa</div>',
        '<div id="appendonsend"></div>',
        '<div class="yahoo_quoted" id="q1">',
        '<div class="protonmail_quote">',
        '<blockquote type="cite">',
        '<div>On Mon, 2 Jun 2025 at 05:58, Rosa &lt;<a href="mailto:r@t.example">r@t.example</a>&gt; wrote:<br></div>',
    ],
)
def test_what_a_program_marks_as_the_answered_mail_is_not_the_senders(answered):
    html = f"<div>{OWN}</div>{answered}<div>I promise nothing, wrote Rosa.</div>"
    assert quoting.own(html_text.plain(html)) == OWN


def test_deep_or_hostile_html_is_still_read():
    for html in ("<div>" * 60_000 + "seen", "&" * 400_000, "<p>" * 100_000, "<a x='" * 60_000, "<blockquote>" * 4_000):
        assert isinstance(html_text.plain(html), str)


def test_flowed_lines_join_only_within_one_depth():
    text = "one \ntwo\n> three \n> four \nfive\n-- \nname"
    assert unflowed(text) == "one two\n> three four \nfive\n-- \nname"
    assert unflowed("be \nfore", delete_space=True) == "before"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"=?iso-8859-1?q?Caf=E9?=", "Café"),
        (b"=?utf-8?b?w7w=?= =?utf-8?b?w5/DnA==?=", "üßÜ"),
        (b"=?utf-8?q?=C3?= =?utf-8?q?=BC?=", "ü"),
        (b"=?no-such?q?plain?=", "plain"),
        (b"=?utf-8?b?!!!?=", ""),
        ("raw ü".encode(), "raw ü"),
        (b"raw \xfc", "raw ü"),
        (b"a =?utf-8?q?b?= c", "a b c"),
        (b"=?utf-8?q?new=0Aline?=", "new line"),
    ],
)
def test_header_words_are_decoded(written, read):
    assert header.text(written) == read


def test_people_are_bounded_and_never_hold_a_separator():
    many = ", ".join(f'"N, {n}" <n{n}@x.example>' for n in range(300)).encode()
    found = people(many)
    assert len(found) == 50
    assert not any("," in person for person in found)
    assert people(b"((((((" * 500) == ()
    assert people(b'"a,b"@x.example') == ("b@x.example",) or all("," not in p for p in people(b'"a,b"@x.example'))


def test_an_attached_mail_is_not_the_senders_word():
    inner = b"From: marc@autre.example\nDate: Mon, 02 Jun 2025 05:58:00 +0100\n\nI promise to pay.\n"
    raw = (
        HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n"
    )
    [entry] = message(raw + inner + b"\n--b--\n", "x.eml", 1, Hints())
    assert entry.words == "See below."


def test_a_hint_of_charset_overrules_the_claim():
    raw = HEAD + b"Content-Type: text/plain; charset=utf-8\n\n\xcf\xf0\xe8\xe2\xe5\xf2\n"
    [entry] = message(raw, "x.eml", 1, Hints(charset="cp1251"))
    assert entry.words == "Привет"


def test_a_very_long_mail_is_cut_and_says_so():
    [entry] = message(HEAD + b"\n" + b"All of it. " * 60_000, "x.eml", 1, Hints())
    assert len(entry.words) < 201_000
    assert entry.words.endswith("[the rest of this message is not read: it is too long]")
