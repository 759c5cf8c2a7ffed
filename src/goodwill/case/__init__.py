"""What the book means on a day: one pure fold a file; nothing is judged here, and nothing kept."""
