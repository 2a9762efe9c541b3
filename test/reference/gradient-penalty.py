"""Reference values for lib/models/gradient-penalty.ts: the penalty of WGAN-GP and its gradient in every weight, by PyTorch's double
backward (`create_graph=True`), for the networks of plane-gan.ts and dcgan.ts. Numbers follow from their place, so that only results
are kept. Writes gradient-penalty.json.

    python3 test/reference/gradient-penalty.py
"""
import json
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(shape, salt, scale):
    """As `numbers` in gradient-penalty.test.ts."""
    count = 1
    for length in shape:
        count *= length
    values = [(((i + 1) * 7919 + salt * 104729) % 2003) / 2003 - 0.5 for i in range(count)]
    return (2 * scale * torch.tensor(values)).reshape(shape)


def plane(x, weights):
    w1, b1, w2, b2, w3, b3 = weights
    h = F.leaky_relu(x @ w1 + b1, 0.2)
    h = F.leaky_relu(h @ w2 + b2, 0.2)
    return h @ w3 + b3


def pictures(x, weights):
    """Pictures [B, h, w, c] and kernels [kh, kw, in, out], as TF.js has them; same padding of a 4 x 4 window at stride 2 is 1 around."""
    k1, b1, k2, b2, w, b = weights
    h = F.leaky_relu(F.conv2d(x.permute(0, 3, 1, 2), k1.permute(3, 2, 0, 1), b1, stride=2, padding=1), 0.2)
    h = F.leaky_relu(F.conv2d(h, k2.permute(3, 2, 0, 1), b2, stride=2, padding=1), 0.2)
    return h.permute(0, 2, 3, 1).flatten(1) @ w + b


def penalised(network, x, shapes, scales):
    weights = [numbers(shape, i + 1, scale).requires_grad_() for i, (shape, scale) in enumerate(zip(shapes, scales))]
    x = x.requires_grad_()
    (slope,) = torch.autograd.grad(network(x, weights).sum(), x, create_graph=True)
    lengths = slope.flatten(1).norm(2, dim=1)
    penalty = ((lengths - 1) ** 2).mean()
    # The last bias has no part in the slope.
    slopes = torch.autograd.grad(penalty, weights, allow_unused=True)
    return {
        "penalty": penalty.item(),
        "lengths": lengths.tolist(),
        "slopes": [
            (torch.zeros_like(w) if s is None else s).flatten().tolist() for w, s in zip(weights, slopes)
        ],
    }


width = 4
results = {
    "plane": penalised(
        plane,
        numbers((16, 2), 9, 1.0),
        [(2, width), (width,), (width, width), (width,), (width, 1), (1,)],
        [1.0, 0.5, 1.0, 0.5, 1.0, 0.5],
    ),
    "pictures": penalised(
        pictures,
        numbers((3, 28, 28, 1), 9, 1.0),
        [(4, 4, 1, 2), (2,), (4, 4, 2, 4), (4,), (196, 1), (1,)],
        [0.3, 0.1, 0.3, 0.1, 0.2, 0.1],
    ),
}

output = pathlib.Path(__file__).with_suffix(".json")
with open(output, "w") as file:
    json.dump(results, file, indent=1)
    file.write("\n")
