"""Reference values for lib/models/gan-losses.ts, adam.ts and lib/kernels/normalisation, by PyTorch's own losses, autograd and optimiser.
Writes gan.json.

    python3 test/reference/gan.py
"""
import json
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
real = torch.tensor([-30.0, -2.5, -0.7, 0.0, 0.4, 1.0, 1.3, 6.0, 25.0])
fake = torch.tensor([40.0, 3.1, 0.9, 0.0, -0.2, -1.0, -1.6, -4.0, -35.0])


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


losses = {
    "non-saturating": (
        lambda r, f, s: bce(r, s) + bce(f, 0.0),
        lambda f: bce(f, 1.0),
    ),
    "minimax": (
        lambda r, f, s: bce(r, s) + bce(f, 0.0),
        lambda f: -bce(f, 0.0),
    ),
    "least-squares": (
        lambda r, f, s: 0.5 * F.mse_loss(r, torch.ones_like(r)) + 0.5 * F.mse_loss(f, torch.zeros_like(f)),
        lambda f: 0.5 * F.mse_loss(f, torch.ones_like(f)),
    ),
    "wgan-gp": (
        lambda r, f, s: f.mean() - r.mean(),
        lambda f: -f.mean(),
    ),
    "hinge": (
        lambda r, f, s: F.relu(1 - r).mean() + F.relu(1 + f).mean(),
        lambda f: -f.mean(),
    ),
}


def slopes(loss, *tensors):
    inputs = [t.clone().requires_grad_() for t in tensors]
    value = loss(*inputs)
    value.backward()
    return value.item(), [t.grad.tolist() for t in inputs]


cases = []
for name, (discriminator, generator) in losses.items():
    for smoothing in (0.5, 0.9, 1.0):
        value, (real_slope, fake_slope) = slopes(lambda r, f: discriminator(r, f, smoothing), real, fake)
        generator_value, (generator_slope,) = slopes(generator, fake)
        cases.append(
            {
                "loss": name,
                "smoothing": smoothing,
                "discriminator": value,
                "realSlope": real_slope,
                "fakeSlope": fake_slope,
                "generator": generator_value,
                "generatorSlope": generator_slope,
            }
        )

weights = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
adam = torch.optim.Adam([weights], lr=0.01, betas=(0.5, 0.99), eps=1e-8)
path = []
for step in range(5):
    adam.zero_grad()
    weights.grad = torch.tensor([0.3, -2.0, 1e-6]) * (step + 1) * (-1) ** (step // 2)
    adam.step()
    path.append(weights.tolist())

x = torch.tensor([[1.0, -2.0], [0.5, 3.0], [-1.5, 0.25], [2.0, 1.0]], requires_grad=True)
gamma = torch.tensor([1.5, -0.5], requires_grad=True)
beta = torch.tensor([0.1, 0.2], requires_grad=True)
push = torch.tensor([[1.0, 2.0], [-1.0, 0.5], [0.25, -3.0], [2.0, 1.0]])
y = F.batch_norm(x, None, None, gamma, beta, training=True, eps=1e-3)
(y * push).sum().backward()
norm = {
    "y": y.flatten().tolist(),
    "dx": x.grad.flatten().tolist(),
    "dgamma": gamma.grad.tolist(),
    "dbeta": beta.grad.tolist(),
    "mean": x.mean(0).tolist(),
    "variance": x.var(0, unbiased=False).tolist(),
}

output = pathlib.Path(__file__).with_suffix(".json")
with open(output, "w") as file:
    json.dump(
        {"real": real.tolist(), "fake": fake.tolist(), "cases": cases, "adam": path, "batchNorm": norm},
        file,
        indent=1,
    )
    file.write("\n")
