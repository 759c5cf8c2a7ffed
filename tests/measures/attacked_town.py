"""A made town, ratings added to it, and what is then said of one person: the stage of every attack that is tried."""

import numpy as np

from goodwill.measures import network
from like_network import DAY

TARGET, INVENTED = 9_000, 20_000


class Case:
    """A town, some ratings more, and what is then said of one person the day after."""

    def __init__(self, town):
        self.town, self.end = town, town.at.max()
        self.settled = np.unique(town.by)[:40]

    def said(self, extra, about=TARGET):
        columns = [
            np.append(column, new) for column, new in zip(self.town[:4], np.array(extra).reshape(-1, 4).T, strict=True)
        ]
        by, whom = columns[0].astype(int), columns[1].astype(int)
        found = network.trust(by, whom, columns[2], columns[3], [5], [about], [self.end + DAY])
        return found.p_trust[0], found

    def moved(self, record, extra):
        return self.said(record + extra)[0] - self.said(record)[0]

    def good_year(self):
        return [(self.settled[i], TARGET, 0.3, self.end - (400 - 18 * i) * DAY) for i in range(20)]

    def bad_year(self):
        return [(self.settled[i], TARGET, -0.8, self.end - (300 - 30 * i) * DAY) for i in range(8)]

    def good_month(self):
        return [(self.settled[i], TARGET, 0.3, self.end - (24 - i) * DAY) for i in range(20)]

    def bad_month(self):
        return [(self.settled[i], TARGET, -0.8, self.end - (24 - 3 * i) * DAY) for i in range(8)]

    def turned(self):
        """Five good reports long ago, six bad ones in the last two months."""
        recent = [(self.settled[-1 - i], TARGET, -0.8, self.end - (50 - 5 * i) * DAY) for i in range(6)]
        return self.good_year()[:5] + recent

    def known_to(self, extra):
        """Everyone's chance, with some ratings more."""
        about = np.unique(self.town.about)
        columns = [np.append(column, new) for column, new in zip(self.town[:4], np.array(extra).T, strict=True)]
        by, whom = columns[0].astype(int), columns[1].astype(int)
        asked = (np.full(len(about), 5), about, np.full(len(about), self.end + DAY))
        return network.trust(by, whom, *columns[2:], *asked).p_trust

    def invented(self, count, value, ago, apart=0):
        return [(INVENTED + i, TARGET, value, self.end - (ago - i * apart) * DAY) for i in range(count)]

    def ring(self, count, ago):
        members = range(INVENTED, INVENTED + count)
        return [(one, other, 1.0, self.end - ago * DAY) for one in members for other in members if one != other]

    def slow_names(self, count, value, days, *, praised_back=False, until=0):
        """Names that come in over `days`: each rates two settled people, is praised by others, then speaks.

        All of it is over `until` days before the end.
        """
        end = self.end - until * DAY
        chance = np.random.default_rng(count)
        names = INVENTED + np.arange(count)
        came = end - days * DAY * (1.0 - 0.8 * np.arange(count) / count)
        rows = []
        for name, first in zip(names, came, strict=True):
            rows += [(name, one, 0.2, first + DAY) for one in chance.choice(self.settled, 2, replace=False)]
            friends = chance.choice(count, 3)
            rows += [(names[f], name, 1.0, max(first, came[f]) + DAY) for f in friends if names[f] != name]
            rows += [(TARGET, name, 1.0, first + 2 * DAY)] * praised_back
            rows.append((name, TARGET, value, first + 0.15 * days * DAY))
        return rows

    def vouched_for(self, by, count):
        """One settled person's praise of each invented name, just before it speaks."""
        return [(by, INVENTED + i, 1.0, self.end - 300 * DAY) for i in range(count)]
