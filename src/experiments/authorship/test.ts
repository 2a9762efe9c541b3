import {beforeAll, describe, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {authorshipRows, optOutWords} from "./authorship-rows.js";
import {beyondByChance, changesBetween, changesOf, isBeyond, strongest} from "./changes.js";
import {authorship} from "./experiment.js";
import {Runs, Without} from "./runs.setup.js";
import {makeAuthorship} from "./setup.js";
import {floorCount, removals, runCount, sourceCount, sourcesOf} from "./sources.js";

beforeAll(startWasm);

const grey = (...values: readonly number[]) => ({
  data: Uint8Array.from(values.flatMap((value) => [value, value, value, value])),
  shape: [values.length, 2, 2, 1] as const,
});

describe("sources", () => {
  test("gave a digit each, or some of every digit, and always as many", () => {
    expect([...sourcesOf("own", 2)].slice(0, 5)).toEqual([0, 0, 1, 1, 2]);
    expect([...sourcesOf("mixed", 2)].slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
    for (const arrangement of ["own", "mixed"] as const)
      for (let s = 0; s < sourceCount; s++)
        expect(sourcesOf(arrangement, 10).filter((each) => each === s)).toHaveLength(10);
  });

  test("are taken away one after the other, then as many at random", () => {
    const sources = sourcesOf("mixed", 8);
    const [nothing, ...others] = removals(sources, new Random(1));
    expect(nothing).toEqual([]);
    expect(others).toHaveLength(sourceCount + floorCount);
    for (const gone of others) expect(new Set(gone).size).toBe(8);
    expect(new Set(others[3]!.map((i) => sources[i]))).toEqual(new Set([3]));
    expect(new Set(others[9]!.map((i) => sources[i])).size).toBeGreaterThan(1);
  });

  test("that are gone leave their places to what is left, and no other place changes", () => {
    const without = new Without(4, [1, 2]);
    expect([0, 0.25, 0.74, 0.75, 0.9999].map((place) => without.entryAt(place, 0))).toEqual([
      ...[0, 0, 0, 3, 3],
    ]);
    expect([0.49, 0.5, 0.9999].map((spare) => without.entryAt(0.3, spare))).toEqual([0, 3, 3]);
    expect(() => new Without(2, [0, 1])).toThrow("nothing is left of 2 pictures (at least 1)");
  });
});

describe("changes", () => {
  test("are root mean squares, black to white being 1", () => {
    expect(changesBetween(grey(0, 51), grey(255, 0))).toEqual([1, 0.2]);
    const one = {data: Uint8Array.of(255, 0, 0, 0), shape: [1, 2, 2, 1] as const};
    expect(changesBetween(one, grey(0))[0]).toBeCloseTo(0.5, 12);
  });

  test("are beyond the floor where they are larger than those of all random removals", () => {
    const runs = Array.from({length: runCount}, () => grey(0, 0));
    runs[1 + 2] = grey(100, 0);
    runs[1 + 5] = grey(40, 30);
    runs[1 + sourceCount + 6] = grey(60, 30);
    const changes = changesOf(runs);
    expect(changes.beyond.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(changes.beyond[2 * 2]).toBe(1);
    expect(strongest(changes)).toEqual([2, 5]);
    expect([isBeyond(changes, 2, 0), isBeyond(changes, 2, 1), isBeyond(changes, 5, 0)]).toEqual([
      ...[true, false, false],
    ]);
    expect(() => changesOf(runs.slice(1))).toThrow("invalid runs: 16 (17)");
  });

  test("of a source that is like any other are beyond it as often as is said", () => {
    const random = new Random(4);
    let beyond = 0;
    const rounds = 4000;
    for (let i = 0; i < rounds; i++) {
      const draws = Array.from({length: 1 + floorCount}, () => random.uniform());
      if (draws[0]! > Math.max(...draws.slice(1))) beyond += 1;
    }
    expect(beyond / rounds).toBeCloseTo(beyondByChance, 1);
  });
});

describe("a run", () => {
  const small = {width: 16, batchSize: 4, each: 8};
  const make = setupMaker(authorship, makeAuthorship, small);

  test("without nothing is the whole one, to the last bit; without a source it is another", async () => {
    const setup = await make();
    const {flows} = setup.model as unknown as Runs;
    const places = tf.tensor2d([0.01, 0.3, 0.99, 0.6], [2, 2]);
    const images = {
      data: new Uint8Array(16 * 196).map((_, i) => i % 256),
      shape: [16, 14, 14, 1],
    } as const;
    const runs = new Runs(flows.slice(0, 3), images, [[], [], [0, 1]]);
    const random = new Random(5);
    for (let i = 0; i < 3; i++) await runs.step({x: places}, random);
    const [whole, same, other] = await Promise.all(
      flows
        .slice(0, 3)
        .map(async (flow) => Object.values(await flow.state()).map(({data}) => [...data])),
    );
    expect(same).toEqual(whole);
    expect(other).not.toEqual(whole);
    places.dispose();
    setup.dispose();
  });

  test("is restored whole, or not at all", async () => {
    const setup = await trained(await make(), 2);
    const state = await setup.model.state();
    const names = Object.keys(state);
    expect(names.filter((name) => name.startsWith("16/"))).toHaveLength(names.length / runCount);
    for (const bad of [
      Object.fromEntries(Object.entries(state).filter(([name]) => !name.startsWith("4/"))),
      {...state, "17/x": state[names[0]!]!},
    ])
      expect(() => setup.model.restore(bad)).toThrow(/^invalid state: runs that differ/);
    expect(await setup.model.state()).toEqual(state);
    setup.dispose();
  });

  test("shows who changes what, and the row of who opts out", async () => {
    const setup = await trained(await make(), 2);
    const arrays = (await setup.snapshot()) as never as Parameters<typeof authorshipRows>[0];
    const beyond = Uint8Array.from({length: 64}, (_, i) => (i < 11 ? 1 : 0));
    const {rows} = authorshipRows({...arrays, beyond, optOut: "1"});
    expect(rows.map(({name}) => name)).toEqual([
      ...["all", "without 0", "1 is out", "without 2", "without 3", "without 4"],
      ...["without 5", "without 6", "without 7", "by lot"],
    ]);
    expect(rows.slice(1, 4).map(({words}) => words)).toEqual([...["8 of 8", "3 of 8", "0 of 8"]]);
    expect(optOutWords({beyond, optOut: "1"})).toMatch(/^Source 1 opts out: 3 of 8 change more/);
    expect(optOutWords({beyond, optOut: "nobody"})).toMatch(/^Choose a source/);
    setup.dispose();
  });
});
