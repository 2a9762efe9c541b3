import {expect, it} from "vitest";
import {formatBytes, formatCount} from "../../src/controls/format.js";
import {landCount, landNodes} from "../../src/experiments/race-on-a-net/experiment.js";
import {
  firstState,
  landOf,
  type RaceDials,
  type RaceState,
  raceOn,
  withSurface,
} from "../../src/figures/descent/race-state.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("06-training");
const first = firstState();

/** By name, the step at which each arrives; undefined for who doesn't. */
function arrivals(state: RaceState) {
  const {lanes} = raceOn(landOf(state.formula, state.extent), state);
  return Object.fromEntries(lanes.map(({name, arrived}) => [name, arrived]));
}

const on = (surface: RaceDials["surface"]) => arrivals(withSurface(first, surface));

it("says who arrives when in the ravine", () => {
  const {sgd, momentum, rmsprop, adam, adamw} = arrivals(first);
  expect(text).toContain(
    `Adam arrives at step ${adam}, momentum at ${momentum}, SGD only at ${sgd}.`,
  );
  const {lanes, goal} = raceOn(landOf(first.formula, first.extent), first);
  const {heights} = lanes.find(({name}) => name === "rmsprop")!;
  const came = heights.findIndex((height) => height <= goal);
  const left = heights.findIndex((height, step) => step > came && height > goal);
  expect(text).toContain(`RMSProp stood within the coloured line at step ${came}`);
  expect(text).toContain(`at step ${left} it leaps away`);
  expect(text).toContain(`is back only at ${rmsprop}.`);
  expect(adamw).toBe(adam);
});

it("says what becomes of SGD at two rates", () => {
  const at = (rate: number) => {
    const state = {...first, dials: {...first.dials, rate}};
    const {lanes} = raceOn(landOf(state.formula, state.extent), state);
    return lanes.find(({name}) => name === "sgd")!;
  };
  const [level, lost] = [at(0.5), at(0.52)];
  expect(level.heights.at(-1)).toBeCloseTo(level.heights.at(-3)!, 8);
  expect(level.arrived).toBeUndefined();
  expect(lost.isLost).toBe(true);
  expect(text).toContain("at 0.5 it leaps");
});

it("says who arrives when on the other surfaces", () => {
  const [ravine, bowl, slanting, rosenbrock] = [
    arrivals(first),
    on("bowl"),
    on("slanting"),
    on("rosenbrock"),
  ];
  expect(text).toContain(
    `SGD needs ${bowl.sgd} steps, momentum ${bowl.momentum} and Adam ${bowl.adam}.`,
  );
  expect(text).toContain(`SGD (${slanting.sgd}) and momentum (${slanting.momentum}) hardly notice`);
  expect(text).toContain(`Adam needs ${slanting.adam} steps in place of ${ravine.adam}`);
  expect(text).toContain(
    `Adam arrives at step ${rosenbrock.adam} and momentum at ${rosenbrock.momentum}.`,
  );
  expect(rosenbrock.sgd).toBeUndefined();
});

it("says who leaves a saddle, and who many valleys", () => {
  const saddle = withSurface(first, "saddle");
  const {rmsprop, sgd} = arrivals(saddle);
  expect(text).toContain(`RMSProp leaves at once (${rmsprop})`);
  expect(text).toContain(`SGD takes ${sgd} steps`);
  const onRidge = arrivals({...saddle, start: [-2, 0]});
  expect(Object.values(onRidge).every((arrived) => arrived === undefined)).toBe(true);
  const valleys = on("valleys");
  expect(Object.keys(valleys).filter((name) => valleys[name] !== undefined)).toEqual(["momentum"]);
});

it("says what optimisers keep beside the weights of a network, and how large its land is", () => {
  const weights = 197 * 16 + 17 * 10;
  const keeps = (numbers: number) => formatBytes(4 * numbers * weights);
  expect(text).toContain(`${formatCount(weights)} numbers in all`);
  expect(text).toContain(`SGD keeps ${keeps(0)}, momentum and RMSProp ${keeps(1)} each`);
  expect(text).toContain(`and Adam ${keeps(2)}, twice as much`);
  expect(text).toContain(`${landNodes} times ${landNodes} points`);
  expect(text).toContain(`its loss on ${landCount} digits`);
});

it("says from which step on an average has the memory of its decay", () => {
  const first = Array.from({length: 10_000}, (_, t) => t).find((t) => (1 + t) / (10 + t) >= 0.999);
  expect(text).toContain(`until step ${formatCount(first!)} it is the last tenth`);
});
