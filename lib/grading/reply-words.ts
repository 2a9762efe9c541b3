/** Words for a reader whose function was called and brought no value. */
import {memoryLimitMb} from "./quickjs.js";
import type {Ending, Limits, Reply} from "./sandbox.js";

interface Words {
  readonly yours: string;
  readonly advice: string;
}

const hungry = `look for a list that grows without end: all of it may take ${memoryLimitMb} MB.`;

/** The words for a reply without a value. */
export function refusal(reply: Exclude<Reply, {kind: "value"} | {kind: "ended"}>): Words {
  if (reply.kind === "missing")
    return {yours: "the function is gone", advice: "export the function once, and leave it there."};
  if (reply.kind === "thrown")
    return {
      yours: ownLines(reply.text),
      advice: /^\w+: out of memory/.test(reply.text)
        ? hungry
        : "read the first line; it says what was wrong, and where.",
    };
  return {yours: reply.text, advice: "return plain numbers, lists and objects of them."};
}

/** The words of a function that a reorder exercise gives, which says what happened when a line comes too early. No input matters. */
export function complaintOf(reply: Reply): (Words & {readonly input: string}) | undefined {
  const said = reply.kind === "thrown" ? /^Error: (.*)/.exec(reply.text)?.[1] : undefined;
  if (said === undefined) return undefined;
  return {yours: said, advice: "whatever a line needs must be made above it.", input: ""};
}

/** Whether the code was stopped because it did not come to an end by itself. */
export function isTimedOut(why: Ending): boolean {
  return why === "turns" || why === "time" || why === "promise";
}

/** The words for code that was stopped. */
export function endingInWords(why: Ending, {turns, timeLimitMs}: Limits): Words {
  if (why === "turns")
    return {
      yours: `stopped: not done after ${turns / 1e6} million turns`,
      advice: "look for a loop that does not end: each pass and each call of a function is a turn.",
    };
  if (why === "time")
    return {
      yours: `stopped: not done after ${timeLimitMs / 1000} s`,
      advice: "look for something huge that one line asks for.",
    };
  if (why === "promise")
    return {
      yours: "stopped: it waits for a promise that nobody settles",
      advice: "see that each promise is resolved or rejected, whatever happens.",
    };
  if (why === "memory") return {yours: "stopped: out of memory", advice: hungry};
  if (why === "depth")
    return {
      yours: "stopped: nested too deeply",
      advice: "look for a function that calls itself, or a list within a list, without end.",
    };
  return {
    yours: "stopped: the code brought down what it runs in",
    advice: "look for what grows without end.",
  };
}

/** An error's text without the lines of its stack that are not the learner's. */
function ownLines(text: string): string {
  const lines = text.trimEnd().split("\n");
  const own = lines.filter((line) => !/^\s+at /.test(line) || line.includes("exercise.ts:"));
  return own.slice(0, 8).join("\n");
}
