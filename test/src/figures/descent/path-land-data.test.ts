import {expect, test} from "vitest";
import {
  firstRace,
  landAbout,
  landWords,
  type PathLandData,
} from "../../../../src/figures/descent/path-land-data.js";
import {raceOn} from "../../../../src/figures/descent/race-state.js";

const nodes = 9;
const extent = 4;
/** A bowl whose lowest place is not where the path ends. */
const height = (x: number, y: number) => 0.5 + (x - 1) ** 2 / 4 + y ** 2 / 2;
const heights = {
  data: Float32Array.from({length: nodes * nodes}, (_, i) =>
    height((i % nodes) - extent, Math.floor(i / nodes) - extent),
  ),
  shape: [nodes, nodes],
};
const data: PathLandData = {
  ...{heights, extent, rate: 0.25},
  path: [-3, 2.004, -1, 1, 0, 0],
  losses: [8, 2, 0.75],
  shares: [0.874, 0.06],
};

test("a race begins where the path did, at the run's rate and at one that crosses half the map in 50 steps", () => {
  const {start, dials, racers} = firstRace(data);
  expect(start).toEqual([-3, 2]);
  expect([dials.rate, dials.adaptiveRate]).toEqual([0.25, 0.08]);
  expect(racers).toHaveLength(5);
});

test("racers go down the land of the grid, to its lowest place", () => {
  const land = landAbout(data);
  expect(land.walked).toEqual(data.path);
  expect([land.lowest.x, land.lowest.y, land.lowest.height]).toEqual([
    expect.closeTo(1, 3),
    expect.closeTo(0, 3),
    expect.closeTo(0.5, 5),
  ]);
  const {lanes} = raceOn(land, firstRace(data));
  const sgd = lanes.find(({name}) => name === "sgd")!;
  expect(sgd.isLost).toBe(false);
  expect(sgd.places.at(-2)).toBeCloseTo(1, 3);
  expect(sgd.places.at(-1)).toBeCloseTo(0, 3);
});

test("who leaves the map is lost", () => {
  const first = firstRace(data);
  const fast = {...first, dials: {...first.dials, rate: 2}};
  const {lanes} = raceOn(landAbout(data), {...fast, start: [-3.9, 3.9]});
  expect(lanes.find(({name}) => name === "momentum")!.isLost).toBe(true);
});

test("says how much of the path the plane holds, and how far it is off where the path began", () => {
  expect(landWords(data, landAbout(data))).toBe(
    "Of the path’s squared distances from its end 87 % lie along the first direction and 6 % along the second. The land is 0.750 high where the path ends, and the network’s loss there is 0.750. Where it began the land is 6.51 high, and the loss was 8.00.",
  );
});
