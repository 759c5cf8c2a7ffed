"""What was said and done, one dated entry a line, never rewritten; what it means is for `case` to say."""
