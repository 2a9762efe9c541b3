import {describe, expect, test} from "vitest";
import {isForPeople, ownPictures} from "../../../src/judging/own-pictures.js";

const pictures = (n: number, side: number) => ({
  data: new Uint8Array(n * side * side).fill(200),
  shape: [n, side, side, 1],
});
const kept = (over: object = {}, arrays: object = {samples: pictures(40, 28)}) => ({
  experiment: "gan-digits",
  run: {params: {seed: 12345, dataset: "digits"}, snapshot: {step: 300, arrays}, ...over},
});

const shaped = (n: number, side: number, channels: number) => ({
  data: new Uint8Array(n * side * side * channels),
  shape: [n, side, side, channels],
});

describe("own pictures", () => {
  test("are of what their run learned from, at the size of these", () => {
    const clothes = ownPictures(kept({params: {seed: 1, dataset: "clothes"}}))!;
    expect(clothes.subject).toBe("clothes");
    expect(clothes.images.shape).toEqual([40, 28, 28, 1]);
    const emoji = ownPictures({...kept({}, {samples: shaped(9, 16, 3)}), experiment: "prompt"})!;
    expect([emoji.subject, ...emoji.images.shape]).toEqual(["emoji", 9, 16, 16, 3]);
    const few = {...kept({}, {after: shaped(30, 14, 1)}), experiment: "fewer-steps"};
    expect(ownPictures(few)!.images.shape[0]).toBe(15); // not those of one, two and three steps
    const faces = {...kept({}, {family: shaped(40, 32, 3)}), experiment: "vae-faces"};
    expect(ownPictures(faces)!.subject).toBe("faces");
  });

  test("are for people where they are digits of one of the judged kinds, and enough", () => {
    expect(isForPeople(ownPictures(kept())!)).toBe(true);
    const few = ownPictures(kept({}, {samples: pictures(6, 28)}))!;
    const clothes = ownPictures(kept({params: {seed: 1, dataset: "clothes"}}))!;
    const other = ownPictures({
      ...kept({}, {changedMade: pictures(30, 14)}),
      experiment: "data-lab",
    })!;
    for (const each of [few, clothes, other]) expect(isForPeople(each), each.id).toBe(false);
  });

  test("are those of the kept run, halved to the size of all others", () => {
    const own = ownPictures(kept())!;
    expect(own.id).toMatch(/^gan-digits\.12345\.300\./);
    expect(own.images.shape).toEqual([40, 14, 14, 1]);
    expect(new Set(own.images.data)).toEqual(new Set([200]));
  });

  test("are at most sixty, of a plane too", () => {
    const own = ownPictures({...kept({}, {plane: pictures(225, 28)}), experiment: "vae-digits"})!;
    expect(own.images.shape).toEqual([60, 14, 14, 1]);
    expect(ownPictures(kept({}, {samples: pictures(20, 14)}))!.images.shape[0]).toBe(20);
  });

  test("of a plane come from all of it, and are the same each time", () => {
    const plane = {
      data: Uint8Array.from({length: 225 * 196}, (_, i) => Math.floor(i / 196)),
      shape: [225, 14, 14, 1],
    };
    const drawn = () => {
      const own = ownPictures({...kept({}, {plane}), experiment: "vae-digits"})!;
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
    ["an experiment without pictures", {...kept(), experiment: "learning-rate"}],
    ["faces of another size", {...kept(), experiment: "vae-faces"}],
    ["no set of this course", kept({params: {seed: 1, dataset: "own-1"}})],
    [
      "a run before its first step",
      kept({snapshot: {step: 0, arrays: {samples: pictures(40, 28)}}}),
    ],
    ["no pictures", kept({}, {})],
    ["other sizes", kept({}, {samples: pictures(40, 24)})],
    ["a wrong length", kept({}, {samples: {data: new Uint8Array(7), shape: [40, 28, 28, 1]}})],
    [
      "numbers for bytes",
      kept({}, {samples: {data: new Float32Array(10 * 196), shape: [10, 14, 14, 1]}}),
    ],
    ["a shape of its own", kept({}, {samples: {data: new Uint8Array(0), shape: {length: 4}}})],
  ])("are none where there is %s", (_, lies) => {
    expect(ownPictures(lies)).toBeUndefined();
  });
});
