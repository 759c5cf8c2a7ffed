"""What is usual when a book has little to say yet about lateness.

Made by training/train_promptness.py from 1327 public deliveries known before 2011 (88 of them late; USAID supply
chain pricing data, direct deliveries). USUAL: their share late. WEIGHTS: of the columns in late_record.NAMES.
PRECISION: how firmly a book's own items find them. DAYS_LATE: quantiles of the days late, one in twenty apart.
"""

import numpy as np

USUAL = 0.0663
WEIGHTS = np.array([0.0172, 0.9343, 0.1986, 0.4334, 0.0117, 0.6964, 0.4591])
PRECISION = np.diag([600.0, 600.0, 60.0, 60.0, 60.0, 60.0, 60.0])
DAYS_LATE = np.array(
    [1.0, 2.0, 3.0, 3.0, 4.0, 7.0, 9.0, 12.0, 14.0, 17.0, 26.0, 27.0, 34.0, 39.0, 43.0, 48.0, 52.0, 64.0, 84.0, 95.0]
)
