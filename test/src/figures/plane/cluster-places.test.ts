import {describe, expect, it} from "vitest";
import {Random} from "../../../../lib/random.js";
import {
  clusterCentres,
  inside,
  nearestCentre,
  nearestPoint,
  regionsOf,
  shrinkToFit,
  withoutOverlap,
} from "../../../../src/figures/plane/cluster-places.js";

describe("a plane that most points lie beyond", () => {
  const far = (reach: number, share: number) =>
    Array.from({length: 20}, (_, i) => (i < 10 * share ? [reach, -0.1] : [0.1, 0.2])).flat();

  it("is drawn smaller by a whole number, so that they lie on it", () => {
    expect(shrinkToFit(far(-5, 2), 2.6)).toBe(2);
    expect(shrinkToFit(far(13.7, 2), 2.6)).toBe(6);
    expect(shrinkToFit(far(2.7, 0.5), 2.6)).toBe(2);
  });

  it("stays as it is where it holds most, and where there is nothing to go by", () => {
    expect(shrinkToFit(far(50, 0.3), 2.6)).toBe(1);
    expect(shrinkToFit(far(2.6, 2), 2.6)).toBe(1);
    expect(shrinkToFit([], 2.6)).toBe(1);
    expect(shrinkToFit([Number.POSITIVE_INFINITY, 1], 2.6)).toBe(1);
  });
});

describe("places", () => {
  const points = [0, 0, 2, 0, 5, 5, 7, 5];

  it("give the centre of each cluster, none of an empty one", () => {
    expect(clusterCentres(points, [0, 0, 1, 1], 3)).toEqual([
      {x: 1, y: 0},
      {x: 6, y: 5},
      {x: Number.NaN, y: Number.NaN},
    ]);
  });

  it("find what is nearest, passing over what has no place", () => {
    const centres = [
      {x: Number.NaN, y: Number.NaN},
      {x: 1, y: 0},
      {x: 6, y: 5},
    ];
    expect(nearestCentre(centres, 5, 4)).toBe(2);
    expect(nearestPoint(points, 2, {x: 9, y: 9}), "the first two only").toBe(1);
    expect(nearestPoint(points, 0, {x: 0, y: 0})).toBeUndefined();
  });

  it("part the square into regions, each nearest to its own centre", () => {
    const [left, right, none] = regionsOf(
      [
        {x: -1, y: 0},
        {x: 0, y: 0},
        {x: Number.NaN, y: Number.NaN},
      ],
      2,
    );
    const corners = (region: readonly {x: number; y: number}[]) =>
      region.map(({x, y}) => `${x} ${y}`).sort();
    expect(corners(left!)).toEqual(["-0.5 -2", "-0.5 2", "-2 -2", "-2 2"]);
    expect(corners(right!)).toEqual(["-0.5 -2", "-0.5 2", "2 -2", "2 2"]);
    expect(none).toEqual([]);
    const random = new Random(1);
    const centres = Array.from({length: 9}, () => ({x: random.normal(), y: random.normal()}));
    const area = (region: readonly {x: number; y: number}[]) =>
      region.reduce((sum, {x, y}, i) => {
        const next = region[(i + 1) % region.length]!;
        return sum + (x * next.y - next.x * y) / 2;
      }, 0);
    const regions = regionsOf(centres, 2);
    expect(regions.map(area).reduce((a, b) => a + b, 0)).toBeCloseTo(16, 9);
    for (const [i, region] of regions.entries()) {
      const n = region.length || 1;
      const [x, y] = [0, 1].map((axis) =>
        region.reduce((sum, corner) => sum + (axis === 0 ? corner.x : corner.y) / n, 0),
      ) as [number, number];
      if (region.length > 0) expect(nearestCentre(centres, x, y)).toBe(i);
    }
  });

  it("keep what lies beyond at the edge", () => {
    expect([inside(-9, 2), inside(1, 2), inside(3, 2)]).toEqual([-2, 1, 2]);
  });

  it("leave out squares that would lie over an earlier one, across cells too", () => {
    const places = [
      {x: 0, y: 0},
      {x: 9, y: 9},
      {x: 10, y: 0},
      {x: -1, y: -1},
      {x: 0, y: 19},
      {x: 10.5, y: 10.5},
    ];
    expect(withoutOverlap(places, 10)).toEqual([0, 2, 4, 5]);
  });
});
