"""Set a realistic default of trust: the rules with the letter D."""
