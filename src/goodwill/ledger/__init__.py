"""What was said and done, one dated entry a line, never rewritten."""
