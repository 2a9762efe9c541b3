"""The reference steps and the U-Net's of steps.ts in PyTorch: python3 reference.py THREADS

Reads lines like `cnn reference: 10` and answers each with the milliseconds of that many steps, as a JSON list on one line.
Transposed convolutions are written as a 3 x 3 convolution to four times the channels and a pixel shuffle, which PyTorch runs
several times faster on a CPU than its own.
"""

import json
import sys
import time

import torch
from torch import nn
from torch.nn.functional import cross_entropy, pixel_shuffle, silu, softplus

BATCH_SIZE = 64


def cnn():
    network = nn.Sequential(
        *(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(7 * 7 * 32, 10)),
    )
    adam = torch.optim.Adam(network.parameters(), 1e-3)
    pictures = torch.randn(BATCH_SIZE, 1, 28, 28)
    labels = torch.arange(BATCH_SIZE) % 10

    def step():
        loss = cross_entropy(network(pictures), labels)
        descend(adam, network, loss)

    return step


def gan():
    generator = nn.Sequential(
        *(nn.Linear(32, 7 * 7 * 32), nn.Unflatten(1, (32, 7, 7))),
        *(nn.Conv2d(32, 4 * 32, 3, padding=1), nn.PixelShuffle(2), nn.ReLU(), nn.BatchNorm2d(32)),
        *(nn.Conv2d(32, 4, 3, padding=1), nn.PixelShuffle(2), nn.Tanh()),
    )
    discriminator = nn.Sequential(
        *(nn.Conv2d(1, 16, 4, stride=2, padding=1), nn.LeakyReLU(0.2)),
        *(nn.Conv2d(16, 32, 4, stride=2, padding=1), nn.LeakyReLU(0.2)),
        *(nn.Flatten(), nn.Linear(7 * 7 * 32, 1)),
    )
    judge = torch.optim.Adam(discriminator.parameters(), 1e-3)
    forge = torch.optim.Adam(generator.parameters(), 1e-3)
    real = torch.randn(BATCH_SIZE, 1, 28, 28)
    noise = torch.randn(BATCH_SIZE, 32)

    def step():
        with torch.no_grad():
            fake = generator(noise)
        loss = softplus(-discriminator(real)).mean() + softplus(discriminator(fake)).mean()
        descend(judge, discriminator, loss)
        loss = softplus(-discriminator(generator(noise))).mean()
        descend(forge, generator, loss)

    return step


class Block(nn.Module):
    def __init__(self, channels, told):
        super().__init__()
        self.norm1, self.norm2 = (nn.GroupNorm(channels // 4, channels) for _ in range(2))
        self.conv1, self.conv2 = (nn.Conv2d(channels, channels, 3, padding=1) for _ in range(2))
        self.told = nn.Linear(told, channels)

    def forward(self, x, e):
        h = self.conv1(silu(self.norm1(x))) + self.told(e)[:, :, None, None]
        return x + self.conv2(silu(self.norm2(h)))


class UNet(nn.Module):
    """As lib/models/flow/unet.ts, width 16, but for the way up: a 3 x 3 convolution and a pixel shuffle."""

    def __init__(self, width=16):
        super().__init__()
        told = 4 * width
        self.time1, self.time2, self.told = nn.Linear(32, told), nn.Linear(told, told), nn.Linear(10, told)
        self.first, self.wide = nn.Conv2d(1, width, 3, padding=1), Block(width, told)
        self.down = nn.Conv2d(width, 2 * width, 4, stride=2, padding=1)
        self.deep1, self.deep2 = Block(2 * width, told), Block(2 * width, told)
        self.up, self.late = nn.Conv2d(2 * width, 4 * width, 3, padding=1), Block(width, told)
        self.norm, self.last = nn.GroupNorm(width // 4, width), nn.Conv2d(width, 1, 3, padding=1)

    def forward(self, picture, time, told):
        e = silu(self.time2(silu(self.time1(time))) + self.told(told))
        wide = self.wide(self.first(picture), e)
        deep = self.deep2(self.deep1(self.down(wide), e), e)
        late = self.late(pixel_shuffle(self.up(deep), 2) + wide, e)
        return self.last(silu(self.norm(late)))


def unet():
    network = UNet()
    adam = torch.optim.Adam(network.parameters(), 1e-3)
    inputs = torch.randn(BATCH_SIZE, 1, 14, 14), torch.randn(BATCH_SIZE, 32), torch.randn(BATCH_SIZE, 10)
    target = torch.randn(BATCH_SIZE, 1, 14, 14)

    def step():
        loss = ((network(*inputs) - target) ** 2).mean()
        descend(adam, network, loss)

    return step


def descend(optimiser, network, loss):
    """A step on the weights of `network` alone; `loss.item()` waits for the number, as the other programs do."""
    weights = list(network.parameters())
    for weight, gradient in zip(weights, torch.autograd.grad(loss, weights)):
        weight.grad = gradient
    optimiser.step()
    loss.item()


def milliseconds(step):
    start = time.perf_counter()
    step()
    return (time.perf_counter() - start) * 1000


def main():
    torch.set_num_threads(int(sys.argv[1]))
    torch.manual_seed(3)
    steps = {"cnn reference": cnn(), "gan reference": gan(), "u-net": unet()}
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads()}), flush=True)
    for line in sys.stdin:
        name, count = line.split(":")
        print(json.dumps([milliseconds(steps[name]) for _ in range(int(count))]), flush=True)


main()
