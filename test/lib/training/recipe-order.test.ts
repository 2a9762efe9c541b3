import {expect, test} from "vitest";
import type {Params} from "../../../lib/params.js";
import {checkAscending, checkOrder} from "../../../lib/training/recipe-order.js";
import type {RunChange, RunPart} from "../../../lib/training/run-file-type.js";

const part = (step: number, count = 1): RunPart => ({step, kind: "half", count});
const change = (step: number, name = "rate", value = 1): RunChange => ({step, name, value});
const limit = (step: number, value: number) => change(step, "maxSteps", value);
const order = (
  steps: number,
  changes: readonly RunChange[],
  parts: readonly RunPart[] = [],
  params: Params = {maxSteps: 100},
) => checkOrder({params, changes, parts, steps});

test.each<[what: string, ...Parameters<typeof order>]>([
  ["nothing done", 0, []],
  ["up to the limit", 100, []],
  ["no limit", 1000, [], [], {}],
  ["changes at the ends of parts", 10, [change(2), change(2), change(5)], [part(2, 3), part(5)]],
  ["a limit that was raised", 150, [limit(100, 200)]],
  ["a limit that was put below what was done, and nothing after", 80, [limit(80, 20)]],
  ["a limit put below and above again at the same step", 120, [limit(80, 20), limit(80, 200)]],
])("legal: %s", (_, ...given) => {
  expect(() => order(...given)).not.toThrow();
});

test.each<[message: string, ...Parameters<typeof order>]>([
  ["invalid change.step: 3 (5 or later, as the list goes on)", 10, [change(5), change(3)]],
  ["invalid part.step: 1 (from 2, where the part before it ends)", 10, [], [part(0, 2), part(1)]],
  [
    "invalid change.step: 2 (not between 1 and 3, in a part)",
    10,
    [change(1), change(2)],
    [part(1, 2)],
  ],
  [
    "invalid change.step: 8 (not between 7 and 9, in a part)",
    10,
    [change(1), change(8)],
    [part(1, 2), part(7, 2)],
  ],
  ["invalid steps: 101 (at most 100, its maxSteps there)", 101, []],
  ["invalid steps: 150 (at most 100, its maxSteps there)", 200, [limit(150, 300)]],
  ["invalid steps: 81 (at most 20, its maxSteps there)", 81, [limit(80, 20)]],
])("%s", (message, ...given) => {
  expect(() => order(...given)).toThrow(new RangeError(message));
});

test("steps that must lie apart", () => {
  const steps = [{step: 1}, {step: 1}];
  expect(() => checkAscending("step", steps)).not.toThrow();
  expect(() => checkAscending("step", steps, 1)).toThrow("invalid step: 1 (2 or later");
});

test("four times as much is looked at four times as often", () => {
  const looks = (n: number) => {
    let count = 0;
    const watched = <T extends {readonly step: number}>(item: T): T =>
      Object.defineProperty({...item}, "step", {
        get: () => {
          count += 1;
          return item.step;
        },
      });
    const parts = Array.from({length: n}, (_, i) => watched(part(2 * i)));
    const changes = Array.from({length: n}, (_, i) => watched(change(2 * i + 1)));
    order(2 * n, changes, parts, {});
    return count;
  };
  expect(looks(4000)).toBeLessThan(4.1 * looks(1000));
  expect(looks(1000)).toBeLessThanOrEqual(12_000);
});
