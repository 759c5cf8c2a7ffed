"""Five shelves of rules that do not know each other: one rule a file; arithmetic stands in `case` and `measures`."""
