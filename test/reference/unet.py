"""Reference values for lib/models/flow/unet.ts: what PyTorch's layers give with the same weights, and the gradients of a sum of it; for
both places where a block may be told the time, and with attention. Writes unet.json.

    python3 test/reference/unet.py

Weights and inputs are waves, made the same way by the test: value i of array k is size * sin(0.7 i + k + 1), gamma 1 more.
"""
import json
import pathlib

import torch
from torch import nn
from torch.nn.functional import silu

torch.set_default_dtype(torch.float64)
GROUP_WIDTHS = {"before norm": 4, "after norm": 1}
CASES = {"before norm": ("before norm", False), "after norm": ("after norm", False), "with attention": ("before norm", True)}
BATCH, SIDE, CHANNELS, WIDTH, TIMES, CLASSES = 2, 4, 1, 4, 3, 2


def wave(k, size, *shape):
    count = torch.Size(shape).numel()
    return (size * torch.sin(0.7 * torch.arange(count) + k + 1)).reshape(shape)


class Weights:
    """Hands out weights in TF.js's layouts as leaves of the gradient, by name."""

    def __init__(self):
        self.by_name = {}

    def __call__(self, name, *shape):
        k = len(self.by_name)
        weight = wave(k, 0.3, *shape) + (1 if name.endswith("gamma") else 0)
        self.by_name[name] = weight.requires_grad_()
        return self.by_name[name]



def conv(name, x, filters):
    kernel = weights(f"{name}/kernel", 3, 3, x.shape[1], filters)
    return nn.functional.conv2d(x, kernel.permute(3, 2, 0, 1), weights(f"{name}/bias", filters), padding=1)


def down(x, filters):
    kernel = weights("down/kernel", 4, 4, x.shape[1], filters)
    return nn.functional.conv2d(x, kernel.permute(3, 2, 0, 1), weights("down/bias", filters), stride=2, padding=1)


def up(x, filters):
    kernel = weights("up/kernel", 4, 4, filters, x.shape[1])
    bias = weights("up/bias", filters)
    return nn.functional.conv_transpose2d(x, kernel.permute(3, 2, 0, 1), bias, stride=2, padding=1)


def norm(name, x):
    gamma, beta = weights(f"{name}-scale/gamma", x.shape[1]), weights(f"{name}-scale/beta", x.shape[1])
    return nn.functional.group_norm(x, x.shape[1] // GROUP_WIDTHS[where], gamma, beta, eps=1e-5)


def dense(name, x, units):
    return x @ weights(f"{name}/kernel", x.shape[1], units) + weights(f"{name}/bias", units)


def block(name, x, e):
    channels = x.shape[1]
    h = conv(f"{name}-conv1", silu(norm(f"{name}-1", x)), channels)
    row = dense(f"{name}-told", e, channels)[:, :, None, None]
    h = norm(f"{name}-2", h + row) if where == "before norm" else norm(f"{name}-2", h) + row
    return x + conv(f"{name}-conv2", silu(h), channels)


def rounded(tensor):
    return [float(f"{value:.7g}") for value in tensor.detach().flatten().tolist()]


references = {}
def attention(x):
    n = norm("attention", x)
    query, key, value = (pixelwise(f"attention-{part}", n).flatten(2).transpose(1, 2) for part in ("query", "key", "value"))
    look = torch.softmax(query @ key.transpose(1, 2) / x.shape[1] ** 0.5, dim=2)
    found = (look @ value).transpose(1, 2).reshape(x.shape)
    return x + pixelwise("attention-joined", found)


def pixelwise(name, x):
    kernel = weights(f"{name}/kernel", 1, 1, x.shape[1], x.shape[1])
    return nn.functional.conv2d(x, kernel.permute(3, 2, 0, 1), weights(f"{name}/bias", x.shape[1]))


for case, (where, attends) in CASES.items():
    weights = Weights()
    picture = wave(100, 1, BATCH, SIDE, SIDE, CHANNELS).requires_grad_()
    time = wave(101, 1, BATCH, TIMES)
    told = wave(102, 1, BATCH, CLASSES)
    e = dense("time2", silu(dense("time1", time, 4 * WIDTH)), 4 * WIDTH)
    e = silu(e + dense("told", told, 4 * WIDTH))
    wide = block("wide", conv("first", picture.permute(0, 3, 1, 2), WIDTH), e)
    deep = block("deep1", down(wide, 2 * WIDTH), e)
    deep = attention(deep) if attends else deep
    late = block("late", up(deep, WIDTH) + wide, e)
    output = conv("last", silu(norm("last", late)), CHANNELS).permute(0, 2, 3, 1)
    (output * wave(103, 1, *output.shape)).sum().backward()
    references[case] = {
        "order": list(weights.by_name),
        "output": rounded(output),
        "picture": rounded(picture.grad),
        "weights": {name: rounded(weight.grad) for name, weight in weights.by_name.items()},
    }

path = pathlib.Path(__file__).with_name("unet.json")
path.write_text(json.dumps(references) + "\n")
