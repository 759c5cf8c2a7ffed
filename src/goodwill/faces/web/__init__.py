"""The local web face: the same answers as the command line, in the user's own browser, for nobody else."""
