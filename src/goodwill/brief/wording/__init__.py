"""Words to send: drafts with slots that only the ledger may fill, and the choice among them."""
