"""Reference values for lib/models/policy-gradient.ts and returns.ts, by PyTorch's own distribution and autograd.
Writes policy-gradient.json.

    python3 test/reference/policy-gradient.py
"""
import json
import pathlib

import torch
from torch.distributions import Categorical

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)

episodes, strokes, count = 3, 4, 6
logits = 2 * torch.randn(episodes * strokes, count)
actions = torch.randint(count, (episodes * strokes,))
rewards = torch.randn(episodes, strokes)
baseline = 0.3 * torch.randn(episodes, strokes)


def returns_to_go(rewards, gamma):
    t = torch.arange(rewards.shape[1])
    ahead = t[None, :] - t[:, None]
    weights = torch.where(ahead >= 0, gamma ** ahead.clamp(min=0).to(rewards), torch.zeros(()))
    return rewards @ weights.T


def case(gamma, entropy_weight):
    x = logits.clone().requires_grad_()
    policy = Categorical(logits=x)
    returns = returns_to_go(rewards, gamma)
    advantages = (returns - baseline).flatten()
    objective = (advantages * policy.log_prob(actions)).sum() + entropy_weight * policy.entropy().sum()
    loss = -objective / episodes
    loss.backward()
    return {
        "gamma": gamma,
        "entropyWeight": entropy_weight,
        "returns": returns.tolist(),
        "advantages": advantages.tolist(),
        "loss": loss.item(),
        "gradient": x.grad.flatten().tolist(),
    }


reference = {
    "episodes": episodes,
    "strokes": strokes,
    "count": count,
    "logits": logits.flatten().tolist(),
    "actions": actions.tolist(),
    "rewards": rewards.tolist(),
    "entropies": Categorical(logits=logits).entropy().tolist(),
    "cases": [case(g, b) for g in (0.0, 0.5, 1.0) for b in (0.0, 0.7)],
}
path = pathlib.Path(__file__).with_name("policy-gradient.json")
path.write_text(json.dumps(reference, indent=1) + "\n")
