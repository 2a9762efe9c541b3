/** The fuzzer: mutates a target's texts, runs it on them and looks whether all holds that must. */
import type {Random} from "../../lib/random.js";
import {reduce} from "./reduce.js";
import {type Outcome, pick, type Target} from "./target.js";

export interface Finding {
  readonly target: string;
  /** The number of the case, from 0. */
  readonly at: number;
  readonly wrong: string;
  readonly text: string;
  /** The same, made small. */
  readonly reduced: string;
}

export interface Report {
  readonly cases: number;
  /** One for each way to be wrong. */
  readonly findings: readonly Finding[];
  /** Kinds of outcomes that were seen. */
  readonly kinds: number;
  readonly longestMs: number;
}

export interface FuzzOptions {
  readonly random: Random;
  /** In ms: of a wall, or of the processor. */
  readonly clock: () => number;
  /** Asked before each case. */
  readonly continues: (cases: number) => boolean;
  /** Is told of each text before it is run, so that one that never ends is known. */
  readonly tell?: (at: number, text: string) => void;
  readonly keep?: (finding: Finding) => void;
  /** Whether the target's seeds are run before their mutations, default true. */
  readonly runsSeeds?: boolean;
}

/** No single text may take longer. */
export const pauseLimitMs = 2000;
const reduceLimitMs = 10_000;
const poolLimit = 300;
const longText = 1_000_000;

/** Runs a target's seeds, and then mutations of them and of what led to something new. */
export async function fuzz(target: Target, options: FuzzOptions): Promise<Report> {
  const {random, clock, continues, tell = () => {}, keep = () => {}, runsSeeds = true} = options;
  const pool = [...target.seeds];
  const kinds = new Set<string>();
  const known = new Set<string>();
  const findings: Finding[] = [];
  let [cases, longestMs] = [0, 0];
  for (; continues(cases); cases++) {
    const text = (runsSeeds && target.seeds[cases]) || mutation(target, pool, random);
    tell(cases, text);
    const {kind, wrong, ms} = await tryOnce(target, text, clock);
    longestMs = Math.max(longestMs, ms);
    if (!kinds.has(kind) && pool.length < poolLimit && text.length < longText) pool.push(text);
    kinds.add(kind);
    if (wrong === undefined || known.has(shapeOf(wrong))) continue;
    known.add(shapeOf(wrong));
    const finding = await findingOf(target, {at: cases, wrong, text}, clock);
    findings.push(finding);
    keep(finding);
  }
  return {cases, findings, kinds: kinds.size, longestMs};
}

/** Mutations stay of a size that can be worked with. */
function mutation({seeds, mutate}: Target, pool: readonly string[], random: Random): string {
  const [one, other] = [pick(random, pool), pick(random, pool)];
  const isShorter = random.integer(4) > 0 === one.length < other.length;
  const text = mutate(isShorter ? one : other, random, seeds);
  return text.length <= 4 * longText ? text : text.slice(0, longText);
}

interface Tried {
  readonly kind: string;
  readonly wrong: string | undefined;
  readonly ms: number;
}

async function tryOnce(target: Target, text: string, clock: () => number): Promise<Tried> {
  const [outcome, first] = await timed(target, text, clock);
  // The second time, because another program may have had the processor.
  const limit = target.pauseLimitMs ?? pauseLimitMs;
  const ms = first > limit ? (await timed(target, text, clock))[1] : first;
  const slow = ms > limit ? `a pause of ${Math.round(ms)} ms` : undefined;
  if ("thrown" in outcome) return {kind: shapeOf(outcome.thrown), wrong: outcome.thrown, ms};
  return {kind: outcome.kind, wrong: target.holds(outcome, text) ?? slow, ms};
}

async function timed(target: Target, text: string, clock: () => number) {
  const start = clock();
  const outcome = await outcomeOf(target, text);
  return [outcome, clock() - start] as const;
}

async function outcomeOf(target: Target, text: string): Promise<Outcome | {thrown: string}> {
  try {
    return await target.run(text);
  } catch (error) {
    return {thrown: `threw ${String(error).slice(0, 200)}${placeOf(error)}`};
  }
}

/** Where it was thrown, of our own files. */
function placeOf(error: unknown): string {
  const line = String((error as Error)?.stack ?? "").match(
    /\/((?:src|lib|tools)\/[\w./-]+\.ts):(\d+)/,
  );
  return line ? ` (${line[1]}:${line[2]})` : "";
}

async function findingOf(
  target: Target,
  {at, wrong, text}: Pick<Finding, "at" | "wrong" | "text">,
  clock: () => number,
): Promise<Finding> {
  const isStill = async (shorter: string) => {
    const again = await tryOnce(target, shorter, clock);
    return again.wrong !== undefined && shapeOf(again.wrong) === shapeOf(wrong);
  };
  const start = clock();
  const continues = (attempts: number) => attempts < 2000 && clock() - start < reduceLimitMs;
  return {target: target.name, at, wrong, text, reduced: await reduce(text, isStill, continues)};
}

/** The words without their numbers and quotations: what two findings of one cause have in common. */
export function shapeOf(words: string): string {
  return words
    .replace(/"[^"]*"?/g, '""')
    .replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi, "0")
    .slice(0, 200);
}
