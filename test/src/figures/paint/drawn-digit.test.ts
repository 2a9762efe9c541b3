import {beforeAll, describe, expect, it} from "vitest";
import {dataFile} from "../../../../data/data-file.js";
import {imageDataset} from "../../../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../../../lib/datasets/index.js";
import {topClasses} from "../../../../lib/metrics/accuracy.js";
import {loadClassifier} from "../../../../lib/models/classifier.js";
import {
  centreOfMass,
  drawnDigit,
  inkOf,
  type Stroke,
} from "../../../../src/figures/paint/drawn-digit.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);

const line = (...points: readonly (readonly [x: number, y: number])[]): Stroke =>
  points.map(([x, y]) => ({x, y}));

/** Digits as a hand would draw them on the pad. */
const drawings: Readonly<Record<number, readonly Stroke[]>> = {
  0: [line([14, 5], [9, 8], [7, 14], [9, 20], [14, 23], [19, 20], [21, 14], [19, 8], [14, 5])],
  1: [line([14, 4], [14, 24])],
  3: [line([8, 6], [14, 4], [19, 8], [13, 13], [19, 18], [14, 24], [7, 21])],
  4: [line([9, 5], [7, 14], [19, 14]), line([17, 4], [17, 24])],
  7: [line([7, 5], [20, 5], [12, 24])],
};

/** Rows and columns with ink of at least a half, first and last. */
function extent(ink: Float32Array) {
  const lit = [...ink.entries()].filter(([, value]) => value >= 0.5).map(([place]) => place);
  const rows = lit.map((place) => Math.floor(place / 28));
  const columns = lit.map((place) => place % 28);
  const size = (values: number[]) => Math.max(...values) - Math.min(...values) + 1;
  return {height: size(rows), width: size(columns)};
}

const inkOfDigit = (strokes: readonly Stroke[]) => drawnDigit(strokes)!.map((v) => (v + 1) / 2);

describe("inkOf", () => {
  it("a dot is round, full in its middle and soft at its edge", () => {
    const ink = inkOf([line([14, 14])]);
    const at = (x: number, y: number) => ink[y * 28 + x]!;
    expect(at(13, 13)).toBeCloseTo(1.7 - Math.hypot(0.5, 0.5), 6);
    expect([at(14, 13), at(13, 14), at(14, 14)]).toEqual(Array(3).fill(at(13, 13)));
    expect(at(12, 13)).toBeCloseTo(1.7 - Math.hypot(1.5, 0.5), 6);
    expect(at(10, 14)).toBe(0);
  });

  it("a line is the same however many points it has, and crossing ones are no brighter", () => {
    const plain = inkOf([line([4, 10], [20, 10])]);
    inkOf([line([4, 10], [7, 10], [13, 10], [20, 10])]).forEach((value, i) => {
      expect(value).toBeCloseTo(plain[i]!, 6);
    });
    expect(inkOf([line([4, 10], [20, 10]), line([20, 10], [4, 10])])).toEqual(plain);
    expect(Math.max(...plain)).toBe(1);
  });

  it("what leaves the picture is lost", () => {
    expect(inkOf([line([-9, -9], [-5, -9])]).every((value) => value === 0)).toBe(true);
    expect(inkOf([line([40, 14], [20, 14])])[14 * 28 + 27]).toBeGreaterThan(0.5);
  });
});

describe("drawnDigit", () => {
  it("is nothing for no strokes, and between -1 and 1 for others", () => {
    expect(drawnDigit([])).toBeUndefined();
    const digit = drawnDigit(drawings[3]!)!;
    expect([Math.min(...digit), Math.max(...digit)]).toEqual([-1, 1]);
  });

  it.each(Object.keys(drawings).map(Number))("%i has its centre of mass in the middle", (digit) => {
    const {x, y} = centreOfMass(inkOfDigit(drawings[digit]!));
    expect(Math.abs(x - 14)).toBeLessThan(0.1);
    expect(Math.abs(y - 14)).toBeLessThan(0.1);
  });

  it("as MNIST's own digits have, to a pixel", () => {
    const {images} = imageDataset(findImageSet("digits"), dataFile("digits-train"));
    const offsets = Array.from({length: 500}, (_, i) => {
      const bytes = images.data.subarray(784 * i, 784 * (i + 1));
      const {x, y} = centreOfMass(Float32Array.from(bytes, (byte) => byte / 255));
      return Math.max(Math.abs(x - 14), Math.abs(y - 14));
    });
    expect(Math.max(...offsets)).toBeLessThan(1.1);
  });

  it("fits a drawing into 20 pixels, whatever its size and place on the pad", () => {
    for (const scale of [0.4, 0.7, 1.1]) {
      const strokes = drawings[4]!.map((stroke) =>
        stroke.map(({x, y}) => ({x: scale * x + 1, y: scale * y - 2})),
      );
      const {height, width} = extent(inkOfDigit(strokes));
      expect(Math.abs(height - 20)).toBeLessThanOrEqual(1);
      expect(width).toBeLessThan(height);
    }
  });

  it("leaves a dot a dot", () => {
    const {height, width} = extent(inkOfDigit([line([3, 3])]));
    expect(height).toBeLessThanOrEqual(4);
    expect(width).toBeLessThanOrEqual(4);
  });

  it("is read rightly by the course's classifier", async () => {
    const classifier = loadClassifier(dataFile("classifier-digits"));
    const digits = Object.keys(drawings).map(Number);
    const data = Float32Array.from(digits.flatMap((d) => [...drawnDigit(drawings[d]!)!]));
    const {logits} = await classifier.classify({data, shape: [digits.length, 28, 28, 1]});
    expect([...topClasses(logits, 10)]).toEqual(digits);
    classifier.dispose();
  });
});
