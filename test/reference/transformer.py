"""Reference values for lib/models/flow/transformer.ts: what PyTorch's layers give with the same weights, and the gradients of a sum of it.
Writes transformer.json.

    python3 test/reference/transformer.py

Weights and inputs are waves, made the same way by the test: value i of array k is size * sin(0.7 i + k + 1), biases of scales 1 more.
"""
import json
import math
import pathlib

import torch
from torch.nn.functional import conv2d, conv_transpose2d, gelu, layer_norm, silu

torch.set_default_dtype(torch.float64)
BATCH, SIDE, CHANNELS, PATCH, WIDTH, BLOCKS, HEADS, TIMES, CLASSES = 2, 4, 1, 2, 4, 2, 2, 3, 2
EDGE = SIDE // PATCH
COUNT = EDGE * EDGE


def wave(k, size, *shape):
    count = torch.Size(shape).numel()
    return (size * torch.sin(0.7 * torch.arange(count) + k + 1)).reshape(shape)


class Weights:
    """Hands out weights in TF.js's layouts as leaves of the gradient, by name."""

    def __init__(self):
        self.by_name = {}

    def __call__(self, name, *shape):
        k = len(self.by_name)
        weight = wave(k, 0.3, *shape) + (1 if name.endswith("-scale/bias") else 0)
        self.by_name[name] = weight.requires_grad_()
        return self.by_name[name]


weights = Weights()
looks = {}


def dense(name, x, units, bias=True):
    y = x @ weights(f"{name}/kernel", x.shape[-1], units)
    return y + weights(f"{name}/bias", units) if bias else y


def modulated(name, x, e):
    normal = layer_norm(x, x.shape[-1:], eps=1e-5)
    return normal * dense(f"{name}-scale", e, WIDTH)[:, None] + dense(f"{name}-shift", e, WIDTH)[:, None]


def gated(name, x, e):
    return x * dense(f"{name}-gate", e, WIDTH)[:, None]


def attention(name, x, token):
    both = torch.cat([x, token], 1)
    found = []
    for head in range(1, HEADS + 1):
        key = dense(f"{name}-head{head}-key", both, WIDTH // HEADS)
        value = dense(f"{name}-head{head}-value", both, WIDTH // HEADS)
        query = dense(f"{name}-head{head}-query", x, WIDTH // HEADS)
        scores = torch.einsum("bqi,bki->bqk", query, key) / math.sqrt(WIDTH // HEADS)
        look = looks[f"{name}-head{head}-look"] = torch.softmax(scores, -1)
        found.append(torch.einsum("bqk,bki->bqi", look, value))
    return dense(f"{name}-joined", torch.cat(found, -1), WIDTH)


def block(name, x, e, token):
    h = x + gated(f"{name}-see", attention(name, modulated(f"{name}-see", x, e), token), e)
    wide = gelu(dense(f"{name}-wide", modulated(f"{name}-think", h, e), 4 * WIDTH), approximate="tanh")
    return h + gated(f"{name}-think", dense(f"{name}-narrow", wide, WIDTH), e)


picture = wave(100, 1, BATCH, SIDE, SIDE, CHANNELS).requires_grad_()
time = wave(101, 1, BATCH, TIMES)
told = wave(102, 1, BATCH, CLASSES)
kernel = weights("patches/kernel", PATCH, PATCH, CHANNELS, WIDTH)
cut = conv2d(picture.permute(0, 3, 1, 2), kernel.permute(3, 2, 0, 1), weights("patches/bias", WIDTH), stride=PATCH)
e = silu(dense("time2", silu(dense("time1", time, WIDTH)), WIDTH))
token = dense("told", told, WIDTH)[:, None]
x = cut.permute(0, 2, 3, 1).reshape(BATCH, COUNT, WIDTH)
x = x + dense("places", torch.ones(BATCH, 1), COUNT * WIDTH, bias=False).reshape(BATCH, COUNT, WIDTH)
for i in range(1, BLOCKS + 1):
    x = block(f"block{i}", x, e, token)
square = modulated("last", x, e).reshape(BATCH, EDGE, EDGE, WIDTH).permute(0, 3, 1, 2)
kernel = weights("last/kernel", PATCH, PATCH, CHANNELS, WIDTH)
output = conv_transpose2d(square, kernel.permute(3, 2, 0, 1), weights("last/bias", CHANNELS), stride=PATCH)
output = output.permute(0, 2, 3, 1)
(output * wave(103, 1, *output.shape)).sum().backward()


def rounded(tensor):
    return [float(f"{value:.7g}") for value in tensor.detach().flatten().tolist()]


path = pathlib.Path(__file__).with_name("transformer.json")
reference = {
    "order": list(weights.by_name),
    "output": rounded(output),
    "picture": rounded(picture.grad),
    "looks": {name: rounded(look) for name, look in looks.items()},
    "weights": {name: rounded(weight.grad) for name, weight in weights.by_name.items()},
}
path.write_text(json.dumps(reference) + "\n")
