import {beforeAll, describe, expect, test} from "vitest";
import {GradientExchange} from "../../../lib/kernels/index.js";
import {startWasm} from "../../wasm.js";
import {type TaskName, type Trained, trainTask} from "./parallel-nets.js";
import {type Orders, type Outcome, trainInWorkers} from "./parallel-workers.js";

const steps = 10;
const order = {steps, shards: 4, memory: "transferred", patienceMs: 30_000} as const;

beforeAll(startWasm);

/** The same training in this process. */
function trainAlone(task: TaskName, shards: number): Promise<Trained> {
  const startTimer = () => () => {};
  const alone = new GradientExchange({shards, worker: 0, ports: [undefined], startTimer});
  return trainTask(task, alone, steps);
}

async function trained(orders: Orders): Promise<Trained[]> {
  const outcomes = await trainInWorkers(orders);
  return outcomes.map((outcome) => {
    if (outcome === "exited" || "error" in outcome) throw new Error(JSON.stringify(outcome));
    return outcome.trained;
  });
}

describe.each(["conv", "dense"] as const)("the %s network", (task) => {
  test("gets the same bits from 1, 2, 3 and 4 workers for 4 shards", async () => {
    const alone = await trainAlone(task, 4);
    expect(alone.losses.at(-1)).toBeLessThan(alone.losses[0]! / 2);
    for (const workers of [2, 3, 4])
      for (const {weights, losses} of await trained({...order, task, workers})) {
        expect(weights).toStrictEqual(alone.weights);
        expect(losses).toStrictEqual(alone.losses);
      }
  });

  test("gets the same bits through shared memory", async () => {
    const {weights} = await trainAlone(task, 3);
    for (const each of await trained({...order, task, workers: 2, shards: 3, memory: "shared"}))
      expect(each.weights).toStrictEqual(weights);
  });
});

test("batch normalisation's moving averages are the mean over the shards", async () => {
  // One shard more leaves other statistics behind: what is compared above is not merely what it started from.
  const [two, four] = [await trainAlone("conv", 2), await trainAlone("conv", 4)];
  const moving = ({weights}: Trained) => weights.subarray(weights.length - 10);
  expect(moving(two)).not.toStrictEqual(moving(four));
});

test.each(["transferred", "shared"] as const)(
  "%s buffers and tensors are reused: none is made after the first rounds",
  async (memory) => {
    for (const {buffersMade, tensors} of await trained({
      ...order,
      task: "conv",
      workers: 3,
      memory,
    })) {
      expect(buffersMade[0]).toBeGreaterThan(0);
      expect(buffersMade.at(-1)).toBe(buffersMade[2]);
      expect(tensors[1]).toBe(tensors[0]);
    }
  },
);

describe.each([2, 3])("when one of %i workers fails, every other one hears of it", (workers) => {
  const fail = async (trouble: Orders["trouble"], patienceMs = 30_000): Promise<Outcome[]> => {
    const troubled = trouble ? {trouble} : {};
    return trainInWorkers({...order, task: "dense", workers, patienceMs, ...troubled});
  };
  const others = (outcomes: readonly Outcome[]) => outcomes.filter((_, worker) => worker !== 1);

  test("that throws", async () => {
    const outcomes = await fail("throws");
    expect(outcomes[1]).toStrictEqual({error: "out of luck"});
    for (const each of others(outcomes))
      expect(each).toStrictEqual({error: "worker 1 failed: out of luck"});
  });

  test("that ends", async () => {
    const outcomes = await fail("exits");
    expect(outcomes[1]).toBe("exited");
    for (const each of others(outcomes))
      expect(each).toStrictEqual({error: expect.stringMatching(/worker 1 is gone$/)});
  });

  test("that does not answer in time", async () => {
    for (const each of others(await fail("hangs", 1000)))
      expect(each).toStrictEqual({
        error: expect.stringMatching(/no gradients from worker 1 in the time given/),
      });
  });

  test("whose weights went astray", async () => {
    for (const each of await fail("strays"))
      expect(each).toStrictEqual({error: expect.stringMatching(/different weights on workers/)});
  });
});
