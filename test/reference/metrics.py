"""Reference values for the tests of lib/metrics, by NumPy. Writes metrics.json beside itself.

The Frechet distance is computed in another way than there: tr (S1 S2)^1/2 is the sum of the singular values of A1^T A2,
with S = A A^T. So an error in the eigenvalues or in the formula would not appear on both sides.

    python3 test/reference/metrics.py
"""
import json
import pathlib
from statistics import NormalDist

import numpy as np

rng = np.random.default_rng(20261123)


def numbers(array, digits=4):
    return np.round(np.asarray(array, dtype=np.float64), digits).ravel().tolist()


def frechet(x, y):
    a = (x - x.mean(0)).T / np.sqrt(len(x) - 1)
    b = (y - y.mean(0)).T / np.sqrt(len(y) - 1)
    root = np.linalg.svd(a.T @ b, compute_uv=False).sum()
    return float(((x.mean(0) - y.mean(0)) ** 2).sum() + (a * a).sum() + (b * b).sum() - 2 * root)


def frechet_case(name, d, n, m, rank=None, scale=1.0):
    def draw(count):
        mix = rng.normal(size=(rank or d, d))
        values = scale * (rng.normal(size=(count, rank or d)) @ mix + rng.normal(size=d))
        return np.round(values, 4).astype(np.float32).astype(np.float64)

    x, y = draw(n), draw(m)
    return {
        "name": name,
        "d": d,
        "x": numbers(x),
        "y": numbers(y),
        "mean": x.mean(0).tolist(),
        "covariance": np.cov(x.T).ravel().tolist(),
        "distance": frechet(x, y),
    }


def histogram(points, cells=12, extent=1.2):
    edges = np.linspace(-extent, extent, cells + 1)
    inside, _, _ = np.histogram2d(points[:, 0], points[:, 1], bins=[edges, edges])
    return np.append(inside.ravel(), len(points) - inside.sum()) / len(points)


def jensen_shannon(x, y):
    p, q = histogram(x), histogram(y)
    m = (p + q) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(p > 0, p * np.log2(p / m), 0) + np.where(q > 0, q * np.log2(q / m), 0)
    return float(terms.sum() / 2)


def points_case(name, x, y):
    # Away from the cells' edges, where float32 and float64 may disagree.
    x, y = (np.where(np.abs(np.mod(v, 0.2)) < 1e-3, v + 2e-3, v).round(4) for v in (x, y))
    return {"name": name, "x": numbers(x), "y": numbers(y), "bits": jensen_shannon(x, y)}


def wilson(right, count):
    z = NormalDist().inv_cdf(0.975)
    # The two roots of (share - t)^2 = z^2 t (1 - t) / n, found as a polynomial's.
    share = right / count
    k = z * z / count
    return sorted(np.roots([1 + k, -(2 * share + k), share * share]).real.tolist())


def blind_case():
    """The best answers without a look: accuracy of the commonest label, and the loss of whoever says each label's share."""
    labels = np.sort(rng.choice(4, size=240, p=[0.4, 0.3, 0.2, 0.1]))
    kinds, places, counts = np.unique(labels, return_inverse=True, return_counts=True)
    answers = np.tile(counts / counts.sum(), (labels.size, 1))
    losses = -np.log(answers[np.arange(labels.size), places])
    error = 1.96 * losses.std() / np.sqrt(labels.size)
    return {
        "labels": labels.tolist(),
        "accuracy": wilson(int(counts.max()), labels.size),
        "losses": losses.tolist(),
        "loss": [losses.mean() - error, losses.mean() + error],
    }


def nearest_case():
    pictures = rng.integers(0, 256, size=(60, 5 * 4))
    queries = rng.integers(0, 256, size=(8, 5 * 4))
    queries[3] = pictures[17]
    differences = ((queries[:, None] - pictures[None]) / 255.0) ** 2
    distances = np.sqrt(differences.mean(2))
    return {
        "pictures": pictures.ravel().tolist(),
        "queries": queries.ravel().tolist(),
        "index": distances.argmin(1).tolist(),
        "distance": distances.min(1).tolist(),
    }


symmetric = rng.normal(size=(7, 7))
symmetric = np.round(symmetric + symmetric.T, 4)
values = np.round(rng.normal(size=31), 4)

reference = {
    "frechet": [
        frechet_case("5 features, full rank", 5, 40, 60),
        frechet_case("24 features, fewer pictures than features", 24, 10, 30),
        frechet_case("12 features in a plane of 3 dimensions", 12, 50, 50, rank=3),
        frechet_case("8 features as large as a classifier's", 8, 30, 30, scale=40.0),
    ],
    "eigen": {"matrix": numbers(symmetric), "values": np.linalg.eigvalsh(symmetric).tolist()},
    "jensenShannon": [
        points_case("two normals", rng.normal(0, 0.4, (200, 2)), rng.normal(0.3, 0.3, (200, 2))),
        points_case("unequal numbers", rng.uniform(-1, 1, (150, 2)), rng.uniform(-1, 1, (90, 2))),
        points_case("partly outside", rng.normal(0, 0.9, (120, 2)), rng.normal(0, 0.5, (120, 2))),
        points_case("apart", rng.uniform(0.1, 1, (50, 2)), rng.uniform(-1, -0.1, (50, 2))),
    ],
    "quantile": {
        "values": values.tolist(),
        "q": [0, 0.025, 0.3, 0.5, 0.975, 1],
        "quantiles": np.quantile(values, [0, 0.025, 0.3, 0.5, 0.975, 1]).tolist(),
    },
    "wilson": [
        {"right": r, "count": n, "interval": wilson(r, n)} for r, n in [(0, 10), (7, 10), (1970, 2000), (5, 5)]
    ],
    "nearest": nearest_case(),
    "blind": blind_case(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(reference, separators=(",", ":")) + "\n")
