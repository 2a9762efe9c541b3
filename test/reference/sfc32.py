"""Writes sfc32.json: what lib/random.ts must give, by an independent sfc32 on Python's big integers.

python3 test/reference/sfc32.py
"""

import json
import math
import pathlib

MASK = 0xFFFFFFFF


def splitmix32(seed):
    state = seed
    while True:
        state = (state + 0x9E3779B9) & MASK
        z = state ^ (state >> 16)
        z = (z * 0x21F0AAAD) & MASK
        z ^= z >> 15
        z = (z * 0x735A2D97) & MASK
        yield z ^ (z >> 15)


class Sfc32:
    def __init__(self, seed):
        words = splitmix32(seed)
        self.a, self.b, self.c, self.counter = next(words), next(words), next(words), 1
        for _ in range(12):
            self.bits()

    def bits(self):
        out = (self.a + self.b + self.counter) & MASK
        self.counter = (self.counter + 1) & MASK
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & MASK
        self.c = (((self.c << 21) | (self.c >> 11)) + out) & MASK
        return out

    def uniform(self):
        return self.bits() / 2**32

    def normal(self):
        while True:
            u, v = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            s = u * u + v * v
            if 0 < s < 1:
                return u * math.sqrt(-2 * math.log(s) / s)


def row(seed):
    bits, normal = Sfc32(seed), Sfc32(seed)
    return {
        "seed": seed,
        "bits": [bits.bits() for _ in range(20)],
        "normals": [normal.normal() for _ in range(20)],
    }


rows = [row(seed) for seed in (0, 1, 7, 123456789, 2147483648, MASK)]
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(rows) + "\n")
