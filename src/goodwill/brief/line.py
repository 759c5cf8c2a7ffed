"""One line of a page: what stands in front of it, the text, and the notes beneath."""

from dataclasses import dataclass

from goodwill.case.standing import Estimate


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a section: a mark (!, *, -, + or none), a head, the text, and notes beneath it.

    `code` is the rule the line comes from. `cites` are the entries it shows: those of its notes, in order, or where
    there are no notes the one of the text itself.
    """

    text: str
    head: str = ""
    mark: str = ""
    notes: tuple[str, ...] = ()
    scale: Estimate | None = None
    code: str = ""
    cites: tuple[str, ...] = ()
