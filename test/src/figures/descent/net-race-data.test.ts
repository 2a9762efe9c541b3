import {expect, test} from "vitest";
import {
  averagedWords,
  type NetRacer,
  netRaceWords,
} from "../../../../src/figures/descent/net-race-data.js";

const sgd: NetRacer = {racer: "sgd", losses: [2, 1], test: 0.5, averaged: 0.25, keptBytes: 0};
const adam: NetRacer = {...sgd, racer: "adam", test: 0.375, averaged: 0.3125, keptBytes: 26_576};

test("says who has the least test loss, and whose average has", () => {
  expect(netRaceWords({racers: [sgd, adam], weightBytes: 13_288})).toBe(
    "Least test loss: 0.375, Adam. Averaged: 0.250, SGD. The weights of one network are 13 kB.",
  );
});

test("says what it knows before anything is measured, and without what is kept back", () => {
  const racers = [{...sgd, test: undefined, averaged: undefined}];
  expect(netRaceWords({racers, weightBytes: undefined})).toBe("No step yet.");
  expect(netRaceWords({racers: [{...sgd, test: undefined}, adam], weightBytes: undefined})).toBe(
    "Least test loss: 0.375, Adam. Averaged: 0.250, SGD.",
  );
});

test("says the last loss of each with that of its average, where both are known", () => {
  const points = [
    {step: 25, loss: 1},
    {step: 50, loss: 0.5},
  ];
  const courses = [
    {racer: "sgd", points, isAveraged: false},
    {racer: "sgd", points: points.slice(0, 1), isAveraged: true},
    {racer: "adam", points, isAveraged: false},
    {racer: "adam", points: [], isAveraged: true},
  ] as const;
  expect(averagedWords({courses})).toBe("SGD: 0.500, averaged 1.00.");
  expect(averagedWords({courses: []})).toBe("Nothing measured yet.");
});
