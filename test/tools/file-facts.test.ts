import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {readManifest} from "../../data/write-manifest.js";
import {defaultParams} from "../../lib/params.js";
import {experiments} from "../../src/experiments/index.js";
import {fileFacts} from "../../src/vendor/file-facts.js";
import {leastParams} from "../../tools/runs/least-setup.js";

const {files} = readManifest();
/** As they are set at first, and at their least. */
const read = Object.values(experiments).flatMap((each) =>
  [defaultParams(each.params), leastParams(each)].flatMap((params) => each.files(params)),
);

test("a page knows of each file that an experiment reads what the manifest says", () => {
  for (const [name, {bytes, sha256, shape}] of Object.entries(fileFacts))
    expect(files[name], name).toMatchObject({bytes, sha256, shape});
  expect(read.filter((name) => !Object.hasOwn(fileFacts, name))).toEqual([]);
});

test("a page has the address of each of them", () => {
  const listed = readFileSync("src/experiment/run/files.ts", "utf8");
  const addressOf = (name: string) => `FileAttachment("../../data/${files[name]!.file}")`;
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((name) => !listed.includes(addressOf(name)))).toEqual([]);
});
