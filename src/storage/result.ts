import type {Score} from "../lib/grading/score.js";
import type {Verdict} from "../lib/grading/verdict.js";

/** How an exercise went so far: the best verdict, and what it took. Dates are ISO dates, and in order whatever the clock does. */
export interface Result extends Score {
  readonly attempts: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** When it was first correct. */
  readonly solvedAt?: string;
  /** When the solution was first shown. */
  readonly solutionSeenAt?: string;
  /** The best verdict stands in an imported file; no test has given it here. */
  readonly claimed?: true;
}

type Best = Score & Pick<Result, "claimed">;

/** The result after one more attempt at an exercise of `maxPoints`. */
export function withVerdict(
  old: Result | undefined,
  {state, points}: Verdict,
  clock: string,
  maxPoints: number,
): Result {
  const at = later(old?.lastAt, clock);
  const own: Best = {state, points, maxPoints};
  const solvedAt = old?.solvedAt ?? (state === "correct" ? at : undefined);
  return {
    ...(old ? better(bestOf(old), own, maxPoints) : own),
    attempts: (old?.attempts ?? 0) + 1,
    firstAt: old?.firstAt ?? at,
    lastAt: at,
    ...(solvedAt && {solvedAt}),
    ...(old?.solutionSeenAt && {solutionSeenAt: old.solutionSeenAt}),
  };
}

/** The result once the solution was shown. It is only shown after an attempt. */
export function withSolutionSeen(old: Result, clock: string): Result {
  return {...old, solutionSeenAt: old.solutionSeenAt ?? later(old.firstAt, clock)};
}

/** Whether it was solved before its solution was shown. */
export function isOwnWork({solvedAt, solutionSeenAt}: Result): boolean {
  if (solvedAt === undefined) return false;
  return solutionSeenAt === undefined || Date.parse(solvedAt) <= Date.parse(solutionSeenAt);
}

/** Two records of the same exercise, `theirs` from a file: its score is a claim. */
export function mergeResults(ours: Result | undefined, theirs: Result): Result {
  const claim: Result = {...theirs, claimed: true};
  if (!ours) return claim;
  const solvedAt = earlier(ours.solvedAt, theirs.solvedAt);
  const solutionSeenAt = earlier(ours.solutionSeenAt, theirs.solutionSeenAt);
  return {
    ...better(bestOf(claim), bestOf(ours), theirs.maxPoints),
    attempts: Math.max(ours.attempts, theirs.attempts),
    firstAt: earlier(ours.firstAt, theirs.firstAt)!,
    lastAt: later(ours.lastAt, theirs.lastAt),
    ...(solvedAt && {solvedAt}),
    ...(solutionSeenAt && {solutionSeenAt}),
  };
}

/**
 * The score that counts for an exercise of `maxPoints`. One out of another number is of another exercise, whatever it says, and gives
 * way. Of two that are as good a claim does: so none outlives the reader's own proof.
 */
function better(other: Best, own: Best, maxPoints: number): Best {
  if (other.maxPoints !== maxPoints) return own;
  if (own.maxPoints !== maxPoints) return other;
  if (own.points !== other.points) return own.points > other.points ? own : other;
  return own.state === "correct" || other.claimed ? own : other;
}

function bestOf({state, points, maxPoints, claimed}: Result): Best {
  return {state, points, maxPoints, ...(claimed && {claimed})};
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && Date.parse(a) > Date.parse(b) ? a : b;
}
