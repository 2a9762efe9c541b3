"""Reference values for lib/models/flow/: paths with slopes by central differences, predictions by solving the path's two equations, DDPM's
posterior by adding precisions, samplers written from their papers, for a denoiser that is known exactly (a mixture of three Gaussians),
all on the same noise. Writes flow.json.

    python3 test/reference/flow.py
"""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(11)

ddpm_betas = np.linspace(1e-4, 0.02, 1000)


def ddpm_signal(t):
    """Song et al., 2021, eq. 33, for their time 1 - t."""
    s = 1 - t
    return np.exp(-0.25 * s**2 * (20 - 0.1) - 0.5 * s * 0.1)


paths = {
    "straight": (lambda t: t, lambda t: 1 - t),
    "cosine": (lambda t: np.sin(np.pi * t / 2), lambda t: np.cos(np.pi * t / 2)),
    "ddpm": (ddpm_signal, lambda t: np.sqrt(-np.expm1(2 * np.log(ddpm_signal(t))))),
}
h = 1e-6


def at(path, t):
    """a, s and their slopes."""
    a, s = paths[path]
    slope = lambda f: (f(t + h) - f(t - h)) / (2 * h)
    return a(t), s(t), slope(a), slope(s)


def numbers(array):
    return np.asarray(array, dtype=float).ravel().tolist()


def both_ends(path, kind, t, x, p):
    """x1 and x0, which fit the point and the prediction."""
    a, s, da, ds = at(path, t)
    row = {"clean": [1, 0], "noise": [0, 1], "velocity": [da, ds]}[kind]
    return np.linalg.solve(np.array([[a, s], row]), np.stack([x.ravel(), p.ravel()])).reshape(2, *x.shape)


def predictions(path, t, x, x1):
    a, s, da, ds = at(path, t)
    x0 = (x - a * x1) / s
    return {"clean": x1, "noise": x0, "velocity": da * x1 + ds * x0}


# A mixture of Gaussians whose denoiser is known.
centres = np.array([[0.8, 0.1], [-0.5, 0.6], [0.1, -0.7]])
spread = 0.2


def clean_of(path, t, x):
    """E[x1 | x], each component by the covariance of x1 and x."""
    a, s = paths[path][0](t), paths[path][1](t)
    variance = a**2 * spread**2 + s**2
    away = x[:, None, :] - a * centres[None]
    log = -(away**2).sum(2) / (2 * variance)
    weights = np.exp(log - log.max(1, keepdims=True))
    weights /= weights.sum(1, keepdims=True)
    each = centres[None] + (a * spread**2 / variance) * away
    return (weights[:, :, None] * each).sum(1)


def velocity(path, t, x):
    return predictions(path, t, x, clean_of(path, t, x))["velocity"]


def euler(path, times, x, noises):
    for t, u in zip(times, times[1:]):
        x = x + (u - t) * velocity(path, t, x)
        yield x


def heun(path, times, x, noises):
    for t, u in zip(times, times[1:]):
        v = velocity(path, t, x)
        there = x + (u - t) * v
        x = there if u == 1 else x + (u - t) * (v + velocity(path, u, there)) / 2
        yield x


def posterior(path, t, u, x, x1):
    """Mean and standard deviation of x_u, known x_t = x and x1: what x1 says of it and what x says of it, by precision."""
    (a_t, s_t), (a_u, s_u) = [(paths[path][0](q), paths[path][1](q)) for q in (t, u)]
    ratio = a_t / a_u
    added = s_t**2 - ratio**2 * s_u**2
    precision = 1 / s_u**2 + ratio**2 / added
    return (a_u * x1 / s_u**2 + ratio * x / added) / precision, precision**-0.5


def ddpm(path, times, x, noises):
    for t, u, z in zip(times, times[1:], noises):
        x1 = clean_of(path, t, x)
        if u == 1:
            x = x1
        else:
            mean, sd = posterior(path, t, u, x, x1)
            x = mean + sd * z
        yield x


def ddim(eta):
    """Song, Meng & Ermon, 2021, eq. 12 and 16, where alpha is the square of our signal."""

    def sample(path, times, x, noises):
        for t, u, z in zip(times, times[1:], noises):
            now, then = paths[path][0](t) ** 2, paths[path][0](u) ** 2
            eps = predictions(path, t, x, clean_of(path, t, x))["noise"]
            sigma = 0 if u == 1 else eta * np.sqrt((1 - then) / (1 - now)) * np.sqrt(1 - now / then)
            x1 = (x - np.sqrt(1 - now) * eps) / np.sqrt(now)
            x = np.sqrt(then) * x1 + np.sqrt(np.maximum(0, 1 - then - sigma**2)) * eps + sigma * z
            yield x

    return sample


some_times = [0.05, 0.3, 0.5, 0.77, 0.99]
points = rng.normal(size=(3, 2))
other = rng.normal(size=(3, 2))

times = [0.02, 0.2, 0.45, 0.7, 0.9, 1.0]
start = rng.normal(size=(4, 2))
noises = rng.normal(size=(len(times) - 1, 4, 2))


def runs():
    for path in paths:
        kept = {"euler": euler, "heun": heun, "ddpm": ddpm}
        # The paper's DDIM is for paths that keep the variance.
        if path != "straight":
            kept |= {"ddim 0": ddim(0), "ddim 0.4": ddim(0.4), "ddim 1": ddim(1)}
        for name, sampler in kept.items():
            xs = list(sampler(path, times, start, noises))
            yield {"path": path, "sampler": name, "xs": [numbers(x) for x in xs]}


def conversions():
    for path in paths:
        for t in some_times:
            for kind in ("clean", "noise", "velocity"):
                x1, _ = both_ends(path, kind, t, points, other)
                yield {"path": path, "t": t, "from": kind} | {
                    name: numbers(p) for name, p in predictions(path, t, points, x1).items()
                }


def posteriors():
    for path in paths:
        for t, u in ((0.1, 0.3), (0.5, 0.55), (0.6, 0.98)):
            mean, sd = posterior(path, t, u, points, other)
            yield {"path": path, "t": t, "u": u, "mean": numbers(mean), "sd": sd}


w = 2.5  # Ho & Salimans, 2022, eq. 6: (1 + w) conditional - w unconditional
reference = {
    "paths": [
        {"path": path, "t": t, "values": [float(v) for v in at(path, t)]} for path in paths for t in some_times
    ],
    "ddpmTable": [
        {"step": step, "signal": float(np.sqrt(np.prod(1 - ddpm_betas[:step])))} for step in (1, 10, 100, 500, 900, 1000)
    ],
    "points": numbers(points),
    "other": numbers(other),
    "conversions": list(conversions()),
    "posteriors": list(posteriors()),
    "centres": numbers(centres),
    "spread": spread,
    "clean": [{"path": p, "t": t, "clean": numbers(clean_of(p, t, points))} for p in paths for t in some_times],
    "times": times,
    "start": numbers(start),
    "noises": [numbers(z) for z in noises],
    "runs": list(runs()),
    "guidance": {"weight": w + 1, "guided": numbers((1 + w) * points - w * other)},
}
path = pathlib.Path(__file__).with_name("flow.json")
path.write_text(json.dumps(reference, indent=1) + "\n")
