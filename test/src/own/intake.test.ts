import {expect, test} from "vitest";
import {cameraWords} from "../../../src/own/camera.js";
import {folderOf} from "../../../src/own/dropped-files.js";
import {intakeWords, takeIn} from "../../../src/own/intake.js";
import {keepingWords} from "../../../src/own/keeping-words.js";
import {OwnTable} from "../../../src/own/own-table.js";
import {requestsSince, requestWords} from "../../../src/own/request-panel.js";
import type {Taken} from "../../../src/own/take-picture.js";
import {ToyPictures, toyPicture} from "./toy-pictures.js";

interface Asked {
  readonly names: readonly string[];
  readonly take?: (name: string, at: number) => Taken;
  readonly signal?: AbortSignal;
  readonly disk?: ToyPictures;
}

async function taken({
  names,
  take = (_, at) => ({...toyPicture(at), notes: []}),
  signal,
  disk = new ToyPictures(),
}: Asked) {
  const table = new OwnTable(disk);
  let at = 0;
  const files = names.map((name) => ({file: {name} as File, folder: "cats"}));
  const intake = await takeIn(files, {
    table,
    take: async ({name}) => take(name, at++),
    labelOf: (folder) => folder,
    takesCopies: () => true,
    signal: signal ?? new AbortController().signal,
    tell: () => {},
  });
  return {disk, table, intake};
}

test("bad files between good ones are told by name, and cost none of the good ones", async () => {
  const {intake, table, disk} = await taken({
    names: ["a.png", "empty.png", "b.png"],
    take: (name, at) =>
      name === "empty.png" ? {refusal: "it has 0 bytes"} : {...toyPicture(at), notes: ["it moves"]},
  });
  expect(intakeWords(intake)).toBe("2 pictures added. 1 file refused.");
  expect(intake.refused).toEqual(["empty.png: it has 0 bytes."]);
  expect([...intake.notes]).toEqual([["it moves", 2]]);
  expect(table.pictures.map(({label}) => label)).toEqual(["cats", "cats"]);
  expect(disk.laid.size).toBe(2);
});

test("of ten thousand files those that fit are taken, the others are not even opened, and a few refusals are told", async () => {
  let opened = 0;
  const picture = toyPicture(1);
  const {intake, table} = await taken({
    names: Array.from({length: 10_000}, (_, i) => `${i}.png`),
    take: (_, at) => {
      opened += 1;
      return at % 3 === 0 ? {refusal: "no picture"} : {...picture, notes: []};
    },
  });
  expect(table.pictures).toHaveLength(2000);
  expect(opened).toBe(3000);
  expect(intake.refused).toHaveLength(8);
  expect(intakeWords(intake)).toMatch(
    /2,000 pictures added\. 1,000 files refused\. 7,000 files not opened: the table holds 2,000/,
  );
});

test("who stops it keeps what has come", async () => {
  const stopping = new AbortController();
  const {intake, disk} = await taken({
    names: Array.from({length: 100}, (_, i) => `${i}.png`),
    take: (_, at) => {
      if (at === 59) stopping.abort();
      return {...toyPicture(at), notes: []};
    },
    signal: stopping.signal,
  });
  expect(disk.laid.size).toBe(60);
  expect(intakeWords(intake)).toMatch(/60 pictures added\. 40 files not opened: you stopped it/);
});

test("where the browser's room ends while files come, what was kept stays, and the others are on the page and told of", async () => {
  const full = new ToyPictures();
  full.room = 60;
  const names = Array.from({length: 100}, (_, i) => `${i}.png`);
  const {intake, table, disk} = await taken({names, disk: full});
  expect([intake.added, table.pictures.length, disk.laid.size]).toEqual([100, 100, 50]);
  expect([...disk.laid.keys()]).toEqual([...table.keys].slice(0, 50));
  expect(keepingWords(table)).toMatch(/no room left.*kept before stays. The last 50 changes are/);
});

test("the folder that a file lies in is its label", () => {
  expect(["animals/cats/tom.png", "cats/tom.png", "tom.png", ""].map(folderOf)).toEqual([
    "cats",
    "cats",
    "",
    "",
  ]);
});

test("only requests after the first picture count, and none that stay on the page", () => {
  const log = [
    {name: "https://here/a.js", startTime: 5},
    {name: "blob:https://here/1", startTime: 20},
    {name: "data:image/png,", startTime: 20},
    {name: "https://here/b.js", startTime: 21},
  ];
  expect(requestsSince(log, 10).map(({name}) => name)).toEqual(["https://here/b.js"]);
  expect(requestWords(0)).toMatch(/: 0\. You can also switch the network off/);
  expect(requestWords(1)).toMatch(/: 1, each/);
});

test("a camera that does not start says why", () => {
  const words = ["NotAllowedError", "NotFoundError", "NotReadableError", "Other"].map((name) =>
    cameraWords(new DOMException("", name)),
  );
  expect(new Set(words).size).toBe(4);
  expect(words[0]).toMatch(/Allow it/);
});
