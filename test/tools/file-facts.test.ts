import {expect, test} from "vitest";
import {readManifest} from "../../data/write-manifest.js";
import {experiments} from "../../src/experiments/index.js";
import {fileFacts} from "../../src/vendor/file-facts.js";
import {leastParams} from "../../tools/runs/least-setup.js";

test("a page knows of each file that an experiment reads what the manifest says", () => {
  const {files} = readManifest();
  for (const [name, {bytes, sha256, shape}] of Object.entries(fileFacts))
    expect(files[name], name).toMatchObject({bytes, sha256, shape});
  const read = Object.values(experiments).flatMap((each) => each.files(leastParams(each)));
  expect(read.filter((name) => !Object.hasOwn(fileFacts, name))).toEqual([]);
});
