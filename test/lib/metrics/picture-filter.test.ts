import {expect, test} from "vitest";
import {heldByKind, heldOfOthers, innocentShare} from "../../../lib/metrics/picture-filter.js";
import {Random} from "../../../lib/random.js";

const seen = {
  kinds: [0, 1, 1, 2, 2, 2],
  probabilities: [
    [0.9, 0.1, 0],
    [0.2, 0.8, 0],
    [0.7, 0.3, 0],
    [0, 0.5, 0.5],
    [0, 0.1, 0.9],
    [0, 0.4, 0.6],
  ].flat(),
};

test("what reaches the limit is held, kind by kind", () => {
  expect(heldByKind(seen, 3, {forbidden: 1, limit: 0.5})).toEqual([
    {held: 0, count: 1},
    {held: 1, count: 2},
    {held: 1, count: 3},
  ]);
  const all = heldByKind(seen, 3, {forbidden: 1, limit: 0});
  expect(all.map(({held, count}) => count - held)).toEqual([0, 0, 0]);
});

test("the others are all but the forbidden kind", () => {
  const byKind = heldByKind(seen, 3, {forbidden: 1, limit: 0.4});
  expect(heldOfOthers(byKind, 1)).toEqual({held: 2, count: 4});
});

test("a wrong number of probabilities and a limit beyond 1 are named", () => {
  expect(() => heldByKind(seen, 4, {forbidden: 1, limit: 0.5})).toThrow(
    "invalid number of probabilities: 18 (6 pictures of 4 kinds: 24)",
  );
  expect(() => heldByKind(seen, 3, {forbidden: 1, limit: 50})).toThrow("invalid limit: 50");
});

test("innocents among the held are those of a count by hand", () => {
  // Of 1,000 pictures 10 are forbidden, of which 9 are held; 990 are not, of which 99 are held.
  const {share} = innocentShare({held: 90, count: 100}, {held: 90, count: 900}, 0.01);
  expect(share).toBeCloseTo(99 / 108, 12);
  expect(innocentShare({held: 0, count: 100}, {held: 0, count: 900}, 0.01).share).toBeNaN();
  const none = innocentShare({held: 100, count: 100}, {held: 0, count: 900}, 0.5);
  expect(none).toMatchObject({share: 0, low: 0});
  expect(none.high).toBeGreaterThan(0);
});

test("its interval holds the true share in at least 95 of 100 draws", () => {
  const [found, alarms, share] = [0.9, 0.03, 0.05];
  const truth = (alarms * (1 - share)) / (alarms * (1 - share) + found * share);
  const random = new Random(3);
  const drawn = (count: number, p: number) => ({
    held: Array.from({length: count}, () => random.uniform()).filter((u) => u < p).length,
    count,
  });
  const held = Array.from({length: 200}, () => {
    const {low, high} = innocentShare(drawn(100, found), drawn(300, alarms), share);
    return low <= truth && truth <= high;
  });
  expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(190);
});
