"""The steps by which the tables of a book came to be, oldest first; a step that was released is never edited."""
