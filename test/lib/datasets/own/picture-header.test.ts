import {expect, test} from "vitest";
import {readPictureHeader} from "../../../../lib/datasets/own/picture-header.js";
import {refusalOf, tooLong, undecodable} from "../../../../lib/datasets/own/picture-refusal.js";
import {hostileFile, hostileNames} from "./hostile-pictures.js";

const refusal = (name: string) => refusalOf(readPictureHeader(hostileFile(name)));

test.each([
  ["empty", /0 bytes/],
  ["text", /text in it, no picture/],
  ["cutJpeg", /ends before its picture/],
  ["cutPng", /ends before its picture/],
  ["hugePng", /too many pixels: 20000 by 20000 .*at most 64 million/],
  ["svg", /programs and links.*PNG/],
  ["onePixel", /too few pixels: 1 by 1/],
  ["thread", /too few pixels: 1 by 5000/],
])("%s is refused before anything is decoded", (name, words) => {
  expect(refusal(name)).toMatch(words);
});

test.each([
  ["jpeg", "jpeg", 32, 64, []],
  ["deepPng", "png", 32, 32, ["16 bits a channel become 8"]],
  ["cmykJpeg", "jpeg", 32, 32, ["its four printing colours become three"]],
  ["movingGif", "gif", 32, 32, ["it moves, and its first picture is taken"]],
  ["stillGif", "gif", 32, 32, []],
  ["movingPng", "png", 32, 32, ["it moves, and its first picture is taken"]],
  ["turnedJpeg", "jpeg", 32, 64, ["it is turned as its camera says"]],
  ["transparent", "png", 32, 32, []],
] as const)("%s passes, with what will not come along", (name, kind, width, height, notes) => {
  const header = readPictureHeader(hostileFile(name));
  expect(header).toMatchObject({kind, width, height, notes});
  expect(refusalOf(header)).toBeUndefined();
});

test("a thumbnail's end does not make a cut file whole", () => {
  const whole = hostileFile("turnedJpeg");
  const withThumbnail = Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe2, 0, 6, 0xff, 0xd8, 0xff, 0xd9],
    ...whole.subarray(2),
  );
  expect(readPictureHeader(withThumbnail).isCutOff).toBe(false);
  expect(readPictureHeader(withThumbnail.subarray(0, 700)).isCutOff).toBe(true);
});

test("no beginning of any file makes the reader throw, and a size is never made up", () => {
  for (const name of hostileNames) {
    const bytes = hostileFile(name);
    const {width, height} = readPictureHeader(bytes);
    for (let length = 0; length < Math.min(bytes.length, 900); length++) {
      const part = readPictureHeader(bytes.slice(0, length));
      if (part.width !== undefined) expect([part.width, part.height]).toEqual([width, height]);
    }
  }
});

test("what only the browser can tell is left to it, with words for when it can't", () => {
  expect(readPictureHeader(hostileFile("heic"))).toEqual({kind: "heic", notes: []});
  expect(readPictureHeader(hostileFile("broken"))).toEqual({kind: "other", notes: []});
  expect(undecodable({kind: "heic", notes: []})).toMatch(/HEIC.*JPEG.*iPhone/);
  expect(undecodable({kind: "other", notes: []})).toMatch(/save it as PNG or JPEG/);
  expect(tooLong(2e9)).toMatch(/2000 million bytes/);
  expect(tooLong(5e6)).toBeUndefined();
});
