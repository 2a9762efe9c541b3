import {basename} from "node:path";
import {pathToFileURL} from "node:url";
import {describe, expect, it} from "vitest";
import type {Sandbox, Session} from "../../lib/grading/sandbox.js";
import {answerText, type Mutant} from "../../lib/grading/wrong-answer.js";
import {exerciseFolders, readExercise, readText} from "../../tools/exercise/folders.js";
import {trustedSandbox} from "../lib/grading/trusted-sandbox.js";
import {falseAlarms, readGraded, trustedVerdict, wordsOf} from "../lib/grading/trusted-verdict.js";

const seeds = Array.from({length: 8}, (_, i) => 1000003 * i + 17);
const folders = exerciseFolders().filter((folder) => readExercise(folder).kind === "code");
const exercises = await Promise.all(
  folders.map(async (folder) => {
    const {mutants} = await import(pathToFileURL(`${folder}/mutants.ts`).href);
    return {
      slug: basename(folder),
      graded: await readGraded(folder),
      solution: readText(folder, "solution.ts"),
      mutants: mutants as readonly Mutant[],
    };
  }),
);

describe.each(exercises)("$slug", ({graded, solution, mutants}) => {
  it("has twenty mutants that are wrong, and says why the others are right", () => {
    expect(mutants.filter(({isRight}) => isRight === undefined).length).toBeGreaterThanOrEqual(20);
    expect(mutants.every(({isRight = "wrong"}) => isRight.trim() !== "")).toBe(true);
    expect(new Set(mutants.map(({name}) => name)).size).toBe(mutants.length);
  });

  it.each(mutants.map((mutant, i) => [mutant.name, mutant, seeds[i % 8]!] as const))(
    "gives what it earns to the answer: %s",
    async (_, mutant, seed) => {
      const verdict = await trustedVerdict(graded, answerText(solution, mutant), seed);
      expect(verdict.problem).toBeUndefined();
      expect(falseAlarms(verdict)).toEqual([]);
      if (mutant.isRight === undefined) expect(verdict.state, `seed ${seed}`).not.toBe("correct");
      else expect(wordsOf(verdict).trim(), `seed ${seed}`).toBe("");
    },
  );

  it.each([Float32Array, Float64Array])("takes a %o for a list of numbers", async (type) => {
    for (const seed of seeds.slice(0, 3)) {
      const verdict = await trustedVerdict(graded, solution, seed, returning(type));
      expect(wordsOf(verdict).trim(), `seed ${seed}`).toBe("");
      expect(verdict.state).toBe("correct");
    }
  });
});

type Typed = Float32ArrayConstructor | Float64ArrayConstructor;

/** A place in which every list of numbers that is returned is a typed array. */
function returning(type: Typed): Sandbox {
  return {
    async start(script, limits) {
      const session = await trustedSandbox.start(script, limits);
      return {...session, call: (name, args) => typedReply(session, type, name, args)};
    },
  };
}

async function typedReply(session: Session, type: Typed, name: string, args: readonly unknown[]) {
  const reply = await session.call(name, args);
  return reply.kind === "value" ? {...reply, value: typed(reply.value, type)} : reply;
}

function typed(value: unknown, type: Typed): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typed(each, type)]));
  const isNumbers = value.every((each) => typeof each === "number");
  return isNumbers ? type.from(value as number[]) : value.map((each) => typed(each, type));
}
