"""Whole files scored at once, on one machine or several, by the same measures; the book is not asked."""
