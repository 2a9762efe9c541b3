import {describe, expect, it} from "vitest";
import {intervalDays, isDue, rightToKnow, standing} from "../../../src/exercise/recall-schedule.js";
import {mergeAnswers} from "../../../src/storage/recall-answers.js";

const day = 86_400_000;
const answer = (days: number, right = true) => ({at: new Date(days * day).toISOString(), right});

describe("the schedule of a recall question", () => {
  it("has nothing due before the first answer", () => {
    expect(standing([])).toEqual({streak: 0, isKnown: false});
    expect(isDue([], 1e15)).toBe(false);
  });

  it("brings it back after the same interval each time, right or wrong", () => {
    for (const right of [true, false])
      for (const days of [0, 10]) {
        const answers = [answer(days, right)];
        expect(isDue(answers, (days + intervalDays) * day - 1)).toBe(false);
        expect(isDue(answers, (days + intervalDays) * day)).toBe(true);
      }
    const second = [answer(0), answer(5)];
    expect(standing(second).dueMs).toBe((5 + intervalDays) * day);
  });

  it("does not count a right answer before its time, nor put the time off", () => {
    expect(standing([answer(0), answer(1), answer(2)])).toEqual(standing([answer(0)]));
  });

  it("begins anew after a wrong answer, also before its time", () => {
    const answers = [answer(0), answer(3), answer(4, false)];
    expect(standing(answers)).toEqual({streak: 0, isKnown: false, dueMs: 7 * day});
  });

  it("lets it rest after enough right answers in a row", () => {
    const times = Array.from({length: rightToKnow}, (_, i) => answer(i * intervalDays));
    expect(standing(times.slice(1)).isKnown).toBe(false);
    expect(standing(times)).toEqual({streak: rightToKnow, isKnown: true});
    expect(isDue(times, 1e15)).toBe(false);
    expect(isDue([...times, answer(99, false)], 1e15)).toBe(true);
  });
});

it("answers of two records are put together, each once, by time", () => {
  const [a, b, c] = [answer(1), answer(2, false), answer(3)];
  expect(mergeAnswers([a, c], [b, c])).toEqual([a, b, c]);
});
