"""Property tests are not judged by the clock: how long one example takes tells of the machine's load alone."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
