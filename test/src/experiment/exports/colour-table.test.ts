import {describe, expect, it} from "vitest";
import {Random} from "../../../../lib/random.js";
import {type ColourTable, colourTable} from "../../../../src/experiment/exports/colour-table.js";

function tableOf(...frames: Uint32Array[]): ColourTable {
  const counting = colourTable(frames);
  for (;;) {
    const {done, value} = counting.next();
    if (done) return value;
  }
}

/** A pixel as it lies in memory, opaque. */
const pixel = (r: number, g: number, b: number) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** The largest difference of a channel. */
function largestError(value: number, rgb: number): number {
  const [r, g, b] = [value & 255, (value >> 8) & 255, (value >> 16) & 255];
  return Math.max(
    Math.abs(r - (rgb >> 16)),
    Math.abs(g - ((rgb >> 8) & 255)),
    Math.abs(b - (rgb & 255)),
  );
}

describe("colour table", () => {
  it("is exact for 256 greys, in any number of frames", () => {
    const greys = Uint32Array.from({length: 256}, (_, i) => pixel(i, i, i));
    const {table, numberOf} = tableOf(greys.subarray(100), greys);
    expect(table).toHaveLength(256);
    for (const [i, grey] of greys.entries()) expect(table[numberOf(grey)]).toBe(i * 0x010101);
  });

  it("keeps red, green and blue apart", () => {
    const {table, numberOf} = tableOf(Uint32Array.of(pixel(1, 2, 3), pixel(250, 128, 7)));
    expect(table[numberOf(pixel(1, 2, 3))]).toBe(0x010203);
    expect(table[numberOf(pixel(250, 128, 7))]).toBe(0xfa8007);
  });

  it("comes near to 60,000 random colours", () => {
    const random = new Random(3);
    const any = Uint32Array.from({length: 60_000}, () =>
      pixel(random.integer(256), random.integer(256), random.integer(256)),
    );
    const {table, numberOf} = tableOf(any.subarray(0, 30_000), any.subarray(30_000));
    expect(table).toHaveLength(256);
    const errors = Array.from(any, (value) => largestError(value, table[numberOf(value)]!));
    // 256 boxes in a cube of 256 are 40 wide: 20 to each side of the mean.
    expect(Math.max(...errors)).toBeLessThan(40);
    expect(errors.reduce((a, b) => a + b, 0) / errors.length).toBeLessThan(20);
  });

  it("spends colours where the pixels are: a smooth ramp stays smooth among a few bright dots", () => {
    const ramp = Uint32Array.from({length: 20_000}, (_, i) => pixel(i % 256, 128, 255 - (i % 256)));
    const dots = Uint32Array.from({length: 300}, (_, i) => pixel(255, (i * 37) % 256, i % 256));
    const {table, numberOf} = tableOf(ramp, dots);
    const errors = Array.from(ramp, (value) => largestError(value, table[numberOf(value)]!));
    expect(Math.max(...errors)).toBeLessThan(8);
  });
});
