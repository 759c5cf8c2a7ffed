"""A draft with slots: what it is for, which finding calls for it, and the words around the facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

BLANK = "______"
_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for one finding about one side, `me`, `them` or `any`; slots in braces take facts or stay blank."""

    code: str
    by: str
    purpose: str
    text: str

    def filled(self, facts: Mapping[str, str]) -> str:
        """Fill the slots; a fact the ledger does not have becomes a blank to fill.

        >>> Draft("E201", "me", "", "Dear {name}, it is {amount} short.").filled({"name": "Alan"})
        'Dear Alan, it is ______ short.'
        """
        return _SLOT.sub(lambda slot: facts.get(slot[1]) or BLANK, self.text)
