"""The server that an editor starts: it answers on standard output and keeps nothing but the drafts that are open."""

import asyncio
import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from goodwill import __version__
from goodwill.desk.checking import Checked
from goodwill.desk.desk import Desk
from goodwill.desk.draft import addressees
from goodwill.desk.lasting import Lasting
from goodwill.faces.lsp.actions import actions
from goodwill.faces.lsp.marks import Mark, diagnostics, marks
from goodwill.faces.lsp.pages import page
from goodwill.faces.lsp.places import Places, as_lines
from goodwill.faces.lsp.wishes import Wishes
from goodwill.findings.words import visible

PAUSE = 0.15
SUFFIXES = (".md", ".markdown", ".txt", ".eml")
LANGUAGES = ("markdown", "plaintext", "text", "mail", "email", "eml")
EXPECTED = (OSError, LookupError, ValueError)


@dataclass(frozen=True, slots=True)
class Judged:
    """One state of a draft, what was found in it, and where."""

    version: int | None
    places: Places
    checked: Checked
    drawn: tuple[Mark, ...]


class DraftServer(LanguageServer):
    """Checks the drafts that are open at one desk; positions are exchanged whole texts at a time."""

    def __init__(self, opening: Callable[[Path | None], Desk], wishes: Wishes) -> None:
        super().__init__("goodwill", __version__, lsp.TextDocumentSyncKind.Full)
        self.opening, self.wishes = opening, wishes
        self.lasting = Lasting(partial(opening, None))
        self.judged: dict[str, Judged] = {}
        self.complaint = ""

    def settle_in(self, told: object) -> None:
        """Take the editor's wishes, and the settings of the folder it works in."""
        self.wishes = self.wishes.over(told)
        root = self.workspace.root_path
        self.lasting = Lasting(partial(self.opening, Path(root) if root else None))

    def judge(self, uri: str) -> Judged | None:
        """Check a draft as it stands now, once for each state of it; None for what is no draft."""
        draft = self.workspace.text_documents.get(uri)
        if draft is None or not _is_draft(draft.filename, draft.language_id):
            return None
        known = self.judged.get(uri)
        text = as_lines(draft.source)
        if known is None or (known.version, known.places.text) != (draft.version, text):
            places = Places(text, draft.position_codec)
            checked = self._checked(text, draft.filename or "")
            drawn = marks(checked.findings if self.wishes.whole else checked.shown, places)
            known = self.judged[uri] = Judged(draft.version, places, checked, drawn)
        return known

    def _checked(self, text: str, file: str) -> Checked:
        """Check a text; where the book or the addressee cannot be used, say so once and go on without."""
        if not text.strip():
            return Checked((), ())
        today = date.today()
        to = "" if addressees(text) else self.wishes.to
        try:
            made, complaint = self.lasting.desk().check(text, to, today, file), ""
        except EXPECTED as fault:
            made, complaint = Desk.empty().check(text, "", today, file), " ".join(str(fault).split())
        if complaint and complaint != self.complaint:
            told = f"goodwill: checked for what it says alone: {visible(complaint)}"
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, told))
        self.complaint = complaint
        return replace(made, note="") if complaint else made

    def publish(self, uri: str) -> None:
        """Check a draft and have its marks drawn."""
        judged = self.judge(uri)
        if judged is not None:
            told = diagnostics(judged.drawn, judged.checked, judged.places)
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, told, judged.version))

    def again(self) -> None:
        """Check every open draft anew."""
        self.judged.clear()
        for uri in list(self.workspace.text_documents):
            self.publish(uri)

    def here(self, uri: str, place: lsp.Range) -> tuple[Mark, ...]:
        """Give the marks that meet a place of a draft."""
        judged = self.judge(uri)
        return tuple(mark for mark in judged.drawn if mark.touches(place)) if judged else ()


def _is_draft(name: str | None, language: str | None) -> bool:
    return Path(name or "").suffix.lower() in SUFFIXES or language in LANGUAGES


def served(opening: Callable[[Path | None], Desk], wishes: Wishes) -> DraftServer:
    """Make the server with everything it answers to; `start_io` runs it."""
    server = DraftServer(opening, wishes)
    for name, answer in ANSWERS.items():
        server.feature(name)(partial(answer, server))
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))(
        partial(_offered, server)
    )
    return server


def _greeted(server: DraftServer, params: lsp.InitializeParams) -> None:
    server.settle_in(params.initialization_options)


def _ready(server: DraftServer, _params: lsp.InitializedParams) -> None:
    """Load book, rules and reader, for good, before the first draft is typed."""
    with suppress(*EXPECTED):
        server.lasting.desk().check("Hello.")
    gc.freeze()


def _opened(server: DraftServer, params: lsp.DidOpenTextDocumentParams) -> None:
    server.publish(params.text_document.uri)


async def _typed(server: DraftServer, params: lsp.DidChangeTextDocumentParams) -> None:
    """Wait until the writer pauses; only the newest state of a draft is checked."""
    uri, version = params.text_document.uri, params.text_document.version
    await asyncio.sleep(PAUSE)
    draft = server.workspace.text_documents.get(uri)
    if draft is not None and draft.version == version:
        server.publish(uri)


def _saved(server: DraftServer, params: lsp.DidSaveTextDocumentParams) -> None:
    server.judged.pop(params.text_document.uri, None)
    server.publish(params.text_document.uri)


def _closed(server: DraftServer, params: lsp.DidCloseTextDocumentParams) -> None:
    server.judged.pop(params.text_document.uri, None)
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))


def _wished(server: DraftServer, params: lsp.DidChangeConfigurationParams) -> None:
    server.wishes = server.wishes.over(params.settings)
    server.again()


def _offered(server: DraftServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri, only = params.text_document.uri, params.context.only
    judged = server.judge(uri)
    if only and not any(lsp.CodeActionKind.QuickFix.startswith(kind) for kind in only):
        return []
    return actions(uri, server.here(uri, params.range), judged.places) if judged else []


def _explained(server: DraftServer, params: lsp.HoverParams) -> lsp.Hover | None:
    told = server.client_capabilities.text_document
    forms = (told.hover.content_format or ()) if told and told.hover else ()
    place = lsp.Range(params.position, params.position)
    return page(server.here(params.text_document.uri, place), markdown=lsp.MarkupKind.Markdown in forms)


ANSWERS: dict[str, Callable[..., object]] = {
    lsp.INITIALIZE: _greeted,
    lsp.INITIALIZED: _ready,
    lsp.TEXT_DOCUMENT_DID_OPEN: _opened,
    lsp.TEXT_DOCUMENT_DID_CHANGE: _typed,
    lsp.TEXT_DOCUMENT_DID_SAVE: _saved,
    lsp.TEXT_DOCUMENT_DID_CLOSE: _closed,
    lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: _wished,
    lsp.TEXT_DOCUMENT_HOVER: _explained,
}
