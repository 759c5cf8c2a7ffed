"""The command line: one command a file, which asks the desk one verb and shows the value."""
