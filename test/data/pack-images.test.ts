import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {clothesSource} from "../../data/clothes-source.js";
import {digitsSource} from "../../data/digits-source.js";
import {choosePictures, type ImageSource, type Split} from "../../data/pack-images.js";
import {packImages} from "../../lib/datasets/image-dataset.js";

function committed({set}: ImageSource, split: Split): Buffer {
  return gunzipSync(
    readFileSync(new URL(`../../data/${set.name}-${split}.bin.gz`, import.meta.url)),
  );
}

describe.each([digitsSource, clothesSource])("$set.name", (source) => {
  test.skipIf(!existsSync(source.files.train[0])).each(["train", "test"] as const)(
    "%s: the packed pictures are the ones the script chooses from the source",
    (split) => {
      const chosen = Buffer.from(packImages(choosePictures(source, split)));
      expect(chosen.equals(committed(source, split))).toBe(true);
    },
  );
});

test("the digits come from the known MNIST file", () => {
  const md5 = createHash("md5").update(readFileSync(digitsSource.files.train[0])).digest("hex");
  expect(md5).toBe("6bbc9ace898e44ae57da46a324031adb");
});
