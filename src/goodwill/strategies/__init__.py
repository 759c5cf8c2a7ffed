"""Five shelves of rules that do not know each other."""
