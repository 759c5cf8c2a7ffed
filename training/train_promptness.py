"""Train the weights that ship in goodwill.measures.trained_promptness from public delivery records.

Only deliveries whose outcome was known before 2011 are used; 2011 stays for evaluation.promptness. The strengths of the
prior were chosen on 2010 with weights from the years before it. Run from the project's root:

    python -m training.train_promptness --data DIR [--write]
"""

import argparse
from datetime import date
from pathlib import Path

import numpy as np
from training.deliveries import DECISION, read

from goodwill.measures.hurdle import Weights, learnt
from goodwill.measures.late_record import NAMES, record

UNTIL = float(date(2011, 1, 1).toordinal())
PRIOR = Weights(np.array([0.0, 1.0, 0.2, 0.6, 0.2, 0.6, 0.0]), np.diag([600.0] * 2 + [60.0] * 5))
LEVELS = np.linspace(0.025, 0.975, 20)
MODULE = Path(__file__).parents[1] / "src" / "goodwill" / "measures" / "trained_promptness.py"

TEXT = '''"""What is usual when a book has little to say yet about lateness.

Made by training/train_promptness.py from {n} public deliveries known before 2011 ({late} of them late; USAID supply
chain pricing data, direct deliveries). USUAL: their share late. WEIGHTS: of the columns in late_record.NAMES.
PRECISION: how firmly a book's own items find them. DAYS_LATE: quantiles of the days late, one in twenty apart.
"""

import numpy as np

USUAL = {usual}
WEIGHTS = np.array({weights})
PRECISION = np.diag({precision})
DAYS_LATE = np.array({days})
'''


def main():
    """Print the weights; with --write, write the module that ships."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    text = trained(read(chosen.data))
    if chosen.write:
        MODULE.write_text(text, encoding="utf-8")
    print(text)


def trained(deliveries):
    """The module's text from the deliveries known before 2011."""
    book = deliveries.items(with_country=True)
    early = book.only(book.known < UNTIL)
    usual = round(float(early.missed.mean()), 4)
    seen = record(early, early, early.due - DECISION - 0.5, usual)
    weights = learnt(PRIOR, seen.x, early.missed)
    late = early.only((early.missed > 0) & (early.settled < UNTIL))
    return TEXT.format(
        n=early.due.size,
        late=int(early.missed.sum()),
        usual=usual,
        weights=[round(float(w), 4) for w in weights.mean],
        precision=[float(p) for p in np.diag(PRIOR.precision)],
        days=[float(d) for d in np.round(np.quantile(late.settled - late.due, LEVELS))],
    )


if __name__ == "__main__":
    assert len(NAMES) == PRIOR.mean.size
    main()
