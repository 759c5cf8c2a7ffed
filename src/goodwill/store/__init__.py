"""Where the ledger lives: append-only, hash-chained, erasable; it keeps entries and does not ask what they mean."""
