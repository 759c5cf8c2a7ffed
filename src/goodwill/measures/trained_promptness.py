"""What is usual when a book has little to say yet about lateness."""

import numpy as np

USUAL = 0.08
WEIGHTS = np.array([0.01, 0.86, 0.22, 0.43, 0.0, 0.7])
PRECISION = np.diag(np.full(6, 60.0))
DAYS_LATE = np.array([1.0, 2, 4, 6, 9, 12, 16, 20, 25, 30, 36, 42, 50, 60, 75, 90, 110, 140, 180, 365])
