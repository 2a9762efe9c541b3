import {beforeAll, describe, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import {joinedPictures} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {amplification} from "./experiment.js";
import {shownCount} from "./generations.js";
import {type GenerationsData, generationRows} from "./generations-sheet.js";
import {Lineage, type Maker, sum} from "./lineage.setup.js";
import {makeAmplification} from "./setup.js";
import {mirrored, type TwoKinds, twoKinds} from "./two-kinds.setup.js";

beforeAll(startWasm);

const pictures = (n: number, value: (i: number) => number) => ({
  data: Uint8Array.from({length: 4 * n}, (_, at) => value(Math.floor(at / 4))),
  shape: [n, 2, 2, 1] as const,
});

describe("pictures of two kinds", () => {
  test("differ by a mirror, and twice in a mirror are as before", () => {
    const two = {data: Uint8Array.of(1, 2, 3, 4, 5, 6), shape: [1, 2, 3, 1] as const};
    expect([...mirrored(two).data]).toEqual([3, 2, 1, 6, 5, 4]);
    expect(mirrored(mirrored(two))).toEqual(two);
    const coloured = {data: Uint8Array.of(1, 2, 3, 7, 8, 9), shape: [1, 1, 2, 3] as const};
    expect([...mirrored(coloured).data]).toEqual([7, 8, 9, 1, 2, 3]);
  });

  test("are told apart by the nearest real picture, but for 2 of 600", () => {
    const digits = picturesIn(dataFiles("digits-train"), "digits");
    const {real, rare, kindsOf} = twoKinds(digits, {pictures: 600, share: 20});
    expect(rare).toBe(120);
    const wrong = [...kindsOf(real)].filter((kind, i) => kind !== (i < 480 ? 0 : 1));
    expect(wrong).toHaveLength(2);
  });
});

describe("generations", () => {
  /** Pictures that are rare where they are bright. */
  const kinds: TwoKinds = {
    real: joinedPictures([pictures(8, () => 0), pictures(2, () => 255)]),
    rare: 2,
    kindsOf: ({data, shape: [n]}) =>
      Uint8Array.from({length: n}, (_, i) => (data[4 * i]! > 127 ? 1 : 0)),
  };
  const made = pictures(shownCount, (i) => (i < 3 ? 200 : 50));
  const maker: Maker = {
    fresh: async (count) => pictures(count, () => 100),
    fixed: async () => made,
  };
  const lineageOf = (kept: number) =>
    new Lineage({kinds, generationSteps: 20, kept, random: new Random(3)});

  test("learn from real pictures first, then from what was made and as many real ones as are kept", async () => {
    const lineage = lineageOf(30);
    await lineage.follow(19, maker);
    expect([lineage.over, lineage.set]).toEqual([0, kinds.real]);
    await lineage.follow(20, maker);
    expect(lineage.over).toBe(1);
    const values = [...lineage.set.data].filter((_, at) => at % 4 === 0);
    expect(values).toHaveLength(10);
    expect(values.filter((value) => value === 100)).toHaveLength(7);
    await lineage.follow(21, maker);
    expect(lineage.over).toBe(1);
    const all = lineageOf(100);
    await all.follow(20, maker);
    expect([...all.set.data].sort()).toEqual([...kinds.real.data].sort());
  });

  test("are remembered, the latest six, and go on from what was kept of them", async () => {
    const lineage = lineageOf(0);
    for (let g = 1; g <= 8; g++) await lineage.follow(20 * g, maker);
    expect([...lineage.past(5).rare]).toEqual([3, 3, 3, 3, 3]);
    expect(lineage.past(9).made).toHaveLength(6 * made.data.length);
    const other = lineageOf(0);
    other.restore(lineage.state());
    expect(other.state()).toEqual(lineage.state());
    expect(other.over).toBe(8);
    expect(Object.keys(other.shapes())).toEqual(Object.keys(lineage.state()));
  });

  test("take the pictures that a batch names, to the last one", () => {
    const rows = lineageOf(0).rowsAt([0, 0.79, 0.8, 0.999999]);
    expect([...rows].filter((_, at) => at % 4 === 0)).toEqual([-1, -1, 1, 1]);
  });
});

describe("a run", () => {
  const make = setupMaker(amplification, makeAmplification, {
    ...{width: 16, batchSize: 4, pictures: 60, generationSteps: 50},
  });

  test("begins with the asked share, judged by the nearest of held-out pictures", async () => {
    const setup = await make();
    const {real, kinds, generation} = await setup.snapshot();
    expect(sum(kinds!.data.subarray(0, shownCount))).toBe(2);
    expect([real!.shape, [...generation!.data]]).toEqual([[8, 14, 14, 1], [1]]);
    const {scalars, floors} = await setup.measure();
    expect(scalars.learned).toBeGreaterThan(16);
    expect(scalars.learned).toBeLessThan(24);
    expect(floors.minority!.low).toBeLessThan(scalars.learned!);
    setup.dispose();
  });

  test("learns from what it made after its first generation, and is counted by then", async () => {
    const setup = await trained(await make(), 51);
    const {made, rare, generation, kinds} = await setup.snapshot();
    expect([made!.shape[0], rare!.data.length, generation!.data[0]]).toEqual([16, 1, 2]);
    const data = {real: made, made, kinds: kinds!.data, rare: rare!.data} as unknown;
    const {rows, summary} = generationRows({
      ...(data as GenerationsData),
      ...{generation: 2, share: 20},
      rareNow: undefined,
    });
    expect(rows.map(({name}) => name)).toEqual(["real", "1st", "2nd"]);
    expect(rows[1]!.marked).toEqual([...kinds!.data.subarray(8, 16)]);
    expect(summary).toMatch(
      /first set: 20 %; 1st generation: \d+ % \(\d+–\d+\); 2nd generation: not counted yet$/,
    );
    setup.dispose();
  });
});
