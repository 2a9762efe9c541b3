"""Default runs of the course in PyTorch: python3 runs.py THREADS DATA_FOLDER

Reads lines of JSON, {"experiment", "params", "every", "samples", "prepared"}, and answers each with lines {"step", "seconds", ...}, then an
empty line. `seconds` counts training steps alone. What the course's own measures are to judge comes as the path of a file:
pictures as bytes, points as floats. `prepared` says where the data are, for models whose data the course prepares. Same layers, losses, batches, rates and averages as the
course's; other random numbers. Transposed convolutions are 3 x 3 convolutions and a pixel shuffle (see reference.py).
"""

import gzip
import json
import os
import sys
import tempfile
import time
from copy import deepcopy

import numpy as np
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, one_hot

TEST_COUNT = 2000


def pictures_of(name):
    """The packed set `name`: pictures [n, 1, 28, 28] in [-1, 1] and labels [n]. Two IDX arrays, labels first."""
    with gzip.open(f"{DATA}/{name}.bin.gz") as file:
        bytes_ = np.frombuffer(file.read(), np.uint8)
    count = int.from_bytes(bytes_[4:8].tobytes(), "big")
    labels = torch.from_numpy(bytes_[8 : 8 + count].astype(np.int64))
    pixels = bytes_[8 + count + 16 :].reshape(count, 1, 28, 28).astype(np.float32)
    return torch.from_numpy(pixels / 127.5 - 1), labels


def batches_of(count, size):
    """Endless indices, every picture once before any comes again."""
    while True:
        order = torch.randperm(count)
        for first in range(0, count - size + 1, size):
            yield order[first : first + size]


class Average:
    """A running average of `network`'s weights, whose decay grows to `decay`: as lib/models/weight-average.ts."""

    def __init__(self, network, decay):
        self.network, self.learner, self.decay, self.steps = deepcopy(network), network, decay, 0

    @torch.no_grad()
    def update(self):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        theirs = self.learner.state_dict()
        for name, mine in self.network.state_dict().items():
            if mine.is_floating_point():
                mine.mul_(decay).add_(theirs[name], alpha=1 - decay)


def fall(params, steps):
    """The learning rate of the step that follows `steps` others: as lib/models/learning-rate.ts."""
    over = params.get("decaySteps", 0)
    return params["learningRate"] * (max(0.1, 1 - 0.9 * steps / over) if over else 1)


def descend(adam, weights, loss, rate):
    adam.param_groups[0]["lr"] = rate
    for weight, gradient in zip(weights, torch.autograd.grad(loss, weights)):
        weight.grad = gradient
    adam.step()


def dcgan_init(network):
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.normal_(module.weight, 0, 0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)


class Gan:
    """gan-digits and conditional-gan: with `classes` above 0 the label is a one-hot beside z, and projected in the judge."""

    def __init__(self, params, classes):
        width, self.latent, self.classes = params["baseWidth"], params["latentSize"], classes
        self.params = params
        norm = {"eps": 1e-3, "momentum": 0.01}
        self.generator = nn.Sequential(
            *(nn.Linear(self.latent + classes, 49 * 2 * width, bias=False), nn.Unflatten(1, (2 * width, 7, 7))),
            *(nn.BatchNorm2d(2 * width, **norm), nn.ReLU()),
            *(nn.Conv2d(2 * width, 4 * width, 3, padding=1, bias=False), nn.PixelShuffle(2)),
            *(nn.BatchNorm2d(width, **norm), nn.ReLU()),
            *(nn.Conv2d(width, 4, 3, padding=1), nn.PixelShuffle(2), nn.Tanh()),
        )
        self.features = nn.Sequential(
            *(nn.Conv2d(1, width, 4, stride=2, padding=1), nn.LeakyReLU(0.2)),
            *(nn.Conv2d(width, 2 * width, 4, stride=2, padding=1), nn.LeakyReLU(0.2), nn.Flatten()),
        )
        self.logit = nn.Linear(49 * 2 * width, 1)
        self.projection = nn.Linear(classes, 49 * 2 * width, bias=False) if classes else None
        judge = nn.ModuleList([m for m in (self.features, self.logit, self.projection) if m])
        for network in (self.generator, judge):
            dcgan_init(network)
        self.judge_weights, self.weights = list(judge.parameters()), list(self.generator.parameters())
        betas = {"betas": (0.5, 0.99), "eps": 1e-7}
        self.judge_adam = torch.optim.Adam(self.judge_weights, **betas)
        self.adam = torch.optim.Adam(self.weights, **betas)
        self.average = Average(self.generator, params["averaging"])
        self.pictures, self.labels = pictures_of(f"{params['dataset']}-train")
        self.batches = batches_of(len(self.pictures), params["batchSize"])
        self.steps = 0

    def judge(self, pictures, kinds):
        features = self.features(pictures)
        logits = self.logit(features)
        return logits if kinds is None else logits + (features * self.projection(kinds)).sum(1, keepdim=True)

    def input(self, count, labels):
        z = torch.randn(count, self.latent)
        return z if labels is None else torch.cat([z, labels], 1)

    def step(self):
        rows = next(self.batches)
        real = self.pictures[rows]
        kinds = one_hot(self.labels[rows], self.classes).float() if self.classes else None
        rate, smooth = fall(self.params, self.steps), self.params["labelSmoothing"]
        with torch.no_grad():
            fake = self.generator(self.input(len(rows), kinds))
        logits = self.judge(torch.cat([real, fake]), None if kinds is None else torch.cat([kinds, kinds]))
        ones = torch.ones(len(rows), 1)
        bce = binary_cross_entropy_with_logits
        loss = bce(logits[: len(rows)], smooth * ones) + bce(logits[len(rows) :], 0 * ones)
        descend(self.judge_adam, self.judge_weights, loss, rate)
        loss = bce(self.judge(self.generator(self.input(len(rows), kinds)), kinds), ones)
        descend(self.adam, self.weights, loss, rate)
        self.average.update()
        self.steps += 1
        loss.item()

    @torch.no_grad()
    def report(self, samples):
        kinds = one_hot(torch.arange(samples) % self.classes).float() if self.classes else None
        network = self.average.network.eval()
        drawn = torch.cat([network(part) for part in self.input(samples, kinds).split(256)])
        return {"path": saved(((drawn + 1) * 127.5).round().clamp(0, 255).to(torch.uint8))}


class Classifier:
    """digit-classifier: three convolutions, two dense layers, pictures moved by up to `shift` pixels."""

    def __init__(self, params):
        width = params["width"]
        self.params = params
        self.network = nn.Sequential(
            *(nn.Conv2d(1, width, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
            *(nn.Conv2d(width, 2 * width, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
            *(nn.Conv2d(2 * width, 2 * width, 3), nn.ReLU(), nn.Flatten()),
            *(nn.Linear(50 * width, 64), nn.ReLU(), nn.Linear(64, 10)),
        )
        for module in self.network:
            if hasattr(module, "weight"):
                nn.init.kaiming_normal_(module.weight)
                nn.init.zeros_(module.bias)
        self.weights = list(self.network.parameters())
        self.adam = torch.optim.Adam(self.weights, eps=1e-7)
        self.average = Average(self.network, params["averaging"])
        pictures, labels = pictures_of(f"{params['dataset']}-train")
        order = torch.randperm(len(labels))
        test, train = order[:TEST_COUNT], order[TEST_COUNT:][: params["trainingCount"]]
        self.test, self.test_labels = pictures[test], labels[test]
        self.pictures, self.labels = pictures[train], labels[train]
        self.batches = batches_of(len(train), params["batchSize"])

    def step(self):
        rows = next(self.batches)
        moved = self.moved(self.pictures[rows])
        loss = cross_entropy(self.network(moved), self.labels[rows])
        descend(self.adam, self.weights, loss, self.params["learningRate"])
        self.average.update()
        loss.item()

    def moved(self, pictures):
        far = self.params["shift"]
        padded = nn.functional.pad(pictures, [far] * 4, value=-1)
        places = torch.randint(0, 2 * far + 1, (len(pictures), 2)).tolist()
        return torch.stack([p[:, y : y + 28, x : x + 28] for p, (y, x) in zip(padded, places)])

    @torch.no_grad()
    def report(self, _):
        logits = self.average.network.eval()(self.test)
        return {"testAccuracy": 100 * (logits.argmax(1) == self.test_labels).float().mean().item()}


class Coder:
    """What autoencoder, vae-digits and vae-faces share, on pictures that the caller has prepared: bytes, the last `heldOut` of them held out.

    Dense networks: the encoder has layers of `width` and `narrow` neurons and `codes` numbers, the decoder the same backwards."""

    def __init__(self, params, prepared, width, narrow, codes):
        self.params, self.steps, self.latent = params, 0, params["latentSize"]
        self.pixels = prepared["pixels"]
        last = nn.Linear(narrow, codes, bias=codes != self.latent)
        self.encoder = nn.Sequential(*dense(self.pixels, width), *dense(width, narrow), last)
        self.decoder = nn.Sequential(*dense(self.latent, narrow), *dense(narrow, width), nn.Linear(width, self.pixels))
        self.network = nn.ModuleList([self.encoder, self.decoder])
        for module in self.network.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_normal_(module.weight)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        self.weights = list(self.network.parameters())
        self.adam = torch.optim.Adam(self.weights, eps=1e-7)
        self.average = Average(self.network, params["averaging"])
        bytes_ = np.fromfile(prepared["path"], np.uint8).reshape(-1, self.pixels).astype(np.float32)
        pictures = torch.from_numpy(bytes_ / 255)
        self.pictures, self.test = pictures[: -prepared["heldOut"]], pictures[-prepared["heldOut"] :]
        self.batches = batches_of(len(self.pictures), params["batchSize"])

    def step(self):
        loss = self.loss(self.pictures[next(self.batches)])
        descend(self.adam, self.weights, loss, fall(self.params, self.steps))
        self.average.update()
        self.steps += 1
        loss.item()


class Autoencoder(Coder):
    def __init__(self, params, prepared):
        super().__init__(params, prepared, params["width"], round(params["width"] / 4), params["latentSize"])

    def nats(self, network, whites):
        encoder, decoder = network
        logits = 2 * decoder(encoder(whites * 2 - 1))
        return binary_cross_entropy_with_logits(logits, whites, reduction="sum") / len(whites)

    def loss(self, whites):
        return self.nats(self.network, whites) / self.pixels

    @torch.no_grad()
    def report(self, _):
        return {"heldOut": self.nats(self.average.network, self.test).item()}


class Vae(Coder):
    """vae-digits, and with the Gaussian likelihood vae-faces."""

    SIGMA = 0.2

    def __init__(self, params, prepared):
        self.gaussian = params.get("likelihood") == "gaussian"
        width = params["width"] * (16 if self.gaussian else 1)
        narrow = round(width / (2 if self.gaussian else 4))
        super().__init__(params, prepared, width, narrow, 2 * params["latentSize"])

    def terms(self, network, whites):
        """Reconstruction and KL of `whites` [B, pixels] in [0, 1], in nats per picture, by one draw of the codes."""
        encoder, decoder = network
        mean, log_variance = encoder(whites * 2 - 1).chunk(2, 1)
        outputs = decoder(mean + torch.exp(log_variance / 2) * torch.randn_like(mean))
        kl = (mean**2 + log_variance.exp() - 1 - log_variance).sum(1).mean() / 2
        return self.nats(outputs, whites), kl

    def nats(self, outputs, whites):
        if not self.gaussian:
            return binary_cross_entropy_with_logits(outputs, whites, reduction="sum") / len(whites)
        constant = np.log(self.SIGMA) + np.log(2 * np.pi) / 2
        errors = (torch.tanh(outputs) - (whites * 2 - 1)) ** 2
        return errors.sum() / len(whites) / (2 * self.SIGMA**2) + constant * self.pixels

    def loss(self, whites):
        nats, kl = self.terms(self.network, whites)
        return nats + self.params["beta"] * kl

    @torch.no_grad()
    def report(self, _):
        if self.gaussian:
            encoder, decoder = self.average.network
            drawn = torch.tanh(decoder(encoder(self.test * 2 - 1)[:, : self.latent]))
            return {"path": saved(((drawn + 1) * 127.5).round().clamp(0, 255).to(torch.uint8))}
        nats, kl = self.terms(self.average.network, self.test)
        return {"heldOutElbo": -(nats + kl).item(), "heldOutKl": kl.item()}


class PlaneGan:
    """gan-plane, on points that the caller has drawn: 32-bit floats, [n, 2]."""

    def __init__(self, params, prepared):
        width, self.latent, self.params = params["hiddenWidth"], params["latentSize"], params
        self.generator = leaky(self.latent, width, 2)
        self.judge = leaky(2, width, 1)
        adam = {"lr": params["learningRate"], "betas": (0.5, 0.99), "eps": 1e-7}
        self.weights, self.judge_weights = list(self.generator.parameters()), list(self.judge.parameters())
        self.adam = torch.optim.Adam(self.weights, **adam)
        self.judge_adam = torch.optim.Adam(self.judge_weights, **adam)
        self.points = torch.from_numpy(np.fromfile(prepared["path"], np.float32).reshape(-1, 2))
        self.batches = batches_of(len(self.points), params["batchSize"])

    def step(self):
        real = self.points[next(self.batches)]
        rate, ones = self.params["learningRate"], torch.ones(len(real), 1)
        bce = binary_cross_entropy_with_logits
        for _ in range(self.params["discriminatorSteps"]):
            with torch.no_grad():
                fake = self.generator(torch.randn(len(real), self.latent))
            loss = bce(self.judge(real), ones) + bce(self.judge(fake), 0 * ones)
            descend(self.judge_adam, self.judge_weights, loss, rate)
        loss = bce(self.judge(self.generator(torch.randn(len(real), self.latent))), ones)
        descend(self.adam, self.weights, loss, rate)
        loss.item()

    @torch.no_grad()
    def report(self, samples):
        return {"path": saved(self.generator(torch.randn(samples, self.latent)))}


def leaky(inputs, width, outputs):
    layers = [nn.Linear(inputs, width), nn.Linear(width, width), nn.Linear(width, outputs)]
    for layer in layers:
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)
    return nn.Sequential(layers[0], nn.LeakyReLU(0.2), layers[1], nn.LeakyReLU(0.2), layers[2])


def saved(tensor):
    path = os.path.join(tempfile.mkdtemp(prefix="from-noise-"), "samples.bin")
    tensor.numpy().tofile(path)
    return path


def dense(inputs, units):
    return nn.Linear(inputs, units), nn.ReLU()


MAKERS = {
    "gan-digits": lambda params, _: Gan(params, 0),
    "conditional-gan": lambda params, _: Gan(params, 10),
    "digit-classifier": lambda params, _: Classifier(params),
    "autoencoder": Autoencoder,
    "vae-digits": Vae,
    "vae-faces": Vae,
    "gan-plane": PlaneGan,
}


def run(order):
    torch.manual_seed(order["params"]["seed"])
    model = MAKERS[order["experiment"]](order["params"], order.get("prepared"))
    seconds = 0
    for step in range(1, order["params"]["maxSteps"] + 1):
        start = time.perf_counter()
        model.step()
        seconds += time.perf_counter() - start
        if step % order["every"] == 0:
            print(json.dumps({"step": step, "seconds": seconds, **model.report(order["samples"])}), flush=True)
    print(flush=True)


if __name__ == "__main__":
    DATA = sys.argv[2]
    torch.set_num_threads(int(sys.argv[1]))
    for line in sys.stdin:
        run(json.loads(line))
