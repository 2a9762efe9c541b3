import {describe, expect, test} from "vitest";
import {importProblems, projectSources} from "../../tools/check-imports.mjs";

/** The problems of a project of these files. */
const problemsOf = (files: Record<string, string>) =>
  importProblems(new Map(Object.entries(files)));

describe("import directions", () => {
  const violations: [what: string, files: Record<string, string>, problem: RegExp][] = [
    [
      "lib importing src",
      {"lib/a.ts": 'import {b} from "../src/b.js";\nb();'},
      /^lib\/a\.ts: imports src\/b\.ts \(lib imports only lib\)$/,
    ],
    [
      "lib importing a type of src",
      {"lib/a.ts": 'import type {B} from "../src/b.js";\nexport type A = B;'},
      /lib imports only lib/,
    ],
    [
      "a lower part importing a higher one",
      {"lib/pipeline/batches.ts": 'import {gan} from "../models/gan.js";\ngan();'},
      /pipeline may import itself, base, datasets, tf/,
    ],
    [
      "a page module importing a setup",
      {
        "src/experiments/gan/view.ts": 'import {makeGan} from "./setup.js";\nmakeGan();',
        "src/experiments/gan/setup.ts": "export const makeGan = () => 1;",
      },
      /^src\/experiments\/gan\/view\.ts: imports .*setup\.ts \(setups are for workers\)$/,
    ],
    [
      "an experiment importing another",
      {"src/experiments/gan/view.ts": 'import {vae} from "../vae/experiment.js";\nvae();'},
      /an experiment knows no other/,
    ],
    [
      "a page module importing claims",
      {
        "src/experiments/gan/view.ts": 'import {collapse} from "./claims.js";\ncollapse();',
        "src/experiments/gan/claims.ts": "export const collapse = () => 1;",
      },
      /^src\/experiments\/gan\/view\.ts: imports .*claims\.ts \(setups are for workers\)$/,
    ],
    [
      "a setup importing another's",
      {"src/experiments/gan/setup.ts": 'import {x} from "../vae/codes.setup.js";\nx();'},
      /an experiment knows no other/,
    ],
    [
      "src importing an experiment",
      {"src/experiment/x.ts": 'import {gan} from "../experiments/gan/experiment.js";\ngan();'},
      /src does not know its experiments/,
    ],
    [
      "metrics importing data sets",
      {"lib/metrics/m.ts": 'export * from "../datasets/digits.js";'},
      /metrics may import itself, base/,
    ],
    [
      "TF.js in metrics",
      {"lib/metrics/m.ts": 'import * as tf from "@tensorflow/tfjs-core";\ntf.add(1, 2);'},
      /TF\.js only in/,
    ],
    [
      "TF.js in metrics, lazily",
      {"lib/metrics/m.ts": 'export const load = () => import("@tensorflow/tfjs-core");'},
      /TF\.js only in/,
    ],
    [
      "another package in lib",
      {"lib/models/m.ts": 'import {mean} from "d3";\nmean([]);'},
      /lib needs no package but TF\.js/,
    ],
    [
      "a package in a page module",
      {"src/figures/f.ts": 'import {select} from "d3";\nselect("a");'},
      /through src\/vendor/,
    ],
    [
      "TF.js reaching the page through lib",
      {
        "src/experiment/view.ts": 'import {run} from "../lib/training/run.js";\nrun();',
        "lib/training/run.ts":
          'import * as tf from "../tf.js";\nexport const run = () => tf.add(1, 2);',
        "lib/tf.ts": 'export * from "@tensorflow/tfjs-core";',
      },
      /^src\/experiment\/view\.ts: brings TF\.js to the page \(.*run\.ts > lib\/tf\.ts\)$/,
    ],
    [
      "a figure importing the experiment",
      {"src/figures/f.ts": 'import {trainer} from "../experiment/trainer.js";\ntrainer();'},
      /figures know only what they are given/,
    ],
    [
      "an import of lessons",
      {"src/index.ts": 'import {x} from "./lessons/03-gans/x.js";\nx();'},
      /nothing imports lessons/,
    ],
    [
      "a cycle",
      {
        "lib/a.ts": 'import {b} from "./b.js";\nexport const a = () => b();',
        "lib/b.ts": 'import {a} from "./a.js";\nexport const b = () => a();',
      },
      /^lib\/a\.ts: imports itself \(lib\/a\.ts > lib\/b\.ts > lib\/a\.ts\)$/,
    ],
    [
      "a cycle of types",
      {
        "src/a.ts": 'import type {B} from "./b.js";\nexport type A = B;',
        "src/b.ts": 'import type {A} from "./a.js";\nexport interface B {a: A}',
      },
      /^src\/a\.ts: imports itself \(src\/a\.ts > src\/b\.ts > src\/a\.ts\)$/,
    ],
    ["Math.random in lib", {"lib/a.ts": "export const a = Math.random();"}, /Math\.random/],
    ["Date.now in lib", {"lib/a.ts": "export const a = Date.now();"}, /uses the date/],
    ["new Date() in lib", {"lib/a.ts": "export const a = new Date();"}, /uses the date/],
    ["the clock in lib", {"lib/a.ts": "export const a = performance.now();"}, /uses the clock/],
    ["the page in lib", {"lib/a.ts": "export const a = document.body;"}, /uses the page/],
    ["a default export", {"src/a.ts": "export default 1;"}, /has a default export/],
    ["a renamed default export", {"src/a.ts": "const a = 1;\nexport {a as default};"}, /default/],
    [
      "an unknown part of lib",
      {"lib/utils/a.ts": 'import "../b.js";'},
      /unknown part of lib: utils/,
    ],
  ];

  test.each(violations)("refuse %s", async (_, files, problem) => {
    expect(await problemsOf(files)).toEqual([expect.stringMatching(problem)]);
  });

  test("let the agreed directions pass", async () => {
    const files = {
      "lib/random.ts": "export class Random {}",
      "lib/models/gan.ts":
        'import type {StepKind} from "./step-kind.js";\nimport * as tf from "../tf.js";\n' +
        'import {Random} from "../random.js";\n// not Math.random\nexport const gan = (k: StepKind) => [tf, Random, k];',
      "src/experiments/gan/setup.ts": 'import {gan} from "../../lib/models/gan.js";\ngan("both");',
      "src/experiments/gan/test.ts":
        'import {gan} from "./setup.js";\nimport {test} from "vitest";\ntest(gan);',
      "src/experiments/gan/view.ts": 'import {x} from "../shared/gan/x.js";\nx();',
      "src/experiments/worker.ts": 'import {serve} from "../lib/models/gan.js";\nserve();',
      "src/figures/f.ts":
        'import {select} from "../vendor/d3.js";\nimport {toBytes} from "../lib/image.js";\nselect(toBytes);',
    };
    expect(await problemsOf(files)).toEqual([]);
  });

  test("hold in this project", async () => {
    const sources = projectSources();
    expect(sources.has("lib/random.ts")).toBe(true);
    expect([...sources.keys()].filter((path) => path.startsWith("src/lib/"))).toEqual([]);
    expect(await importProblems(sources)).toEqual([]);
  });
});
