/** The place where learner code runs, as the grader needs it: a worker in the page, a process in Node. */

/** How a request to learner code ended. Nothing in it is trusted but `ended`, which the host says itself. */
export type Reply =
  | {readonly kind: "value"; readonly value: unknown}
  /** The code threw; `text` begins with the error and may go on with its stack. */
  | {readonly kind: "thrown"; readonly text: string}
  /** The value cannot cross, and why. */
  | {readonly kind: "refused"; readonly text: string}
  /** The code's syntax is wrong; `text` says how. */
  | {readonly kind: "unreadable"; readonly text: string}
  /** There is no function of this name. */
  | {readonly kind: "missing"}
  | {readonly kind: "ended"; readonly why: Ending};

/**
 * Why learner code was stopped for good. `turns`: it took more than it may. `time`: it took few, and did not come back. `promise`: it waits
 * for one that nothing can settle. `depth`: something was nested deeper than the engine below can follow.
 */
export const endings = ["turns", "time", "promise", "memory", "depth", "crash"] as const;
export type Ending = (typeof endings)[number];

/** The most characters that learner code's place may say at once. More is a crash. */
export const messageLimit = 2 ** 22;

/** For all requests together; for each by itself with `isForEach`. */
export interface Limits {
  /**
   * Calls of functions, and jumps, such as from the end of a loop's body to its beginning. They are the same on every machine, so that
   * the verdict is; the engine tells of every 10,000.
   */
  readonly turns: number;
  /** From the first request on. For what takes few turns and does not come back: a built-in function, or the compiler. */
  readonly timeLimitMs: number;
  readonly isForEach?: boolean;
}

/** What usual code takes here, between two and seven thousand: so a time can be said in turns. */
const turnsPerMs = 4000;
/** A right answer takes a fiftieth of its time; a slow or busy machine may take so many times as long. */
const patience = 3;

/** The limits of code that is to be done within a time on a usual machine. */
export function limitsOf(timeMs: number): Limits {
  return {turns: timeMs * turnsPerMs, timeLimitMs: timeMs * patience};
}

/** What the engine is told of the limits, before anything else. */
export type TurnLimit = Pick<Limits, "turns" | "isForEach">;

/** Learner code in a place of its own. After `ended`, every reply is `ended`. */
export interface Session {
  readonly limits: Limits;
  /** The names of the functions that the code exports. */
  load(): Promise<Reply>;
  /** Makes the code's chance begin anew. */
  seed(seed: number): Promise<Reply>;
  call(name: string, args: readonly unknown[]): Promise<Reply>;
  /** The values of a call with each of `lists`, in a list. The code and its chance begin anew before the first of them. */
  calls(name: string, lists: readonly (readonly unknown[])[], seed: number): Promise<Reply>;
  /** Everything printed since it was last asked. */
  takeConsole(): string;
  close(): void;
}

export interface Sandbox {
  /** `code` is the learner's TypeScript. It is read and run when the session is asked to load. */
  start(code: string, limits: Limits): Promise<Session>;
}

/** A pair of text pipes to the candidate program, and a way to end it at once. */
export interface Channel {
  send(text: string): void;
  /** Called before anything is sent. */
  listen(onText: (text: string) => void, onEnd: (why: Ending) => void): void;
  kill(): void;
  /** The code is done and waits for nothing. */
  close(): void;
}
