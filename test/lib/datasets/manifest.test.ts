import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {readManifest} from "../../../data/write-manifest.js";
import {attributeDataset} from "../../../lib/datasets/attribute-dataset.js";
import {imageDataset} from "../../../lib/datasets/image-dataset.js";
import {attributeSets, findImageSet, imageSets} from "../../../lib/datasets/index.js";

const folder = new URL("../../../data/", import.meta.url);
const {files} = readManifest();
const entries = Object.entries(files);

/** Everything in `data/` that is neither a script, nor about the folder. */
function dataFiles(): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.pathname.length))
    .map((path) => path.replace(/^\/+/, ""))
    .filter(
      (path) => !/(\.ts|^manifest\.json|^evidence\/.*\.json|\.md|^\.gitattributes)$/.test(path),
    );
}

test("lists every file of data/, each once", () => {
  expect(entries.map(([, {file}]) => file).toSorted()).toEqual(dataFiles().toSorted());
});

describe.each(entries)("%s", (key, entry) => {
  test("is on disk with the length and hash that are written", () => {
    const bytes = readFileSync(new URL(entry.file, folder));
    expect(bytes.length).toBe(entry.bytes);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(entry.sha256);
  });

  test("says where it comes from, whose it is and how it was made", () => {
    for (const text of [entry.title, entry.source.title, entry.author, entry.licence])
      expect(text).toMatch(/\S/);
    expect(entry.source.url).toMatch(/^(https:\/\/\S+|)$/);
    expect(entry.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    const [script] = entry.script.match(/data\/[\w-]+\.ts/) ?? [key];
    expect(() => readFileSync(new URL(`../${script}`, folder))).not.toThrow();
  });
});

describe.each(Object.keys(imageSets))("%s", (name) => {
  test.each([
    ["train", 10_000],
    ["test", 2_000],
  ] as const)("%s: %i pictures of 28 by 28, balanced in every prefix", (split, count) => {
    const entry = files[`${name}-${split}`]!;
    const set = findImageSet(name);
    const bytes = gunzipSync(readFileSync(new URL(entry.file, folder)));
    const {images, labels, classNames} = imageDataset(set, bytes);
    expect(images.shape).toEqual([count, 28, 28, 1]);
    expect(entry.shape).toEqual(images.shape);
    expect(entry.classNames).toEqual(classNames);
    expect([...labels]).toEqual(Array.from({length: count}, (_, i) => i % 10));
  });
});

describe.each(Object.values(attributeSets))("$name", (set) => {
  test.each([
    ["train", 4_200],
    ["test", 840],
  ] as const)("%s: %i pictures of 32 by 32 in colour, all options there", (split, count) => {
    const entry = files[`${set.name}-${split}`]!;
    const bytes = gunzipSync(readFileSync(new URL(entry.file, folder)));
    const {images, labels, attributes} = attributeDataset(set, bytes);
    expect(images.shape).toEqual([count, 32, 32, 3]);
    expect(entry.shape).toEqual(images.shape);
    expect(Object.entries(entry.attributes!)).toEqual(
      attributes.map(({name, options}) => [name, [...options]]),
    );
    for (const [a, {options}] of attributes.entries()) {
      const column = labels.filter((_, i) => i % attributes.length === a);
      for (const label of options.keys()) {
        const share = column.filter((each) => each === label).length / count;
        expect(Math.abs(share - 1 / options.length)).toBeLessThan(0.03);
      }
    }
  });
});

test("an unknown set is refused", () => {
  for (const name of ["cats", "toString"])
    expect(() => findImageSet(name)).toThrow(`unknown data set: ${name} (one of digits, clothes)`);
});
