import {describe, expect, test} from "vitest";
import {planePlaces} from "../../../../src/experiments/shared/plane/plane-axes.setup.js";
import {
  cloudOutline,
  codeOfPlace,
  codeText,
  pictureAt,
  placeOfCode,
} from "../../../../src/figures/plane/latent-places.js";

describe("a plane of codes", () => {
  test("a code and its place undo each other, and the middle is the middle", () => {
    expect(placeOfCode({x: 0, y: 0})).toEqual({x: 0, y: 0});
    for (const code of [
      {x: 0.7, y: -1.3},
      {x: -2.4, y: 0.01},
    ]) {
      const {x, y} = codeOfPlace(placeOfCode(code));
      expect(x).toBeCloseTo(code.x, 8);
      expect(y).toBeCloseTo(code.y, 8);
    }
  });

  test("its edge is a code with 0.2 % beyond, not infinity", () => {
    expect(codeOfPlace({x: 1, y: -1}).x).toBeCloseTo(2.878, 3);
    expect(codeOfPlace({x: 1, y: -1}).y).toBeCloseTo(-2.878, 3);
  });

  test("each of the worker's places lies in the cell of its own picture", () => {
    const places = planePlaces();
    for (let i = 0; i < places.length / 2; i++) {
      const place = placeOfCode({x: places[2 * i]!, y: places[2 * i + 1]!});
      expect(pictureAt(place, 15)).toBe(i);
    }
    expect(pictureAt({x: -1, y: 1}, 15)).toBe(0);
    expect(pictureAt({x: 1, y: -1}, 15)).toBe(224);
  });

  test("a cloud's outline is the ellipse around its code, squeezed towards the plane's edges", () => {
    const outline = cloudOutline({x: 0, y: 1}, {x: 0.5, y: 1}, 1, 4);
    const codes = outline.map(codeOfPlace);
    for (const [i, [x, y]] of [
      [0.5, 1],
      [0, 2],
      [-0.5, 1],
      [0, 0],
    ].entries()) {
      expect(codes[i]!.x).toBeCloseTo(x!, 6);
      expect(codes[i]!.y).toBeCloseTo(y!, 6);
    }
    const [, top, , bottom] = outline;
    const middle = placeOfCode({x: 0, y: 1}).y;
    expect(top!.y - middle).toBeLessThan(middle - bottom!.y);
  });

  test("numbers have true minus signs", () => {
    expect(codeText({x: 0.314, y: -1.2})).toBe("(0.31, −1.20)");
  });
});
