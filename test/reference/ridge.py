"""Ridge regression and least squares of smallest norm, by NumPy. Writes ridge.json beside itself.

    python3 test/reference/ridge.py
"""
import json
import pathlib

import numpy as np

random = np.random.default_rng(5)
here = pathlib.Path(__file__).parent


def case(n, w, m, k, ridge):
    features = random.normal(size=(n, w)).astype(np.float32)
    tested = random.normal(size=(m, w)).astype(np.float32)
    targets = random.normal(size=(n, k))
    f, t = features.astype(np.float64), tested.astype(np.float64)
    if ridge == 0:
        readout = np.linalg.pinv(f) @ targets
    else:
        readout = np.linalg.solve(f.T @ f + ridge * np.eye(w), f.T @ targets)
    flat = lambda values: [float(value) for value in values.ravel()]
    return {
        **{"n": n, "w": w, "m": m, "k": k, "ridge": ridge, "features": flat(features)},
        **{"tested": flat(tested), "targets": flat(targets), "readout": flat(readout)},
        "answers": flat(t @ readout),
    }


cases = [case(6, 3, 4, 2, 0.5), case(4, 9, 3, 2, 2.0), case(5, 12, 3, 2, 0), case(7, 3, 2, 1, 0)]
(here / "ridge.json").write_text(json.dumps(cases) + "\n")
