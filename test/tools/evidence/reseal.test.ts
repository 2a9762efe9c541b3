import {expect, test} from "vitest";
import {allClaims} from "../../../tools/evidence/claims.js";
import {type Evidence, readEvidence, sealed} from "../../../tools/evidence/evidence-file.js";
import {resealed} from "../../../tools/evidence/reseal.js";

const clinic = (await allClaims()).find(({name}) => name === "gan-clinic.healthy")!;
const {seal: _, ...kept} = readEvidence(clinic.name)!;
const moved: Evidence = {...kept, source: "0123456789abcdef"};
const why = (reason: string) =>
  `The evidence for gan-clinic.healthy does not stand. ${reason} Measure it again: npm run evidence gan-clinic.healthy`;

test("evidence whose runs all begin as they did is kept, to the byte, under today's sources, words and names", async () => {
  const renamed = {...moved, says: "All are well.", rule: "five", tells: {byAnOldName: 0.5}};
  expect(await resealed(clinic, sealed(renamed))).toEqual(kept);
});

test.each([
  [
    "the first steps of its last run",
    {steps: "0123456789abcdef"},
    "The first steps of its run seed 5, ill came out differently.",
  ],
  ["params", {start: "0123456789abcdef"}, "The params or the data of its run seed 5, ill changed."],
  ["a seed", {seed: 99}, "Its seeds or runs changed."],
])("evidence with another one of %s is refused", async (_, change, reason) => {
  const runs = [...moved.runs.slice(0, -1), {...moved.runs.at(-1)!, ...change}];
  await expect(resealed(clinic, sealed({...moved, runs}))).rejects.toThrow(why(reason));
});

test("so are numbers that were written in by hand, and those that no longer keep to the rule", async () => {
  const byHand = {...sealed(kept), says: "All are well."};
  await expect(resealed(clinic, byHand)).rejects.toThrow(why("Its file was changed by hand."));
  const broken = {...clinic, claim: {...clinic.claim, holds: () => false}} as typeof clinic;
  await expect(resealed(broken, sealed(moved))).rejects.toThrow("Its rule is broken");
});
