"""Where doors, store, reader and rules meet, and nowhere else: each verb in `desk.py`, its doing in a file beside."""
