"""How fast a large mail folder is read, and in how much memory; beside it, the same with Python's own mail parser.

    python benchmarks/mbox_speed.py [--megabytes 1000] [--compare]

The folder is made up, the same at each run: plain and HTML mails, some with quotations, one in ten with an attachment.
"""

import argparse
import email.policy
import json
import mailbox
import random
import resource
import tempfile
import time
from base64 import encodebytes
from pathlib import Path

from goodwill.doors.door import Hints
from goodwill.doors.mbox import Mbox
from goodwill.ledger.entry import Entry

WORDS = ("the crates", "come friday", "and we", "pay on monday", "with thanks", "for your patience", "about price")


def sentence(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count // 2)).capitalize() + "."


def one(number: int, chance: random.Random) -> bytes:
    day = 1 + number % 28
    lines = [sentence(chance, 14) for _ in range(chance.randint(3, 25))]
    head = [
        f"From a{number % 50}@mail.example Mon Jun {day:02} 05:58:00 2025",
        "Received: from mx.mail.example by mx.other.example; Mon, 02 Jun 2025 05:58:00 +0100",
        f"From: =?utf-8?q?S=C3=B8ren?= {number % 50} <a{number % 50}@mail.example>",
        "To: Rosa Ferrante <rosa@trattoria.example>, Jess <jess@mail.example>",
        f"Subject: Re: crates {number % 97}",
        f"Date: Mon, {day:02} Jun 2025 05:58:00 +0100",
        f"Message-ID: <{number}@mail.example>",
        f"References: <{number % 97}@mail.example>",
        "MIME-Version: 1.0",
    ]
    body = "\n".join(lines)
    quoted = "\n\nOn Sun, 1 Jun 2025 at 10:00, Rosa wrote:\n" + "\n".join(f"> {line}" for line in lines)
    if number % 3:
        return ("\n".join(head) + f'\nContent-Type: text/plain; charset="utf-8"\n\n{body}{quoted}\n\n').encode()
    html = "<html><body>" + "".join(f"<p>{line} <b>Best</b></p>" for line in lines) + "</body></html>"
    attached = encodebytes(chance.randbytes(60_000)).decode() if number % 10 == 0 else "QQ=="
    parts = [
        f"Content-Type: text/html; charset=utf-8\n\n{html}",
        "Content-Type: application/pdf\nContent-Disposition: attachment\n"
        f"Content-Transfer-Encoding: base64\n\n{attached}",
    ]
    mixed = "".join(f"\n--cut\n{part}" for part in parts) + "\n--cut--\n\n"
    return ("\n".join(head) + f'\nContent-Type: multipart/mixed; boundary="cut"\n{mixed}').encode()


def make(path: Path, megabytes: int) -> None:
    chance, number = random.Random(7), 0
    with path.open("wb") as file:
        while file.tell() < megabytes * 1_000_000:
            file.write(one(number, chance))
            number += 1


def ours(path: Path) -> dict[str, float]:
    start, messages = time.perf_counter(), 0
    for item in Mbox().read(path, Hints()):
        messages += isinstance(item, Entry)
    seconds = time.perf_counter() - start
    return {
        "messages": messages,
        "messages_per_second": round(messages / seconds),
        "megabytes_per_second": round(path.stat().st_size / seconds / 1e6, 1),
        "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def standard(path: Path, most: int = 3000) -> dict[str, float]:
    """Read the first messages with the standard library: its mbox, its parser, the body it prefers; nothing more."""
    box = mailbox.mbox(path, factory=lambda f: email.message_from_binary_file(f, policy=email.policy.default))
    start, messages = time.perf_counter(), 0
    for message in box:
        body = message.get_body(("plain", "html"))
        messages += body is not None and bool(body.get_content())
        if messages == most:
            break
    return {"messages": messages, "messages_per_second": round(messages / (time.perf_counter() - start))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--compare", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.mbox"
        make(path, told.megabytes)
        found = {"goodwill": ours(path)}
        if told.compare:
            found["standard library"] = standard(path)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
