"""What an editor offers for a mark: the rewording, and a waiver to fill in."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction, CodeActionKind, Range, TextEdit, WorkspaceEdit

from goodwill.case.quoting import quoted
from goodwill.case.thread import DRAFT
from goodwill.faces.lsp.marks import Mark, diagnostic
from goodwill.faces.lsp.places import Places

BLANK = "______"


def actions(uri: str, drawn: tuple[Mark, ...], places: Places) -> list[CodeAction]:
    """Give every action for some marks of a draft, rewordings first."""
    return [*_rewordings(uri, drawn), *_waivers(uri, drawn, places)]


def _rewordings(uri: str, drawn: tuple[Mark, ...]) -> Iterator[CodeAction]:
    for mark in drawn:
        if mark.finding.reword and mark.finding.at(DRAFT).start is not None:
            title = f"{mark.finding.code}: write {quoted(mark.finding.reword)}"
            edit = TextEdit(mark.range, mark.finding.reword)
            yield _action(title, uri, mark, edit, preferred=True)


def _waivers(uri: str, drawn: tuple[Mark, ...], places: Places) -> Iterator[CodeAction]:
    """Offer a waiver at the end of the line; the reason is a blank for the writer."""
    for mark in drawn:
        code, last = mark.finding.code, mark.finding.at(DRAFT).end
        end = places.position(places.line_end(len(places.text.rstrip()) if last is None else last))
        edit = TextEdit(Range(end, end), f" <!-- goodwill: ignore {code} -- {BLANK} -->")
        yield _action(f"{code}: waive it here, with a reason", uri, mark, edit)


def _action(title: str, uri: str, mark: Mark, edit: TextEdit, *, preferred: bool = False) -> CodeAction:
    return CodeAction(
        title,
        kind=CodeActionKind.QuickFix,
        diagnostics=[diagnostic(mark)],
        is_preferred=preferred,
        edit=WorkspaceEdit(changes={uri: [edit]}),
    )
