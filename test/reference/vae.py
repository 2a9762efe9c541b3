"""Reference values for lib/models/gaussian-code.ts and likelihoods.ts, by PyTorch's own distributions and autograd.
Writes vae.json.

    python3 test/reference/vae.py
"""
import json
import pathlib

import torch
from torch.distributions import Bernoulli, Normal, kl_divergence

torch.manual_seed(5)
torch.set_default_dtype(torch.float64)

batch, latent, side = 3, 4, 2


def flat(tensor):
    return tensor.detach().flatten().tolist()


def code_case():
    """A cloud of each picture, a draw from it, its KL, and the gradients of a sum of both."""
    mean = (1.5 * torch.randn(batch, latent)).requires_grad_()
    log_variance = (1.2 * torch.randn(batch, latent)).requires_grad_()
    noise = torch.randn(batch, latent)
    pull = torch.randn(batch, latent)  # what flows back into z
    q = Normal(mean, (log_variance / 2).exp())
    z = q.loc + q.scale * noise
    kl = kl_divergence(q, Normal(0.0, 1.0))
    reference = {"mean": flat(mean), "logVariance": flat(log_variance), "noise": flat(noise), "pull": flat(pull)}
    reference |= {"z": flat(z), "kl": flat(kl)}
    names = ("mean", "logVariance")
    through_z = torch.autograd.grad((pull * z).sum(), (mean, log_variance), retain_graph=True)
    through_kl = torch.autograd.grad(kl.sum(), (mean, log_variance))
    reference["gradientOfZ"] = dict(zip(names, map(flat, through_z)))
    reference["gradientOfKl"] = dict(zip(names, map(flat, through_kl)))
    return reference


def bernoulli_case(x, output):
    """A grey pixel is its share of white: the mean of the two likelihoods."""
    p = Bernoulli(logits=output)
    whites = (x + 1) / 2
    log_likelihood = whites * p.log_prob(torch.ones(())) + (1 - whites) * p.log_prob(torch.zeros(()))
    return -log_likelihood.sum() / batch, 2 * p.mean - 1


def gaussian_case(sigma):
    def likelihood(x, output):
        return -Normal(output, sigma).log_prob(x).sum() / batch, output

    return likelihood


def likelihood_case(name, sigma, likelihood):
    x = 2 * torch.rand(batch, side, side, 1) - 1
    output = torch.randn(batch, side, side, 1).requires_grad_()
    loss, pictures = likelihood(x, output)
    (gradient,) = torch.autograd.grad(loss, output)
    case = {"name": name, "sigma": sigma, "pictures": flat(x), "output": flat(output)}
    return case | {"reconstruction": loss.item(), "gradient": flat(gradient), "drawn": flat(pictures)}


reference = {
    "batch": batch,
    "latentSize": latent,
    "side": side,
    "code": code_case(),
    "likelihoods": [
        likelihood_case("bernoulli", 1, bernoulli_case),
        likelihood_case("gaussian", 0.1, gaussian_case(0.1)),
        likelihood_case("gaussian", 0.7, gaussian_case(0.7)),
    ],
}
path = pathlib.Path(__file__).with_name("vae.json")
path.write_text(json.dumps(reference, indent=1) + "\n")
