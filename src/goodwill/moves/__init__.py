"""The language reader: a witness that reads a message once and says what it saw, where; it judges nobody."""
