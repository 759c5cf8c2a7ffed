"""The face for AI assistants: the desk's answers over the model context protocol, read and never written."""
