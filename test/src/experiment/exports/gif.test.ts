import {describe, expect, it} from "vitest";
import {Random} from "../../../../lib/random.js";
import {type Gif, gifComment, writeGif} from "../../../../src/experiment/exports/gif.js";
import {readGif} from "./read-gif.js";

function written(gif: Gif): Uint8Array {
  const writing = writeGif(gif);
  for (;;) {
    const {done, value} = writing.next();
    if (done) return value;
  }
}

/** `count` frames of `colours` colours; `repeat` makes runs, which LZW joins to long strings. */
function drawn(count: number, colours: number, width: number, height: number, repeat = 1): Gif {
  const random = new Random(5);
  const frames = Array.from({length: count}, (_, i) => {
    const pixels = new Uint8Array(width * height);
    for (let p = 0; p < pixels.length; p++)
      pixels[p] = p % repeat === 0 ? random.integer(colours) : pixels[p - 1]!;
    return {colours: pixels, ms: 40 * (i + 1)};
  });
  const table = Array.from({length: colours}, (_, i) => (i * 0x010305) & 0xffffff);
  return {width, height, table, frames, comment: "toy, step 3\nseed = 7\nFréchet"};
}

function expectRead(gif: Gif): void {
  const read = readGif(written(gif));
  expect(read).toMatchObject({width: gif.width, height: gif.height, loops: true});
  expect(read.frames.map(({ms}) => ms)).toEqual(gif.frames.map(({ms}) => ms));
  for (const [i, {pixels}] of read.frames.entries())
    expect(pixels).toEqual(Array.from(gif.frames[i]!.colours, (colour) => gif.table[colour]));
}

describe("gif", () => {
  it.each([
    ["one pixel of one colour", drawn(1, 1, 1, 1)],
    ["two colours", drawn(2, 2, 9, 5)],
    ["three colours, which need more bits than the table has", drawn(2, 3, 16, 7)],
    ["all 256, and more strings than a table of codes holds", drawn(2, 256, 120, 90)],
    ["long runs", drawn(2, 200, 160, 100, 40)],
    ["one colour everywhere", drawn(1, 1, 200, 100)],
  ])("gives every pixel back: %s", (_, gif) => {
    expectRead(gif);
  });

  it("gives every pixel back at each length, so that each width of the last codes is met", () => {
    for (let pixels = 1; pixels < 140; pixels++) expectRead(drawn(1, 4, pixels, 1));
    for (let pixels = 3830; pixels < 3850; pixels++) expectRead(drawn(1, 256, pixels, 1));
  });

  it("keeps a comment of any length and language, and leaves the frames alone", () => {
    const gif = {...drawn(1, 4, 8, 8), comment: `Fréchet 數 ${"seed = 7\n".repeat(100)}`};
    expect(gifComment(written(gif))).toBe(gif.comment);
    expectRead(gif);
  });

  it("tells how far it has come, in shares that rise to 1", () => {
    const shares = [...writeGif(drawn(3, 64, 100, 100))];
    expect(shares.length).toBeGreaterThan(6);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("refuses to look for a comment in what is no GIF", () => {
    expect(() => gifComment(Uint8Array.of(1, 2, 3))).toThrow("invalid GIF");
  });
});
