import type {Random} from "../../lib/random.js";

/** What came of a text: its kind in a few words, and whatever a target wants to look at. */
export interface Outcome {
  /** Alike for what went the same way; a text that leads to a new one is mutated further. */
  readonly kind: string;
}

/** Something that takes texts from anywhere, tried with mutations of texts that are right. */
export interface Target<T extends Outcome = Outcome> {
  readonly name: string;
  /** Texts that it takes. */
  readonly seeds: readonly string[];
  /** How long one text may take, default 2 s. */
  readonly pauseLimitMs?: number;
  /** `text` with something changed; `others` are what parts can be taken from. */
  mutate(text: string, random: Random, others: readonly string[]): string;
  /** Whatever it throws is a finding. */
  run(text: string): T | Promise<T>;
  /** What does not hold of an outcome, in words; `undefined` when all does. */
  holds(outcome: T, text: string): string | undefined;
}

/** The longest refusal that a reader is shown. */
export const messageLimit = 2000;

/** What is wrong with a refusal's words: they are one short line. */
export function messageProblem(message: string): string | undefined {
  if (message.length > messageLimit) return `a message of ${message.length} characters`;
  if (message.trim() === "") return "a refusal without words";
  return hasControls(message) ? "a message with control characters" : undefined;
}

/** Whether a terminal or a page may take some of `text` for a command, line ends and tabs aside. */
export function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text);
}

/** One of `items`. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.integer(items.length)]!;
}
