import {describe, expect, test} from "vitest";
import {readManifest} from "../../../data/write-manifest.js";
import type {Manifest, ManifestEntry} from "../../../lib/datasets/manifest.js";
import {type AboutFacts, aboutFacts, section} from "../../../src/about/about-facts.js";
import {size} from "../../../src/about/data-files.js";
import {purposes} from "../../../src/about/software.js";
import {directPackages, licenceTexts} from "../../../tools/packages.mjs";

const entry: ManifestEntry = {
  file: "x-train.bin.gz",
  bytes: 1_528_208,
  sha256: "ab".repeat(32),
  shape: [1],
  title: "x & y",
  source: {title: "a <set>", url: "https://example.org/?a=1&b=2", version: "1.0"},
  author: 'Ann "A" Author',
  licence: "MIT",
  licenceNote: "Changed.",
  script: "npx tsx data/pack-x.ts",
  date: "2026-11-23",
};
const judge: ManifestEntry = {
  ...entry,
  file: "classifier-x.bin.gz",
  source: {title: "made by this course", url: "", version: ""},
  details: {
    testAccuracy: 0.9874,
    testPictures: 2000,
    testAccuracyLow: 0.981,
    testAccuracyHigh: 0.992,
    batchSize: 64,
  },
};
const manifest: Manifest = {
  files: {
    "classifier-x": judge,
    "x-test": {...entry, file: "x-test.bin.gz"},
    "x-train": {...entry, classNames: ["a", "<b>"]},
  },
};
const facts: AboutFacts = {manifest, packages: directPackages()};

/** The text a reader sees. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, " ");
}

describe("data-files", () => {
  const html = section("data-files", facts);

  test("says of each file its source, author, licence, size, checksum and script", () => {
    for (const part of [
      "A <set>",
      'By Ann "A" Author',
      "MIT. Changed.",
      "1.5 MB",
      "x & y",
      "ab".repeat(32),
      "npx tsx data/pack-x.ts",
    ])
      expect(textOf(html)).toContain(part);
    for (const {file} of Object.values(manifest.files)) expect(html).toContain(file);
  });

  test("lists sets of pictures before what was made from them", () => {
    expect(html.indexOf("x-train.bin.gz")).toBeLessThan(html.indexOf("classifier-x.bin.gz"));
  });

  test("puts files of one source together, and links only what has an address", () => {
    expect(html.match(/<h3>/g)).toHaveLength(2);
    expect(html).toContain('<a href="https://example.org/?a=1&#38;b=2">A &#60;set&#62;</a>');
    expect(html).toContain("<h3>Made by this course</h3>");
  });

  test("holds the real manifest, every file of it", () => {
    const real = section("data-files", {...facts, manifest: readManifest()});
    for (const {file, sha256} of Object.values(readManifest().files)) {
      expect(real).toContain(file);
      expect(real).toContain(sha256);
    }
    expect(textOf(real)).toContain("Yann LeCun, Corinna Cortes, Christopher J. C. Burges");
    expect(textOf(real)).toContain("Zalando SE");
  });
});

test("a model card states classes, accuracy with its interval, and the rest of the details", () => {
  const text = textOf(section("model-cards", facts));
  expect(text).toContain("The classifier of x Tells apart a, <b>");
  expect(text).toContain(
    "98.7 % of 2,000 test pictures (95 % interval 98.1 % to 99.2 %), none of them trained on",
  );
  expect(text).toContain("Batch size 64");
  expect(text).not.toContain("test accuracy low");
});

test("a model card of a classifier of attributes states each one's options and accuracy", () => {
  const attributes = {hat: ["none", "red"], hairColour: ["black", "<grey>"]};
  const text = textOf(
    section("model-cards", {
      ...facts,
      manifest: {
        files: {
          "classifier-x": {
            ...judge,
            details: {
              "testAccuracy:hat": 0.994,
              "testAccuracy:hairColour": 0.875,
              meanTestAccuracy: 0.9345,
              testPictures: 840,
              steps: 700,
            },
          },
          "x-train": {...entry, attributes},
        },
      },
    }),
  );
  expect(text).toContain("Tells apart hat (none, red); hair colour (black, <grey>)");
  expect(text).toContain(
    "93.5 % on average over the attributes of 840 test pictures, none of them trained on: hat 99.4 %, hair colour 87.5 %",
  );
  expect(text).toContain("Steps 700");
  expect(text).not.toContain("Mean test accuracy");
});

describe("software", () => {
  test("tells what each package of package.json is for, and no other", () => {
    const names = facts.packages.map(({name}) => name);
    expect(Object.keys(purposes).toSorted()).toEqual(names.toSorted());
    const tables = section("software-shipped", facts) + section("software-tools", facts);
    for (const {name, version} of facts.packages) {
      expect(tables).toContain(`>${name}</a></td><td>${version}</td>`);
    }
  });

  test("a package without a purpose is refused", () => {
    const packages = [{name: "left-pad", version: "1", licence: "MIT", url: ""}];
    expect(() => section("software-tools", {...facts, packages})).toThrow(
      "missing purpose: left-pad (say in src/about/software.ts what it is for)",
    );
  });

  test("licence texts: of the bundled packages, shared texts once, and of the fonts", () => {
    const text = licenceTexts(["lib/x.ts", "node_modules/d3-axis/src/axis.js", "(disabled):fs"]);
    expect(text).toMatch(/^d3-axis 3\.\d+\.\d+ \(ISC\)$/m);
    expect(text).toMatch(/Copyright \d+(-\d+)? Mike Bostock/);
    expect(text).toMatch(/^@fontsource\/source-serif-4 .*OFL-1\.1/m);
    expect(text).not.toMatch(/^d3-array /m);
  });
});

test("fills placeholders of the page and leaves other HTML alone", () => {
  const tokens = [
    {type: "html_block", content: "<!-- facts: model-cards -->\n"},
    {type: "html_block", content: "<p>kept</p>"},
    {type: "paragraph_open", content: ""},
  ];
  aboutFacts({core: {ruler: {push: (_, rule) => rule({tokens})}}}, () => facts);
  expect(tokens[0]!.content).toBe(`${section("model-cards", facts)}\n`);
  expect(tokens.slice(1).map(({content}) => content)).toEqual(["<p>kept</p>", ""]);
});

test("an unknown placeholder is refused", () => {
  for (const name of ["sources", "toString"])
    expect(() => section(name, facts)).toThrow(
      new RegExp(`^unknown facts: ${name} \\(one of data-files, model-cards, .*software-tools\\)$`),
    );
});

test.each([
  [1, "1 kB"],
  [305_598, "306 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [4_312_667, "4.3 MB"],
])("%i bytes are %s", (bytes, text) => {
  expect(size(bytes)).toBe(text);
});
