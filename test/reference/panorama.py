"""Distances of hills around a place, by a march of 2 m with the height on both sides of each pixel's ray: test/reference/panorama.json."""
import json
from pathlib import Path

import numpy as np

CELL, REACH, EARTH = 100.0, 9000.0, 6_371_000.0
CIRCLE, HORIZON = 720, 40
X, Y, EYE = 0.3, -0.2, 250.0

side = np.arange(-100, 101)
xs, ys = np.meshgrid(side, side)
HILLS = 180 * np.sin(xs / 9) * np.cos(ys / 7) + 60 * np.sin(xs / 2 + ys)


def heights(x, y):
    column, row = np.floor(x + 100).astype(int), np.floor(y + 100).astype(int)
    a, b = x + 100 - column, y + 100 - row
    corners = [HILLS[row + i, column + j] for i in (0, 1) for j in (0, 1)]
    weights = [(1 - b) * (1 - a), (1 - b) * a, b * (1 - a), b * a]
    return sum(w * h for w, h in zip(weights, corners))


def distance(column, row):
    """Where the ray through a pixel first meets the ground, or None."""
    azimuth = 2 * np.pi * column / CIRCLE
    slope = (HORIZON - row) / (CIRCLE / (2 * np.pi))
    d = np.arange(2.0, REACH, 2.0)
    ground = heights(X + d / CELL * np.sin(azimuth), Y - d / CELL * np.cos(azimuth))
    below = ground - d * d / (2 * EARTH) >= EYE + slope * d
    return float(d[np.argmax(below)]) if below.any() else None


rows = [32, 36, 39, 42, 46, 52, 60, 75, 95]
distances = [[distance(column, row) for column in range(0, CIRCLE, 30)] for row in rows]
Path(__file__).with_suffix(".json").write_text(json.dumps({"rows": rows, "distances": distances}) + "\n")
