"""Where the ledger lives: append-only, hash-chained, erasable."""
