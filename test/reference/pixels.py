"""Reference values for the operations on pixels of chapter 5, by NumPy. Writes pixels.json beside itself.

Written from the formulas and in another way than there: matrices of weights for resizing, kernels in two dimensions, windows cut out of padded
arrays, every pixel by itself.

    python3 test/reference/pixels.py
"""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(20261129)
h, w, c = 9, 11, 3
picture = np.round(rng.uniform(size=(h, w, c)), 3)


def keys(d):
    d, a = abs(d), -0.5
    if d <= 1:
        return (a + 2) * d**3 - (a + 3) * d**2 + 1
    return a * d**3 - 5 * a * d**2 + 8 * a * d - 4 * a if d < 2 else 0.0


def matrix(old, new, by):
    m = np.zeros((new, old))
    for j in range(new):
        centre = (j + 0.5) * old / new - 0.5
        if by == "area":
            for i in range(old):
                m[j, i] = max(0.0, min((j + 1) * old / new, i + 1) - max(j * old / new, i))
        elif by == "nearest":
            m[j, int(np.argmin([abs(i - centre) - 1e-9 * i for i in range(old)]))] = 1
        else:
            kernel = keys if by == "bicubic" else lambda d: max(0.0, 1 - abs(d))
            for i in range(-3, old + 3):  # pixels beyond the edge are the edge's
                m[j, min(max(i, 0), old - 1)] += kernel(centre - i)
        m[j] /= m[j].sum()
    return m


def resized(height, width, by):
    return np.einsum("yi,xj,ijc->yxc", matrix(h, height, by), matrix(w, width, by), picture)


def windows(r):
    wide = np.pad(picture, ((r, r), (r, r), (0, 0)), mode="edge")
    for y in range(h):
        for x in range(w):
            yield y, x, wide[y : y + 2 * r + 1, x : x + 2 * r + 1]


def filtered(r, of):
    result = np.zeros_like(picture)
    for y, x, window in windows(r):
        result[y, x] = of(window, picture[y, x])
    return result


def gaussian(sigma):
    r = int(np.ceil(3 * sigma))
    g = np.exp(-np.arange(-r, r + 1) ** 2 / (2 * sigma**2))
    kernel = np.outer(g, g) / g.sum() ** 2
    return filtered(r, lambda window, _: np.einsum("yx,yxc->c", kernel, window))


def median(r):
    return filtered(r, lambda window, _: np.median(window.reshape(-1, c), axis=0))


def bilateral(sigma, tone):
    r = int(np.ceil(2 * sigma))
    d = np.arange(-r, r + 1)
    near = np.exp(-(d[:, None] ** 2 + d[None] ** 2) / (2 * sigma**2))

    def of(window, middle):
        weights = near * np.exp(-((window - middle) ** 2).mean(2) / (2 * tone**2))
        return (weights[..., None] * window).sum((0, 1)) / weights.sum()

    return filtered(r, of)


def non_local(reach, strength):
    result = np.zeros_like(picture)
    for y, x, window in windows(reach + 2):
        own = window[reach : reach + 5, reach : reach + 5]
        total, weights = np.zeros(c), 0.0
        for dy in range(2 * reach + 1):
            for dx in range(2 * reach + 1):
                other = window[dy : dy + 5, dx : dx + 5]
                weight = np.exp(-((own - other) ** 2).mean() / strength**2)
                total += weight * other[2, 2]
                weights += weight
        result[y, x] = total / weights
    return result


def rotated(degrees):
    """By the four pixels around each place in the old picture, black outside."""
    black = np.pad(picture, ((2, 2), (2, 2), (0, 0)))
    a = np.deg2rad(degrees)
    result = np.zeros_like(picture)
    for y in range(h):
        for x in range(w):
            # Rows count downwards, so turning to the left is turning by -a there.
            v = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) @ [x - (w - 1) / 2, y - (h - 1) / 2]
            px, py = v[0] + (w - 1) / 2, v[1] + (h - 1) / 2
            for i in range(int(np.floor(py)), int(np.floor(py)) + 2):
                for j in range(int(np.floor(px)), int(np.floor(px)) + 2):
                    if -2 <= i < h + 2 and -2 <= j < w + 2:
                        result[y, x] += (1 - abs(py - i)) * (1 - abs(px - j)) * black[i + 2, j + 2]
    return result


def cropped(top, left, edge):
    m, n = matrix(edge, h, "bilinear"), matrix(edge, w, "bilinear")
    return np.einsum("yi,xj,ijc->yxc", m, n, picture[top : top + edge, left : left + edge])


side = 8
middle = (side - 1) / 2
squares = (np.arange(side) - middle) ** 2
plate = 0.5 + 0.5 * np.cos(np.pi * (squares[:, None] + squares[None]) / side)

sizes = {"smaller": (4, 5), "larger": (20, 17), "mixed": (3, 23)}
result = {
    "shape": [h, w, c],
    "picture": picture,
    "resized": [
        {"by": by, "size": size, "values": resized(*size, by)}
        for by in ["nearest", "bilinear", "bicubic", "area"]
        for size in sizes.values()
    ],
    "gaussian": gaussian(0.8),
    "median": median(1),
    "median2": median(2),
    "bilateral": bilateral(1.2, 0.2),
    "nonLocal": non_local(3, 0.3),
    "zonePlate": plate,
    "rotated": rotated(33),
    "rotatedFar": rotated(-200),
    "cropped": cropped(2, 3, 6),
    "contrasted": np.clip(0.5 + 1.7 * (picture - 0.5), 0, 1),
}


def plain(value):
    if isinstance(value, np.ndarray):
        return [float(f"{v:.9g}") for v in value.ravel()]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, (list, tuple)) else value


path = pathlib.Path(__file__).with_name("pixels.json")
path.write_text(json.dumps(plain(result)) + "\n")
