"""How soon an editor has the marks of a draft: from the key that was typed to the diagnostics, over the real server.

    uv run python benchmarks/editor_speed.py [--characters 50000] [--runs 15]

Wall time of a whole round, less the pause for which the server waits until the writer rests; median and slowest of some
runs, each on a text that was never sent before. The first draft is ordinary mails one after another; the second is made
of the sentences that the cues know, so that every sentence means something. Each is checked without a book and to
somebody in a book. Beside it stands the CPU time of the check alone, which other work on the machine touches less. The
floor is a draft of one word: what the protocol and both programs cost.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from goodwill.desk.desk import Desk
from goodwill.faces.lsp.server import PAUSE
from goodwill.moves.cue import cues

ROOT = Path(__file__).parents[1]


def ordinary(length: int) -> str:
    mails = (ROOT / "tests/journeys/ordinary_mails.txt").read_text("utf-8").replace("----\n", "")
    return (mails * (length // len(mails) + 1))[:length]


def meant(length: int) -> str:
    told = [text for cue in cues() for text in cue.yes + cue.no]
    random.Random(7).shuffle(told)
    whole = "\n".join(told)
    return (whole * (length // len(whole) + 1))[:length]


async def rounds(texts: list[str], *args: str) -> list[float]:
    """Give the seconds of each round: a text typed, its diagnostics there."""
    client, told = LanguageClient("benchmark", "1"), asyncio.Queue()
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda said: told.put_nowait(said))
    await client.start_io(sys.executable, "-m", "goodwill", *args, "lsp")
    await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities(), root_uri=Path.cwd().as_uri()))
    client.initialized(lsp.InitializedParams())
    uri, taken = "file:///draft.md", []
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "markdown", 0, "Hello.")))
    await told.get()
    for version, text in enumerate(texts, 1):
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        began = time.perf_counter()
        named = lsp.VersionedTextDocumentIdentifier(version, uri)
        client.text_document_did_change(lsp.DidChangeTextDocumentParams(named, [change]))
        while (await told.get()).version != version:
            pass
        taken.append(time.perf_counter() - began - PAUSE)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return taken


def alone(desk: Desk, texts: list[str]) -> float:
    """Give the median CPU seconds of the check itself, in this program, rules and reader loaded."""
    taken = []
    for text in [texts[0] + " ", *texts]:
        began = time.process_time()
        desk.check(text)
        taken.append(time.process_time() - began)
    return statistics.median(taken[1:])


def report(what: str, taken: list[float]) -> None:
    print(f"{what}: median {statistics.median(taken) * 1e3:,.0f} ms, slowest {max(taken) * 1e3:,.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        book = str(Path(scratch) / "story.book")
        desk = Desk.open(book)
        desk.bring([ROOT / "examples/restaurant"])
        entries = len(desk.book)
        report("floor, a draft of one word", asyncio.run(rounds([f"Hello {n}." for n in range(asked.runs)])))
        for name, draft in (("ordinary mails", ordinary), ("made of what the cues know", meant)):
            texts = [draft(asked.characters - 4) + f"{n:04}" for n in range(asked.runs)]
            size = f"{len(texts[0]):,} characters, {name}"
            report(f"{size}, no book", asyncio.run(rounds(texts)))
            print(f"    CPU of the check alone: median {alone(Desk.empty(), texts) * 1e3:,.0f} ms")
            texts = [f"To: Alan Fields\n\n{text}"[: asked.characters] for text in texts]
            report(f"{size}, to somebody in a book of {entries:,} entries", asyncio.run(rounds(texts, "--book", book)))
            print(f"    CPU of the check alone: median {alone(desk, texts) * 1e3:,.0f} ms")


if __name__ == "__main__":
    main()
