"""Every dated item of the book, and what it teaches of the next ones: worked out once, asked for each counterparty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goodwill.case.dated import Dated
    from goodwill.measures.due_items import Items
    from goodwill.measures.item_risk import Ready, Risk


@dataclass(frozen=True)
class Pool:
    """The newest dated items of the whole book, of any pair, as of a day. Cases narrowed from one case share it."""

    dated: "tuple[Dated, ...]"
    today: date

    @cached_property
    def settled(self) -> int:
        """Count the items that are settled."""
        return sum(item.settled is not None for item in self.dated)

    def risk(self, asked: "Sequence[Dated]") -> "Risk":
        """Say how likely each open item is to come late, and by how many days; one row an item, in the order asked."""
        return self._ready.risk(self._items(asked))

    @cached_property
    def _ready(self) -> "Ready":
        from goodwill.measures.promptness import ready

        return ready(self._items(self.dated), self.today.toordinal())

    @cached_property
    def _codes(self) -> dict[tuple[str, str, str], int]:
        return {pair: n for n, pair in enumerate(dict.fromkeys(map(_pair, self.dated)))}

    def _items(self, some: "Sequence[Dated]") -> "Items":
        """Give items as columns; a pair without any item in the pool has a code that nobody else has a record under."""
        from goodwill.measures.promptness import items

        strange = len(self._codes)
        return items(
            [self._codes.get(_pair(item), strange) for item in some],
            [item.due.toordinal() for item in some],
            [item.settled.toordinal() if item.settled else float("nan") for item in some],
            sent=[item.known.toordinal() for item in some],
        )


def _pair(item: "Dated") -> tuple[str, str, str]:
    return (item.by, item.to, item.kind)
