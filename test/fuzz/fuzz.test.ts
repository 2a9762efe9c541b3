import {describe, expect, it} from "vitest";
import {Random} from "../../lib/random.js";
import {fuzz} from "./fuzz.js";
import {targets} from "./index.js";
import {mutateJson} from "./mutate-json.js";
import type {Target} from "./target.js";

/** How many mutations are tried of each target; `npm run bench -- fuzz` tries them for minutes. */
const counts: Readonly<Record<string, number>> = {submissions: 12, "stored entries": 80};
const usualCount = 150;

/** Of the processor, so that another program's work is no pause. */
function processorMs(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

describe("texts from anywhere do no harm", () => {
  it.each(targets.map((target) => [target.name, target] as const))("%s", async (name, target) => {
    const count = counts[name] ?? usualCount;
    const {cases, findings} = await fuzz(target, {
      random: new Random(3),
      clock: processorMs,
      continues: (cases) => cases < count,
      runsSeeds: false,
    });
    expect(findings.map(({wrong, reduced}) => [wrong, reduced.slice(0, 500)])).toEqual([]);
    expect(cases).toBe(count);
  });

  it("nor do those that they are mutations of, which are taken", async () => {
    for (const target of targets.filter(({name}) => name !== "submissions"))
      for (const seed of target.seeds) {
        const outcome = await target.run(seed);
        expect(target.holds(outcome, seed)).toBeUndefined();
        expect(outcome).not.toMatchObject({message: expect.any(String)});
      }
  });
});

/** Reads a list of numbers; `break` is what it does wrong. */
function toy(broken: (text: string) => string | undefined): Target {
  return {
    name: "toy",
    seeds: ['{"numbers": [1, 2, 3], "name": "a"}'],
    mutate: mutateJson,
    run: (text) => ({kind: text.includes("[") ? "with a list" : "without"}),
    holds: (_, text) => broken(text),
  };
}

describe("the fuzzer", () => {
  const options = (count: number, seed = 1) => ({
    random: new Random(seed),
    clock: () => 0,
    continues: (cases: number) => cases < count,
  });

  it("finds what is wrong once, and makes it small", async () => {
    const target = toy((text) => (text.includes("__proto__") ? "a prototype" : undefined));
    const {findings} = await fuzz(target, options(500));
    expect(findings.map(({wrong, reduced}) => [wrong, reduced])).toEqual([
      ["a prototype", "__proto__"],
    ]);
  });

  it("takes what is thrown and what lasts for findings", async () => {
    let ms = 0;
    const target: Target = {
      ...toy(() => undefined),
      run(text) {
        if (!text.includes("name")) throw new TypeError("no name");
        if (!text.includes("numbers")) ms += 3000;
        return {kind: "read"};
      },
    };
    const {findings, longestMs} = await fuzz(target, {...options(300), clock: () => ms});
    expect(findings.map(({wrong}) => wrong).toSorted()).toEqual([
      "a pause of 3000 ms",
      expect.stringMatching(/^threw TypeError: no name/),
    ]);
    expect(longestMs).toBe(3000);
  });

  it("tries the same texts with the same seed, and others with another", async () => {
    const tried = async (seed: number) => {
      const texts: string[] = [];
      const tell = (_: number, text: string) => texts.push(text);
      await fuzz(
        toy(() => undefined),
        {...options(50, seed), tell},
      );
      return texts;
    };
    const [once, again, other] = [await tried(1), await tried(1), await tried(2)];
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
    expect(new Set(once).size).toBeGreaterThan(40);
  });
});
