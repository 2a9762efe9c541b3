/** Every experiment as a notebook: it runs as it stands, and its weights are the experiment's own, to the bit. */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import type {MakeSetup, Setup, SetupContext} from "../../../lib/training/setup.js";
import {experiments} from "../../../src/experiments/index.js";
import {experimentModule} from "../../../src/notebook/experiment-module.js";
import type {Cell} from "../../../src/notebook/notebook.js";
import {NotebookEngine} from "../../../src/notebook/notebook-engine.js";
import type {CellReport, Shown} from "../../../src/notebook/shown.js";
import {takenApart} from "../../../src/notebook/taken-apart.js";
import {folderOf, readText} from "../../../tools/exercise/folders.js";
import {fileOf, leastParams} from "../../../tools/runs/least-setup.js";
import {useWasm} from "../../../tools/runs/start-run.js";
import {startedClient} from "../../lib/training/session-client.js";
import {hashedCheckpoint, hashesOf, host, runOptions, steps} from "../experiments/session-run.js";
import {parsers, Runtime} from "./engine-packages.js";

beforeAll(() => useWasm());

/** The modules of a notebook's cells, and what `makeSetup` has made for them. */
function modules(made: Setup[]) {
  return async (name: string) => {
    if (name === "@tensorflow/tfjs") return tf;
    if (name === "from-noise") return {Random};
    const id = name.replace("from-noise/", "");
    const module = await experimentModule(id, async (file) => fileOf(file));
    // To the compiler the library is one thing under `lib` and another under `src/lib`, the link that pages need.
    const own = module.makeSetup as unknown as MakeSetup;
    const makeSetup = async (context: SetupContext) => {
      made.push(await own(context));
      return made.at(-1);
    };
    return {...module, makeSetup};
  };
}

type Curves = Extract<Shown, {kind: "curves"}>;

/** A few steps of the run are enough, and one picture, which costs more than they. */
const count = 3;

function cutShort(cell: Cell): Cell {
  const given = /const steps = (\d+);/.exec(cell.text)?.[1];
  if (given === undefined) return cell;
  const text = cell.text
    .replace("maxSteps: steps", `maxSteps: ${given}`)
    .replace(/const steps = \d+/, `const steps = ${count}`)
    .replace(/drawEvery = \d+/, `drawEvery = ${count}`);
  return {...cell, text};
}

/** What cells show once they have taken their steps, and the setup that they have made. */
async function shownBy(cells: readonly Cell[]) {
  const made: Setup[] = [];
  const reports = new Map<number, CellReport>();
  const engine = new NotebookEngine({
    Runtime,
    parsers,
    imported: modules(made),
    report: (report) => reports.set(report.id, report),
    graph: () => {},
    begins: () => {},
  });
  engine.update(cells.map(cutShort));
  const shown = () => [...reports.values()].flatMap((report) => report.shown);
  await expect
    .poll(() => JSON.stringify(shown()))
    .toMatch(new RegExp(`Step ${count} of ${count}|"error"`));
  expect(shown().filter(({kind}) => kind === "error")).toEqual([]);
  const weights = hashesOf(await made[0]!.model.state());
  engine.update([]);
  return {shown: shown(), weights};
}

describe.each(Object.entries(experiments))("%s", (id, experiment) => {
  test("runs in cells as on its page, to the last bit", async () => {
    const params = {...leastParams(experiment), seed: 3};
    const {shown, weights} = await shownBy(takenApart(experiment, params).cells);
    expect(shown.map(({kind}) => kind)).toContain("curves");
    const loadFile = async ({url}: {readonly url: string}) => fileOf(url);
    const client = await startedClient(runOptions(id, params), {...host, loadFile});
    await steps(client, count);
    expect(weights).toEqual((await hashedCheckpoint(client)).arrays);
    await client.close();
  });
});

test("trains with a function of the reader's, written where the notebook says", async () => {
  const ganPlane = experiments["gan-plane"]!;
  const {cells} = takenApart(ganPlane, {...leastParams(ganPlane), seed: 3});
  const told = cells.find(({text}) => text.includes('{part: "generatorLoss"'))!;
  const driven = /`(driven: \{.+?\}\})`/.exec(told.text)![1]!;
  const code = readText(folderOf("gan-losses"), "solution.ts").replaceAll(/^export /gm, "");
  const own = (factor: number) => [
    ...cells.map((cell) => ({
      ...cell,
      text: cell.text.replace("inputs: {}", `inputs: {}, ${driven}`),
    })),
    {
      id: 99,
      kind: "code" as const,
      text: code.replace("return mean(fake", `return ${factor} * mean(fake`),
    },
  ];
  const losses = async (cells: readonly Cell[]) => {
    const curves = (await shownBy(cells)).shown.find(({kind}) => kind === "curves");
    return (curves as Curves).lines.find(({name}) => name === "generatorLoss")!.values;
  };
  const builtIn = await losses(cells);
  const [same, twice] = [await losses(own(1)), await losses(own(2))];
  for (const [i, value] of builtIn.entries()) expect(same[i]).toBeCloseTo(value, 4);
  expect(twice[0]).toBeCloseTo(2 * builtIn[0]!, 4);
});
