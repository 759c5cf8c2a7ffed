"""What a person reads: standing, mirror, findings, what is owed, what to do and say; as a page and as data."""
