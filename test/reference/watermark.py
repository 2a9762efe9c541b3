"""Spread-spectrum watermark and what befalls it, by NumPy. Writes watermark.json beside itself.

    python3 test/reference/watermark.py

Signs are handed over, so that only arithmetic is compared. Everything is written another way than in lib/provenance: neighbours by padding with NaN,
blur and cosines as matrices, interpolation by numpy.interp, the code by singular values.
"""
import json
import pathlib

import numpy as np

random = np.random.default_rng(3)
here = pathlib.Path(__file__).parent
n, h, w = 5, 12, 20
y, x = np.mgrid[0:h, 0:w]
pictures = np.stack([
    np.clip(128 + 90 * np.sin(x / (3 + i)) * np.cos(y / (2 + i)) + random.normal(0, 12, (h, w)), 0, 255)
    for i in range(n)
]).round().astype(np.uint8)


def bytes_of(values):
    return np.clip(np.floor(values + 0.5), 0, 255).astype(int)


def score(picture, signs, grain):
    rows, columns = h // grain, w // grain
    cells = picture.reshape(rows, grain, columns, grain).mean(axis=(1, 3))
    padded = np.pad(cells, 1, constant_values=np.nan)
    around = np.stack([padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]])
    r = cells - np.nanmean(around, axis=0)
    return float((r * signs.reshape(rows, columns)).sum() / np.linalg.norm(r))


def blur(size):
    matrix = np.zeros((size, size))
    for i in range(size):
        for step, share in [(-1, 0.25), (0, 0.5), (1, 0.25)]:
            matrix[i, min(size - 1, max(0, i + step))] += share
    return matrix


def stretch(small):
    rows, columns = small.shape
    centres = lambda to, of: (np.arange(to) + 0.5) * of / to - 0.5
    wide = np.stack([np.interp(centres(w, columns), np.arange(columns), row) for row in small])
    return np.stack([np.interp(centres(h, rows), np.arange(rows), column) for column in wide.T]).T


def jpeg(picture, steps):
    k, at = np.mgrid[0:8, 0:8]
    cosines = np.where(k == 0, np.sqrt(0.5), 1) * np.cos((2 * at + 1) * k * np.pi / 16) / 2
    padded = np.pad(picture.astype(float), ((0, -h % 8), (0, -w % 8)), mode="edge") - 128
    result = np.zeros_like(padded)
    for top in range(0, padded.shape[0], 8):
        for left in range(0, padded.shape[1], 8):
            amounts = cosines @ padded[top : top + 8, left : left + 8] @ cosines.T
            kept = np.floor(amounts / steps + 0.5) * steps
            result[top : top + 8, left : left + 8] = cosines.T @ kept @ cosines + 128
    return result[:h, :w]


def coded(numbers):
    flat = pictures.reshape(n, -1).astype(float)
    mean = flat.mean(axis=0)
    directions = np.linalg.svd(flat - mean, full_matrices=False)[2][:numbers]
    return mean + (flat - mean) @ directions.T @ directions


signs = {grain: random.choice([-1, 1], (h // grain) * (w // grain)) for grain in (1, 2, 4)}
steps = np.arange(3, 67).reshape(8, 8)
inner = [picture[2:-2, 2:-2] for picture in pictures.astype(float)]
small = pictures.astype(float).reshape(n, h // 2, 2, w // 2, 2).mean(axis=(2, 4))
flat = lambda values: [int(value) for value in np.asarray(values).ravel()]
(here / "watermark.json").write_text(json.dumps({
    "shape": [n, h, w, 1],
    "pictures": flat(pictures),
    "signs": {str(grain): flat(each) for grain, each in signs.items()},
    "scores": {str(grain): [score(p, each, grain) for p in pictures] for grain, each in signs.items()},
    "blurred": flat([bytes_of(blur(h) @ p @ blur(w).T) for p in pictures.astype(float)]),
    "resized": flat([bytes_of(stretch(p)) for p in small]),
    "cropped": flat([bytes_of(stretch(p)) for p in inner]),
    "steps": flat(steps),
    "recompressed": flat([bytes_of(jpeg(p, steps)) for p in pictures]),
    "regenerated": flat(bytes_of(coded(2))),
}) + "\n")
