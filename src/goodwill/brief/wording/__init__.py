"""Drafts with slots that only the ledger may fill."""
