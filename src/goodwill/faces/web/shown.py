"""How a page leaves: through a template that escapes everything, or as the same document the command line prints."""

import json
from dataclasses import dataclass
from datetime import date
from textwrap import dedent
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from goodwill.brief.line import Line
from goodwill.brief.page import Page
from goodwill.brief.render_html import Links, article, items
from goodwill.desk.clock import asked_day
from goodwill.faces.web.served import Served
from goodwill.faces.web.session import Session
from goodwill.findings.words import spoken, spoken_days, visible


def _finalized(value: object) -> object:
    """Write what cannot be seen, or would turn a text around, as escapes; markup was written by us and stays."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


ENVIRONMENT = Environment(
    loader=PackageLoader("goodwill.faces.web", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_finalized,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters["spoken"] = spoken
ENVIRONMENT.filters["said"] = spoken_days
ENVIRONMENT.filters["dedented"] = dedent
ENVIRONMENT.filters["as_written"] = lambda text: Markup(escape(text))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks besides its page: of which desk, as of which day, in which form; and was a form sent."""

    served: Served
    session: Session
    path: str
    query: tuple[tuple[str, str], ...]
    day: date
    told_day: str
    json: bool
    posted: bool

    def to(self, path: str, **query: str) -> str:
        """Give the address of a page, with the day that was asked for."""
        told = {"as_of": self.told_day} | query
        return path + ("?" + urlencode(kept) if (kept := {key: value for key, value in told.items() if value}) else "")

    def here(self, **query: str) -> str:
        """Give the address of this page, asked for in another way."""
        return self.to(self.path, **(dict(self.query) | query))

    @property
    def links(self) -> Links:
        """Say where entries and rules can be read."""
        return Links(lambda ident: self.to("/entry", id=ident), lambda code: self.to(f"/rules/{code}"))

    def article(self, page: Page) -> Markup:
        """Give a page of the brief as an article; it is escaped where it is made."""
        return Markup(article(page, self.links))

    def items(self, lines: tuple[Line, ...]) -> Markup:
        """Give lines as items of a list; they are escaped where they are made."""
        return Markup(items(lines, self.links))

    def show(self, template: str, document: Any, **values: Any) -> Response:  # noqa: ANN401
        """Show a page, or its document where JSON was asked for."""
        if self.json:
            text = visible(json.dumps(document, ensure_ascii=False, indent=2))
            return Response(text.encode("utf-8", "backslashreplace"), media_type="application/json")
        page = ENVIRONMENT.get_template(template).render(asked=self, csrf=self.session.csrf, **values)
        return HTMLResponse(page.encode("utf-8", "backslashreplace"))


def asked(
    request: Request,
    as_of: Annotated[str, Query(max_length=10)] = "",
    form: Annotated[Literal["html", "json"], Query(alias="format")] = "html",
) -> Asked:
    """Read what a request asks besides its page; a day that is none is refused."""
    served: Served = request.app.state.served
    try:
        day = asked_day(as_of) if as_of else served.today()
    except ValueError:
        raise HTTPException(400) from None
    told_day = day.isoformat() if as_of else ""
    query = tuple((key, value) for key, value in request.query_params.multi_items() if key not in ("as_of", "format"))
    return Asked(
        served,
        request.app.state.session,
        request.url.path,
        query,
        day,
        told_day,
        form == "json",
        request.method == "POST",
    )


Ask = Annotated[Asked, Depends(asked)]
