import {expect, test} from "vitest";
import {root} from "../../../tools/project.mjs";
import {bundleSpecs, removeBundle} from "./conformance/bundle.js";
import {runSpecs} from "./conformance/run-specs.js";

const suite = {
  name: "troubled",
  folder: `${root}test/lib/kernels/conformance/`,
  files: ["troubled-specs.ts"],
  declaredFor: "the back end",
} as const;

test("a spec that traps, hangs or takes the process down is named, and those after it are run", async () => {
  const bundle = await bundleSpecs(suite);
  const way = {backend: "cpu", kernels: "stock"} as const;
  const results = await runSpecs(bundle, way, {specSeconds: 1, megabytes: 400});
  removeBundle(bundle);
  expect(results.map(({name, status}) => [name, status])).toEqual([
    ["passes", "passed"],
    ["traps", "failed"],
    ["ends the process", "failed"],
    ["hangs", "failed"],
    ["takes memory", "failed"],
    ["fails", "failed"],
    ["comes last", "passed"],
  ]);
  const messages = results.map(({message}) => message);
  const said = [
    /^$/,
    /unreachable/,
    /ended with 3/,
    /hung for 1 s/,
    /took \d+ MB/,
    /on purpose/,
    /^$/,
  ];
  for (const [index, pattern] of said.entries()) expect(messages[index]).toMatch(pattern);
});
