import {expect, test} from "vitest";
import {train} from "../../../lib/training/train.js";
import {startRun} from "../../../tools/runs/start-run.js";
import {textOf} from "../../lib/text-array.js";

const textIn = (array: unknown) => textOf(array as Parameters<typeof textOf>[0]);

test("captions find their pictures more often than by guessing, and words are searched for", async () => {
  const {setup, run} = await startRun("small-clip", {width: 4, maxSteps: 60});
  const before = (await setup.measure()).scalars;
  for await (const _ of train(run, {steps: 60}));
  const {scalars, floors} = await setup.measure();
  expect(scalars.recall5).toBeGreaterThan(floors.recall5!.high);
  expect(scalars.recall5).toBeGreaterThan(before.recall5!);
  expect(scalars.recall1).toBeLessThan(scalars.recall5!);

  const first = await setup.snapshot();
  setup.sample!({query: "qwertz"});
  const unknown = await setup.snapshot();
  expect(unknown.found!.shape[0]).toBe(0);
  expect(JSON.parse(textIn(unknown.search)).unknown).toEqual([{word: "qwertz", near: []}]);
  setup.sample!({query: "fruit"});
  const fruit = await setup.snapshot();
  expect(fruit.found!.shape).toEqual([10, 24, 24, 3]);
  expect(fruit.found!.data).not.toEqual(first.found!.data);
  expect(fruit.similarities).toEqual(first.similarities);
  setup.dispose();
});

test("held-out pairs are of every kind, and have captions in each language", async () => {
  for (const [language, word] of [
    ["en", "face"],
    ["de", "Gesicht"],
    ["fr", "visage"],
  ]) {
    const {setup} = await startRun("small-clip", {language: language!, width: 4});
    const captions = JSON.parse(textIn((await setup.snapshot()).captions)) as string[];
    expect(captions.length).toBe(50);
    expect(captions.filter((text) => text.endsWith(word!)).length).toBeGreaterThan(2);
    setup.dispose();
  }
});
