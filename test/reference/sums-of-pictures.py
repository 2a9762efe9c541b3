"""Principal components of the first 2,000 digits, by NumPy, for the notebook "Every digit is a sum": per cent of the variance that each of
the first 24 explains. Writes sums-of-pictures.json beside itself.

    python3 test/reference/sums-of-pictures.py
"""
import gzip
import json
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
raw = gzip.open(here / "../../data/digits-train.bin.gz").read()
labels = int.from_bytes(raw[4:8], "big")
pixels = np.frombuffer(raw[8 + labels + 4 + 12 :], dtype=np.uint8).reshape(-1, 784)
x = pixels[:2000] / 255
x = x - x.mean(axis=0)
values = np.linalg.eigvalsh(x.T @ x)[::-1]
percents = (100 * values[:24] / values.sum()).round(6).tolist()
(here / "sums-of-pictures.json").write_text(json.dumps({"explained": percents}))
