import {describe, expect, it} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import type {Measured, RecordedSheets} from "../../../../lib/questions/recorded-sheets.js";
import type {SheetQuestion} from "../../../../lib/questions/sheet-question.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {sheetVerdict, verdictWords} from "../../../../src/experiment/questions/sheet-verdict.js";
import {
  choiceWords,
  runMade,
  settingsWords,
  sheetMade,
  teller,
} from "../../../../src/experiment/questions/sheet-words.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import {vaeDigits} from "../../../../src/experiments/vae-digits/experiment.js";

const experiment = vaeDigits as Experiment;
const defaults = defaultParams(experiment.params);
const measured = (heldOutKl: number): Measured => ({scalars: {heldOutKl, gaps: 3}, floors: {}});
const offered = (beta: number) => ({
  params: {beta, seed: 1},
  step: 300,
  alt: "grey",
  words: (sheet: (name: string) => string, run: (name: string) => string) =>
    `it has ${sheet("heldOutKl")}, you have ${run("heldOutKl")} and ${run("gaps")}.`,
});
const question: SheetQuestion = {
  id: "madeUp",
  experiment: "vae-digits",
  params: {beta: 8},
  step: 300,
  by: "heldOutKl",
  isRatio: false,
  beside: ["gaps"],
  sheets: [0, 8, 1].map(offered),
  because: (run) => `because of ${run("heldOutKl")}.`,
};
const picture = {
  images: {data: new Uint8Array(1), shape: [1, 1, 1, 1]},
  columns: 1,
  isPlane: true,
} as const;
const recorded: RecordedSheets = {
  experiment: "vae-digits",
  question: "madeUp",
  date: "2026-11-25",
  backend: "wasm",
  sheets: [100, 1, 5].map((kl, i) => ({
    ...measured(kl),
    params: {...defaults, ...question.sheets[i]!.params},
    step: 300,
    picture,
  })),
  repeats: [0.9, 1.2, 1].map((kl, i) => ({seed: i + 1, ...measured(kl)})),
  rivals: [4, 2].map((kl, i) => ({seed: i + 1, ...measured(kl)})),
};
const said = (kl: number, chosen: number | undefined) =>
  verdictWords(question, experiment, recorded, measured(kl), chosen);

describe("what a run says of a choice", () => {
  it("names the sheet that it came nearest to, by its measure, and the one of its own settings", () => {
    expect(sheetVerdict(question, experiment, recorded, measured(1.1))).toEqual({
      nearest: 1,
      alike: 1,
    });
    expect(sheetVerdict(question, experiment, recorded, measured(3.2))).toEqual({
      nearest: 2,
      alike: 1,
    });
    expect(sheetVerdict(question, experiment, recorded, measured(80))).toEqual({
      nearest: 0,
      alike: 1,
    });
  });

  it("is, for the nearest one, by how much it is the nearest, and why", () => {
    expect(said(1.1, 1)).toEqual([
      "Your run came nearest to sheet B, the one you chose.",
      "Nearest by KL, held out: 1.10 nats in your run, 1.00 nats on sheet B (0.100 nats away).",
      "Why: because of 1.10 nats.",
      "Chance: 3 recorded runs with your run's settings and other seeds had 0.900 to 1.20 nats. Yours is among them.",
    ]);
  });

  it("is, for another one, what that sheet was, with its numbers and the run's", () => {
    const words = said(1.1, 0);
    expect(words[0]).toBe("Your run came nearest to sheet B. You chose A.");
    expect(words[1]).toContain(
      "on sheet B (0.100 nats away), 100 nats on sheet A (98.9 nats away).",
    );
    expect(words[2]).toBe("Sheet A: it has 100 nats, you have 1.10 nats and 3 of 225.");
    expect(said(1.1, 2)[2]).toBe("Sheet C: it has 5.00 nats, you have 1.10 nats and 3 of 225.");
  });

  it("is said without a choice too, and of a run that came out otherwise than those of its settings", () => {
    expect(said(1.1, undefined)[0]).toBe("Your run came nearest to sheet B. You had chosen none.");
    const other = said(4, 1);
    expect(other).toHaveLength(4);
    expect(other[0]).toBe("Your run came nearest to sheet C. You chose B.");
    expect(other[2]).toMatch(/^Sheet B has your run's own settings and another seed\./);
    expect(other[3]).toMatch(/Yours is above them\.$/);
    expect(said(0.5, 1).at(-1)).toMatch(/Yours is below them\.$/);
  });

  it("says how runs did that the question contrasts these with", () => {
    const contrasted = {...question, against: {beta: 1}};
    expect(verdictWords(contrasted, experiment, recorded, measured(1.1), 1).at(-1)).toMatch(
      /Yours is among them\. With beta 1 instead of yours, 2 had 2\.00 to 4\.00 nats\.$/,
    );
  });

  it("is a factor for a measure that is compared so", () => {
    const words = verdictWords({...question, isRatio: true}, experiment, recorded, measured(2), 1);
    expect(words[1]).toMatch(/on sheet B \(a factor of 2\.00 away\)\.$/);
  });
});

describe("the words around a choice", () => {
  it("say what is to be done next", () => {
    expect(choiceWords("open", undefined, true, 300)).toBe("Choose the sheet that you expect.");
    expect(choiceWords("open", 2, false, 300)).toMatch(
      /^You expect sheet C\. Now set the experiment so/,
    );
    expect(choiceWords("open", 2, true, 300)).toMatch(/^You expect sheet C\. Now press Train/);
    expect(choiceWords("running", 0, true, 1300)).toMatch(/stands: sheet A\. .* at step 1,300\.$/);
    expect(choiceWords("running", undefined, true, 300)).toMatch(/press Reset/);
    expect(choiceWords("recorded", 0, true, 300)).toMatch(/how the sheets were made/);
  });

  it("say how sheets and runs were made", () => {
    expect(sheetMade(experiment, recorded, recorded.sheets[0]!)).toBe(
      "Recorded 2026-11-25: 300 steps, beta 0, seed 1, wasm.",
    );
    expect(sheetMade(experiment, recorded, recorded.sheets[2]!)).toBe(
      "Recorded 2026-11-25: 300 steps, the settings that the experiment starts with, seed 1, wasm.",
    );
    expect(settingsWords(experiment, {network: "convolutional", beta: 2})).toBe(
      "networks convolutional, beta 2",
    );
    const run = {...newRun(experiment, 1, defaults), backend: "wasm" as const};
    expect(runMade(run, 302)).toBe("Your run. Live: 302 steps, seed 7, wasm.");
    expect(teller(experiment, measured(0.5))("gaps")).toBe("3 of 225");
    expect(() => teller(experiment, measured(0.5))("kl")).toThrow(/unknown measure: kl/);
  });
});
