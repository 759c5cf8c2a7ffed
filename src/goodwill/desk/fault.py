"""What the desk says when it cannot do what it was asked."""


class DeskFault(Exception):  # noqa: N818 - said to the user as it is
    """Something asked of the desk that it cannot do; the message says why, in words for the user."""
