import {afterEach, beforeAll, expect, test} from "vitest";
import {codeDenoiser} from "../../../../lib/models/flow/code-flow.js";
import {DecayingFlow} from "../../../../lib/models/flow/decaying-flow.js";
import {FlowModel, type FlowOptions} from "../../../../lib/models/flow/flow-model.js";
import {straightPath} from "../../../../lib/models/flow/path.js";
import {initialise} from "../../../../lib/models/initial-weights.js";
import {kernelsOf} from "../../../../lib/models/layered-network.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

function options(): FlowOptions {
  const network = codeDenoiser(2, 4);
  initialise(network, new Random(2), "he");
  return {
    network,
    ...{path: straightPath, kind: "clean", timeDraw: "uniform"},
    ...{learningRate: 0.1, decaySteps: 4},
  };
}

const x = () => tf.tensor2d([0.5, -0.5, 0.6, -0.4, 0.4, -0.6], [3, 2]);

/** Its arrays after two steps; `before` is called before each. */
async function afterTwo(model: FlowModel, before: (step: number) => void = () => {}) {
  const random = new Random(5);
  for (let step = 0; step < 2; step++) {
    before(step);
    await model.step({x: x()}, random);
  }
  return model.state();
}

test("each step makes the kernels smaller by the rate that it has, and leaves the biases", async () => {
  const plain = options();
  // The rate falls to a tenth over four steps: 0.1, then 0.1 (1 - 0.9 / 4). With a decay of 2, kernels shrink to 0.8 and to 0.845.
  const factors = [0.8, 0.845];
  const byHand = await afterTwo(new FlowModel(plain), (step) => {
    for (const kernel of kernelsOf(plain.network)) {
      const smaller = kernel.dataSync().map((value) => value * Math.fround(factors[step]!));
      kernel.assign(tf.tensor(smaller, kernel.shape));
    }
  });
  const decayed = await afterTwo(new DecayingFlow({...options(), weightDecay: 2}));
  expect(decayed).toStrictEqual(byHand);
  expect(decayed).not.toStrictEqual(await afterTwo(new FlowModel(options())));
});

test("without decay it is the flow that it is made of, bit by bit", async () => {
  const plain = await afterTwo(new FlowModel(options()));
  expect(await afterTwo(new DecayingFlow({...options(), weightDecay: 0}))).toStrictEqual(plain);
});

test.each([-1, Number.NaN])("a weight decay of %s is refused", (weightDecay) => {
  expect(() => new DecayingFlow({...options(), weightDecay})).toThrow(
    `invalid weight decay: ${weightDecay} (a number from 0 on)`,
  );
});
