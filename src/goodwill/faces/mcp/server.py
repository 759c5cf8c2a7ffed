"""The server that an AI assistant starts: one tool at a time, each answer marked, nothing written."""

import json
import logging
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any

import anyio
from anyio.to_thread import run_sync
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp_types import CallToolRequestParams, CallToolResult, ListToolsResult, TextContent
from pydantic import ValidationError

from goodwill import __version__
from goodwill.desk.config import BadConfig
from goodwill.desk.deals import UnknownDeal
from goodwill.desk.desk import Desk
from goodwill.desk.lasting import Lasting
from goodwill.desk.parties import UnknownParty
from goodwill.faces.mcp.answers import Refused, day
from goodwill.faces.mcp.bounds import bounded, cut
from goodwill.faces.mcp.marking import marks, origins
from goodwill.faces.mcp.tools import INSTRUCTIONS, NOTICE, Offered, tools
from goodwill.store.fault import StoreFault

LONGEST_COMPLAINT = 400
NOBODY = "nobody, or more than one, goes by that name in the book, or it is the user; the tool who lists the names"
NO_DEAL = "no deal goes by that name in the book, or several take part in it: then name one of them as party"
NO_BOOK = "the book or the settings cannot be read; the user can run goodwill verify and goodwill config show"
SAID = {UnknownParty: NOBODY, UnknownDeal: NO_DEAL}
log = logging.getLogger(__name__)


class Assistant:
    """Answers calls at one desk; the tools are those of the start, whatever the book says later."""

    def __init__(self, opening: Callable[[], Desk], allowed: tuple[Path, ...] = ()) -> None:
        self._lasting = Lasting(opening)
        self.tools = tools(allowed)

    def call(self, name: str, arguments: dict[str, Any]) -> CallToolResult:
        """Answer one call; what cannot be answered is an error in one sentence that says nothing of the book."""
        offered = self.tools.get(name)
        if offered is None:
            return _refused(f"there is no such tool; there are {', '.join(self.tools)}")
        try:
            return _told(self._answer(offered, arguments))
        except ValidationError as fault:
            return _refused(_faults(fault, offered.takes.model_fields))
        except Refused as fault:
            return _refused(str(fault))
        except (UnknownParty, UnknownDeal, StoreFault, BadConfig, OSError) as fault:
            return _refused(next((says for kind, says in SAID.items() if isinstance(fault, kind)), NO_BOOK))
        except Exception as fault:
            log.error("fault of goodwill in %s: %s", name[:40], type(fault).__name__)
            return _refused(f"a fault of goodwill itself: {type(fault).__name__}")

    def _answer(self, offered: Offered, arguments: dict[str, Any]) -> dict[str, Any]:
        asked = offered.takes.model_validate_json(_text(arguments))
        desk = self._lasting.desk()
        answer = offered.answer(desk, asked)
        data = bounded(answer.document)
        imported = list(marks(data, answer.entries))
        named = (name for mark in imported for name in mark["from"])
        return {
            "notice": NOTICE,
            "data": data,
            "imported": imported,
            "origins": bounded(list(origins(named, desk.case(day(asked))))),
            "left_out": cut(answer.document),
        }


def served(assistant: Assistant) -> Server[Any]:
    """Make the server of the protocol around an assistant; it answers one call after another, in a thread."""
    listed = ListToolsResult(tools=[offered.described() for offered in assistant.tools.values()])
    turn = anyio.CapacityLimiter(1)

    async def on_list_tools(_context: object, _params: object) -> ListToolsResult:
        return listed

    async def on_call_tool(_context: object, params: CallToolRequestParams) -> CallToolResult:
        return await run_sync(partial(assistant.call, params.name, params.arguments or {}), limiter=turn)

    made = Server(
        "goodwill",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=on_list_tools,
        on_call_tool=on_call_tool,
    )
    made.middleware.clear()
    return made


async def serve(assistant: Assistant) -> None:
    """Answer on standard input and output until the other side hangs up."""
    made = served(assistant)
    async with stdio_server() as (heard, said):
        await made.run(heard, said, made.create_initialization_options())


def _text(arguments: dict[str, Any]) -> str:
    try:
        return json.dumps(arguments)
    except (RecursionError, ValueError):
        raise Refused("the arguments are nested too deeply") from None


def _faults(fault: ValidationError, takes: Collection[str]) -> str:
    """Name what is wrong with the arguments, in words that hold neither their values nor names it does not know."""
    known = {str(one["loc"][0]): one["msg"] for one in fault.errors() if one["loc"] and one["loc"][0] in takes}
    told = [f"{name}: {says}" for name, says in known.items()] or ["these are not its arguments"]
    return f"{'; '.join(told)}. It takes {', '.join(takes)}."[:LONGEST_COMPLAINT]


def _told(answer: dict[str, Any]) -> CallToolResult:
    text = TextContent(type="text", text=json.dumps(answer, ensure_ascii=False))
    return CallToolResult(content=[text], structured_content=answer)


def _refused(says: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=says)], is_error=True)
