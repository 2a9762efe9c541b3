import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {drawFaces} from "../../data/faces-source.js";
import {indicesOf} from "../../data/palette.js";
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {faces} from "../../lib/datasets/faces.js";
import {readIdx} from "../../lib/datasets/idx.js";

const parts = ["train", "test"] as const;
const committed = (part: (typeof parts)[number]) =>
  gunzipSync(readFileSync(new URL(`../../data/faces-${part}.bin.gz`, import.meta.url)));

test("the packed faces are the ones the script draws, on this machine too", async () => {
  const drawn = await drawFaces(6);
  for (const part of parts) {
    const bytes = committed(part);
    const palette = readIdx(bytes, readIdx(bytes).end);
    const {pixels, labels} = drawn[part];
    const packed = readIdx(bytes, palette.end).data.subarray(0, 6 * 32 * 32);
    expect(Buffer.from(indicesOf(pixels, palette.data)).equals(packed)).toBe(true);
    expect(labels).toEqual(
      attributeDataset(faces, bytes).labels.slice(0, 6 * faces.attributes.length),
    );
  }
});

test("no face is there twice, in neither part", () => {
  const seen = new Set<string>();
  let count = 0;
  for (const part of parts) {
    const {images} = attributeDataset(faces, committed(part));
    const size = 32 * 32 * 3;
    for (let i = 0; i < images.shape[0]; i++, count++)
      seen.add(Buffer.from(images.data.subarray(i * size, (i + 1) * size)).toString("latin1"));
  }
  expect(count).toBe(5040);
  expect(seen.size).toBe(count);
});
