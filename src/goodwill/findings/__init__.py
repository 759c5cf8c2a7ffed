"""What a rule is, what it sees, and which findings are worth a person's time; the rules stand in `strategies`."""
