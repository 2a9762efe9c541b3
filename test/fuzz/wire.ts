/** Texts on the wire between the grader and learner code: an answer, or the end of the session; never harm to the grader. */
import {type Ending, limitsOf, type Reply} from "../../lib/grading/sandbox.js";
import {remoteSession} from "../../lib/grading/session.js";
import {type Encoded, encode} from "../../lib/grading/wire.js";
import {mutateJson} from "./mutate-json.js";
import type {Outcome, Target} from "./target.js";

interface Heard extends Outcome {
  readonly reply: Reply | undefined;
  /** What was heard, encoded again. */
  readonly encoded: Encoded | undefined;
  readonly printed: string;
}

const values: readonly unknown[] = [
  [6, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1e-300],
  {
    a: [
      [1, 2],
      [3, 4],
    ],
    b: "text",
    c: null,
    d: undefined,
    e: true,
  },
  Float32Array.of(1, 2.5, -0),
  {rows: [Uint8ClampedArray.of(0, 255), Int32Array.of(-1)], __proto__: null},
];

/** What the learner's side can say at most of what it prints. */
const printedLimit = 1_000_000;

export const wire: Target<Heard> = {
  name: "the wire",
  seeds: [
    ...values.map((value) => answerOf(value)),
    '{"id":0,"kind":"thrown","value":"TypeError: no"}',
    '{"id":0,"kind":"missing","value":""}',
    '{"console":"printed\\n"}',
  ],
  mutate: mutateJson,
  async run(text) {
    const {reply, printed} = await hear(text);
    const encoded = reply?.kind === "value" ? encode(reply.value, "it") : undefined;
    return {kind: `${reply?.kind} ${printed.length > 0} ${kindOf(reply)}`, reply, encoded, printed};
  },
  holds({encoded, printed}) {
    if (printed.length > printedLimit) return `${printed.length} characters were printed`;
    const isTooMuch = encoded && "refused" in encoded && encoded.refused.includes("more than");
    return isTooMuch ? `a value of too many parts: ${encoded.refused}` : undefined;
  },
};

function answerOf(value: unknown): string {
  const encoded = encode(value, "it") as {readonly text: string};
  return `{"id":0,"kind":"value","value":${encoded.text}}`;
}

/** What the grader makes of `text` as an answer to its first request; no reply where the session does not end with it. */
async function hear(text: string): Promise<{reply: Reply | undefined; printed: string}> {
  let say = (_: string) => {};
  const channel = {
    send: () => {},
    listen: (onText: (text: string) => void, _: (why: Ending) => void) => {
      say = onText;
    },
    kill: () => {},
    close: () => {},
  };
  const session = remoteSession(channel, "", limitsOf(20_000));
  let reply: Reply | undefined;
  const asked = session.load().then((came) => {
    reply ??= came;
  });
  say(text);
  await Promise.resolve();
  await Promise.resolve();
  const early = reply;
  session.close();
  await asked;
  return {reply: early, printed: session.takeConsole()};
}

function kindOf(reply: Reply | undefined): string {
  if (reply?.kind !== "value") return "";
  const {value} = reply;
  return Array.isArray(value) ? "a list" : Object.prototype.toString.call(value);
}
