import {beforeEach, expect, test, vi} from "vitest";
import type {OwnName} from "../../../lib/own-name.js";
import {choiceWords} from "../../../src/controls/choice-words.js";
import {makeOwnSet, ownSetBytes, removeOwnSet} from "../../../src/own/own-sets.js";
import {setWords, usesOf} from "../../../src/own/set-list.js";
import {madeWords} from "../../../src/own/set-maker.js";
import {ownSetIndex} from "../../../src/storage/own-set-index.js";
import {ToyPictures, toyPicture} from "./toy-pictures.js";

const pictures = Array.from({length: 13}, (_, i) => toyPicture(i, i % 2 ? "ash" : "oak"));

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

test("a set is kept, offered by its title, found by its name, and gone when taken away", async () => {
  const disk = new ToyPictures();
  const made = await makeOwnSet("Leaves", pictures, disk);
  expect(made).toMatchObject({labels: ["ash", "oak"], count: 12, left: 1, keeping: "disk"});
  expect(madeWords(made)).toMatch(/12 pictures, 6 of each label. 1 stayed/);
  expect(ownSetIndex()).toEqual([
    {name: made.name, title: "Leaves", labels: ["ash", "oak"], count: 12},
  ]);
  expect(setWords(made)).toBe("Leaves: 12 pictures of ash and oak.");
  expect(choiceWords({options: {}}, made.name)).toBe("yours: Leaves");
  expect((await ownSetBytes(made.name, disk))?.length).toBe(12 * 785 + 8 + 16);
  await removeOwnSet(made.name, disk);
  expect([ownSetIndex(), await ownSetBytes(made.name, disk)]).toEqual([[], undefined]);
  expect(choiceWords({options: {}}, made.name)).toMatch(/not here/);
});

test("a set is offered for what it can be used for, in the order of the course", () => {
  const name: OwnName = "own-0123456789ab";
  const [two, one] = [["ash", "oak"], ["no label"]].map((labels) => usesOf({name, labels}));
  const words = (uses: typeof two) => uses!.map(({words}) => words);
  expect(words(two)).toEqual(
    expect.arrayContaining(["learn to tell them apart", "draw more of them"]),
  );
  expect(words(one)).toEqual(
    expect.arrayContaining(["learn them as a new sign", "draw more of them"]),
  );
  expect(words(two)).not.toContain("learn them as a new sign");
  expect(words(one)).not.toContain("learn to tell them apart");
  const chapters = two!.map(({href}) =>
    Number(/lessons\/(\d\d)-[^#]*#[\w-]+\.\w+=own-/.exec(href)![1]),
  );
  expect(chapters).toEqual(chapters.toSorted((a, b) => a - b));
});

test("what lies in the browser under a name is not believed unless it is that", async () => {
  const disk = new ToyPictures();
  const name: OwnName = "own-0123456789ab";
  disk.sets.set(name, new Uint8Array(30));
  expect(await ownSetBytes(name, disk)).toBeUndefined();
  localStorage.setItem(
    "from-noise / own sets",
    `[{"name":"own-x"},7,{"name":"${name}","title":"T","labels":["a"],"count":9}]`,
  );
  expect(ownSetIndex().map(({title}) => title)).toEqual(["T"]);
});

test("a set for which there is no room can be used until the page is closed", async () => {
  const disk = new ToyPictures();
  disk.room = 0;
  const made = await makeOwnSet("Leaves", pictures, disk);
  expect(made.keeping).toBe("full");
  expect(madeWords(made)).toMatch(/no room to keep it: it can be used until/);
  expect(await ownSetBytes(made.name, disk)).toBeDefined();
  await expect(makeOwnSet("Few", pictures.slice(0, 4), disk)).rejects.toThrow(/too few pictures/);
});
