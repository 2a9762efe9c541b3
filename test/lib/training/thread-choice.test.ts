import {describe, expect, test} from "vitest";
import {ThreadChoice} from "../../../lib/training/thread-choice.js";

/** `size` threads, of which `ready` can work, and how they were limited. */
function threads(size: number, ready = size) {
  return {
    ...{size, ready, limit: size, isStopped: false},
    stop() {
      this.isStopped = true;
      this.size = 0;
    },
  };
}

/** Takes `steps` that take `ms` with so many threads. Returns the numbers of threads that they had. */
function take(
  choice: ThreadChoice,
  pool: ReturnType<typeof threads>,
  steps: number,
  ms: (count: number, step: number) => number,
): number[] {
  return Array.from({length: steps}, (_, step) => {
    choice.beforeStep();
    const count = pool.limit + 1;
    choice.afterStep(ms(count, step));
    return count;
  });
}

describe("the number of threads", () => {
  test("is the one of the fastest steps, when each has had some in turn", () => {
    const pool = threads(3);
    const choice = new ThreadChoice(pool);
    const counts = take(choice, pool, 28, (count) => [0, 12, 7, 5, 9][count]!);
    expect(counts.slice(0, 9)).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1]);
    expect([choice.count, pool.limit, pool.isStopped]).toEqual([3, 2, false]);
    expect(take(choice, pool, 3, () => 99)).toEqual([3, 3, 3]);
  });

  test("is not decided by a few steps in which the machine did something else", () => {
    const pool = threads(1);
    const choice = new ThreadChoice(pool);
    take(choice, pool, 14, (count, step) => (step < 6 && count === 2 ? 500 : 20 / count));
    expect(choice.count).toBe(2);
  });

  test("is one where more are hardly faster; then the others end", () => {
    const pool = threads(1);
    const choice = new ThreadChoice(pool);
    expect(choice.count).toBeUndefined();
    take(choice, pool, 14, (count) => (count === 2 ? 9.6 : 10));
    expect([choice.count, pool.isStopped]).toEqual([1, true]);
  });

  test("does not wait for threads that never come", () => {
    const pool = threads(2, 0);
    const choice = new ThreadChoice(pool);
    take(choice, pool, 200, () => 10);
    expect(choice.count).toBeUndefined();
    take(choice, pool, 1, () => 10);
    expect([choice.count, pool.isStopped]).toEqual([1, true]);
  });

  test.each([
    [1, 1, true],
    [2, 2, false],
    [9, 4, false],
  ])("is %i where somebody asks for it, as far as there are so many", (asked, count, isStopped) => {
    const pool = threads(3);
    const choice = new ThreadChoice(pool, asked);
    take(choice, pool, 5, () => 10);
    expect([choice.count, pool.isStopped]).toEqual([count, isStopped]);
  });

  test("is one when the threads have been given up", () => {
    const pool = threads(3);
    const choice = new ThreadChoice(pool, 4);
    pool.size = 0;
    expect(choice.count).toBe(1);
  });
});
