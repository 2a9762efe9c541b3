import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {optionAxes} from "../../data/option-axes.js";
import {unpackBundle} from "../../lib/bundle.js";
import {faces} from "../../lib/datasets/faces.js";

const reference = JSON.parse(
  readFileSync(new URL("../reference/face-swap.json", import.meta.url), "utf8"),
);
const codes = Float32Array.from(reference.codes);

test("are those of NumPy, the widest first", () => {
  const {axes, scatter} = optionAxes(codes, reference.choices, 1e-3);
  expect(axes).toHaveLength(2); // three means lie in a plane
  for (const [k, axis] of axes.entries()) {
    expect(scatter[k]).toBeCloseTo(reference.scatter[k], 5);
    const along = axis.reduce((sum, value, j) => sum + value * reference.axes[k][j], 0);
    expect(Math.abs(along)).toBeCloseTo(1, 5);
  }
});

test("axes of less scatter are left out, and one option has none", () => {
  expect(optionAxes(codes, reference.choices, reference.scatter[1] + 0.01).axes).toHaveLength(1);
  expect(() =>
    optionAxes(
      codes,
      reference.choices.map(() => 0),
      0,
    ),
  ).toThrow("too few options: 1 was chosen (at least 2)");
});

test("the file has unit vectors, at right angles within an attribute, for every attribute", () => {
  const {arrays} = unpackBundle(dataFile("face-axes"));
  expect(Object.keys(arrays)).toEqual(faces.attributes.map(({name}) => name));
  for (const [name, {data, shape}] of Object.entries(arrays)) {
    const [count, size] = shape as [number, number];
    expect(size).toBe(16);
    for (let i = 0; i < count; i++)
      for (let k = 0; k < count; k++) {
        let sum = 0;
        for (let j = 0; j < size; j++) sum += data[i * size + j]! * data[k * size + j]!;
        expect(sum, name).toBeCloseTo(i === k ? 1 : 0, 5);
      }
  }
});
