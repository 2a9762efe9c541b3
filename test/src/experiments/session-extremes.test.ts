import {describe, expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import type {Params, ParamValue} from "../../../lib/params.js";
import {Random} from "../../../lib/random.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import type {Host} from "../../../lib/training/host.js";
import type {Measurement, Problem} from "../../../lib/training/protocol.js";
import {experiments} from "../../../src/experiments/index.js";
import {fileOf, leastParams} from "../../../tools/runs/least-setup.js";
import {type Client, startedClient} from "../../lib/training/session-client.js";
import {coveringRows, runRow} from "./covering-rows.js";
import {host, runOptions} from "./session-run.js";

const fewSteps = 2;
const severalSteps = 40;
/** For what grows from step to step. */
const manySteps = 60;

/** What readers draw: a few points, and a few signs, for the experiments that learn from them. */
const inputs = {
  points: {data: new Random(1).normals(40).map((v) => v / 5), shape: [20, 2]},
  drawings: {
    data: Uint8Array.from(new Random(2).normals(5 * 784), (v) => 128 + 40 * v),
    shape: [5, 28, 28, 1],
  },
};

/** The pictures are few, unless more are asked for. */
function started(id: string, params: Params): Promise<Client> {
  const loadFile: Host["loadFile"] = async ({url}) =>
    Number(params.trainingCount ?? 0) > 1000 ? dataFile(url) : fileOf(url);
  return startedClient({...runOptions(id, params), inputs}, {...host, loadFile});
}

/** What a run tells of itself: numbers, all finite, or why there are no more of them. Whether it goes on. */
async function expectNumbersOrWords(client: Client, steps: number): Promise<boolean> {
  const taken = await client.request({type: "step", count: steps});
  if (taken < steps) expectWords(await problemOf(client));
  const curves = client.all("progress").flatMap(({progress}) => Object.entries(progress.curves));
  const names = new Set(curves.map(([name]) => name));
  for (const [name, values] of curves) expect(values.every(Number.isFinite), name).toBe(true);
  for (const name of names) {
    const parts = curves.filter((curve) => curve[0] === name).map(([, values]) => values.length);
    expect(
      parts.reduce((sum, length) => sum + length, 0),
      name,
    ).toBe(taken);
  }
  return taken === steps;
}

/** The reply to a command comes just before the word that the run has failed. */
async function problemOf(client: Client): Promise<Problem> {
  const isFailure = ({type}: {readonly type: string}) => type === "failed";
  if (!client.events.some(isFailure)) await client.until(isFailure);
  return client.last("failed").problem;
}

function expectFinite({scalars, step}: Measurement): void {
  for (const [name, value] of Object.entries(scalars))
    expect(Number.isFinite(value), `${name} at step ${step}`).toBe(true);
}

function expectWords({code, message, advice}: Problem): void {
  expect(code).toBe("diverged");
  expect(message).toMatch(/^\S+ became (NaN|-?Infinity) at step \d+$/);
  expect(advice).toMatch(/lower the learning rate/);
}

/** Where dials together leave nothing to train, a run does not start, and says which of them to turn. */
function expectDialNamed({message}: Problem, {params}: Experiment): void {
  const labels = Object.values(params).map(({label}) => `“${label}”`);
  if (!labels.some((label) => message.includes(label))) throw new Error(message);
}

describe.each(Object.entries(experiments))("%s", (id, experiment) => {
  const {params: table, sizeParams, startParams = []} = experiment;
  const least = leastParams(experiment);
  const dear = [...sizeParams, ...startParams];

  test.each(coveringRows(table, dear, least))(
    "all params at an end give numbers, or say why not: row %#",
    (row) =>
      runRow(row, least, async (given) => {
        const client = await started(id, {...least, ...given}).catch((problem) =>
          expectDialNamed(problem, experiment),
        );
        if (!client) return;
        await expectNumbersOrWords(client, fewSteps);
        await client.close();
      }),
  );

  test.each(Object.entries(table).filter(([name]) => /learningRate|Rate$/.test(name)))(
    "the highest %s gives numbers for long, or says why not",
    async (name, param) => {
      if (param.kind !== "number") throw new Error(`${name} is no number`);
      const client = await started(id, {...least, [name]: param.max, maxSteps: 5000});
      if (await expectNumbersOrWords(client, manySteps))
        expectFinite(await client.request({type: "measure"}));
      for (const {measurement} of client.all("measurement")) expectFinite(measurement);
      await client.close();
    },
  );
});

test.each<[id: string, given: Readonly<Record<string, ParamValue>>]>([
  ["vae-digits", {learningRate: 0.1, decaySteps: 0}],
  ["vae-digits", {learningRate: 0.1, beta: 40, network: "convolutional", averaging: 0.999}],
  ["vae-digits", {beta: 40, latentSize: 16, warmUpSteps: 5000}],
  ["vae-digits", {beta: 0, freeBits: 3, averaging: 0}],
  ["gan-digits", {loss: "wgan-gp", penaltyWeight: 100, learningRate: 0.1}],
])("%s with several ends at once gives numbers, or says why not: %o", async (id, given) => {
  const client = await started(id, {...leastParams(experiments[id]!), ...given});
  if (await expectNumbersOrWords(client, severalSteps))
    expectFinite(await client.request({type: "measure"}));
  await client.close();
});
