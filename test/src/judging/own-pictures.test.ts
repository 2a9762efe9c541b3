import {describe, expect, test} from "vitest";
import {ownPictures} from "../../../src/judging/own-pictures.js";

const pictures = (n: number, side: number) => ({
  data: new Uint8Array(n * side * side).fill(200),
  shape: [n, side, side, 1],
});
const kept = (over: object = {}, arrays: object = {samples: pictures(40, 28)}) => ({
  experiment: "gan-digits",
  run: {params: {seed: 12345, dataset: "digits"}, snapshot: {step: 300, arrays}, ...over},
});

describe("own pictures", () => {
  test("are those of the kept run, halved to the size of all others", () => {
    const own = ownPictures(kept(), 14)!;
    expect(own.id).toMatch(/^gan-digits\.12345\.300\./);
    expect(own.images.shape).toEqual([40, 14, 14, 1]);
    expect(new Set(own.images.data)).toEqual(new Set([200]));
  });

  test("are at most sixty, of a plane too", () => {
    const own = ownPictures(
      {...kept({}, {plane: pictures(225, 28)}), experiment: "vae-digits"},
      14,
    )!;
    expect(own.images.shape).toEqual([60, 14, 14, 1]);
    expect(ownPictures(kept({}, {samples: pictures(20, 14)}), 14)!.images.shape[0]).toBe(20);
  });

  test("of a plane come from all of it, and are the same each time", () => {
    const plane = {
      data: Uint8Array.from({length: 225 * 196}, (_, i) => Math.floor(i / 196)),
      shape: [225, 14, 14, 1],
    };
    const drawn = () => {
      const own = ownPictures({...kept({}, {plane}), experiment: "vae-digits"}, 14)!;
      return Array.from({length: 60}, (_, i) => own.images.data[196 * i]!);
    };
    const places = drawn();
    expect(new Set(places).size).toBe(60);
    expect(Math.min(...places)).toBeLessThan(30);
    expect(Math.max(...places)).toBeGreaterThan(195);
    expect(drawn()).toEqual(places);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["no object", "junk"],
    ["another experiment", {...kept(), experiment: "vae-faces"}],
    ["clothes", kept({params: {seed: 1, dataset: "clothes"}})],
    [
      "a run before its first step",
      kept({snapshot: {step: 0, arrays: {samples: pictures(40, 28)}}}),
    ],
    ["no pictures", kept({}, {})],
    ["too few", kept({}, {samples: pictures(6, 28)})],
    ["other sizes", kept({}, {samples: pictures(40, 24)})],
    ["a wrong length", kept({}, {samples: {data: new Uint8Array(7), shape: [40, 28, 28, 1]}})],
    [
      "numbers for bytes",
      kept({}, {samples: {data: new Float32Array(10 * 196), shape: [10, 14, 14, 1]}}),
    ],
    ["a shape of its own", kept({}, {samples: {data: new Uint8Array(0), shape: {length: 4}}})],
  ])("are none where there is %s", (_, lies) => {
    expect(ownPictures(lies, 14)).toBeUndefined();
  });
});
