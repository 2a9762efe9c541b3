import {expect, test} from "vitest";
import {upright} from "../../../lib/datasets/upright.js";
import type {ByteImages} from "../../../lib/image.js";

const side = 12;
const picture = (ink: (x: number, y: number) => number): ByteImages => ({
  data: Uint8Array.from({length: side * side}, (_, i) => ink(i % side, Math.floor(i / side))),
  shape: [1, side, side, 1],
});
const columnsOf = ({data}: ByteImages) =>
  Array.from({length: side}, (_, x) =>
    Array.from({length: side}, (_, y) => data[y * side + x]!).reduce((a, b) => a + b, 0),
  );

/** A bar from row 2 to row 9 that leans by `lean` pixels a row. */
const bar = (lean: number) =>
  picture((x, y) => (y >= 2 && y <= 9 && x === Math.round(6 + lean * (y - 5.5)) ? 200 : 0));

test("sets a leaning bar upright, whichever way it leans", () => {
  for (const lean of [-0.5, 0.5]) {
    const columns = columnsOf(upright(bar(lean)));
    const ink = columns.reduce((a, b) => a + b, 0);
    const middle = columns[5]! + columns[6]! + columns[7]!;
    expect(middle / ink, `lean ${lean}`).toBeGreaterThan(0.95);
    const before = columnsOf(bar(lean));
    expect((before[5]! + before[6]! + before[7]!) / ink).toBeLessThan(0.8);
  }
});

test("leaves alone what is upright, a lying bar and an empty picture", () => {
  for (const images of [bar(0), picture((_, y) => (y === 6 ? 90 : 0)), picture(() => 0)])
    expect(upright(images)).toEqual(images);
});

test("takes each picture by its own ink, and keeps the original", () => {
  const [left, right] = [bar(-0.5), bar(0.5)];
  const both: ByteImages = {
    data: Uint8Array.of(...left.data, ...right.data),
    shape: [2, side, side, 1],
  };
  const copy = both.data.slice();
  const {data} = upright(both);
  expect(data.subarray(0, side * side)).toEqual(upright(left).data);
  expect(data.subarray(side * side)).toEqual(upright(right).data);
  expect(both.data).toEqual(copy);
});

test("refuses colours", () => {
  expect(() => upright({data: new Uint8Array(12), shape: [1, 2, 2, 3]})).toThrow(
    "invalid channels: 3 (1)",
  );
});
