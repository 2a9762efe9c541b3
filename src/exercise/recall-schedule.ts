/**
 * When a recall question comes back: after equal intervals.
 *
 * Karpicke and Bauernschmidt, 2011, "Spaced retrieval: absolute spacing enhances learning regardless of relative spacing"
 * (J. Exp. Psychol.: Learning, Memory, and Cognition 37(5), 1250-1257): how far apart the repetitions are matters much,
 * whether the gaps grow, shrink or stay equal does not. So the gaps stay equal.
 */
import type {RecallAnswers} from "../storage/recall-answers.js";

const msPerDay = 86_400_000;
export const intervalDays = 3;
/** Right answers in a row, each when it was due, after which a question does not come back. */
export const rightToKnow = 4;

export interface Standing {
  /** Right answers in a row. */
  readonly streak: number;
  /** Whether it has been answered often enough. */
  readonly isKnown: boolean;
  /** From when on it is to be answered again, ms since 1970; `undefined` when it is known or was never answered. */
  readonly dueMs?: number;
}

/** How a question stands after these answers. A right answer before its time changes nothing; a wrong one begins anew. */
export function standing(answers: RecallAnswers): Standing {
  let streak = 0;
  let dueMs = Number.NEGATIVE_INFINITY;
  for (const {at, right} of answers) {
    const atMs = Date.parse(at);
    if (right && atMs < dueMs) continue;
    streak = right ? streak + 1 : 0;
    dueMs = atMs + intervalDays * msPerDay;
  }
  const isKnown = streak >= rightToKnow;
  return {streak, isKnown, ...(answers.length > 0 && !isKnown && {dueMs})};
}

/** Whether the question is to be answered again now. One that was never answered waits for its chapter. */
export function isDue(answers: RecallAnswers, nowMs: number): boolean {
  const {dueMs} = standing(answers);
  return dueMs !== undefined && dueMs <= nowMs;
}
