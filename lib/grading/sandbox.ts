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

/** Why learner code was stopped for good. `depth`: something was nested deeper than the engine below can follow. */
export type Ending = "time" | "memory" | "depth" | "crash";

/** The most characters that learner code's place may say at once. More is a crash. */
export const messageLimit = 2 ** 22;

export interface Limits {
  /** For all calls together, from the first on; for each by itself with `isForEach`. */
  readonly timeLimitMs: number;
  readonly isForEach?: boolean;
}

/** Learner code in a place of its own. After `ended`, every reply is `ended`. */
export interface Session {
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
