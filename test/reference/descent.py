"""Fifty steps of five optimisers down two surfaces, by PyTorch in double precision. Writes descent.json beside itself.

    python3 test/reference/descent.py
"""
import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)
here = pathlib.Path(__file__).parent
surfaces = {
    "(1 - x)^2 + 20*(y - x^2)^2": lambda x, y: (1 - x) ** 2 + 20 * (y - x**2) ** 2,
    "exp(sin(x))*y^2 + sqrt(x^2 + 1) + abs(y)/4": lambda x, y: torch.exp(torch.sin(x)) * y**2
    + torch.sqrt(x**2 + 1)
    + torch.abs(y) / 4,
}
makers = {
    "sgd": lambda w, d: torch.optim.SGD(w, lr=0.002, weight_decay=d),
    "momentum": lambda w, d: torch.optim.SGD(w, lr=0.002, momentum=0.8, weight_decay=d),
    "rmsprop": lambda w, d: torch.optim.RMSprop(w, lr=0.03, alpha=0.95, eps=1e-8, weight_decay=d),
    "adam": lambda w, d: torch.optim.Adam(w, lr=0.03, betas=(0.85, 0.95), eps=1e-8, weight_decay=d),
    "adamw": lambda w, d: torch.optim.AdamW(w, lr=0.03, betas=(0.85, 0.95), eps=1e-8, weight_decay=d),
}


def path(surface, make, decay):
    w = torch.tensor([-1.3, 1.7], requires_grad=True)
    optimiser = make([w], decay)
    places = [w.tolist()]
    slopes = []
    for _ in range(50):
        optimiser.zero_grad()
        surface(*w).backward()
        slopes.append(w.grad.tolist())
        optimiser.step()
        places.append(w.tolist())
    flat = lambda rows: [round(value, 9) for row in rows for value in row]
    return {"places": flat(places), "slopes": flat(slopes)}


cases = [
    {"formula": formula, "name": name, "decay": decay, **path(surface, make, decay)}
    for formula, surface in surfaces.items()
    for name, make in makers.items()
    for decay in (0, 0.1)
]
(here / "descent.json").write_text(json.dumps(cases) + "\n")
