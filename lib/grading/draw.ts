/**
 * Random inputs that can be made smaller. An input is drawn as a list of choices, whole numbers of which 0 is the
 * simplest; a smaller input comes of drawing it again from a smaller list (MacIver & Donaldson, ECOOP 2020).
 * So whatever a spec builds of its draws shrinks, without a word about how.
 */
import type {Random} from "../random.js";

/** One choice among `size`: a whole number from 0 to size - 1. */
export type Choose = (size: number) => number;

export class Draw {
  /** The choices so far. */
  readonly choices: number[] = [];
  readonly #choose: Choose;

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  /** A whole number from `min` to `max`. It shrinks towards 0. */
  integer(min: number, max: number): number {
    const origin = Math.max(min, Math.min(max, 0));
    const [below, above] = [origin - min, max - origin];
    return origin + zigzag(this.#next(below + above + 1), below, above);
  }

  /** A number from `min` to `max` with at most `digits` decimals. It shrinks to fewer decimals, then towards 0. */
  number(min: number, max: number, digits = 2): number {
    const decimals = this.#next(digits + 1);
    const scale = 10 ** digits;
    const exact = this.integer(Math.ceil(min * scale), Math.floor(max * scale)) / scale;
    const rounded = Math.round(exact * 10 ** decimals) / 10 ** decimals + 0; // never -0
    return rounded >= min && rounded <= max ? rounded : exact;
  }

  /** `length` such numbers. */
  numbers(length: number, min: number, max: number, digits = 2): number[] {
    return Array.from({length}, () => this.number(min, max, digits));
  }

  /** How many: mostly `min` to `usual`, now and then `most`, where a loop that ends too soon shows. */
  size(min: number, usual: number, most: number): number {
    const count = min + this.#next(usual - min + 2);
    return count <= usual ? count : most;
  }

  /** From `min` to `max` items: now and then `min`, and of twenty now and then all. */
  list<T>(min: number, max: number, item: (draw: this) => T): T[] {
    const items: T[] = [];
    while (items.length < min || (items.length < max && this.#next(16) > 0)) items.push(item(this));
    return items;
  }

  /** `rows` rows of `columns` numbers. */
  matrix(rows: number, columns: number, min: number, max: number, digits = 2): number[][] {
    return Array.from({length: rows}, () => this.numbers(columns, min, max, digits));
  }

  /** One of `items`. It shrinks towards the first. */
  oneOf<T>(items: readonly T[]): T {
    return items[this.#next(items.length)]!;
  }

  #next(size: number): number {
    const choice = this.#choose(size);
    this.choices.push(choice);
    return choice;
  }
}

/** 0, 1, -1, 2, -2 …; once one side is used up, only the other. */
function zigzag(choice: number, below: number, above: number): number {
  const both = Math.min(below, above);
  if (choice <= 2 * both) return choice % 2 === 1 ? (choice + 1) / 2 : -choice / 2 || 0;
  return above > below ? choice - both : both - choice;
}

/** Draws by chance; now and then the simplest or the last choice, where mistakes like to sit. */
export function drawRandom(random: Random): Draw {
  return new Draw((size) => {
    const edge = random.integer(16);
    if (edge === 0) return 0;
    return edge === 1 ? size - 1 : random.integer(size);
  });
}

/** Draws what `choices` say, then what is simplest. */
export function drawAgain(choices: readonly number[]): Draw {
  let i = 0;
  return new Draw((size) => Math.min(choices[i++] ?? 0, size - 1));
}

/** Choices near the start say how much there is of the rest. */
const firstChoices = 8;

/** Simpler lists than what `current` gives each time, the boldest first: with an early choice at its simplest, without a part, or with
 * one choice lowered. */
export function* simpler(current: () => readonly number[]): Generator<number[]> {
  for (let i = 0; i < Math.min(firstChoices, current().length); i++)
    if (current()[i]! > 0) yield current().with(i, 0);
  for (const length of [32, 16, 8, 4, 3, 2, 1])
    for (let i = current().length - length; i >= 0; i -= Math.max(1, length >> 2))
      if (i + length <= current().length) yield without(current(), i, length);
  for (let i = 0; i < current().length; i++)
    for (const step of steps(current()[i]!)) {
      const choice = current()[i] ?? 0;
      if (step <= choice) yield current().with(i, choice - step);
    }
}

function without(choices: readonly number[], start: number, length: number): number[] {
  return [...choices.slice(0, start), ...choices.slice(start + length)];
}

/** Whether list `a` is simpler than `b`: shorter, or lower at the first place where they differ. */
export function isSimpler(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  const i = a.findIndex((choice, at) => choice !== b[at]);
  return i >= 0 && a[i]! < b[i]!;
}

/** All of it, a half, a quarter … An even step keeps a number's sign. */
function* steps(choice: number): Generator<number> {
  if (choice > 0) yield choice;
  for (let step = choice >> 1; step > 1; step >>= 1) yield step & ~1;
  if (choice > 1) yield 1;
}
