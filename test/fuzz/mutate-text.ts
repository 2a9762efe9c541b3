/** Mutations of a text that know nothing of what it says: characters, stretches of it, and its bytes. */
import type {Random} from "../../lib/random.js";
import {oddCount, oddNumber, oddWord} from "./odd-values.js";
import {pick} from "./target.js";

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

/** `text` after one to three mutations. */
export function mutateText(text: string, random: Random, others: readonly string[]): string {
  let mutated = text;
  for (let left = 1 + random.integer(3); left > 0; left--)
    mutated = pick(random, mutations)(mutated, random, others);
  return mutated;
}

/** Two places in `text`, the earlier one first, mostly near each other. */
function stretchOf(text: string, random: Random): [start: number, end: number] {
  const start = random.integer(text.length + 1);
  const most = random.integer(4) === 0 ? text.length : 12;
  return [start, Math.min(text.length, start + random.integer(most + 1))];
}

const cut: Mutation = (text, random) => {
  const [start, end] = stretchOf(text, random);
  return text.slice(0, start) + text.slice(end);
};

const end: Mutation = (text, random) => text.slice(0, random.integer(text.length + 1));

const insert: Mutation = (text, random) => {
  const [start] = stretchOf(text, random);
  const word = random.integer(3) === 0 ? oddNumber(random) : oddWord(random);
  return text.slice(0, start) + word + text.slice(start);
};

const repeat: Mutation = (text, random) => {
  const [start, stop] = stretchOf(text, random);
  const part = text.slice(start, stop);
  const times = Math.min(oddCount(random), 1e6 / (part.length + 1));
  return text.slice(0, stop) + part.repeat(times) + text.slice(stop);
};

const splice: Mutation = (text, random, others) => {
  const other = pick(random, others);
  const [start, stop] = stretchOf(other, random);
  const [at] = stretchOf(text, random);
  return text.slice(0, at) + other.slice(start, stop) + text.slice(at);
};

const change: Mutation = (text, random) => {
  const [at] = stretchOf(text, random);
  const code = random.integer(4) === 0 ? random.integer(0x10000) : random.integer(0x80);
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
};

/** A bit of its bytes, which may leave them no UTF-8. */
const flip: Mutation = (text, random) => {
  if (text === "") return text;
  const bytes = new TextEncoder().encode(text);
  bytes[random.integer(bytes.length)]! ^= 1 << random.integer(8);
  return new TextDecoder().decode(bytes);
};

const mutations: readonly Mutation[] = [cut, cut, end, insert, repeat, splice, change, flip, flip];
