import {describe, expect, it} from "vitest";
import {parseExercise} from "../../../lib/grading/exercise.js";

const described = {
  slug: "double",
  chapter: "02-machine-learning",
  kind: "code",
  title: "Twice",
  functions: ["double"],
  tasks: [{id: "value", title: "The value", points: 2}],
  hints: ["Add it to itself."],
  timeLimitMs: 2000,
  backend: "none",
};

describe("an exercise's description", () => {
  it("is read whole", () => {
    expect(parseExercise(described)).toEqual({...described, form: "write"});
    expect(parseExercise({...described, form: "reorder"})).toMatchObject({form: "reorder"});
    const {functions: _, ...rest} = described;
    const run = {...rest, kind: "experiment", experiment: "gan-digits", backend: "wasm"};
    expect(parseExercise(run)).toEqual(run);
    const driving = {...described, drives: {experiment: "toy", part: "double"}};
    expect(parseExercise(driving)).toEqual({...driving, form: "write"});
  });

  const wrong: [change: object | null, problem: string][] = [
    [null, "invalid exercise: null (an object)"],
    [{kind: "quiz"}, 'invalid kind: "quiz" (one of code, experiment)'],
    [{form: "draw"}, 'invalid form: "draw" (one of write, reorder, bug-hunt, network)'],
    [{slug: "Double It"}, 'invalid slug: "Double It" (a text like'],
    [{chapter: "machine"}, 'invalid chapter: "machine" (a folder of lessons)'],
    [{title: " "}, 'invalid title: " " (a text)'],
    [{functions: []}, "invalid functions: [] (a list, not empty)"],
    [{functions: ["a b"]}, 'invalid functions[0]: "a b"'],
    [{experiment: "gan-digits"}, "unknown field of exercise: experiment (one of slug,"],
    [{tasks: [{id: "a", title: "A", points: 0}]}, "invalid task.points: 0 (a whole number from 1"],
    [{tasks: [described.tasks[0], described.tasks[0]]}, 'invalid tasks: "value" (each id once)'],
    [{hints: undefined}, "invalid hints: undefined (a list, not empty)"],
    [{timeLimitMs: 5}, "invalid timeLimitMs: 5 (a whole number from 100 to 600000)"],
    [{drives: "toy"}, 'invalid drives: "toy" (an object)'],
    [
      {drives: {experiment: "toy", part: "triple"}},
      'invalid drives.part: "triple" (one of double)',
    ],
    [{drives: {experiment: "Toy", part: "double"}}, 'invalid drives.experiment: "Toy" (a text'],
    [{backend: "webgpu"}, 'invalid backend: "webgpu" (one of none, wasm)'],
  ];
  it.each(wrong)("says what is wrong with %j", (change, problem) => {
    const json = change && {...described, ...change};
    expect(() => parseExercise(json)).toThrow(problem);
  });
});
