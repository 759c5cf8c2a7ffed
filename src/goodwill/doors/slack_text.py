"""Writes Slack's own marks out as a reader would see them: names for mentions, addresses for links."""

import html
import re
from collections.abc import Mapping

_MARK = re.compile(r"<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>")


def readable(text: str, names: Mapping[str, str]) -> str:
    """Replace mentions by names, links by label and address.

    >>> readable("<@U1> see <https://a.example|the plan> &amp; tell <#C1|design>", {"U1": "Dana Löwe"})
    'Dana Löwe see the plan (https://a.example) & tell #design'
    """
    return html.unescape(_MARK.sub(lambda m: _shown(m, names), text))


def _shown(match: re.Match[str], names: Mapping[str, str]) -> str:
    sign, target, label = match[1], match[2], match[3] or ""
    if sign == "@":
        return names.get(target, label or target)
    if sign == "#":
        return f"#{label or target}"
    if sign == "!":
        return f"@{label or target}"
    return f"{label} ({target})" if label and label != target else target
