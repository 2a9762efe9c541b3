import {expect, it} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {type ClaimRun, claim} from "../../../lib/training/claim.js";
import type {pictureTokens} from "../../../src/experiments/picture-tokens/experiment.js";
import {findingsOf} from "../../../tools/evidence/measure.js";

const small = {channels: 4, width: 16, batchSize: 8, entries: 16, codeSteps: 10, seed: 1};

it("draws with other sampling params, one after the other, and goes back to the first", async () => {
  const drawn = claim({
    says: "",
    seeds: [1],
    runs: {one: {}},
    async measure(run: ClaimRun<typeof pictureTokens>) {
      const tokens = async () => (await run.snapshot()).tokens.data.join(" ");
      const turns = async () => Math.max(...(await run.snapshot()).turns.data);
      const first = await tokens();
      run.sample({hand: 2});
      const other = await tokens();
      run.sample({order: "missing", rounds: 3});
      const rounds = await turns();
      run.sample({order: "next", rounds: 8});
      const again = await tokens();
      run.sample({hand: 1});
      return {first, other, rounds, again, back: await tokens()};
    },
    rule: "",
    holds: () => true,
  });
  const planned = {seed: 1, run: "one", params: small};
  const {first, other, rounds, again, back} = await findingsOf("picture-tokens", drawn, planned);
  expect(other).not.toBe(first);
  expect(rounds).toBe(3);
  expect(again).toBe(other);
  expect(back).toBe(first);
});

it("has the files that the claim names, and no others", async () => {
  const reading = (...files: string[]) =>
    claim({
      says: "",
      seeds: [1],
      runs: {one: {}},
      files,
      measure: async ({files}: ClaimRun<typeof pictureTokens>) => ({
        read: Object.entries(files)
          .map(([name, {length}]) => `${name} ${length}`)
          .join(),
      }),
      rule: "",
      holds: () => true,
    });
  const planned = {seed: 1, run: "one", params: small};
  const {length} = dataFile("judged-digits");
  expect(await findingsOf("picture-tokens", reading(), planned)).toEqual({read: ""});
  expect(await findingsOf("picture-tokens", reading("judged-digits"), planned)).toEqual({
    read: `judged-digits ${length}`,
  });
});
