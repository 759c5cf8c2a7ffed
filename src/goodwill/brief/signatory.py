"""The two sides of a text that goes to the other side, by name and address, so that it is clear who is meant."""

from goodwill.case.case import Case

BLANK = "______________"


def signatory(case: Case, side: str) -> str:
    """Name a side with its mail address where one is known."""
    known = case.who.known.get(side)
    mail = next((way for way in sorted(known.mentions) if "@" in way), "") if known else ""
    name = called(case, side)
    return f"{name} <{mail}>" if mail and mail != name else name


def called(case: Case, side: str) -> str:
    """Give the name of a side; of the user, the longest name known, or a blank to fill."""
    if side != case.me:
        return case.name(side)
    known = case.who.known.get(side)
    names = [w for w in (known.mentions if known else ()) if w != case.me and not any(c in w for c in "@+")]
    own = max(names, key=lambda name: (len(name), name), default="")
    return known.name if known and known.name != "you" else own.title() or BLANK
