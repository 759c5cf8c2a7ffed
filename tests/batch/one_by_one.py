"""The parts of a network worked on one after the other in this program: the plainest way, and the measure of others."""

from collections.abc import Iterable, Iterator

from goodwill.batch.letters import DESK, Letter, Work, post_of


class OneByOne:
    """A runner without an engine."""

    def sent(self, letters: Iterable[Letter]) -> list[Letter]:
        """Take letters in."""
        return list(letters)

    def joined(self, one: list[Letter], other: list[Letter]) -> list[Letter]:
        """Put two mails together."""
        return one + other

    def round(self, mail: list[Letter], work: Work) -> list[Letter]:
        """Have each part work on its post."""
        boxes: dict[int, list[Letter]] = {}
        for letter in mail:
            boxes.setdefault(letter.to, []).append(letter)
        return [written for part, box in boxes.items() if part != DESK for written in work(part, post_of(box))]

    def kept(self, mail: list[Letter]) -> list[Letter]:
        """Return the mail: the work is done."""
        return mail

    def read(self, mail: list[Letter]) -> Iterator[Letter]:
        """Yield the letters to the desk in the order of their senders."""
        yield from sorted((letter for letter in mail if letter.to == DESK), key=lambda letter: letter.sender)
