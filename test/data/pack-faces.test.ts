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

const pixelCount = 32 * 32;

/** The places in the palette of each face's pixels, and the palette. */
function facesOf(part: (typeof parts)[number]) {
  const bytes = committed(part);
  const palette = readIdx(bytes, readIdx(bytes).end);
  const {data} = readIdx(bytes, palette.end);
  const face = (i: number) => Buffer.from(data.subarray(i * pixelCount, (i + 1) * pixelCount));
  return {bytes, palette: palette.data, count: data.length / pixelCount, face};
}

test("the packed faces are the ones the script draws, on this machine too", async () => {
  const drawn = await drawFaces(6);
  const {count, face: trainFace} = facesOf("train");
  const learned = new Set(Array.from({length: count}, (_, i) => trainFace(i).toString("latin1")));
  for (const part of parts) {
    const {bytes, palette, face} = facesOf(part);
    const {pixels, labels} = drawn[part];
    for (let i = 0; i < 6; i++) {
      const size = 3 * pixelCount;
      const ours = indicesOf(pixels.subarray(i * size, (i + 1) * size), palette);
      // Whoever draws six alone does not know that a later face of the other part looks the same, and so does not draw it anew.
      const isTwin = part === "test" && learned.has(Buffer.from(ours).toString("latin1"));
      expect(isTwin || Buffer.from(ours).equals(face(i)), `${part} ${i}`).toBe(true);
    }
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
