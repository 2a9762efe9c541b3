"""Intervals of shares and strengths from comparisons, by exact fractions and NumPy. Writes judges.json beside itself.

Tails of the binomial are summed as fractions. Strengths come from Hunter's iteration (2004) for gammas, run until nothing moves, and their
covariance from the pseudo-inverse of a curvature taken by differences, so that neither shares a formula with the code under test.

    python3 test/reference/judges.py
"""
import json
import math
import pathlib
from fractions import Fraction

import numpy as np

here = pathlib.Path(__file__).parent


def at_least(k, n, p):
    p = Fraction(p)
    return float(sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1)))


def root(rising):
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def interval(k, n, level):
    rare = (1 - level) / 2
    low = 0.0 if k == 0 else root(lambda p: at_least(k, n, p) - rare)
    high = 1.0 if k == n else root(lambda p: rare - (1 - at_least(k + 1, n, p)))
    return {"right": k, "rounds": n, "level": level, "low": low, "high": high}


def guessing(k, n, guess):
    above = at_least(k, n, guess)
    below = 1 - at_least(k + 1, n, guess)
    return {"right": k, "rounds": n, "guess": guess, "chance": min(1, 2 * min(above, below))}


def strengths(wins):
    met = wins + wins.T
    gamma = np.ones(len(wins))
    for _ in range(100_000):
        shares = met / (gamma[:, None] + gamma[None, :])
        np.fill_diagonal(shares, 0)
        new = wins.sum(1) / shares.sum(1)
        new /= np.exp(np.log(new).mean())
        done = np.abs(new - gamma).max() < 1e-15
        gamma = new
        if done:
            break
    return np.log(gamma)


def likelihood(wins, s):
    return -(wins * np.log1p(np.exp(s[None, :] - s[:, None]))).sum()


def curvature(wins, s, step=1e-4):
    n = len(s)
    eye = np.eye(n) * step
    value = lambda d: likelihood(wins, s + d)
    return -np.array(
        [
            [
                (value(a + b) - value(a - b) - value(b - a) + value(-a - b)) / (4 * step * step)
                for b in eye
            ]
            for a in eye
        ]
    )


def ranking(wins):
    wins = np.array(wins, float)
    np.fill_diagonal(wins, 0)
    s = strengths(wins)
    covariance = np.linalg.pinv(curvature(wins, s), rcond=1e-6)
    half = 1.959963984540054 * np.sqrt(np.diag(covariance))
    return {"wins": wins.tolist(), "strength": s.tolist(), "half": half.tolist()}


random = np.random.default_rng(7)
intervals = [(0, 1), (1, 1), (0, 20), (7, 20), (15, 20), (20, 20), (31, 40), (50, 100), (3, 100)]
reference = {
    "intervals": [interval(k, n, level) for k, n in intervals for level in (0.95, 0.99)],
    "guessing": [guessing(k, n, g) for k, n in intervals for g in (0.5, 0.1)],
    "rankings": [
        ranking([[0, 3], [1, 0]]),
        ranking([[0, 8, 9], [2, 0, 7.5], [1, 2.5, 0]]),
        ranking(random.integers(1, 12, (5, 5))),
        ranking([[0, 30, 0, 0], [5, 0, 4, 0], [0, 2, 0, 9], [1, 0, 3, 0]]),
    ],
}
(here / "judges.json").write_text(json.dumps(reference, indent=1) + "\n")
