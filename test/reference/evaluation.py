"""Reference values for the metrics of chapter 8, by NumPy, on samples that both read. Writes evaluation.json beside itself.

Everything here is written from the papers and in another way than there: whole matrices, sorted rows, explicit kernels, and windows cut out.

    python3 test/reference/evaluation.py
"""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(20261128)
d, classes = 6, 5


def features(n, shift):
    values = np.abs(rng.normal(size=(n, d)) @ rng.normal(0.4, 0.5, (d, d)) + shift)
    return np.round(values, 3).astype(np.float32).astype(np.float64)


def softmax_rows(n, sharpness):
    logits = sharpness * rng.normal(size=(n, classes))
    powers = np.exp(logits)
    return (powers / powers.sum(1, keepdims=True)).astype(np.float32).astype(np.float64)


def inception(p):
    mean = p.mean(0)
    return float(np.exp((p * (np.log(p) - np.log(mean))).sum(1).mean()))


def frechet(x, y):
    a = (x - x.mean(0)).T / np.sqrt(len(x) - 1)
    b = (y - y.mean(0)).T / np.sqrt(len(y) - 1)
    root = np.linalg.svd(a.T @ b, compute_uv=False).sum()
    return float(((x.mean(0) - y.mean(0)) ** 2).sum() + (a * a).sum() + (b * b).sum() - 2 * root)


def kernel(x, y):
    return (x @ y.T / d + 1) ** 3


def kid(x, y):
    n, m = len(x), len(y)
    xx, yy = kernel(x, x), kernel(y, y)
    return float(
        (xx.sum() - np.trace(xx)) / (n * (n - 1))
        + (yy.sum() - np.trace(yy)) / (m * (m - 1))
        - 2 * kernel(x, y).mean()
    )


def distances(x, y):
    return np.sqrt(((x[:, None] - y[None]) ** 2).sum(2))


def radius(x, k):
    return np.sort(distances(x, x), axis=1)[:, k]  # column 0 is the picture itself


def covered(points, centres, k):
    return float((distances(points, centres) <= radius(centres, k)[None]).any(1).mean())


def density(x, y, k=5):
    return float((distances(y, x) <= radius(x, k)[None]).sum() / (k * len(y)))


def coverage(x, y, k=5):
    return float((distances(x, y).min(1) <= radius(x, k)).mean())


def authenticity(x, y):
    between = distances(y, x)
    nearest = between.argmin(1)
    return float((between.min(1) > radius(x, 1)[nearest]).mean())


def covered_classes(p):
    sure = np.bincount(p.argmax(1)[p.max(1) >= 0.9], minlength=classes)
    return int((sure >= np.ceil(0.1 * len(p) / classes)).sum())


def ssim(x, y):
    line = np.exp(-((np.arange(11) - 5.0) ** 2) / (2 * 1.5**2))
    window = np.outer(line, line)
    window /= window.sum()
    values = []
    for channel in range(x.shape[2]):
        for r in range(x.shape[0] - 10):
            for c in range(x.shape[1] - 10):
                a = x[r : r + 11, c : c + 11, channel].astype(float)
                b = y[r : r + 11, c : c + 11, channel].astype(float)
                ma, mb = (window * a).sum(), (window * b).sum()
                va, vb = (window * (a - ma) ** 2).sum(), (window * (b - mb) ** 2).sum()
                cov = (window * (a - ma) * (b - mb)).sum()
                c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
                values.append(
                    (2 * ma * mb + c1) * (2 * cov + c2) / ((ma**2 + mb**2 + c1) * (va + vb + c2))
                )
    return float(np.mean(values))


def psnr(x, y):
    return float(20 * np.log10(255 / np.sqrt(((x.astype(float) - y) ** 2).mean())))


def cosines(x, y):
    return (x * y).sum(1) / np.linalg.norm(x, axis=1) / np.linalg.norm(y, axis=1)


real, made = features(40, 0.0), features(30, 0.4)
made[7] = real[3]  # a copy
p_made = softmax_rows(30, 3.0)
clear = rng.integers(0, 256, (3, 14, 13, 2))
noisy = np.clip(clear + rng.normal(0, 25, clear.shape), 0, 255).astype(int)
counts = np.array([50, 100, 200, 400, 800])
scores = np.round(3 + 700 / counts + rng.normal(0, 0.1, 5), 3)
line = np.polyfit(1 / counts, scores, 1)

reference = {
    "size": d,
    "classes": classes,
    "real": real.ravel().tolist(),
    "made": made.ravel().tolist(),
    "probabilities": p_made.ravel().tolist(),
    "values": {
        "inceptionScore": inception(p_made),
        "frechet": frechet(real, made),
        "kernelDistance": kid(real, made),
        "precision": covered(made, real, 3),
        "recall": covered(real, made, 3),
        "density": density(real, made),
        "coverage": coverage(real, made),
        "authenticity": authenticity(real, made),
        "nearestDistance": float(distances(made, real).min(1).mean()),
        "coveredClasses": covered_classes(p_made),
    },
    "pairs": {
        "shape": list(clear.shape),
        "clear": clear.ravel().tolist(),
        "noisy": noisy.ravel().tolist(),
        "ssim": float(np.mean([ssim(a, b) for a, b in zip(clear, noisy)])),
        "psnr": float(np.mean([psnr(a, b) for a, b in zip(clear, noisy)])),
        "cosine": float(cosines(real[:30], made).mean()),
    },
    "line": {
        "counts": counts.tolist(),
        "scores": scores.tolist(),
        "slope": float(line[0]),
        "limit": float(line[1]),
    },
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(reference, separators=(",", ":")) + "\n")
