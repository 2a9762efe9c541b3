import {describe, expect, test} from "vitest";
import {fileOf, leastParams} from "../../bench/least-setup.js";
import {experiments} from "../../lib/experiments/index.js";
import {setups} from "../../lib/experiments/setups.js";
import {installKernels} from "../../lib/kernels/index.js";
import type {Param, Params, ParamValue} from "../../lib/params.js";
import {type Client, startedClient} from "./session-client.js";

const fewSteps = 3;
/** For what grows from step to step. */
const manySteps = 150;

/** All that a session needs from outside; the digits are few. */
const host = {
  experiments,
  setups,
  installKernels,
  loadFile: async ({url}: {readonly url: string}) => fileOf(url),
};

function started(id: string, params: Params): Promise<Client> {
  const names = experiments[id]!.files(params);
  const files = Object.fromEntries(
    names.map((url) => [url, {url, bytes: 0, sha256: "", shape: []}]),
  );
  return startedClient({experiment: id, params, files}, host);
}

/** The ends of a row of the form, or all that it offers, without the one of `least`, which every row shares. */
function extremesOf(name: string, param: Param, least: Params): readonly ParamValue[] {
  const all =
    param.kind === "number"
      ? [param.min, param.max]
      : param.kind === "switch"
        ? [false, true]
        : Object.keys(param.options);
  return all.filter((value) => value !== least[name]);
}

/** What a run told of itself: numbers, all finite, or why there are no more of them. */
async function expectNumbersOrWords(client: Client, steps: number): Promise<void> {
  const taken = await client.request({type: "step", kind: "both", count: steps});
  const failure = client.all("failed").at(-1);
  const curves = client.all("progress").flatMap(({progress}) => Object.entries(progress.curves));
  const count = curves.reduce((sum, [, values]) => sum + values.length, 0);
  expect(count).toBeGreaterThanOrEqual(taken);
  for (const [name, values] of curves) expect(values.every(Number.isFinite), name).toBe(true);
  if (failure) {console.log(failure.problem); return expectWords(failure.problem);}
  expect(taken).toBe(steps);
}

async function expectMeasurements(client: Client): Promise<void> {
  if (client.all("failed").length === 0) await client.request({type: "measure"});
  for (const {measurement} of client.all("measurement"))
    for (const [name, value] of Object.entries(measurement.scalars))
      expect(Number.isFinite(value), `${name} at step ${measurement.step}`).toBe(true);
}

function expectWords({code, message, advice}: {code: string; message: string; advice: string}) {
  expect(code).toBe("diverged");
  expect(message).toMatch(/^\S+ became (NaN|-?Infinity) at step \d+$/);
  expect(advice).toMatch(/lower the learning rate/);
}

describe.each(Object.entries(experiments))("%s", (id, {params: table}) => {
  const least = leastParams(table);

  test.each(Object.entries(table))(
    "%s at its ends gives numbers, or says why not",
    async (name, param) => {
      for (const value of extremesOf(name, param, least)) {
        const client = await started(id, {...least, [name]: value});
        await expectNumbersOrWords(client, fewSteps);
        await client.close();
      }
    },
  );

  test.each(Object.entries(table).filter(([name]) => /learningRate|Rate$/.test(name)))(
    "the highest %s gives numbers for long, or says why not",
    async (name, param) => {
      if (param.kind !== "number") throw new Error(`${name} is no number`);
      const client = await started(id, {...least, [name]: param.max, maxSteps: 5000});
      await expectNumbersOrWords(client, manySteps);
      await expectMeasurements(client);
      await client.close();
    },
  );
});
