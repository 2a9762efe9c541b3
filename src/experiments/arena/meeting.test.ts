import {describe, expect, test} from "vitest";
import type {ByteImages} from "../../lib/image.js";
import type {Subject} from "../../lib/questions/subjects.js";
import {givenInputs, givenSets} from "./given-sets.js";
import {
  meetingOrder,
  meetingTitle,
  remarksOf,
  saidOfMeeting,
  whatIsMissing,
} from "./meeting-words.js";

const set = (count: number, value: number): ByteImages => ({
  data: new Uint8Array(count * 196).fill(value),
  shape: [count, 14, 14, 1],
});
const named = (...ids: string[]) =>
  ids.map((id) => ({
    ...{id, title: id.toUpperCase(), subject: "digits" as Subject},
    images: set(12, 1),
  }));

describe("sets on their way to the judge", () => {
  test("are cut to as many of each as the smallest has, and come apart as they were", () => {
    const {count, sets} = givenSets(givenInputs([set(60, 1), set(12, 2), set(40, 3)]), "digits");
    expect(count).toBe(12);
    expect(sets.map(({data}) => [data.length, data[0], data.at(-1)])).toEqual(
      [1, 2, 3].map((value) => [12 * 196, value, value]),
    );
  });

  test("are refused where they are too few, too many, or not what they say", () => {
    expect(() => givenSets(givenInputs([set(7, 1), set(60, 1)]), "digits")).toThrow(
      "invalid count: 7 (a whole number from 8",
    );
    const five = givenInputs(Array.from({length: 5}, () => set(10, 1)));
    expect(() => givenSets(five, "digits")).toThrow("(1 to 4 times 10 pictures of 14 by 14 by 1");
    const inputs = givenInputs([set(10, 1), set(10, 2)]);
    expect(() => givenSets(inputs, "emoji")).toThrow("pictures of 16 by 16 by 3, as emoji are)");
    const cut = {...inputs.pictures, data: inputs.pictures.data.slice(1)};
    expect(() => givenSets({...inputs, pictures: cut}, "digits")).toThrow("3919 bytes");
    expect(() => givenSets({}, "digits")).toThrow("invalid count: undefined");
  });
});

describe("who meets", () => {
  test("own runs come first, real pictures last", () => {
    const order = meetingOrder(named("real", "gan-digits", "vae-digits.7.1000.k1"));
    expect(order.map(({id}) => id)).toEqual(["vae-digits.7.1000.k1", "gan-digits", "real"]);
  });

  test("recorded runs are told from own ones and from real pictures", () => {
    const titles = named("gan-digits", "real", "vae-digits.7.1000.k1").map(meetingTitle);
    expect(titles).toEqual(["GAN-DIGITS, recorded", "REAL", "VAE-DIGITS.7.1000.K1"]);
  });

  test("one alone meets nobody, five are too many", () => {
    expect(whatIsMissing(named("a", "b"))).toBeUndefined();
    expect(whatIsMissing(named("a"))).toContain("1 chosen: choose two to 4");
    expect(whatIsMissing(named("a", "b", "c", "d", "e"))).toContain("5 chosen");
  });

  test("digits and emoji don't meet, nor do those that keep too few pictures", () => {
    const [a, b] = named("a", "b");
    expect(whatIsMissing([a!, {...b!, subject: "emoji"}])).toMatch(
      /^Pictures of digits and of emoji can’t be compared:/,
    );
    expect(whatIsMissing([a!, {...b!, images: set(7, 1)}])).toMatch(
      /^B has 7 pictures: at least 8/,
    );
  });

  test("remarks have the names of those whose pictures they are about", () => {
    const remarks = remarksOf("1: All 12 made pictures look the same.\n", named("a", "b"));
    expect(remarks).toBe("B: All 12 made pictures look the same.");
    expect(saidOfMeeting(12, "In brackets", remarks)).toContain("12 pictures of each");
  });
});
