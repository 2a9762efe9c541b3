/** What a notebook sends back to its experiment: the code that stands alone, the params, and what is said where it cannot be. */
import {describe, expect, test} from "vitest";
import {readerFunction} from "../../../lib/driving/reader-function.js";
import {workerParams} from "../../../lib/param-groups.js";
import {parseParams} from "../../../lib/params.js";
import {codeTree} from "../../../src/editor/code-tree.js";
import {readHanded} from "../../../src/experiment/handed-code.js";
import {experiments} from "../../../src/experiments/index.js";
import {carriedCode} from "../../../src/notebook/carried-code.js";
import type {Cell} from "../../../src/notebook/notebook.js";
import {notebookOf} from "../../../src/notebook/notebook.js";
import {type SentBack, sentBack} from "../../../src/notebook/sent-back.js";
import {takenApart} from "../../../src/notebook/taken-apart.js";
import {writtenParams} from "../../../src/notebook/written-params.js";
import {course} from "../../../src/vendor/course.js";
import {drivenParts} from "../../../src/vendor/experiments/driven-parts.js";
import {folderOf, readText} from "../../../tools/exercise/folders.js";
import {leastParams} from "../../../tools/runs/least-setup.js";
import {trustedSandbox} from "../../lib/grading/trusted-sandbox.js";

const cellsOf = (...texts: readonly string[]): Cell[] =>
  texts.map((text, i) => ({id: i + 1, kind: "code", text}));
const carried = (...texts: readonly string[]) => carriedCode(cellsOf(...texts), "f", codeTree);
const params = (...texts: readonly string[]) => writtenParams(cellsOf(...texts), codeTree);

function sent(...texts: readonly string[]): SentBack {
  const known = {experiments: drivenParts, course, read: codeTree};
  return sentBack(notebookOf("Test", cellsOf(...texts)), known);
}

/** What `f` of the program gives for each list of arguments. */
async function calls(code: string | undefined, ...lists: readonly (readonly unknown[])[]) {
  const driver = {part: "f", code: code!, standing: "notebook"} as const;
  const fn = await readerFunction(trustedSandbox, driver);
  return fn.call(lists).finally(() => fn.close());
}

describe("the code of a function", () => {
  test("comes with what it needs of other cells, in an order that runs, and without the rest", async () => {
    const code = carried(
      "const other = NaN;",
      "function f(x: Row): number { return twice(x[0]!) + shift; }",
      "const shift = twice(base);",
      'import * as tf from "@tensorflow/tfjs";\ntype Row = readonly number[];\nconst base = 5;\ndisplay(twice(base));',
      "const twice = (x: number) => 2 * x;",
    );
    expect(code).not.toMatch(/other|tensorflow|display/);
    expect(await calls(code, [[1]], [[4]])).toEqual([12, 18]);
  });

  test("knows a name of its own from that of another cell", async () => {
    const code = carried("const f = (tf) => tf + 1;", 'import * as tf from "@tensorflow/tfjs";');
    expect(await calls(code, [41])).toEqual([42]);
  });

  test("is none where no cell defines it", () => {
    expect(carried("const g = 1;", "f(2)")).toBeUndefined();
  });

  test.for([
    [["const f = 1;", "2", "const f = 3;"], "f is defined in cells 1 and 3: rename all but one"],
    [
      ['import * as tf from "@tensorflow/tfjs";', "const f = (x) => tf.sum(x);"],
      "cell 2 needs tf, which cell 1 imports. In the experiment your code runs alone, with numbers going in and out: write it in plain numbers and lists",
    ],
    [
      ["const f = (x) => x + scale;", "const scale = view(Inputs.range([0, 1]));"],
      /^cell 2 needs view, which only a notebook has\. /,
    ],
    [["const f = (x) => x + n;", "const n = await 3;"], /^cell 2 waits for something or yields /],
    [["const f = (x) => x + n;", "const n = (function* () { yield 1; })();"], /^cell 2 waits /],
    [["const f = async (x) => x;"], /^cell 1 waits /],
    [
      ["const f = (x) => g(x);", "const g = (x) => f(x);"],
      "cells 1 and 2 wait for each other: take a name out of one of them",
    ],
    [["const f = (x) => x +;"], "cell 1 cannot be read from line 1 on: mend it first"],
    [["1\n+ + ) function f() {}"], "cell 1 cannot be read from line 2 on: mend it first"],
  ] as const)("%s is refused", ([texts, said]) => {
    expect(() => carried(...texts)).toThrow(said);
  });
});

describe("params in cells", () => {
  test("are plain values, and names of such", () => {
    expect(
      params(
        "const steps = 40;\nconst kind = 'ring';",
        'const params = {a: -0.5, b: 2e-3, c: 1_000, d: true, e: "x\\"y", f: \'say "x"\', maxSteps: steps, kind, // words\n};',
      ),
    ).toEqual({
      a: -0.5,
      b: 0.002,
      c: 1000,
      d: true,
      e: 'x"y',
      f: 'say "x"',
      maxSteps: 40,
      kind: "ring",
    });
    expect(params("const seed = 3;")).toEqual({});
  });

  test.for([
    ["const params = {seed: 1 + 1};", /^“?seed”? is computed in cell 1, and no link can hold that/],
    ["const params = {...other};", /other.* is computed in cell 1/],
    ["const params = make();", /^“?params”? is computed in cell 1/],
    ["const params = {seed: steps};", /^“?seed”? is computed in params/],
    [
      "const steps = more; const more = 2; const params = {maxSteps: steps};",
      /is computed in cell 1/,
    ],
  ] as const)("%s is refused", ([text, said]) => {
    expect(() => params(text)).toThrow(said);
  });
});

describe("what is sent back", () => {
  test.each(
    Object.entries(drivenParts).flatMap(([id, {parts}]) =>
      Object.entries(parts).map(([part, {exercise}]) => [id, part, exercise] as const),
    ),
  )("to %s: its params, and %s as its exercise has it", async (id, part, exercise) => {
    const experiment = experiments[id]!;
    const given = parseParams(experiment.params, {...leastParams(experiment), seed: 3});
    const solution = readText(folderOf(exercise), "solution.ts").replaceAll(/^export /gm, "");
    const points = {data: Float32Array.of(0.5, -0.25, 1e-7, 2), shape: [2, 2]};
    const cells = [...takenApart(experiment, given, {points}).cells, ...cellsOf(solution)];
    const back = sentBack(notebookOf("Test", cells), {
      experiments: drivenParts,
      course,
      read: codeTree,
    });
    expect(back).toMatchObject({experiment: id, part});
    expect(back.params).toEqual(workerParams(experiment.params, given));
    const driver = {part, code: back.code, standing: "notebook"} as const;
    const handed = readHanded(
      JSON.stringify({driver, inputs: back.inputs, notebook: "Test"}),
      experiment,
    );
    expect(handed).toEqual({driver, inputs: {points}, notebook: "Test"});
    const fn = await readerFunction(trustedSandbox, driver);
    fn.close();
  });

  test.for([
    [["1 + 1"], /^This notebook imports no experiment\. .* press “Take this apart”\.$/],
    [
      ['import {experiment} from "from-noise/gan-digits";'],
      /^“.+” has no part whose place your code can take\. These have one: .*\(generatorLoss, layers\)/,
    ],
    [['import {experiment} from "from-noise/nothing";'], /^“nothing” has no part /],
    [['import {experiment} from "from-noise/toString";'], /^“toString” has no part /],
    [
      ['import {experiment} from "from-noise/gan-plane";'],
      /^No cell defines generatorLoss, which takes the place of the generator's loss, or layers, which takes the place of the generator's hidden layers\. .* its exercise, on the page “.+” or “.+”, says/,
    ],
    [
      ['import {experiment} from "from-noise/vae-digits";'],
      /^No cell defines reparameterise, which takes the place of the draw of codes\. Write the function of this name in a cell: its exercise, on the page “[^”]+”, says/,
    ],
    [
      [
        'import {makeSetup} from "from-noise/gan-plane"; import * as b from "from-noise/vae-digits";',
        "const generatorLoss = () => 1;",
        "const reparameterise = () => [];",
      ],
      /^The cells define generatorLoss and reparameterise, and a run takes one of them/,
    ],
  ] as const)("%s: nothing, and why", ([texts, said]) => {
    expect(() => sent(...texts)).toThrow(said);
  });
});
