"""Reference values for a swap of codes and for the axes of options: test/reference/face-swap.json.

NumPy's singular value decomposition instead of Gram-Schmidt and Jacobi rotations. Run: python3 test/reference/face-swap.py
"""

import json
from pathlib import Path

import numpy as np

rng = np.random.default_rng(4)
d = 5


def rounded(values):
    return np.round(values, 6).astype(np.float32).astype(float)


face, picture = rounded(rng.standard_normal((2, d)))
stays = rounded(rng.standard_normal((2, d)))
stays = np.vstack([stays, rounded(stays[0] - 2 * stays[1])])  # the third adds nothing
_, strengths, rows = np.linalg.svd(stays)
basis = rows[: int((strengths > 1e-4).sum())]
projector = basis.T @ basis
made = face - projector @ face + projector @ picture

count = 60
choices = rng.integers(0, 3, count)
codes = rounded(rng.standard_normal((count, d)) + 2 * np.eye(3, d)[choices])
mean = codes.mean(0)
rows = []
for option in range(3):
    has = choices == option
    rows.append(np.sqrt(has.mean()) * (codes[has].mean(0) - mean))
_, scatter, axes = np.linalg.svd(np.array(rows))

values = {
    "face": face.tolist(),
    "picture": picture.tolist(),
    "stays": stays.tolist(),
    "rank": len(basis),
    "made": made.tolist(),
    "codes": codes.ravel().tolist(),
    "choices": choices.tolist(),
    "scatter": scatter[:2].tolist(),
    "axes": axes[:2].tolist(),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(values) + "\n")
