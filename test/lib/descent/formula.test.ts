import {describe, expect, test} from "vitest";
import {parseFormula} from "../../../lib/descent/formula.js";
import {surfaceOf} from "../../../lib/descent/formula-slopes.js";
import {FormulaError, longestFormula} from "../../../lib/descent/formula-words.js";

const [x, y] = [1.3, -0.7];
const resultOf = (text: string) => surfaceOf(parseFormula(text))(x, y).value;

test.each([
  ["x^2 + y^2", x * x + y * y],
  ["-x^2", -(x * x)],
  ["(-x)^2", x * x],
  ["2^x^2", 2 ** (x * x)],
  ["2^-1", 0.5],
  ["8 - 3 - 2", 3],
  ["8 / 4 / 2", 1],
  ["1 + 2*3", 7],
  ["- -x", x],
  ["+y", y],
  ["1.5e2*.5", 75],
  ["SIN(X)", Math.sin(x)],
  ["exp(cos(x)) - sqrt(abs(y)) * log(x)", Math.exp(Math.cos(x)) - Math.sqrt(-y) * Math.log(x)],
])("%s", (text, value) => expect(resultOf(text)).toBeCloseTo(value, 12));

test.each([
  ["", 1, "nothing is written"],
  ["  ", 3, "nothing is written"],
  ["2x", 2, "without an operator"],
  ["x y", 3, "without an operator"],
  ["x +", 4, "the formula ends"],
  ["x + * y", 5, '"*" where a value should stand'],
  ["(x + y", 7, "the bracket of character 1"],
  ["x + y)", 6, "closes no bracket"],
  ["(x 2)", 4, "without an operator"],
  ["tan(x)", 1, "unknown name"],
  ["constructor(x)", 1, "unknown name"],
  ["sin x", 5, "sin needs a bracket"],
  ["x = 2", 3, "unknown sign: ="],
  ["alert`1`", 6, "unknown sign: `"],
  ["x".repeat(longestFormula + 1), longestFormula + 1, "too long"],
])("refuses %s at character %i", (text, place, problem) => {
  const attempt = () => parseFormula(text);
  expect(attempt).toThrow(FormulaError);
  expect(attempt).toThrow(`at character ${place}: `);
  expect(attempt).toThrow(problem);
});

test("brackets as deep as a text is long are read", () => {
  const deep = Math.floor((longestFormula - 1) / 2);
  expect(resultOf(`${"(".repeat(deep)}x${")".repeat(deep)}`)).toBe(x);
});

describe("slopes", () => {
  test.each([
    "x*y - 3*x/y + 2",
    "(x + y)^3 - y^-2",
    "x^y + 2^x",
    "sin(x*y) + cos(x - y) + exp(-x^2) + abs(y) + sqrt(x + 2) + log(x^2)",
    "-(x - 1)^0 + (y - 2)^1",
  ])("of %s are those of central differences", (text) => {
    const surface = surfaceOf(parseFormula(text));
    const step = 1e-6;
    for (const [a, b] of [
      [1.3, 0.7],
      [0.4, 1.9],
    ] as const) {
      const {dx, dy} = surface(a, b);
      expect(dx).toBeCloseTo(
        (surface(a + step, b).value - surface(a - step, b).value) / (2 * step),
        6,
      );
      expect(dy).toBeCloseTo(
        (surface(a, b + step).value - surface(a, b - step).value) / (2 * step),
        6,
      );
    }
  });

  test("are 0 where nothing changes, though a function is steep there", () => {
    expect(surfaceOf(parseFormula("sqrt(0) + x^2"))(0, 1)).toEqual({value: 0, dx: 0, dy: 0});
  });

  test("are no numbers where there is no value", () => {
    const {value, dx} = surfaceOf(parseFormula("log(x)"))(-1, 0);
    expect([value, dx]).toEqual([Number.NaN, Number.NaN]);
  });
});
