"""Gram matrices, the parts of the style loss, and colours mapped to those of another picture, by NumPy in double precision.

    python3 test/reference/style.py > test/reference/style.json
"""

import json

import numpy as np

rng = np.random.default_rng(5)


def gram(maps):
    rows = maps.reshape(-1, maps.shape[-1])
    return rows.T @ rows / len(rows)


def relative(now, wanted):
    return float(np.mean([((a - b) ** 2).sum() / (b**2).sum() for a, b in zip(now, wanted)]))


def variation(x):
    here = x[:, :-1, :-1]
    return float(((x[:, 1:, :-1] - here) ** 2).mean() + ((x[:, :-1, 1:] - here) ** 2).mean())


def root(matrix):
    values, vectors = np.linalg.eigh(matrix)
    return vectors @ np.diag(np.sqrt(np.maximum(values, 0))) @ vectors.T


def recoloured(content, style):
    x, s = content.reshape(-1, 3), style.reshape(-1, 3)
    a, b = np.cov(x.T), np.cov(s.T)
    inverse = np.linalg.inv(root(a))
    t = inverse @ root(root(a) @ b @ root(a)) @ inverse
    return np.clip((x - x.mean(0)) @ t + s.mean(0), -1, 1).reshape(content.shape)


def listed(array):
    return {"shape": list(array.shape), "data": [round(float(v), 9) for v in array.ravel()]}


def given(shape, low, high):
    return np.round(rng.uniform(low, high, shape), 3)


maps = [given((1, 3, 4, 2), 0, 2), given((1, 2, 2, 3), 0, 1)]
others = [given((1, 5, 2, 2), 0, 2), given((1, 2, 3, 3), 0, 1)]
picture = given((1, 3, 4, 3), -1, 1)
mixing = np.array([[0.5, 0.2, 0.1], [0.0, 0.3, 0.2], [0.1, 0.0, 0.2]])
content = np.round(given((1, 4, 5, 3), -1, 1) * 0.4, 3)
style = np.round(given((1, 6, 3, 3), -1, 1) @ mixing + [0.1, -0.2, 0.3], 3)

print(
    json.dumps(
        {
            "maps": [listed(m) for m in maps],
            "others": [listed(m) for m in others],
            "grams": [listed(gram(m)) for m in maps],
            "distance": relative([gram(m) for m in maps], [gram(m) for m in others]),
            "picture": listed(picture),
            "variation": variation(picture),
            "content": listed(content),
            "style": listed(style),
            "recoloured": listed(recoloured(content, style)),
        }
    )
)
