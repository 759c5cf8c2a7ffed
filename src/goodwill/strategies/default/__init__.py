"""Set a realistic default of trust."""
