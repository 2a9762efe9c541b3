import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {bytesOf, rasterOf} from "../../lib/pipeline/raster.js";
import {
  type Augmentation,
  augmentationWords,
  augmented,
} from "../../src/experiment/augmentations.js";
import {digitReader} from "../../src/experiment/digit-reader.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("05-data");
const {images, labels} = imageDataset(digits, dataFile("digits-test"));
const reads = digitReader(dataFile("classifier-digits"));
const count = 200;

/** Of twenty of each digit how many are read as each other one, [truth][read]. */
function readings(by: Augmentation, level: number): number[][] {
  const table = Array.from({length: 10}, () => Array<number>(10).fill(0));
  for (let place = 0; place < count; place++)
    table[labels[place]!]![reads(bytesOf(augmented(rasterOf(images, place), by, level)))]!++;
  return table;
}

const kept = (table: readonly (readonly number[])[]) =>
  table.reduce((sum, row, digit) => sum + row[digit]!, 0);

it("says what digits are read as upside down", () => {
  expect(augmentationWords("rotate", 10)).toContain("180°");
  const table = readings("rotate", 10);
  expect(text).toContain(
    `${table[6]![9]} of 20 sixes are read as nines, and ${table[9]![6]} of 20 nines as sixes`,
  );
  for (const digit of [0, 1, 8]) expect(table[digit]![digit]).toBeGreaterThan(14);
});

it("says what digits are read as in a mirror", () => {
  const table = readings("mirror", 10);
  expect(text).toContain(
    `${table[2]![5]} of 20 twos are read as fives, and ${table[5]![2]} of 20 fives as twos`,
  );
});

it("says how much of each does no harm, and what brightness does", () => {
  expect(augmentationWords("rotate", 1)).toContain("by 18°");
  expect(text).toContain(`By 18°, ${kept(readings("rotate", 1))} of the ${count} are still read`);
  expect(augmentationWords("contrast", 7)).toContain("0.37 times");
  expect(augmentationWords("crop", 3)).toContain("22 by 22");
  for (const [by, level] of [
    ["contrast", 7],
    ["crop", 3],
  ] as const)
    expect(kept(readings(by, level))).toBeGreaterThan(193);
  const bright = readings("brightness", 10);
  expect(augmentationWords("brightness", 10)).toContain("0.80");
  expect(bright.reduce((sum, row) => sum + row[8]!, 0)).toBeGreaterThan(0.9 * count);
});
