/** A session over a channel of text: requests and replies by number, console output between them, and a time limit. */
import type {Request} from "./candidate.js";
import {consoleLimit} from "./console.js";
import {
  type Channel,
  type Ending,
  endings,
  type Limits,
  messageLimit,
  type Reply,
  type Session,
  type TurnLimit,
} from "./sandbox.js";
import {shorten, textLimit} from "./shorten.js";
import {decode, encode} from "./wire.js";

/** Every request without its number and the values that it brings. */
type Question = Request extends infer R
  ? R extends Request
    ? Omit<R, "id" | "args" | "lists">
    : never
  : never;

/** Talks to the candidate program at the other end of `channel`, tells it how many turns it has, and kills it when the time is over. */
export function remoteSession(channel: Channel, code: string, limits: Limits): Session {
  const {turns, timeLimitMs, isForEach = false} = limits;
  const waiting = new Map<number, (reply: Reply) => void>();
  let ended: Ending | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let printed = "";
  let requests = 0;

  const end = (why: Ending) => {
    if (ended) return;
    ended = why;
    clearTimeout(timer);
    channel.kill();
    for (const resolve of waiting.values()) resolve({kind: "ended", why});
    waiting.clear();
  };
  channel.listen((text) => {
    const message = readMessage(text);
    if (!message) return end("crash");
    if ("ended" in message) end(message.ended);
    else if ("console" in message) printed = (printed + message.console).slice(0, 2 * consoleLimit);
    else settle(message);
  }, end);
  channel.send(JSON.stringify({turns, isForEach} satisfies TurnLimit));
  const settle = ({id, reply}: Answer) => {
    waiting.get(id)?.(reply);
    waiting.delete(id);
    if (isForEach) stopClock();
  };
  const stopClock = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  /** Asks a question that ends with `values`, a field as JSON. */
  const ask = (question: Question, values?: string) =>
    new Promise<Reply>((resolve) => {
      if (ended) return resolve({kind: "ended", why: ended});
      timer ??= setTimeout(() => end("time"), timeLimitMs);
      const id = requests++;
      waiting.set(id, resolve);
      const given = values === undefined ? "" : `,${values}`;
      channel.send(`${JSON.stringify({id, ...question}).slice(0, -1)}${given}}`);
    });

  return {
    limits,
    load: () => ask({kind: "load", code}),
    seed: (seed) => ask({kind: "seed", seed}),
    call: (name, args) => ask({kind: "call", name}, `"args":${asJson(args)}`),
    calls: (name, lists, seed) => ask({kind: "calls", name, seed}, `"lists":${asJson(lists)}`),
    takeConsole() {
      const taken = printed;
      printed = "";
      return taken;
    },
    close() {
      if (ended) return;
      if (waiting.size > 0) return end("crash");
      ended = "crash";
      clearTimeout(timer);
      channel.close();
    },
  };
}

/** The grader's own values; that they can cross is the spec's duty. */
function asJson(args: readonly unknown[]): string {
  const encoded = encode(args, "the arguments");
  if ("refused" in encoded) throw new RangeError(`invalid arguments: ${encoded.refused}`);
  return encoded.text;
}

interface Answer {
  readonly id: number;
  readonly reply: Reply;
}

type Message = Answer | {readonly console: string} | {readonly ended: Ending};

/** The other end's reply, or `undefined` when it is too long, or not in the form that the candidate program uses. */
function readMessage(text: string): Message | undefined {
  if (text.length > messageLimit) return undefined;
  try {
    const {console, ended, id, kind, value} = JSON.parse(text) as Record<string, unknown>;
    if (isEnding(ended)) return {ended};
    if (typeof console === "string") return {console};
    if (typeof id !== "number") return undefined;
    if (kind === "value") return {id, reply: {kind, value: decode(value)}};
    if (isOfText(kind) && typeof value === "string")
      return {id, reply: {kind, text: shorten(value, 2 * textLimit)}};
    return kind === "missing" ? {id, reply: {kind}} : undefined;
  } catch {
    return undefined;
  }
}

/** Of those that the other end can know. */
function isEnding(ended: unknown): ended is Exclude<Ending, "time"> {
  return ended !== "time" && (endings as readonly unknown[]).includes(ended);
}

function isOfText(kind: unknown): kind is "thrown" | "refused" | "unreadable" {
  return kind === "thrown" || kind === "refused" || kind === "unreadable";
}
