import {expect, test} from "vitest";
import {keepingWords} from "../../../src/own/keeping-words.js";
import {OwnTable} from "../../../src/own/own-table.js";
import {ToyPictures, toyPicture} from "./toy-pictures.js";

async function opened(disk: ToyPictures) {
  const table = new OwnTable(disk);
  await table.open();
  return table;
}

test("what is laid down, labelled and taken away is there again after a reload", async () => {
  const disk = new ToyPictures();
  const table = await opened(disk);
  for (const i of [1, 2, 3]) table.add(toyPicture(i), false);
  table.label([1, 3], "leaf");
  table.remove([2]);
  await table.keep();
  const again = await opened(disk);
  expect(again.keys).toEqual([1, 3]);
  expect(again.pictures.map(({label}) => label)).toEqual(["leaf", "leaf"]);
  again.add(toyPicture(9), false);
  expect(again.keys).toEqual([1, 3, 4]);
});

test("a copy is left out unless copies are wanted", async () => {
  const table = await opened(new ToyPictures());
  expect(table.add(toyPicture(1), false)).toBe("added");
  expect(table.add({...toyPicture(1), name: "again.jpg"}, false)).toBe("alike");
  expect(table.add(toyPicture(1), true)).toBe("added");
  expect(table.pictures).toHaveLength(2);
});

test("a full disk keeps what it has; what came last stays on the page, is said, and is kept when there is room", async () => {
  const disk = new ToyPictures();
  disk.room = 2;
  const table = await opened(disk);
  table.add(toyPicture(1), false);
  table.add(toyPicture(2), false);
  await table.keep();
  for (const i of [3, 4]) table.add(toyPicture(i), false);
  await table.keep();
  expect([table.keeping, table.unkept, table.pictures.length, disk.laid.size]).toEqual([
    "full",
    2,
    4,
    2,
  ]);
  expect(keepingWords(table)).toMatch(
    /no room left. What was kept before stays. The last 2 changes/,
  );
  table.remove([1, 2]);
  await table.keep();
  expect([table.keeping, table.unkept]).toEqual(["disk", 0]);
  expect([...disk.laid.keys()]).toEqual([3, 4]);
});

test("where nothing may be kept, the page goes on and says so", async () => {
  const disk = new ToyPictures();
  disk.isForbidden = true;
  const table = await opened(disk);
  table.add(toyPicture(1), false);
  await table.keep();
  expect(table.pictures).toHaveLength(1);
  expect(keepingWords(table)).toMatch(
    /lets the page keep nothing.*The last change is on this page only/,
  );
});

test("entries that are no pictures are neither shown nor touched", async () => {
  const disk = new ToyPictures();
  disk.laid.set(1, {pixels: new Uint8Array(3), label: "", name: ""}).set(2, "damaged");
  disk.laid.set(7, toyPicture(7));
  const table = await opened(disk);
  expect([table.keys, table.unreadable]).toEqual([[7], 2]);
  expect(keepingWords(table)).toMatch(/2 kept pictures could not be read/);
  table.add(toyPicture(8), false);
  await table.keep();
  expect([...disk.laid.keys()]).toEqual([1, 2, 7, 8]);
});

test("the table holds two thousand and then refuses, without losing any", async () => {
  const table = await opened(new ToyPictures());
  const picture = toyPicture(1);
  for (let i = 0; i < 2000; i++) table.add(picture, true);
  expect([table.hasRoom, table.add(toyPicture(2), false), table.pictures.length]).toEqual([
    false,
    "no-room",
    2000,
  ]);
});
