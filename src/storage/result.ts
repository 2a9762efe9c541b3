import type {JudgedState, Verdict} from "../lib/grading/verdict.js";

/** How an exercise went so far: the best verdict, and what it took. Dates are ISO dates. */
export interface Result {
  readonly state: JudgedState;
  readonly points: number;
  readonly maxPoints: number;
  readonly attempts: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** When it was first correct. */
  readonly solvedAt?: string;
  /** When the solution was first shown. */
  readonly solutionSeenAt?: string;
}

/** The result after one more attempt. */
export function withVerdict(old: Result | undefined, verdict: Verdict, at: string): Result {
  const {state, points, maxPoints} = verdict;
  const isBest = !old || points > old.points || (points === old.points && state === "correct");
  const best = isBest ? {state, points, maxPoints} : pickBest(old);
  const solvedAt = old?.solvedAt ?? (state === "correct" ? at : undefined);
  return {
    ...best,
    attempts: (old?.attempts ?? 0) + 1,
    firstAt: old?.firstAt ?? at,
    lastAt: at,
    ...(solvedAt && {solvedAt}),
    ...(old?.solutionSeenAt && {solutionSeenAt: old.solutionSeenAt}),
  };
}

/** The result once the solution was shown. It is only shown after an attempt. */
export function withSolutionSeen(old: Result, at: string): Result {
  return {...old, solutionSeenAt: old.solutionSeenAt ?? at};
}

/** Whether it was solved before its solution was shown. */
export function isOwnWork({solvedAt, solutionSeenAt}: Result): boolean {
  if (solvedAt === undefined) return false;
  return solutionSeenAt === undefined || Date.parse(solvedAt) <= Date.parse(solutionSeenAt);
}

/** Two records of the same exercise. */
export function mergeResults(a: Result | undefined, b: Result): Result {
  if (!a) return b;
  const solvedAt = earlier(a.solvedAt, b.solvedAt);
  const solutionSeenAt = earlier(a.solutionSeenAt, b.solutionSeenAt);
  return {
    ...pickBest(b.points > a.points ? b : a),
    attempts: Math.max(a.attempts, b.attempts),
    firstAt: earlier(a.firstAt, b.firstAt)!,
    lastAt: earlier(a.lastAt, b.lastAt) === a.lastAt ? b.lastAt : a.lastAt,
    ...(solvedAt && {solvedAt}),
    ...(solutionSeenAt && {solutionSeenAt}),
  };
}

function pickBest({state, points, maxPoints}: Result) {
  return {state, points, maxPoints};
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}
