import {afterEach, beforeAll, expect, test} from "vitest";
import {fallingTwice} from "../../../../lib/models/flow/falling-twice.js";
import {straightPath} from "../../../../lib/models/flow/path.js";
import {planeFlow, planeNetwork} from "../../../../lib/models/flow/plane-flow.js";
import {reflowing} from "../../../../lib/models/flow/reflow.js";
import {freshPairs} from "../../../../lib/models/flow/reflow-pairs.js";
import {Teacher} from "../../../../lib/models/flow/teacher.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

function make(decaySteps: number, reflowFrom: number) {
  const teacher = new Teacher(planeNetwork(4));
  const flow = planeFlow(
    {
      ...{path: straightPath, kind: "velocity", timeDraw: "uniform", width: 4, averaging: 0.9},
      ...{learningRate: 1, decaySteps: 0, keeps: [teacher]},
    },
    new Random(1),
  );
  const reflow = reflowing(flow, {
    ...{teacher, from: reflowFrom},
    pairs: freshPairs({teacher, flow, steps: 1}),
  });
  const model = fallingTwice(reflow, flow, {learningRate: 0.01, decaySteps, reflowFrom});
  /** The rates of the next `count` steps. */
  const rates = async (count: number) => {
    const seen: number[] = [];
    for (let i = 0; i < count; i++) {
      const x = tf.zeros([2, 2]);
      await model.step({x}, new Random(i));
      x.dispose();
      seen.push(flow.live.values.learningRate / 0.01);
    }
    return seen;
  };
  return {model, rates};
}

const close = (expected: readonly number[]) => expected.map((rate) => expect.closeTo(rate, 9));

test("the rate falls until reflow, then from the whole to a tenth in the steps that are left", async () => {
  const {rates} = make(8, 4);
  expect(await rates(10)).toEqual(
    close([1, 0.8875, 0.775, 0.6625, 1, 0.775, 0.55, 0.325, 0.1, 0.1]),
  );
});

test("without reflow it falls once, and without steps to fall in it stays", async () => {
  expect(await make(4, 0).rates(5)).toEqual(close([1, 0.775, 0.55, 0.325, 0.1]));
  expect(await make(0, 2).rates(4)).toEqual(close([1, 1, 1, 1]));
});

test("a rate and a beginning that are set on the way hold from then on", async () => {
  const {model, rates} = make(8, 0);
  await rates(2);
  model.set("learningRate", 0.02);
  model.set("reflowFrom", 3);
  expect(await rates(3)).toEqual(close([1.55, 2, 1.64]));
  expect(() => model.set("learningRate", "fast")).toThrow("invalid learningRate: fast (a number)");
  expect(() => model.set("width", 3)).toThrow("unknown live param: width");
});
