import {createHash} from "node:crypto";
import {expect, test} from "vitest";
import {sha256} from "../../../lib/datasets/sha256.js";
import {Random} from "../../../lib/random.js";

test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
])("NIST's example %j", (text, hash) => {
  expect(sha256(new TextEncoder().encode(text))).toBe(hash);
});

test("agrees with Node at every length around the block's end, and on a long one", () => {
  const random = new Random(1);
  for (const length of [...Array.from({length: 140}, (_, i) => i), 1_000_003]) {
    const bytes = Uint8Array.from({length}, () => random.integer(256));
    expect(sha256(bytes), `${length}`).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});
