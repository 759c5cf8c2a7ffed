"""What is said when something cannot be shown: a status and what to do, never a word of what was sent or kept."""

from http import HTTPStatus

SAID = {
    HTTPStatus.BAD_REQUEST: ("That could not be read", "Something in the form or the address was not as expected."),
    HTTPStatus.UNAUTHORIZED: (
        "This browser has no key",
        "Open goodwill by the link that <code>goodwill serve</code> printed. It works once; to get a new one, end "
        "goodwill with Ctrl-C and start it again.",
    ),
    HTTPStatus.FORBIDDEN: (
        "Not let in",
        "The request did not come from a page of this goodwill, or its link was used already. Go back to the "
        '<a href="/">first page</a> and try again, or start <code>goodwill serve</code> anew.',
    ),
    HTTPStatus.NOT_FOUND: ("Nothing is here", 'Go to the <a href="/">first page</a>.'),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Not done this way", 'Go to the <a href="/">first page</a>.'),
    HTTPStatus.CONFLICT: ("The book could not be used", "The window in which goodwill was started says why."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "That is too much at once",
        "Up to 256 MB and 2,000 files at once can be brought here. For more, use <code>goodwill bring</code> in a "
        "terminal.",
    ),
    HTTPStatus.MISDIRECTED_REQUEST: (
        "Not at this address",
        "goodwill answers to 127.0.0.1 and localhost with its own port, and to no other name.",
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "goodwill made a mistake",
        "Nothing of your book was lost. The window in which goodwill was started names the place of the fault.",
    ),
}


def known(status: int) -> HTTPStatus:
    """Give the status whose page fits: one we have words for, else the plainest of its kind."""
    if any(status == said for said in SAID):
        return HTTPStatus(status)
    return HTTPStatus.BAD_REQUEST if status < HTTPStatus.INTERNAL_SERVER_ERROR else HTTPStatus.INTERNAL_SERVER_ERROR


def bare_page(status: HTTPStatus) -> str:
    """Give a whole page for a status; it holds nothing but its own words.

    >>> "Nothing is here" in bare_page(HTTPStatus.NOT_FOUND)
    True
    """
    title, says = SAID[known(status)]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>goodwill: {title}</title>\n"
        '<link rel="icon" href="/static/icon.svg">\n<link rel="stylesheet" href="/static/page.css">\n'
        '<link rel="stylesheet" href="/static/goodwill.css">\n</head>\n'
        f"<body>\n<main>\n<h1>{title}</h1>\n<p>{says}</p>\n</main>\n</body>\n</html>\n"
    )
