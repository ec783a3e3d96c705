"""``disputes.yaml``: where accounts disagree, and what the book prints."""

from __future__ import annotations

import re
from typing import cast, get_args

from octavo.model import Account, Between, Dispute, FactName, Weight
from octavo.sources.schema import Fields

_ID = re.compile(r"d[1-9][0-9]*")


def dispute(fields: Fields) -> Dispute:
    """Read a dispute; whether it is decided is looked at where the whole work is known."""
    return Dispute(
        id=_id(fields),
        title=fields.inlines("title", required=True),
        between=cast("Between", fields.choice("between", get_args(Between), "documents")),
        weight=cast("Weight", fields.choice("weight", get_args(Weight), "should")),
        facts=tuple(FactName(fact=name, location=at) for name, at in fields.places("facts")),
        accounts=tuple(_account(item) for item in fields.each("accounts", "an account")),
        decision=fields.blocks("decision"),
        reason=fields.blocks("reason"),
        location=fields.location,
    )


def _id(fields: Fields) -> str:
    """Take an id that readers know in capitals: D5."""
    identifier = fields.id()
    if identifier and not _ID.fullmatch(identifier):
        fields.findings.error(
            fields.at("id"),
            "id-form",
            f"'{identifier}' is not the id of a dispute",
            "disputes are d1, d2 and so on: they are printed D1, D2",
        )
    return identifier


def _account(fields: Fields) -> Account:
    fact = fields.id("fact", required=False)
    account = Account(
        text=fields.inlines("text", required=True),
        fact=FactName(fact=fact, location=fields.at("fact")) if fact else None,
        source=fields.source(),
        location=fields.location,
    )
    fields.done()
    return account
