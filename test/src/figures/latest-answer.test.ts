import {expect, it} from "vitest";
import {latestAnswer} from "../../../src/figures/latest-answer.js";

/** Questions wait until the test answers them. */
function held() {
  const open: {question: number; answer(text: string): void; fail(error: unknown): void}[] = [];
  const done: [number, string][] = [];
  const ask = latestAnswer<number, string>(
    (question) =>
      new Promise((answer, fail) => {
        open.push({question, answer, fail});
      }),
    (question, answer) => done.push([question, answer instanceof Error ? answer.message : answer]),
  );
  return {ask, open, done};
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it("asks one at a time and keeps only the newest of the others", async () => {
  const {ask, open, done} = held();
  for (const question of [1, 2, 3, 4]) ask(question);
  expect(open.map(({question}) => question)).toEqual([1]);
  open[0]!.answer("one");
  await settle();
  expect(open.map(({question}) => question)).toEqual([1, 4]);
  open[1]!.answer("four");
  await settle();
  expect(done).toEqual([
    [1, "one"],
    [4, "four"],
  ]);
  expect(open.length).toBe(2);
});

it("hands an error on and goes on asking", async () => {
  const {ask, open, done} = held();
  ask(1);
  open[0]!.fail(new Error("no model yet"));
  await settle();
  ask(2);
  open[1]!.answer("two");
  await settle();
  expect(done).toEqual([
    [1, "no model yet"],
    [2, "two"],
  ]);
});
