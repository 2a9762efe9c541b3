import {expect, test} from "vitest";
import {alikeIn} from "../../../../lib/datasets/own/look-alikes.js";
import {
  balancedChoice,
  type OwnPicture,
  ownDataset,
  ownPixels,
  packOwn,
  setRefusal,
} from "../../../../lib/datasets/own/own-set.js";
import {sha256} from "../../../../lib/datasets/sha256.js";
import {isOwnName, ownName} from "../../../../lib/own-name.js";
import {Random} from "../../../../lib/random.js";

const picture = (shade: number, label = ""): OwnPicture => ({
  pixels: new Uint8Array(ownPixels).fill(shade),
  label,
  name: `${shade}.png`,
});
const cats = Array.from({length: 7}, (_, i) => picture(i, "cat"));
const dogs = Array.from({length: 5}, (_, i) => picture(100 + i, "dog"));

test("a set has as many of each label as the rarest, one of each in turn", () => {
  const all = [...cats, picture(50), ...dogs];
  const choice = balancedChoice(all);
  expect(choice).toMatchObject({labels: ["cat", "dog"], left: 3});
  const {images, labels, classNames} = ownDataset("own", packOwn(all, choice));
  expect(images.shape).toEqual([10, 28, 28, 1]);
  expect([...labels]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
  expect([0, 1, 2, 3].map((i) => images.data[i * ownPixels])).toEqual([0, 100, 1, 101]);
  expect(classNames).toEqual(["1", "2"]);
});

test("pictures without labels are one class, all of them", () => {
  const bare = cats.map((each) => ({...each, label: ""}));
  const {labels, classNames} = ownDataset("own", packOwn(bare, balancedChoice(bare)));
  expect([...labels]).toEqual(new Array(7).fill(0));
  expect(classNames).toHaveLength(1);
});

test("too few of one label, or too many labels, are refused with what to do", () => {
  expect(setRefusal([...cats, ...dogs])).toBeUndefined();
  expect(setRefusal([...cats, ...dogs.slice(1)])).toMatch(/rarest label: 4 \(at least 5\)/);
  expect(setRefusal([])).toMatch(/too few pictures: 0/);
  const eleven = Array.from({length: 11}, (_, i) => picture(i, `kind ${i}`));
  expect(setRefusal(eleven)).toMatch(/too many labels: 11 \(at most 10\)/);
});

test("a set is named for its content: any other pixel or label gives another name", () => {
  const nameOf = (pictures: readonly OwnPicture[]) =>
    ownName(sha256(packOwn(pictures, balancedChoice(pictures))));
  const all = [...cats, ...dogs];
  const first = nameOf(all);
  expect(isOwnName(first)).toBe(true);
  expect(nameOf(all.map((each) => ({...each, name: "other"})))).toBe(first);
  expect(nameOf([picture(9, "cat"), ...all.slice(1)])).not.toBe(first);
  expect(nameOf(all.map((each) => ({...each, label: each.label === "cat" ? "x" : "a"})))).not.toBe(
    first,
  );
  expect(["own-", "own-12345678901", "OWN-123456789012", 7].map(isOwnName)).toEqual(
    new Array(4).fill(false),
  );
});

test("a picture that was saved again is found, one moved by a pixel is not", () => {
  const random = new Random(1);
  const pixels = Uint8Array.from({length: ownPixels}, () => random.integer(256));
  const known: OwnPicture[] = [picture(0), {pixels, label: "", name: "a"}];
  const again = pixels.map((value) => Math.max(0, Math.min(255, value + random.integer(7) - 3)));
  expect(alikeIn(known, again)).toBe(1);
  const moved = pixels.map((_, i) => pixels[Math.max(0, i - 1)]!);
  expect(alikeIn(known, moved)).toBe(-1);
});
