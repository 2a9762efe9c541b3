/**
 * The reader's function as a model calls it: in the sandbox, with numbers that cross as text. Each call begins the code anew, so that a run
 * that is taken up at a checkpoint goes on as it would have.
 */
import type {Driver} from "../driver.js";
import {endingInWords, refusal} from "../grading/reply-words.js";
import {limitsOf, type Reply, type Sandbox, type Session} from "../grading/sandbox.js";
import {DrivenFault} from "./driven-fault.js";

export type Arguments = readonly unknown[];

export interface ReaderFunction {
  /** The part whose place it takes. */
  readonly part: string;
  /** The values it returns for each of `lists`. Rejects with a `DrivenFault`. */
  call(lists: readonly Arguments[]): Promise<readonly unknown[]>;
  close(): void;
}

/** For whatever a step asks of the function at once. */
const limits = {...limitsOf(10_000), isForEach: true};
/** Of the numbers that cross at once, well below what a message may hold. */
const mostNumbers = 40_000;
/** Of the function's own chance, in every call. */
const seed = 1;

/** Loads the code of `driver`. Rejects with a `DrivenFault` where it has no such function. */
export async function readerFunction(
  sandbox: Sandbox,
  {part, code}: Driver,
): Promise<ReaderFunction> {
  const session = await sandbox.start(code, limits);
  const loaded = await session.load();
  const names = loaded.kind === "value" && Array.isArray(loaded.value) ? loaded.value : [];
  if (!names.includes(part)) {
    session.close();
    throw loaded.kind === "value" ? missing(part) : faultOf(part, loaded);
  }
  return {
    part,
    async call(lists) {
      const values: unknown[] = [];
      for (const some of chunks(lists)) values.push(...(await valuesOf(session, part, some)));
      return values;
    },
    close: () => session.close(),
  };
}

async function valuesOf(
  session: Session,
  part: string,
  lists: readonly Arguments[],
): Promise<readonly unknown[]> {
  const reply = await session.calls(part, lists, seed);
  if (reply.kind !== "value") throw faultOf(part, reply);
  // The other end may say anything.
  if (Array.isArray(reply.value) && reply.value.length === lists.length) return reply.value;
  throw new DrivenFault(part, "answered something else than it was asked", "", anew);
}

/** So many calls at once that a message can hold them. */
function* chunks(lists: readonly Arguments[]): Generator<readonly Arguments[]> {
  let from = 0;
  let numbers = 0;
  for (const [i, args] of lists.entries()) {
    const more = countOf(args);
    if (i > from && numbers + more > mostNumbers) {
      yield lists.slice(from, i);
      from = i;
      numbers = 0;
    }
    numbers += more;
  }
  yield lists.slice(from);
}

function countOf(value: unknown): number {
  return Array.isArray(value) ? value.reduce((sum: number, each) => sum + countOf(each), 1) : 1;
}

const anew = "Run the tests of its exercise, and see what it returns there.";

function missing(part: string): DrivenFault {
  const advice = `Export the function: “export function ${part}(…)”.`;
  return new DrivenFault(
    part,
    "is not there: the code exports no function of this name",
    "",
    advice,
  );
}

function faultOf(part: string, reply: Exclude<Reply, {kind: "value"}>): DrivenFault {
  const {yours, advice} =
    reply.kind === "ended"
      ? endingInWords(reply.why, limits)
      : reply.kind === "unreadable"
        ? {yours: `syntax error: ${reply.text}`, advice: anew}
        : refusal(reply);
  return new DrivenFault(part, `gave no value: ${yours}`, "", sentence(advice));
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
