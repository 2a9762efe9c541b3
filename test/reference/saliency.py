"""Where the packed classifier of digits looks, by PyTorch's own gradients and by NumPy, and correlations of ranks. Writes saliency.json beside itself.
To be run again whenever data/classifier-digits.bin.gz changes.

    python3 test/reference/saliency.py
"""
import gzip
import json
import pathlib
import struct

import numpy as np
import torch
import torch.nn.functional as F

here = pathlib.Path(__file__).parent
data = here.parent.parent / "data"


def bundle(path):
    raw = gzip.decompress(path.read_bytes())
    assert raw[:4] == b"FNB1"
    (length,) = struct.unpack("<I", raw[4:8])
    start = (8 + length + 7) // 8 * 8
    arrays = {}
    for name, kind, shape, offset in json.loads(raw[8 : 8 + length])["arrays"]:
        values = np.frombuffer(raw, kind, count=int(np.prod(shape)), offset=start + offset)
        arrays[name] = values.reshape(shape)
    return arrays


arrays = bundle(data / "classifier-digits.bin.gz")


def weight(name):
    array = arrays[name].astype(np.float64)
    if name + "/scale" in arrays:
        array = (array - 128) * arrays[name + "/scale"]
    return torch.tensor(array)


def logits(x):
    """[n, 28, 28] -> [n, 10]"""

    def conv(x, name, padding):
        kernel = weight(name + "/kernel").permute(3, 2, 0, 1)
        return F.relu(F.conv2d(x, kernel, weight(name + "/bias"), padding=padding))

    x = F.max_pool2d(conv(x[:, None], "conv1", 1), 2)
    x = F.max_pool2d(conv(x, "conv2", 1), 2)
    x = conv(x, "conv3", 0).permute(0, 2, 3, 1).reshape(len(x), -1)
    x = F.relu(x @ weight("features/kernel") + weight("features/bias"))
    return x @ weight("logits/kernel") + weight("logits/bias")


def gradient(picture, kind):
    x = torch.tensor(picture[None], requires_grad=True)
    logits(x)[0, kind].backward()
    return x.grad[0].numpy()


def occlusion(picture, kind, edge, stride, cover):
    """The mean fall over the patches that cover a pixel, written as one window for each pixel."""
    starts = np.arange(0, 28 - edge + 1, stride)
    shown = np.repeat(picture[None], len(starts) ** 2, 0)
    corners = [(top, left) for top in starts for left in starts]
    for each, (top, left) in zip(shown, corners):
        each[top : top + edge, left : left + edge] = cover
    with torch.no_grad():
        whole = logits(torch.tensor(picture[None]))[0, kind].item()
        falls = whole - logits(torch.tensor(shown))[:, kind].numpy()
    rows = np.array([[t <= i < t + edge for i in range(28)] for t, _ in corners])
    columns = np.array([[l <= i < l + edge for i in range(28)] for _, l in corners])
    covers = rows[:, :, None] & columns[:, None, :]
    return (covers * falls[:, None, None]).sum(0) / covers.sum(0)


def ranks(x):
    """By counting: how many are smaller, and half of those that are equal."""
    return (x[None] < x[:, None]).sum(1) + ((x[None] == x[:, None]).sum(1) + 1) / 2


def numbers(values):
    return [float(f"{value:.6g}") for value in np.ravel(values)]


raw = gzip.decompress((data / "digits-test.bin.gz").read_bytes())
pixels = np.frombuffer(raw, np.uint8)[-2000 * 784 :].reshape(2000, 28, 28)
asked = [[0, 0], [3, 3], [7, 9], [1999, 4]]
places = list(range(0, 784, 9))
maps = []
for index, kind in asked:
    picture = pixels[index] / 127.5 - 1
    slope = gradient(picture, kind)
    maps.append(
        {
            "index": index,
            "kind": kind,
            "gradient": numbers(slope.ravel()[places]),
            "gradientSize": numbers([np.abs(slope).sum()])[0],
            "timesInput": numbers(((picture + 1) * slope).ravel()[places]),
            "occlusion": numbers(occlusion(picture, kind, 8, 4, 0.0).ravel()[places]),
            "fine": numbers(occlusion(picture, kind, 7, 3, -1.0).ravel()[places]),
        }
    )

rng = np.random.default_rng(18)
lists = []
for n, values in [(12, 100), (40, 6), (200, 50)]:
    a = rng.integers(0, values, n).astype(float)
    b = a + rng.integers(0, values, n)
    correlation = np.corrcoef(ranks(a), ranks(b))[0, 1]
    lists.append({"a": a.tolist(), "b": b.tolist(), "correlation": float(correlation)})

reference = {"places": places, "maps": maps, "lists": lists}
(here / "saliency.json").write_text(json.dumps(reference, separators=(",", ":")) + "\n")
