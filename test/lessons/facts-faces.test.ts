import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {attributeIndex} from "../../lib/datasets/attribute-dataset.js";
import {faces} from "../../lib/datasets/faces.js";
import {unpackRecording} from "../../lib/training/recording.js";
import {testedFaces, vaeFaces} from "../../src/experiments/vae-faces/experiment.js";
import {firstFaceView} from "../../src/experiments/vae-faces/face-view.js";
import {sharesOf} from "../../src/figures/bars/share-bars.js";
import type {Share} from "../../src/figures/bars/share-text.js";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const text = file("lessons/04-vaes/index.md").toString().replaceAll(/\s+/g, " ");
const {params, measurements, snapshots} = unpackRecording(dataFile("recorded/vae-faces"));
const {scalars, floors, arrays} = measurements.at(-1)!;
const shares = (name: string): Share[] => sharesOf(arrays[name]!.data);
const of = (name: string, attribute: string) =>
  shares(name)[attributeIndex(faces.attributes, attribute)]!;
const percent = (share: number) => `${Math.round(100 * share)} %`;

it("says what adding dark glasses did, as the recording has it", () => {
  const [reached] = shares("reached");
  const {low, high} = reached!;
  expect(text).toContain(`${percent(reached!.share)} of them wear dark glasses afterwards`);
  expect(text).toContain(`between ${Math.round(100 * low)} and ${percent(high)}`);
  expect(text).toContain(`the glasses changed in ${percent(of("changed", "glasses").share)}`);
  const others = faces.attributes.map(({name}) => name).filter((name) => name !== "glasses");
  const byChange = others.toSorted((a, b) => of("changed", b).share - of("changed", a).share);
  expect(byChange.slice(0, 2)).toEqual(["skin", "mouth"]);
  expect(text).toContain(
    `Skin changed second most often, in ${percent(of("changed", "skin").share)}`,
  );
  expect(text).toContain(`then the mouth in ${percent(of("changed", "mouth").share)}`);
  const [glasses, mouth, skin] = ["glasses", "mouth", "skin"].map(
    (name) => of("chance", name).share,
  );
  expect(text).toContain(
    `the glasses of ${percent(glasses!)}, the mouth of ${percent(mouth!)} and the skin of ${percent(skin!)}`,
  );
});

it("says how many attributes are kept, and each of them in 85 of 100 faces at least", () => {
  expect(text).toContain(`of ${scalars.agreement!.toFixed(1)} % of the attributes the same`);
  expect(text).toContain(`${(100 * of("kept", "mouth").share).toFixed(1)} %`);
  for (const {share} of shares("kept")) expect(share).toBeGreaterThan(0.85);
  expect(floors.agreement!.low).toBe(100);
  expect(text).toContain(`right on all ${testedFaces} of the test faces`);
});

it("says what the first and the last latent number tell", () => {
  const nats = [...snapshots.at(-1)!.arrays.kl!.data].sort((a, b) => b - a);
  expect(text).toContain(
    `the first tells ${nats[0]!.toFixed(2)} nats of a face and the last ${nats.at(-1)!.toFixed(2)}`,
  );
});

it("was recorded with the settings that the experiment starts with", () => {
  for (const [name, {default: value}] of Object.entries(vaeFaces.params))
    expect(params[name], name).toBe(value);
  expect([...arrays.asked!.data]).toEqual([0, 2, firstFaceView.strength]);
});
