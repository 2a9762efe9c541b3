"""The reference steps, the U-Net's and the transformer's of steps.ts in PyTorch: python3 reference.py THREADS [cpu | cuda]

Reads lines like `cnn reference: 10` and answers each with the milliseconds of that many steps, as a JSON list on one line.
Transposed convolutions are written as a 3 x 3 convolution to four times the channels and a pixel shuffle, which PyTorch runs
several times faster on a CPU than its own.
"""

import json
import sys
import time

import torch
from torch import nn
from torch.nn.functional import cross_entropy, gelu, pixel_shuffle, silu, softplus

BATCH_SIZE = 64
DEVICE = sys.argv[2] if len(sys.argv) > 2 else "cpu"


def normal(*shape):
    return torch.randn(*shape, device=DEVICE)


def cnn():
    network = nn.Sequential(
        *(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(7 * 7 * 32, 10)),
    ).to(DEVICE)
    adam = torch.optim.Adam(network.parameters(), 1e-3)
    pictures = normal(BATCH_SIZE, 1, 28, 28)
    labels = torch.arange(BATCH_SIZE, device=DEVICE) % 10

    def step():
        loss = cross_entropy(network(pictures), labels)
        descend(adam, network, loss)

    return step


def gan():
    generator = nn.Sequential(
        *(nn.Linear(32, 7 * 7 * 32), nn.Unflatten(1, (32, 7, 7))),
        *(nn.Conv2d(32, 4 * 32, 3, padding=1), nn.PixelShuffle(2), nn.ReLU(), nn.BatchNorm2d(32)),
        *(nn.Conv2d(32, 4, 3, padding=1), nn.PixelShuffle(2), nn.Tanh()),
    ).to(DEVICE)
    discriminator = nn.Sequential(
        *(nn.Conv2d(1, 16, 4, stride=2, padding=1), nn.LeakyReLU(0.2)),
        *(nn.Conv2d(16, 32, 4, stride=2, padding=1), nn.LeakyReLU(0.2)),
        *(nn.Flatten(), nn.Linear(7 * 7 * 32, 1)),
    ).to(DEVICE)
    judge = torch.optim.Adam(discriminator.parameters(), 1e-3)
    forge = torch.optim.Adam(generator.parameters(), 1e-3)
    real = normal(BATCH_SIZE, 1, 28, 28)
    noise = normal(BATCH_SIZE, 32)

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


class Seeing(nn.Module):
    """A block of lib/models/flow/transformer.ts: all heads in one product, all that the time says in another."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width, elementwise_affine=False, eps=1e-5)
        self.said = nn.Linear(width, 6 * width)
        self.query, self.look, self.joined = nn.Linear(width, width), nn.Linear(width, 2 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def split(self, x):
        count, tokens, width = x.shape
        return x.view(count, tokens, self.heads, width // self.heads).transpose(1, 2)

    def attention(self, x, token):
        key, value = (self.split(each) for each in self.look(torch.cat([x, token], 1)).chunk(2, -1))
        query = self.split(self.query(x))
        look = torch.softmax(query @ key.transpose(2, 3) / key.shape[-1] ** 0.5, -1)
        return self.joined((look @ value).transpose(1, 2).reshape(x.shape))

    def forward(self, x, e, token):
        scale, shift, gate, scale2, shift2, gate2 = self.said(e)[:, None].chunk(6, -1)
        x = x + gate * self.attention(scale * self.norm(x) + shift, token)
        return x + gate2 * self.narrow(gelu(self.wide(scale2 * self.norm(x) + shift2)))


class Transformer(nn.Module):
    """As lib/models/flow/transformer.ts, but for its Gaussian error function, which is not approximated."""

    def __init__(self, width=48, blocks=3, heads=4, patch=2):
        super().__init__()
        self.patches = nn.Conv2d(1, width, patch, stride=patch)
        self.places = nn.Parameter(torch.randn(1, (14 // patch) ** 2, width))
        self.time1, self.time2, self.told = nn.Linear(32, width), nn.Linear(width, width), nn.Linear(10, width)
        self.blocks = nn.ModuleList(Seeing(width, heads) for _ in range(blocks))
        self.norm, self.said = nn.LayerNorm(width, elementwise_affine=False, eps=1e-5), nn.Linear(width, 2 * width)
        self.last = nn.Linear(width, patch * patch)
        self.patch = patch

    def forward(self, picture, time, told):
        e, token = silu(self.time2(silu(self.time1(time)))), self.told(told)[:, None]
        x = self.patches(picture).flatten(2).transpose(1, 2) + self.places
        for block in self.blocks:
            x = block(x, e, token)
        scale, shift = self.said(e)[:, None].chunk(2, -1)
        pieces = self.last(scale * self.norm(x) + shift)
        edge = picture.shape[2] // self.patch
        return pixel_shuffle(pieces.transpose(1, 2).reshape(len(picture), -1, edge, edge), self.patch)


def denoising(network):
    """A step of `network` on pictures, times and classes that stay the same."""
    adam = torch.optim.Adam(network.parameters(), 1e-3)
    inputs = normal(BATCH_SIZE, 1, 14, 14), normal(BATCH_SIZE, 32), normal(BATCH_SIZE, 10)
    target = normal(BATCH_SIZE, 1, 14, 14)

    def step():
        loss = ((network(*inputs) - target) ** 2).mean()
        descend(adam, network, loss)

    return step


def unet():
    return denoising(UNet().to(DEVICE))


def transformer():
    return denoising(Transformer().to(DEVICE))


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
    steps = {"cnn reference": cnn(), "gan reference": gan(), "u-net": unet(), "transformer": transformer()}
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads()}), flush=True)
    for line in sys.stdin:
        name, count = line.split(":")
        print(json.dumps([milliseconds(steps[name]) for _ in range(int(count))]), flush=True)


main()
