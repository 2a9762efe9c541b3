import {describe, expect, it} from "vitest";
import {letters} from "../../../../src/figures/plane/layers/letters.js";
import {lookedPoint, points, ring, speck} from "../../../../src/figures/plane/layers/points.js";
import {
  drawLayers,
  type PlaneLayer,
  readoutOf,
  summaryOf,
} from "../../../../src/figures/plane/plane-layer.js";
import {brushDouble} from "./brush-double.js";

interface Data {
  readonly places: readonly number[] | undefined;
  readonly named: boolean;
}

const layers: readonly PlaneLayer<Data, number>[] = [
  {...points(({places}: Data) => places, speck, "--ink"), says: ({places}) => places && "a crowd"},
  {
    ...letters<Data>(() => [{x: 0, y: 1, text: "A", ink: [7, 7, 7], isStray: true}], {px: 10}),
    isOn: ({named}) => named,
    says: () => "and a name",
    readout: (looked) => `number ${looked}`,
  },
  lookedPoint((looked: number) => ({x: looked, y: 0}), ring, "--real"),
];

const drawnOf = (data: Data, looked?: number) => {
  const {brush, drawn} = brushDouble(100);
  drawLayers(brush, layers, data, looked);
  return drawn;
};

describe("layers", () => {
  it("are drawn back to front, in pixels, y upwards", () => {
    const drawn = drawnOf({places: [-1, 1], named: true});
    expect(drawn).toEqual([
      "fillStyle rgb(1 1 1 / 0.3)",
      "fillRect -0.75 -0.75 1.5 1.5",
      "textAlign center",
      "textBaseline middle",
      "font 700 10px sans-serif",
      "fillStyle rgb(7 7 7 / 1)",
      "fillText A 50 0",
      "fillRect 46 6 8 1",
    ]);
  });

  it("draw nothing when they are off or find nothing", () => {
    expect(drawnOf({places: undefined, named: false})).toEqual([]);
    expect(drawnOf({places: undefined, named: true})).toContain("fillText A 50 0");
  });

  it("mark what is looked at, and only then", () => {
    const quiet = {places: undefined, named: false};
    expect(drawnOf(quiet, 0.5)).toContain(`arc 75 50 16 0 ${2 * Math.PI}`);
    expect(drawnOf(quiet, 0), "the first of all is looked at too").toContain(
      `arc 50 50 16 0 ${2 * Math.PI}`,
    );
  });

  it("say together what there is, on or off, and what is looked at", () => {
    expect(summaryOf(layers, {places: [0, 0], named: false})).toBe("a crowd, and a name");
    expect(summaryOf(layers.slice(0, 1), {places: undefined, named: true})).toBe("empty");
    expect(readoutOf(layers, 3, {places: [], named: false})).toBe("number 3");
  });
});
