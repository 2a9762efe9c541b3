import {readFileSync} from "node:fs";
import {describe} from "vitest";
import type {Experiment} from "../../lib/training/experiment.js";
import type {ComputedRun, RunRecord} from "../../src/experiment/run/run-record.js";
import {double} from "../lib/grading/graded.js";
import {
  type Attack,
  attacks,
  deep,
  endless,
  endlessTexts,
  firstLine,
  waysOut,
} from "../tools/exercise/attacks.js";
import {
  anyPage,
  asAnswer,
  gradedInPage,
  slug,
  type WithGrading,
  withGrading,
} from "./grading-page.js";
import {browserTest, expect} from "./harness.js";

const folder = new URL(`../../lessons/02-machine-learning/exercises/${slug}/`, import.meta.url);
const solution = readFileSync(new URL("solution.ts", folder), "utf8");

describe("the grader in the page", () => {
  browserTest(
    "passes the solution, fails the starter, and leaves nothing behind",
    async ({look}) => {
      const page = await withGrading(await look(anyPage));
      expect(await gradedInPage(page, solution)).toMatchObject({state: "correct", points: 8});
      const starter = readFileSync(new URL("starter.ts", folder), "utf8");
      expect(await gradedInPage(page, starter)).toMatchObject({state: "incorrect", points: 0});
      await expect.poll(() => page.workers().length).toBe(0);
      await expect.poll(() => page.frames().length).toBe(1);
    },
  );

  browserTest("gives the same verdict for the same seed as Node does", async ({look}) => {
    const page = await withGrading(await look(anyPage));
    const wrong = solution.replace("/ losses.length", "");
    const {gradeCode} = await import("../../tools/exercise/grade-code.js");
    const {fileURLToPath} = await import("node:url");
    const inNode = await gradeCode(fileURLToPath(folder).replace(/\/$/, ""), wrong, 3);
    expect(await gradedInPage(page, wrong)).toEqual(inNode);
    expect(inNode.state).toBe("partly");
  });

  browserTest("tells of each test as it ends, and stops when told to", async ({look}) => {
    const page = await withGrading(await look(anyPage));
    const outcome = await page.evaluate(
      async ([slug, code]) => {
        const {runTests} = (globalThis as unknown as WithGrading).grading;
        const seen: number[] = [];
        const abort = new AbortController();
        const stopped = runTests(slug, code, {
          seed: 1,
          signal: abort.signal,
          report(results) {
            seen.push(results.length);
            if (results.length === 2) abort.abort(new Error("enough"));
          },
        });
        return {seen, why: await stopped.catch((error: Error) => error.message)};
      },
      [slug, solution] as const,
    );
    expect(outcome).toEqual({seen: [1, 2], why: "enough"});
    await expect.poll(() => page.workers().length).toBe(0);
  });

  browserTest("gives the solution when it is asked for, packed until then", async ({look}) => {
    const page = await withGrading(await look(anyPage));
    const given = await page.evaluate(
      (slug) => (globalThis as unknown as WithGrading).grading.solutionOf(slug),
      slug,
    );
    expect(given.code).toBe(solution);
    expect(given.why).toContain("the right class");
  });

  browserTest("grades a run by what was measured in it", async ({look}) => {
    const page = await withGrading(await look(anyPage));
    const verdict = await page.evaluate(() => {
      const counts = [0, 0, 0, 0, 0, 0, 0, 0, 500, 0];
      const arrays = {coverage: {data: Uint32Array.from(counts), shape: [10]}};
      const run: RunRecord = {
        ...{number: 1, origin: "live", params: {seed: 7, dataset: "digits", learningRate: 0.04}},
        ...{inputs: {}, curves: {}, changes: [], parts: [], step: 200, backend: "wasm"},
        measurements: [100, 200].map((step) => ({
          ...{step, scalars: {coverage: 1, samples: 500}, floors: {}, arrays},
        })),
      };
      const trained = {group: "training"};
      const params: unknown = {seed: trained, dataset: trained, learningRate: trained};
      const experiment = {params} as Experiment;
      const {gradeRun} = (globalThis as unknown as WithGrading).grading;
      // A made-up run, which nothing in the page can pass for a computed one.
      return gradeRun("collapse-and-recover", {experiment, now: run as ComputedRun, earlier: []});
    });
    expect(verdict).toMatchObject({state: "partly", points: 2, maxPoints: 5});
    expect(verdict.tests[0]?.yours).toMatch(/^run 1, step 200: 1 digit, mostly 8/);
    await expect.poll(() => page.workers().length).toBe(0);
  });

  browserTest(
    "runs code where there is neither network nor storage",
    async ({look, expectTrouble}) => {
      expectTrouble(/Content Security Policy|Refused to connect|Connecting to/);
      const page = await withGrading(await look(anyPage));
      const running = gradedInPage(page, asAnswer(double("while (true);")));
      await expect.poll(() => page.frames().length).toBe(2);
      const attempts = await page.frames()[1]!.evaluate(async () => {
        const attempt = (work: () => unknown) =>
          Promise.resolve()
            .then(work)
            .then(
              () => "done",
              (error: Error) => error.name,
            );
        return {
          origin: origin,
          fetch: await attempt(() => fetch("https://example.org/")),
          storage: await attempt(() => localStorage.length),
          database: await attempt(() => indexedDB.open("x")),
          parent: await attempt(() => parent.document.title),
        };
      });
      expect(attempts).toEqual({
        origin: "null",
        fetch: "TypeError",
        storage: "SecurityError",
        database: "SecurityError",
        parent: "SecurityError",
      });
      expect((await running).state).toBe("timed-out");
    },
  );
});

describe("an attack on the grader, in the page", () => {
  const mustFail = async (page: Parameters<typeof gradedInPage>[0], attack: Attack) => {
    const verdict = await gradedInPage(page, asAnswer(attack.code));
    const said = firstLine(verdict);
    const passed = verdict.tests.filter(({status}) => status === "passed").length;
    return {
      what: attack.what,
      points: verdict.points,
      passed,
      said: said.startsWith(attack.said) ? attack.said : said,
    };
  };
  const failing = (attack: Attack) =>
    expect.objectContaining({what: attack.what, points: 0, passed: 0, said: attack.said});

  for (let i = 0; i < attacks.length; i += 10) {
    const some = attacks.slice(i, i + 10);
    browserTest(`fails: ${some.map(({what}) => what).join(", ")}`, async ({look}) => {
      const page = await withGrading(await look(anyPage));
      for (const attack of some) expect(await mustFail(page, attack)).toEqual(failing(attack));
    });
  }

  const [longKey] = endlessTexts.filter(({code}) => code.includes("() => 1}"));
  const ofEachKind = [waysOut[0]!, waysOut[1]!, deep[2]!, longKey!];
  browserTest(`fails: ${ofEachKind.map(({what}) => what).join(", ")}`, async ({look}) => {
    const page = await withGrading(await look(anyPage));
    for (const attack of ofEachKind) expect(await mustFail(page, attack)).toEqual(failing(attack));
    expect(await gradedInPage(page, solution)).toMatchObject({state: "correct"});
  });

  browserTest("is ended when it does not come back", async ({look}) => {
    const page = await withGrading(await look(anyPage));
    const outcomes = await Promise.all(endless.map((attack) => mustFail(page, attack)));
    expect(outcomes).toEqual(endless.map(failing));
    expect(await gradedInPage(page, solution)).toMatchObject({state: "correct"});
  });

  browserTest("is heard no longer than the limit: 10 MB of console output", async ({look}) => {
    const page = await withGrading(await look(anyPage));
    const loud = solution.replace(
      "const powers",
      "for (let i = 0; i < 20; i++) console.log('x'.repeat(5000)); const powers",
    );
    const {state, console} = await gradedInPage(page, loud);
    expect(state).toBe("correct");
    expect(console.length).toBeLessThan(70_000);
    expect(console).toContain("cut here");
  });
});
