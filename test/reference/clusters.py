"""Reference values for clustering and what it is judged by, by NumPy. Writes clusters.json beside itself.

Agreement is computed from the things themselves, not from the contingency table: the Rand index by looking at every pair, its
expectation by the mean over all pairs of pairs, mutual information from joint shares. Lloyd's rounds use whole-array distances.

    python3 test/reference/clusters.py
"""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(20261125)


def adjusted_rand(a, b):
    i, j = np.triu_indices(len(a), 1)
    same_a, same_b = a[i] == a[j], b[i] == b[j]
    together = (same_a & same_b).sum()
    expected = same_a.mean() * same_b.mean() * len(i)
    most = (same_a.sum() + same_b.sum()) / 2
    return float((together - expected) / (most - expected))


def entropy(shares):
    shares = shares[shares > 0]
    return float(-(shares * np.log(shares)).sum())


def normalised_information(a, b):
    joint = np.array([[np.mean((a == u) & (b == v)) for v in np.unique(b)] for u in np.unique(a)])
    outer = joint.sum(1, keepdims=True) * joint.sum(0, keepdims=True)
    inside = joint > 0
    information = (joint[inside] * np.log(joint[inside] / outer[inside])).sum()
    return float(information / ((entropy(joint.sum(1)) + entropy(joint.sum(0))) / 2))


def purity(a, b):
    return float(sum(np.bincount(b[a == u]).max() for u in np.unique(a)) / len(a))


def agreement(name, a, b):
    return {
        "name": name,
        "a": a.tolist(),
        "b": b.tolist(),
        "rows": int(a.max()) + 1,
        "columns": int(b.max()) + 1,
        "adjustedRand": adjusted_rand(a, b),
        "normalisedInformation": normalised_information(a, b),
        "purity": purity(a, b),
    }


def mostly(labels, groups, share):
    """Groups that follow the labels but for a share of them."""
    return np.where(rng.random(len(labels)) < share, rng.integers(0, groups, len(labels)), labels % groups)


def lloyd(points, means, rounds):
    for _ in range(rounds):
        assignments = ((points[:, None] - means[None]) ** 2).sum(2).argmin(1)
        means = np.array(
            [points[assignments == k].mean(0) if (assignments == k).any() else means[k] for k in range(len(means))]
        )
    squared = ((points[:, None] - means[None]) ** 2).sum(2)
    return squared.argmin(1), means, squared.min(1).sum()


def lloyd_case(name, n, d, k):
    heaps = rng.normal(size=(k, d)) * 3
    points = np.round(heaps[rng.integers(0, k, n)] + rng.normal(size=(n, d)), 4)
    points = points.astype(np.float32).astype(np.float64)
    first = points[rng.permutation(n)[:k]]
    assignments, means, inertia = lloyd(points, first, 200)
    return {
        "name": name,
        "d": d,
        "points": points.ravel().tolist(),
        "first": first.ravel().tolist(),
        "assignments": assignments.tolist(),
        "means": means.ravel().tolist(),
        "inertia": float(inertia),
    }


labels = rng.integers(0, 10, 120)
pictures = np.round(rng.uniform(-1, 1, (2, 4, 3, 2, 1)), 4).astype(np.float32).astype(np.float64)
reference = {
    "agreement": [
        agreement("mostly the same", labels, mostly(labels, 10, 0.3)),
        agreement("fewer groups", labels, mostly(labels, 4, 0.2)),
        agreement("nothing in common", labels, rng.integers(0, 10, 120)),
        agreement("worse than chance", np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])),
        agreement("one group against three", np.array([0, 0, 0, 0, 0, 1]), np.array([0, 1, 2, 0, 1, 2])),
    ],
    "lloyd": [
        lloyd_case("the plane, four heaps", 60, 2, 4),
        lloyd_case("70 dimensions, more than a strip", 40, 70, 3),
        lloyd_case("one dimension", 30, 1, 5),
    ],
    "meanSquaredError": {
        "real": pictures[0].ravel().tolist(),
        "made": pictures[1].ravel().tolist(),
        "shape": list(pictures[0].shape),
        "error": float((((pictures[0] + 1) / 2 - (pictures[1] + 1) / 2) ** 2).mean()),
        "mean": pictures[0].mean(0).ravel().tolist(),
    },
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(reference, separators=(",", ":")) + "\n")
