import {afterEach, beforeAll, expect, test} from "vitest";
import {findPointSet} from "../../../../lib/datasets/points.js";
import {straightPath} from "../../../../lib/models/flow/path.js";
import {planeFlow, planeNetwork} from "../../../../lib/models/flow/plane-flow.js";
import {reflowing} from "../../../../lib/models/flow/reflow.js";
import {freshPairs} from "../../../../lib/models/flow/reflow-pairs.js";
import {samplers} from "../../../../lib/models/flow/samplers.js";
import {lastOf} from "../../../../lib/models/flow/sampling.js";
import {Teacher} from "../../../../lib/models/flow/teacher.js";
import {timesOf} from "../../../../lib/models/flow/times.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

function make(from: number, width = 32) {
  const teacher = new Teacher(planeNetwork(width));
  const flow = planeFlow(
    {
      path: straightPath,
      kind: "velocity",
      timeDraw: "uniform",
      learningRate: 0.01,
      decaySteps: 0,
      width,
      averaging: 0.9,
      keeps: [teacher],
    },
    new Random(1),
  );
  return {
    flow,
    model: reflowing(flow, {teacher, pairs: freshPairs({teacher, flow, steps: 6}), from}),
    batches: new Random(2),
    random: new Random(3),
  };
}

type Made = ReturnType<typeof make>;

async function steps({model, batches, random}: Made, count: number) {
  let loss = 0;
  for (let i = 0; i < count; i++) {
    const x = tf.tensor2d(findPointSet("ring")(batches, 128), [128, 2]);
    ({loss} = await model.step({x}, random));
    x.dispose();
  }
  return loss;
}

/** Mean distance of where one step of Euler ends from where twenty do. */
async function oneStepMiss({flow}: Made): Promise<number> {
  const end = (count: number) =>
    lastOf(
      samplers.euler({
        denoise: flow.denoiser(),
        kind: flow.kind,
        path: flow.path,
        times: timesOf(count),
        start: new Random(9).normals(200),
        random: new Random(9),
      }),
    );
  const [one, many] = [await end(1), await end(20)];
  return one.reduce((sum, value, i) => sum + Math.abs(value - many[i]!), 0) / one.length;
}

const teacherIn = (state: object) =>
  Object.keys(state).filter((name) => name.startsWith("teacher/"));

test("makes ways straight: one step ends where twenty do", async () => {
  const made = make(0);
  await steps(made, 300);
  const before = await oneStepMiss(made);
  made.model.set("reflowFrom", 300);
  await steps(made, 200);
  expect(before).toBeGreaterThan(0.2);
  expect(await oneStepMiss(made)).toBeLessThan(before / 3);
});

test("before its step nothing is other than without it, from there on there is a teacher in the state", async () => {
  const [never, later] = [make(0), make(3)];
  await steps(never, 3);
  await steps(later, 3);
  expect(await later.model.state()).toStrictEqual(await never.model.state());
  await steps(later, 1);
  const state = await later.model.state();
  expect(teacherIn(state)).toHaveLength(8);
  expect(state["teacher/hidden1/kernel"]!.data).not.toEqual(state["average/hidden1/kernel"]!.data);
  later.model.set("reflowFrom", 0);
  await steps(later, 1);
  expect(teacherIn(await later.model.state())).toEqual([]);
});

test("goes on bit-equal from a state before and one after it began", async () => {
  for (const kept of [2, 5]) {
    const [made, other] = [make(3), make(3)];
    await steps(made, kept);
    await steps(other, 1);
    const middle = structuredClone(await made.model.state());
    other.model.restore(middle);
    other.batches = Random.from(made.batches.state());
    other.random = Random.from(made.random.state());
    await steps(made, 3);
    await steps(other, 3);
    expect(await other.model.state()).toStrictEqual(await made.model.state());
  }
});

test("the teacher stays as it was when reflow began", async () => {
  const made = make(2);
  await steps(made, 3);
  const first = structuredClone(await made.model.state());
  await steps(made, 3);
  const later = await made.model.state();
  for (const name of teacherIn(first)) expect(later[name]).toStrictEqual(first[name as never]);
});

test("other live params are the flow's, and what can't be is refused", () => {
  const {model} = make(0);
  model.set("learningRate", 0.1);
  expect(() => model.set("reflowFrom", "soon")).toThrow("invalid reflowFrom: soon (a number)");
  expect(() => model.set("width", 3)).toThrow("unknown live param: width");
});
