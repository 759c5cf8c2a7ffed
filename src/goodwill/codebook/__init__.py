"""The closed lists of the field's terms, each with its definition and source; no rule and no wording for users."""
