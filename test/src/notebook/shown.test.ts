import {describe, expect, test} from "vitest";
import {limits, sheetOf, weightOf} from "../../../src/notebook/shown.js";

const pictures = (count: number, side: number, columns: number) => ({
  ...({
    kind: "pictures",
    label: "",
    count,
    height: side,
    width: side,
    channels: 1,
    columns,
  } as const),
  bytes: new Uint8Array(count * side * side),
});

describe("a sheet of pictures", () => {
  test("is enlarged by a whole number, up to a width", () => {
    expect(sheetOf(pictures(4, 32, 4))).toEqual({scale: 4, width: 512, height: 128});
    expect(sheetOf(pictures(1, 8, 1))).toEqual({scale: 8, width: 64, height: 64});
    expect(sheetOf(pictures(1, 600, 1)).scale).toBe(1);
  });

  test("is enlarged less where it is tall, so that it costs little", () => {
    const tall = sheetOf(pictures(3000, 28, 2));
    expect(tall.scale).toBe(1);
    for (const [count, side, columns] of [
      [1000, 28, 5],
      [400, 60, 1],
      [4000, 8, 7],
    ] as const) {
      const {scale, width, height} = sheetOf(pictures(count, side, columns));
      expect(scale === 1 || width * height <= limits.sheetPixels).toBe(true);
    }
  });
});

test("what is shown weighs at least what it keeps", () => {
  expect(weightOf(pictures(4, 32, 4))).toBe(4096 + 4 * 512 * 128);
  expect(weightOf({kind: "value", text: "abc"})).toBe(30);
  expect(weightOf({kind: "curves", label: "", lines: [{name: "a", values: [1, 2]}]})).toBe(32);
});
