"""The ways out: a face asks the desk and shows the answer; no rule of the domain stands here."""
