import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {Setup} from "../../lib/training/setup.js";
import {doubleDescent} from "./experiment.js";
import {makeDoubleDescent} from "./setup.js";
import {stepCount, widthsOf} from "./widths.js";

const make = setupMaker(doubleDescent, makeDoubleDescent, {pictures: 100});
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), stepCount);
});
afterAll(() => setup.dispose());

test("widths rise, pass through the number of pictures, and are dense about it", () => {
  for (const pictures of [100, 350, 600]) {
    const widths = widthsOf(pictures);
    expect(widths).toHaveLength(stepCount);
    expect(widths).toContain(pictures);
    expect(widths.every((width, i) => i === 0 || width > widths[i - 1]!)).toBe(true);
    expect(widths.filter((width) => Math.abs(width / pictures - 1) < 0.2).length).toBeGreaterThan(
      8,
    );
  }
});

test("with more features than pictures it says what it was told, wrong labels too", async () => {
  const {truths, told, said} = await setup.snapshot();
  expect(said!.data).toEqual(told!.data);
  expect(
    told!.data.every((label, i) => label !== truths!.data[i]),
    "wrong ones first",
  ).toBe(true);
});
