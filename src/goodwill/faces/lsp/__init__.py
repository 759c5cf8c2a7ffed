"""The face for editors: drafts checked as they are typed, over the language server protocol."""
