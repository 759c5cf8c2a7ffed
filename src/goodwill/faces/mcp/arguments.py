"""What a tool may be told: each argument with its kind and its bounds, and nothing besides."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from goodwill.desk.clock import EARLIEST, LATEST

LONGEST_DRAFT = 100_000
LONGEST_NAME = 200
LONGEST_PATH = 1000
_NAME = "The id, name, mail address or phone of somebody in the book."


class Asked(BaseModel):
    """What every tool takes: the day to judge from."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    as_of: date | None = Field(
        None,
        ge=EARLIEST,
        le=LATEST,
        description="The day to judge from, as 2026-03-31; today where it is left out.",
    )


class AboutParty(Asked):
    """A tool about one counterparty."""

    party: str = Field(min_length=1, max_length=LONGEST_NAME, description=_NAME)


class AboutDraft(Asked):
    """A draft, and to whom it goes."""

    text: str = Field(min_length=1, max_length=LONGEST_DRAFT, description="The draft, as it would be sent.")
    to: str = Field("", max_length=LONGEST_NAME, description=f"{_NAME} Left out, the To: line of the draft counts.")


class AboutFile(Asked):
    """A draft in a file that the user opened to this server, and to whom it goes."""

    path: str = Field(min_length=1, max_length=LONGEST_PATH, description="The file, within a folder that was opened.")
    to: str = Field("", max_length=LONGEST_NAME, description=f"{_NAME} Left out, the To: line of the draft counts.")


class AboutDeal(Asked):
    """A deal, and with whom where several take part."""

    deal: str = Field(min_length=1, max_length=LONGEST_NAME, description="The name of a deal in the book.")
    party: str = Field("", max_length=LONGEST_NAME, description=f"{_NAME} Needed only where several take part.")


class AboutRule(BaseModel):
    """One rule."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    rule: str = Field(min_length=1, max_length=LONGEST_NAME, description="A code such as E201, or a rule's name.")
