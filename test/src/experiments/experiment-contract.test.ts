/** What holds of every experiment, at its least size and for each choice that decides what is trained. */
import {existsSync} from "node:fs";
import {beforeAll, describe, expect, test} from "vitest";
import {readManifest} from "../../../data/write-manifest.js";
import {trainingParams} from "../../../lib/param-groups.js";
import {
  defaultParams,
  type ParamGroup,
  type Params,
  paramError,
  parseParams,
} from "../../../lib/params.js";
import * as tf from "../../../lib/tf.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import type {
  InspectedLayer,
  Inspection,
  Measurement,
  Started,
  StartOptions,
} from "../../../lib/training/protocol.js";
import {arithmeticAt} from "../../../src/experiment/inside/inside-data.js";
import {intervalOf} from "../../../src/experiment/run/measured-interval.js";
import {experiments} from "../../../src/experiments/index.js";
import {ownPictures, picturedExperiments} from "../../../src/judging/own-pictures.js";
import {fileOf, leastParams} from "../../../tools/runs/least-setup.js";
import {type Client, startedClient} from "../../lib/training/session-client.js";
import {coveringRows, endsOf} from "./covering-rows.js";
import {hashedCheckpoint, host, runOptions, steps} from "./session-run.js";

const {files} = readManifest();

/** Beside its measures a measurement may tell what a share was made of: whole numbers, for graders and words, never shown alone. */
const counts = ["samples", "right", "count"];

/** The least params, and with each other option of a choice that decides what is trained, by name. */
function variants(experiment: Experiment): readonly (readonly [string, Params])[] {
  const least = leastParams(experiment);
  const others = experiment.sizeParams.flatMap((name): [string, Params][] => {
    const param = experiment.params[name]!;
    const ends = param.kind === "number" ? [] : endsOf(param);
    const rest = ends.filter((value) => value !== least[name]);
    return rest.map((value) => [`${name} ${value}`, {...least, [name]: value}]);
  });
  return [["at its least", least], ...others];
}

describe.each(Object.entries(experiments))("%s", (id, experiment) => {
  const {params: table, measures, curves, plots, sizeParams, startParams = []} = experiment;

  test("is described soundly", () => {
    expect(experiment.id).toBe(id);
    expect(parseParams(table, defaultParams(table))).toEqual(defaultParams(table));
    for (const name of [...sizeParams, ...startParams]) expect(Object.keys(table)).toContain(name);
    for (const name of Object.keys(experiment.goal?.targets ?? {}))
      expect(Object.keys(measures)).toContain(name);
    for (const path of experiment.sources)
      expect(existsSync(new URL(`../../../${path}`, import.meta.url)), path).toBe(true);
  });

  test("no figure over steps shows what another one shows, and a measure's says what its floor is", () => {
    const shown = plots.flatMap((plot) =>
      "measure" in plot ? [`measure ${plot.measure}`] : plot.curves,
    );
    expect([...new Set(shown)]).toEqual(shown);
    for (const {caption} of plots) expect(caption).toMatch(/^[A-Z].*\.$/);
    for (const plot of plots)
      if ("measure" in plot)
        expect(measures[plot.measure]!.floor?.meaning, plot.measure).toMatch(/./);
  });

  test("a few steps are a legal number of them, and end before the default run does", () => {
    const {maxSteps} = table;
    expect(paramError("maxSteps", maxSteps!, experiment.fewSteps)).toBeUndefined();
    expect(experiment.fewSteps).toBeLessThanOrEqual(Number(maxSteps!.default));
  });

  test("every file that it reads for any choice is in the manifest", () => {
    const least = leastParams(experiment);
    const alone = Object.entries(table).flatMap(([name, param]) =>
      endsOf(param).map((value) => ({...least, [name]: value})),
    );
    for (const params of [...alone, ...coveringRows(table, sizeParams, least)])
      for (const name of experiment.files(params)) expect(Object.keys(files)).toContain(name);
  });

  const ofGroup = (group: ParamGroup) =>
    Object.entries(table).filter(([, param]) => param.group === group);
  const drawn = ofGroup("sampling");
  const seen = ofGroup("view");
  const measured = new Set<string>();

  describe.each(variants(experiment))("a run %s", (_, params) => {
    const options = runOptions(id, {...params, seed: 5});
    const started = (more: Partial<StartOptions> = {}) =>
      startedClient({...options, ...more}, {...host, loadFile: async ({url}) => fileOf(url)});
    let tensors: number;
    let client: Client;
    let networks: readonly string[];

    beforeAll(async () => {
      // What the first run of all makes once and for all is no run's to free.
      const warm = await started();
      await steps(warm, 1);
      await warm.close();
      tensors = tf.memory().numTensors;
      client = await started();
      networks = Object.keys(startReply(client).weights);
    });

    test("resumes bit-equal, set back and in another session", async () => {
      await steps(client, 3);
      const middle = structuredClone(await client.request({type: "checkpoint"}));
      const end = await threeStepsOn(client);
      await client.request({type: "restore", checkpoint: middle});
      expect(await threeStepsOn(client)).toStrictEqual(end);
      const other = await started({checkpoint: middle});
      expect(await threeStepsOn(other)).toStrictEqual(end);
      await other.close();
    });

    test("measures what is described, each with its floor, and with an interval where there is one", async () => {
      const measurement = await client.request({type: "measure"});
      const {scalars, floors} = measurement;
      const all = Object.keys(scalars);
      for (const name of all.filter((each) => counts.includes(each)))
        expect(Number.isSafeInteger(scalars[name]), name).toBe(true);
      const names = all.filter((name) => !counts.includes(name));
      for (const name of names) {
        measured.add(name);
        expect(Object.keys(measures)).toContain(name);
        expect(Number.isFinite(scalars[name]), name).toBe(true);
        expect(floors[name]?.low, name).toBeLessThanOrEqual(floors[name]!.high);
      }
      expect(Object.keys(floors).sort()).toEqual(names.sort());
      expectIntervals(experiment, measurement);
    });

    test("each kind of step gives the curves that are described", async () => {
      for (const kind of [undefined, ...Object.keys(experiment.stepKinds)]) {
        const from = client.all("progress").length;
        expect(await client.request({type: "step", kind, count: 1})).toBe(1);
        const [told] = client.all("progress").slice(from);
        expect(Object.keys(told!.progress.curves).sort()).toEqual(Object.keys(curves).sort());
      }
    });

    test("each kind of step goes another way from the same weights", async () => {
      const checkpoint = structuredClone(await client.request({type: "checkpoint"}));
      const ends = new Set<string>();
      const kinds = [undefined, ...Object.keys(experiment.stepKinds)];
      for (const kind of kinds) {
        await client.request({type: "restore", checkpoint});
        await client.request({type: "step", kind, count: 1});
        ends.add(JSON.stringify((await hashedCheckpoint(client)).arrays));
      }
      await client.request({type: "restore", checkpoint});
      expect(ends.size).toBe(kinds.length);
    });

    if (drawn.length > 0) {
      test("whatever is drawn with is drawn at once, and changes no weight", async () => {
        const before = structuredClone(await client.request({type: "checkpoint"}));
        await steps(client, 2);
        const after = await hashedCheckpoint(client);
        await client.request({type: "restore", checkpoint: before});
        for (const [name, param] of drawn)
          for (const value of endsOf(param)) {
            const picture = client.until(({type}) => type === "snapshot");
            expect(await client.request({type: "set", name, value})).toBe(before.step);
            expect(await picture, `${name} ${value}`).toMatchObject({
              snapshot: {step: before.step},
            });
          }
        await steps(client, 2);
        expect(await hashedCheckpoint(client)).toStrictEqual(after);
        await client.request({type: "restore", checkpoint: before});
      });

      test("a run that begins with other such values has the same weights", async () => {
        const afterTwo = async (more: Params) => {
          const other = await started({params: {...options.params, ...more}});
          await steps(other, 2);
          const checkpoint = await hashedCheckpoint(other);
          await other.close();
          return checkpoint;
        };
        const ends = (which: 0 | -1) =>
          Object.fromEntries(drawn.map(([name, param]) => [name, endsOf(param).at(which)!]));
        const plain = await afterTwo({});
        expect(await afterTwo(ends(0))).toStrictEqual(plain);
        expect(await afterTwo(ends(-1))).toStrictEqual(plain);
      });
    }

    if (seen.length > 0)
      test("what only the page shows reaches no worker", async () => {
        for (const [name, param] of seen)
          await client.refusal({type: "set", name, value: param.default});
        const {params: kept} = await client.request({type: "checkpoint"});
        expect(Object.keys(kept)).toEqual(Object.keys(trainingParams(table, params)));
      });

    test("each live param changes mid-run, and the checkpoint says so", async () => {
      let {params: now} = await client.request({type: "checkpoint"});
      for (const [name, param] of Object.entries(table)) {
        if (!param.live) continue;
        const value = endsOf(param).find((end) => end !== now[name])!;
        now = {...now, [name]: value};
        await client.request({type: "set", name, value});
        expect((await client.request({type: "checkpoint"})).params).toEqual(now);
      }
      expect(await steps(client, 1)).toBe(1);
      expect((await client.request({type: "checkpoint"})).params).toEqual(now);
    });

    test("every network is looked into and exported", async () => {
      expect(networks.length).toBeGreaterThan(0);
      for (const network of networks) {
        const inspection = await client.request({type: "inspect", network});
        const {layers, activations} = inspection;
        expect(Object.keys(activations)).toEqual(layers.map(({name}) => name));
        for (const layer of layers) if (layer.convolution) expectItsArithmetic(layer, inspection);
        const {weights} = await client.request({type: "export", network});
        expect(weights.length).toBeGreaterThan(0);
      }
    });

    if (picturedExperiments.includes(id))
      test("its pictures are where those look who judge them", async () => {
        if (client.all("snapshot").length === 0) await steps(client, 1); // this test alone
        const {arrays} = client.last("snapshot").snapshot;
        const run = {params: options.params, snapshot: {step: 1, arrays}};
        expect(ownPictures({experiment: id, run})?.images.shape[0]).toBeGreaterThan(1);
      });

    test("frees all that the session made", async () => {
      await client.close();
      expect(tf.memory().numTensors).toBe(tensors);
    });
  });

  test("every measure of the description is measured by some run", () => {
    expect([...measured].sort()).toEqual(Object.keys(measures).sort());
  });
});

/** The sum of products that readers see of a number is what the network made, whatever its function makes of it. */
function expectItsArithmetic(layer: InspectedLayer, inspection: Inspection): void {
  const {data, shape} = inspection.activations[layer.name]!;
  const [, height, width, filters] = shape as [number, number, number, number];
  const place = {picture: 1, row: height >> 1, column: width - 1, filter: filters - 1};
  const index = ((height + place.row) * width + place.column) * filters + place.filter;
  const {sum} = arithmeticAt(layer, inspection, place);
  expect(functions[layer.activation]!(sum), layer.name).toBeCloseTo(data[index]!, 3);
}

const functions: Readonly<Record<string, (x: number) => number>> = {
  linear: (x) => x,
  relu: (x) => Math.max(0, x),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

/** Around each number that is a share or sampled, as the description says, and around no other. */
function expectIntervals({measures}: Experiment, measurement: Measurement): void {
  const {scalars, intervals = {}} = measurement;
  const rounding = 1e-9;
  for (const [name, measure] of Object.entries(measures)) {
    const source = measure.interval;
    if (!(source && "sampledOf" in source))
      expect(Object.keys(intervals), name).not.toContain(name);
    const value = scalars[name];
    if (!source || "none" in source || value === undefined) continue;
    const interval = intervalOf(measure, name, measurement);
    expect(interval?.low, name).toBeLessThanOrEqual(value + rounding * Math.max(1, value));
    expect(interval?.high, name).toBeGreaterThanOrEqual(value - rounding * Math.max(1, value));
  }
}

/** What `start` has told. */
function startReply(client: Client): Started {
  return client.all("reply")[0]!.result as Started;
}

/** The checkpoint and the measurement there. */
async function threeStepsOn(client: Client) {
  await steps(client, 3);
  const checkpoint = await hashedCheckpoint(client);
  return {checkpoint, measured: await client.request({type: "measure"})};
}
