"""What a finding may mean for trust, how loud it may be, and which shelf it comes from."""

STANCES = ("risk", "gap", "strength")
SEVERITIES = ("info", "advice", "warning")
SHELVES = {"N": "network", "R": "rapport", "D": "default", "E": "earning", "L": "listening"}
