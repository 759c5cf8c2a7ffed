"""Listen and be fair."""
