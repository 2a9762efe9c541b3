import {expect, test} from "vitest";
import {isTransparent, placing, smallColour, smallGrey} from "../../../lib/pipeline/fit-picture.js";

const rgba = (side: number, of: (i: number) => readonly number[]) => ({
  data: Uint8Array.from(Array.from({length: side * side}, (_, i) => of(i)).flat()),
  side,
});

test("the middle is cut out, or the whole put into the square", () => {
  const tall = {width: 100, height: 300};
  expect(placing(tall, 60, "cut")).toEqual({
    from: {x: 0, y: 100, width: 100, height: 100},
    to: {x: 0, y: 0, width: 60, height: 60},
  });
  expect(placing(tall, 60, "whole")).toEqual({
    from: {x: 0, y: 0, width: 100, height: 300},
    to: {x: 20, y: 0, width: 20, height: 60},
  });
  expect(placing({width: 8, height: 5000}, 56, "whole").to.width).toBe(1);
});

test("each small pixel is the mean light of those it covers", () => {
  const picture = rgba(4, (i) =>
    i % 2 === 0 || i % 8 < 4 ? [255, 255, 255, 255] : [0, 0, 0, 255],
  );
  expect([...smallGrey(picture, 2, false)]).toEqual([191, 191, 191, 191]);
});

test("colours count as bright as they look, and what is transparent lies on black, turned or not", () => {
  const colours = [
    [255, 0, 0, 255],
    [0, 255, 0, 255],
    [0, 0, 255, 255],
    [255, 255, 255, 0],
  ];
  const picture = rgba(2, (i) => colours[i]!);
  expect([...smallGrey(picture, 2, false)]).toEqual([54, 182, 18, 0]);
  expect([...smallGrey(picture, 2, true)]).toEqual([201, 73, 237, 0]);
});

test("a picture is transparent only where nothing of it can be seen", () => {
  expect(isTransparent(rgba(3, () => [255, 0, 0, 0]))).toBe(true);
  expect(isTransparent(rgba(3, (i) => [0, 0, 0, i === 8 ? 1 : 0]))).toBe(false);
});

test("in colour each channel is the mean of those it covers, and what is transparent is black", () => {
  const picture = rgba(2, (i) => [100 * (i % 2), 200, 40, i < 2 ? 255 : 0]);
  expect([...smallColour(picture, 1)]).toEqual([25, 100, 20]);
});
