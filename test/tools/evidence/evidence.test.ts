import {existsSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {defaultParams} from "../../../lib/params.js";
import type {Claim} from "../../../lib/training/claim.js";
import {train} from "../../../lib/training/train.js";
import {experiments, findExperiment} from "../../../src/experiments/index.js";
import {commit, shuffledBy} from "../../../tools/evidence/chosen.js";
import {allClaims, isRecorded, type NamedClaim} from "../../../tools/evidence/claims.js";
import {doubtOf, stepsDoubt, wholeDoubt} from "../../../tools/evidence/doubts.js";
import {
  type Evidence,
  evidenceNames,
  type MeasuredRun,
  readEvidence,
  sealed,
} from "../../../tools/evidence/evidence-file.js";
import {measure, plannedRuns, recordingOf} from "../../../tools/evidence/measure.js";
import {startRun} from "../../../tools/runs/start-run.js";

/** Processor seconds for runs that are made again: their first steps, and from end to end. */
const budgets = {begun: 15, whole: 4} as const;

const claims = await allClaims();
const recordedIds = Object.keys(experiments).filter((id) =>
  existsSync(new URL(`../../../data/recorded/${id}.bin.gz`, import.meta.url)),
);
const aboutRuns = claims.filter((each) => !isRecorded(each)) as NamedClaim<Claim>[];
const byChance = <T>(items: readonly T[], name: (item: T) => string) =>
  shuffledBy(commit(), items, name);
const keptOf = ({name}: NamedClaim) => readEvidence(name)!;

describe("what is kept", () => {
  test("is evidence of what is claimed, and of nothing else", () => {
    expect(evidenceNames().sort()).toEqual(claims.map(({name}) => name).sort());
  });

  test.each(claims)("$name stands", async (each) => {
    expect(await doubtOf(each, keptOf(each))).toBeUndefined();
  });

  // A kernel whose bits move is met by nearly every run; what else a run is made of, the digest of its sources has.
  test("runs of some claims, others with every commit, begin as they did", async () => {
    const places = (each: NamedClaim<Claim>) => plannedRuns(each.claim).map((_, place) => place);
    await withinBudget(
      budgets.begun,
      byChance(aboutRuns, ({name}) => name),
      async (each) => {
        const [place] = byChance(places(each), String);
        expect(await stepsDoubt(each, keptOf(each), place!)).toBeUndefined();
      },
    );
  });

  test("some runs, others with every commit, end as they did", async () => {
    const runs = aboutRuns.flatMap((each) =>
      plannedRuns(each.claim).map((_, place) => ({each, place})),
    );
    const chosen = byChance(runs, ({each: {name}, place}) => name + place);
    await withinBudget(budgets.whole, chosen, async ({each, place}) =>
      expect(await wholeDoubt(each, keptOf(each), place)).toBeUndefined(),
    );
  });
});

/** Takes one after the other until so many processor seconds are spent; the last one may take as long again. */
async function withinBudget<T>(
  seconds: number,
  items: readonly T[],
  look: (item: T) => Promise<void>,
): Promise<void> {
  const before = process.cpuUsage();
  for (const item of items) {
    await look(item);
    if (process.cpuUsage(before).user >= 1e6 * seconds) return;
  }
}

describe.each(recordedIds)("the recorded run of %s", (id) => {
  const {params, curves} = recordingOf(id);

  test("has the settings that the experiment starts with", () => {
    expect(defaultParams(findExperiment(id).params)).toMatchObject(params);
  });

  test("begins as it would today", async () => {
    const {setup, run} = await startRun(id, params);
    for await (const {step, scalars} of train(run, {steps: 3}))
      for (const [name, value] of Object.entries(scalars))
        expect(
          curves[name]![step - 1],
          `${name}. Record it again: npx tsx data/record-run.ts ${id}`,
        ).toBe(Math.fround(value));
    setup.dispose();
  });
});

describe("what speaks against evidence", () => {
  const clinic = aboutRuns.find(({name}) => name === "gan-clinic.healthy")!;
  const {seal: _, ...kept} = keptOf(clinic);
  const [first, ...others] = kept.runs;
  const again = (why: string) =>
    `The evidence for gan-clinic.healthy does not stand. ${why} Measure it again: npm run evidence gan-clinic.healthy`;
  const withFirst = (change: Partial<MeasuredRun>): Evidence => ({
    ...kept,
    runs: [{...first!, ...change}, ...others],
  });
  const edited = withFirst({found: {...first!.found, divergence: 0.5}});

  test("is that there is none", async () => {
    expect(await doubtOf(clinic, undefined)).toBe(
      "gan-clinic.healthy has no evidence. Measure it: npm run evidence gan-clinic.healthy",
    );
  });

  test("is a number that was written in by hand", async () => {
    expect(await doubtOf(clinic, {...keptOf(clinic), ...edited})).toBe(
      again("Its file was changed by hand."),
    );
    const told = {...kept, tells: {...kept.tells, "ill.divergence": 0.5}};
    expect(await doubtOf(clinic, sealed(told))).toBe(again("What it tells changed."));
    expect(await wholeDoubt(clinic, sealed(edited), 0)).toBe(
      again("Its run seed 1, ill came out differently, made anew from end to end."),
    );
  });

  test("are other sources, params, files, seeds and first steps", async () => {
    const source = sealed({...kept, source: "0123456789abcdef"});
    expect(await doubtOf(clinic, source)).toBe(again("Its sources changed."));
    const start = sealed(withFirst({start: "0123456789abcdef"}));
    expect(await doubtOf(clinic, start)).toBe(
      again("The params or the data of its run seed 1, ill changed."),
    );
    const reading = {...clinic, claim: {...clinic.claim, files: ["judged-digits"]}};
    expect(await doubtOf(reading, sealed(kept))).toBe(
      again("The params or the data of its run seed 1, ill changed."),
    );
    expect(await doubtOf(clinic, sealed({...kept, runs: others}))).toBe(
      again("Its seeds or runs changed."),
    );
    const steps = sealed(withFirst({steps: "0123456789abcdef"}));
    expect(await stepsDoubt(clinic, steps, 0)).toBe(
      again("The first steps of its run seed 1, ill came out differently."),
    );
    expect(await stepsDoubt(clinic, steps, 1)).toBeUndefined();
  });

  test("is a rule that the numbers break, and another rule", async () => {
    const broken = {...clinic, claim: {...clinic.claim, holds: () => false}};
    expect(await doubtOf(broken, sealed(kept))).toBe(
      again("Its rule is broken: all five are healthy."),
    );
    const reworded = {...clinic, claim: {...clinic.claim, rule: "all are healthy"}};
    expect(await doubtOf(reworded, sealed(kept))).toBe(again("What it says changed."));
  });

  test("is another recording", async () => {
    const recorded = claims.find(({name}) => name === "autoencoder.recorded")!;
    const {seal, ...read} = keptOf(recorded);
    expect(await doubtOf(recorded, sealed({...read, source: "0123456789abcdef"}))).toContain(
      "Its recording, or what it tells of it, changed. Measure it again: npm run evidence autoencoder.recorded",
    );
  });
});

test("a run ends in the same numbers when it is measured twice", async () => {
  const clinic = aboutRuns.find(({name}) => name === "gan-clinic.healthy")!;
  const one = {...clinic, claim: {...clinic.claim, seeds: [2]}};
  const {runs} = await measure(one);
  expect(runs).toEqual(keptOf(clinic).runs.filter(({seed}) => seed === 2));
});

test("the commit decides, and another one otherwise", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  expect(shuffledBy("one", names, String)).toEqual(shuffledBy("one", names, String));
  expect(shuffledBy("one", names, String)).not.toEqual(shuffledBy("two", names, String));
  expect(shuffledBy("two", names, String).sort()).toEqual(names);
});
