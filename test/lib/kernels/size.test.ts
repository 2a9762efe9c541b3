/** What the kernels weigh and ask for: the same on every machine. A change that raises a number here is to be meant. */
import {beforeAll, expect, test} from "vitest";
import {gzipBytes, kernelsBundle} from "../../../bench/kernel-size.js";
import {type Maker, steps} from "../../../bench/steps.js";
import {kernelBytes} from "../../../lib/kernels/wasm/kernel-bytes.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

/** The wasm back end, as far as it hands out memory. */
interface Backend {
  readonly wasm: {_malloc(bytes: number): number; readonly asm: {memory: WebAssembly.Memory}};
}

test("the kernels weigh no more than they did", async () => {
  expect((await kernelBytes()).length).toBeLessThanOrEqual(89_900);
  expect(gzipBytes(await kernelsBundle())).toBeLessThanOrEqual(69_700);
});

/** Outputs alone: what a kernel needs besides is kept from call to call. */
const allocations: Readonly<Record<string, number>> = {
  "cnn reference": 43,
  "gan reference": 152,
  "u-net": 167,
  transformer: 396,
};

test.each(Object.entries(allocations))(
  "a step of the %s allocates %i times",
  async (name, count) => {
    const make: Maker = steps[name]!;
    const step = make(8, "ours");
    for (let i = 0; i < 3; i++) await step();
    const {wasm} = tf.backend() as unknown as Backend;
    const {_malloc} = wasm;
    const sizeBefore = wasm.asm.memory.buffer.byteLength;
    const tensorsBefore = tf.memory().numTensors;
    let calls = 0;
    wasm._malloc = (bytes) => {
      calls++;
      return _malloc(bytes);
    };
    await step();
    wasm._malloc = _malloc;
    expect(calls).toBe(count);
    for (let i = 0; i < 20; i++) await step();
    expect(wasm.asm.memory.buffer.byteLength).toBe(sizeBefore);
    expect(tf.memory().numTensors).toBe(tensorsBefore);
  },
);
