"""Listen and be fair: the rules with the letter L."""
