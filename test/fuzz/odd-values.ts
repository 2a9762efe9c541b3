/** Values and words at which code that reads files has been seen to stumble. */
import type {Random} from "../../lib/random.js";
import {pick} from "./target.js";

const numbers = [
  ...["0", "-0", "1", "-1", "0.5", "1e-400", "5e-324", "1e308", "-1e308", "1e999", "3.5e38"],
  ...["2147483647", "4294967295", "4294967296", "9007199254740993", "1e21", "1000000", "999999"],
];
const words = [
  ...["", " ", "a", "__proto__", "constructor", "toString", "hasOwnProperty", "length", "then"],
  ...["hello 1", "1", "2026-13-45", "2026-11-25", "0000-00-00T00:00:00Z", "+275760-09-13T00:00Z"],
  ...["NaN", "null", "<img src=x onerror=alert(1)>", "../../etc/passwd", "a\u0000b", "\u001b[2J"],
  ...["\ud800", "\udfff\ud800", "\u202e", "\u2028", "💥", "e\u0301"],
];
const plain = ["null", "true", "false", "[]", "{}", "[[]]", '[""]', "[null]", '{"length":3}'];

/** How often something is repeated: mostly a few times, now and then until it hurts. */
export function oddCount(random: Random): number {
  return random.integer(40) === 0 ? 40_000 : pick(random, [2, 2, 2, 3, 10, 31, 100, 1000]);
}

export function oddNumber(random: Random): string {
  return pick(random, numbers);
}

export function oddWord(random: Random): string {
  if (random.integer(12) > 0) return pick(random, words);
  return pick(random, ["x", "\u0007", "\ud83d", "ab\n", "é"]).repeat(oddCount(random) * 3);
}

/** A scalar or a small structure as JSON. */
export function oddJson(random: Random): string {
  const choice = random.integer(24);
  if (choice === 0) return nested(random);
  if (choice === 1) return `{"length":${pick(random, ["2e8", "-1", "1e308"])}}`;
  if (choice === 2) return `[${Array(oddCount(random)).fill(oddNumber(random)).join(",")}]`;
  if (choice < 10) return oddNumber(random);
  return choice < 17 ? JSON.stringify(oddWord(random)) : pick(random, plain);
}

/** Lists or objects in each other. */
function nested(random: Random): string {
  const depth = pick(random, [10, 25, 1000, 20_000]);
  const [open, close] = pick(random, [
    ["[", "]"],
    ['{"a":', "}"],
    ['{"o":[["a",', "]]}"],
  ] as const);
  return `${open.repeat(depth)}0${close.repeat(depth)}`;
}
