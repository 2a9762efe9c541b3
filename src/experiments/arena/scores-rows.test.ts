import {expect, test} from "vitest";
import {costRows, scoreNames, scoreRows} from "./scores-rows.js";

test("each score is a row with value and interval of all four, and the floor", () => {
  const told = Float32Array.from({length: scoreNames.length * 20}, (_, i) => i);
  const rows = scoreRows(told);
  const at = scoreNames.indexOf("frechet");
  expect(rows[at]).toEqual({
    label: "Fréchet distance, lower is better",
    cells: [0, 5, 10, 15].map((i) => ({
      value: `${20 * at + i}.0`,
      interval: `${20 * at + i + 1}.0 to ${20 * at + i + 2}.0`,
    })),
    floor: `${20 * at + 3}.0 to ${20 * at + 4}.0`,
  });
  expect(rows).toHaveLength(scoreNames.length);
});

test("a score that such pictures do not have is a dash", () => {
  const told = new Float32Array(scoreNames.length * 5).fill(1);
  told.fill(Number.NaN, 0, 5);
  const [first, second] = scoreRows(told, 1);
  expect(first).toMatchObject({cells: [{value: "–", interval: ""}], floor: ""});
  expect(second).toMatchObject({cells: [{value: "1.0"}], floor: "1.0 to 1.0"});
});

test("energy is seconds times watts, in watt-hours", () => {
  const four = [1, 1, 1, 1];
  const rows = costRows({
    seconds: [30, 60, 120, 240],
    steps: four,
    weights: four,
    watts: 30,
    drawing: {count: 500, seconds: four},
  });
  expect(rows.at(-2)!.label).toBe("Energy at 30 W, Wh");
  expect(rows.at(-2)!.cells.map(({value}) => value)).toEqual(["0.250", "0.500", "1.00", "2.00"]);
  expect(rows[0]!.cells[0]!.value).toBe("30.0");
});
