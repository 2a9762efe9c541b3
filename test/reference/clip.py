"""Reference values for lib/models/small-clip.ts: what PyTorch's layers give with the same weights, the contrastive loss of a batch, and its
gradients. Writes clip.json.

    python3 test/reference/clip.py

Weights and inputs are waves, made the same way by the test: value i of array k is size * sin(0.7 i + k + 1).
"""
import json
import pathlib

import torch
from torch.nn.functional import conv2d, cross_entropy, max_pool2d, normalize, relu

torch.set_default_dtype(torch.float64)
BATCH, SIDE, WIDTH, WORDS, SIZE = 4, 8, 2, 6, 32


def wave(k, size, *shape):
    count = torch.Size(shape).numel()
    return (size * torch.sin(0.7 * torch.arange(count) + k + 1)).reshape(shape)


weights = {}


def weight(name, *shape):
    """A leaf of the gradient in TF.js's layout."""
    weights[name] = wave(len(weights), 0.3, *shape).requires_grad_()
    return weights[name]


def conv(name, x, filters):
    kernel = weight(f"{name}/kernel", 3, 3, x.shape[1], filters)
    y = conv2d(x, kernel.permute(3, 2, 0, 1), weight(f"{name}/bias", filters), padding=1)
    return max_pool2d(relu(y), 2)


picture = wave(100, 1, BATCH, SIDE, SIDE, 3)
bags = torch.tensor([[1, 0, 1, 0, 0, 1], [0, 1, 1, 0, 0, 0], [0, 0, 0, 1, 0, 1], [1, 1, 0, 0, 1, 0]], dtype=torch.float64)

h = picture.permute(0, 3, 1, 2)
for i, filters in enumerate([WIDTH, 2 * WIDTH, 3 * WIDTH]):
    h = conv(f"conv{i + 1}", h, filters)
flat = h.permute(0, 2, 3, 1).reshape(BATCH, -1)
p = normalize(flat @ weight("embedding/kernel", flat.shape[1], SIZE) + weight("embedding/bias", SIZE))
t = normalize(bags @ weight("words/kernel", WORDS, SIZE))

log_scale = torch.log(torch.tensor(1 / 0.07)).requires_grad_()
logits = log_scale.exp() * p @ t.T
partners = torch.arange(BATCH)
loss = (cross_entropy(logits, partners) + cross_entropy(logits.T, partners)) / 2
loss.backward()


def rounded(tensor):
    return [float(f"{value:.7g}") for value in tensor.detach().flatten().tolist()]


path = pathlib.Path(__file__).with_name("clip.json")
reference = {
    "order": list(weights),
    "pictures": rounded(p),
    "captions": rounded(t),
    "loss": rounded(loss),
    "logScale": rounded(log_scale.grad),
    "weights": {name: rounded(leaf.grad) for name, leaf in weights.items()},
}
path.write_text(json.dumps(reference) + "\n")
