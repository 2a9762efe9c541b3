"""Features and logits of the packed classifiers for a few test pictures, by PyTorch. Writes classifier.json beside itself.
To be run again whenever data/classifier-*.bin.gz change.

    python3 test/reference/classifier.py
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


def weight(arrays, name):
    array = arrays[name]
    if name + "/scale" in arrays:
        array = (array.astype(np.float64) - 128) * arrays[name + "/scale"]
    return torch.tensor(np.asarray(array, np.float64))


def forward(arrays, x):
    def conv(x, name, padding):
        kernel = weight(arrays, name + "/kernel").permute(3, 2, 0, 1)
        return F.relu(F.conv2d(x, kernel, weight(arrays, name + "/bias"), padding=padding))

    def dense(x, name):
        return x @ weight(arrays, name + "/kernel") + weight(arrays, name + "/bias")

    x = F.max_pool2d(conv(x, "conv1", 1), 2)
    x = F.max_pool2d(conv(x, "conv2", 1), 2)
    x = conv(x, "conv3", 0).permute(0, 2, 3, 1).reshape(len(x), -1)
    features = F.relu(dense(x, "features"))
    return features, dense(features, "logits")


def pictures(name, indices):
    raw = gzip.decompress((data / f"{name}-test.bin.gz").read_bytes())
    pixels = np.frombuffer(raw, np.uint8)[-2000 * 784 :].reshape(2000, 1, 28, 28)
    return torch.tensor(pixels[indices] / 127.5 - 1)


indices = [0, 1, 2, 3, 777, 1999]
reference = {"indices": indices}
for name in ["digits", "clothes"]:
    features, logits = forward(bundle(data / f"classifier-{name}.bin.gz"), pictures(name, indices))
    reference[name] = {
        "features": [round(v, 6) for v in features.ravel().tolist()],
        "logits": [round(v, 6) for v in logits.ravel().tolist()],
    }
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(reference, separators=(",", ":")) + "\n")
