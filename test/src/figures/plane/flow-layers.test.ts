import {describe, expect, test} from "vitest";
import {
  type FlowArrays,
  type FlowAt,
  type FlowLayerName,
  flowLayers,
  otherPoints,
  timeText,
} from "../../../../src/figures/plane/flow-layers.js";
import {summaryOf} from "../../../../src/figures/plane/plane-layer.js";
import {brushDouble} from "./brush-double.js";

const points = (shape: number[], ...data: number[]) => ({data: Float32Array.from(data), shape});

/** Two points at three times, the first with what is expected of it; a field of two nodes. */
const arrays: FlowArrays = {
  real: points([1, 2], 0.5, 0.5),
  times: points([3], 0, 0.25, 1),
  trail: points([3, 2, 2], -1, 0, 1, 0, -0.5, 0, 0.5, 0, 0, 0, 0, 0),
  expected: points([3, 1, 2], 0, 1, 0.5, -1, 0, 0),
  nodes: points([2, 2], -1, 0, 1, 0),
  field: points([3, 2, 2], 1, 0, -1, 0.5, 0, 1, 0, -0.001, 0, 0, 0, 0),
};
const at = (stop: number, layers: FlowAt["layers"] = {}): FlowAt => ({arrays, layers, stop});

const lines = (name: FlowLayerName, data: FlowAt) => {
  const {brush, drawn} = brushDouble(100, 2);
  flowLayers[name].draw!(brush, data);
  return drawn.filter((call) => /^(move|line)To/.test(call));
};

test("a line leads from each point to where it is expected to end, at the stop shown", () => {
  expect(lines("expected", at(0))).toEqual(["moveTo 25 50", "lineTo 50 25"]);
  expect(lines("expected", at(1))).toEqual(["moveTo 37.5 50", "lineTo 62.5 75"]);
});

test("ways are those of the points whose ends are expected", () => {
  expect(lines("ways", at(2))).toEqual([
    "moveTo 50 50",
    "moveTo 25 50",
    "lineTo 37.5 50",
    "lineTo 50 50",
  ]);
});

test("real points that are not asked for are drawn faintly, and all where nothing is asked", () => {
  const real = points([2, 2], 0.5, 0.5, -0.5, 0.5);
  const data = {...at(0), arrays: {...arrays, real}, isAsked: (x: number) => x > 0};
  const count = (layer: typeof otherPoints, shown: FlowAt) => {
    const {brush, drawn} = brushDouble(100, 2);
    layer.draw!(brush, shown);
    return drawn.filter((call) => /^(arc|fillRect) /.test(call)).length;
  };
  expect(count(flowLayers.real, data)).toBe(1);
  expect(count(otherPoints, data)).toBe(1);
  expect(count(flowLayers.real, {...at(0), arrays: data.arrays})).toBe(2);
  expect(count(otherPoints, at(0))).toBe(0);
});

test("the untold field is a layer only where there is one", () => {
  const untold = points([3, 2, 2], 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  expect(flowLayers.untold.isOn!(at(0))).toBe(false);
  expect(flowLayers.untold.isOn!({...at(0), arrays: {...arrays, untold}})).toBe(true);
});

describe("words", () => {
  test("say how many there are, and when", () => {
    const all = Object.values(flowLayers);
    expect(summaryOf(all, at(0))).toBe("1 real point, 2 generated points as noise, time 0");
    expect(timeText(arrays, 1)).toBe("on their way, time 0.25");
    expect(timeText(arrays, 2)).toBe("at the end, time 1");
  });

  test("say where the field sends a point, by its nearest node", () => {
    const {readout} = flowLayers.field;
    expect(readout!({x: 0.9, y: -0.3}, at(0))).toBe("velocity −1.00 to the right, 0.50 up");
    expect(readout!({x: 0.9, y: -0.3}, at(1))).toBe("velocity 0.00 to the right, 0.00 up");
    expect(readout!({x: -0.2, y: 2}, at(0))).toBe("velocity 1.00 to the right, 0.00 up");
  });
});

test("a layer that is off is off, the others are on", () => {
  expect(flowLayers.field.isOn!(at(0, {field: false}))).toBe(false);
  expect(flowLayers.real.isOn!(at(0, {field: false}))).toBe(true);
});
