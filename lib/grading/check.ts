/** Demands of a spec on a value. Each throws a `Failure` with what was expected, what came and what to try. */
import {
  allFinite,
  difference,
  isList,
  kindOf,
  noTolerance,
  type Tolerance,
  usualTolerance,
} from "./compare.js";
import {type Cause, Failure} from "./failure.js";
import {comparedPictures, type Frame, pixelsOf} from "./picture-check.js";
import {show} from "./show.js";
import type {Feedback} from "./verdict.js";

/** A value that a known mistake leads to, and what to say of it. A demand names its mistakes for every input in the same order:
 * a property blames a mistake only if its values are those that came for all inputs. */
export interface Mistake {
  readonly value: unknown;
  readonly advice: string;
}

export interface Demand {
  /** Said when no known mistake fits: the rule. */
  readonly advice?: string;
  readonly mistakes?: readonly Mistake[];
  /** Said when NaN or an infinite number came where none was expected, and no known mistake fits. */
  readonly overflow?: string;
  readonly tolerance?: Partial<Tolerance>;
}

/** `yours` agrees with `expected` within the tolerance. */
export function close(yours: unknown, expected: unknown, demand: Demand = {}): void {
  const tolerance = {...usualTolerance, ...demand.tolerance};
  agree(yours, expected, tolerance, demand);
}

/** `yours` is `expected` to the last bit; 0 is not -0. */
export function same(
  yours: unknown,
  expected: unknown,
  demand: Omit<Demand, "tolerance"> = {},
): void {
  agree(yours, expected, noTolerance, demand);
}

function agree(yours: unknown, expected: unknown, tolerance: Tolerance, demand: Demand): void {
  const where = difference(yours, expected, tolerance);
  if (where !== undefined) throw disagreement(yours, expected, where, tolerance, demand);
}

function disagreement(
  yours: unknown,
  expected: unknown,
  where: string,
  tolerance: Tolerance,
  demand: Demand,
): Failure {
  const feedback = {
    expected: show(expected),
    yours: isList(expected) ? `${show(yours)}\n${where}` : show(yours),
  };
  return new Failure(feedback, "failed", causesOf(yours, expected, tolerance, demand));
}

function causesOf(
  yours: unknown,
  expected: unknown,
  tolerance: Tolerance,
  {advice, mistakes = [], overflow}: Demand,
): readonly [Cause, ...Cause[]] {
  const known = mistakes
    .map((mistake, i) => ({...mistake, id: mistakeId(i, advice)}))
    .filter(({value}) => difference(yours, value, tolerance) === undefined);
  const burst = overflow !== undefined && !allFinite(yours) && allFinite(expected);
  const all = [...known, ...(burst ? [{id: "overflow", advice: overflow}] : [])];
  const rule = {id: `rule: ${advice}`, advice};
  return [...all, rule] as unknown as readonly [Cause, ...Cause[]];
}

function mistakeId(i: number, rule: string | undefined): string {
  return `mistake ${i} of: ${rule}`;
}

/** The same checks, which also tell of each known mistake that would not have led to a value that passed. */
export function watched(refute: (id: string) => void) {
  const watch =
    (demands: typeof close) =>
    (yours: unknown, expected: unknown, demand: Demand = {}) => {
      demands(yours, expected, demand);
      const tolerance = {...usualTolerance, ...demand.tolerance};
      for (const [i, {value}] of (demand.mistakes ?? []).entries())
        if (difference(yours, value, tolerance) !== undefined) refute(mistakeId(i, demand.advice));
    };
  return {close: watch(close), same: watch(same)};
}

/** Whether something holds; `feedback` says what was expected and came. It narrows no type, as TypeScript wants that only of a
 * function that is called by a declared name: take `number`, `numbers` or `field` for it. */
export function that(holds: boolean, feedback: Feedback): void {
  if (!holds) throw new Failure(feedback);
}

/** `yours` as a finite number. */
export function number(yours: unknown): number {
  if (typeof yours === "number" && Number.isFinite(yours)) return yours;
  throw new Failure({expected: "a finite number", yours: kindOf(yours)});
}

/** `yours` as a list of `length` finite numbers; `overflow` is said of NaN and infinite ones. */
export function numbers(yours: unknown, length: number, overflow?: string): readonly number[] {
  const values = list(yours, length, "finite numbers");
  if (values.every((value) => Number.isFinite(value))) return values as number[];
  throw new Failure({
    expected: `a list of ${length} finite numbers`,
    yours: show(yours),
    ...(overflow === undefined || allFinite(yours) ? {} : {advice: overflow}),
  });
}

/** `yours` as a list of `length` items, whatever they are; a typed array is one, too. */
export function list(
  yours: unknown,
  length: number,
  items: string,
  advice?: string,
): readonly unknown[] {
  if (isList(yours) && yours.length === length) return Array.from(yours);
  throw new Failure({
    expected: `a list of ${length} ${items}`,
    yours: kindOf(yours),
    ...(advice === undefined ? {} : {advice}),
  });
}

/** `yours` as an object's field. */
export function field(yours: unknown, name: string): unknown {
  if (typeof yours === "object" && yours !== null && Object.hasOwn(yours, name))
    return (yours as Record<string, unknown>)[name];
  throw new Failure({expected: `an object with ${name}`, yours: kindOf(yours)});
}

/** A picture as rows of numbers from -1 (black) to 1 (white), compared and shown. */
export function picture(yours: unknown, expected: Frame, demand: Demand = {}): void {
  const tolerance = {...usualTolerance, ...demand.tolerance};
  const where = difference(yours, expected, tolerance);
  if (where === undefined) return;
  const failure = disagreement(yours, expected, where, tolerance, demand);
  const pixels = pixelsOf(yours, expected);
  if (!pixels) throw failure;
  const words =
    expected.flat().length > mostPixelsInWords ? {expected: sizeOf(expected), yours: where} : {};
  throw failure.with({...words, pictures: comparedPictures(pixels, expected)});
}

/** A flat list of numbers as a picture's rows; anything else as it is. */
export function rows(yours: unknown, width: number): unknown {
  if (!isList(yours) || yours.length % width !== 0) return yours;
  const flat = ArrayBuffer.isView(yours) ? (yours as Float32Array) : (yours as readonly unknown[]);
  return Array.from({length: flat.length / width}, (_, y) =>
    flat.slice(y * width, (y + 1) * width),
  );
}

/** Beyond this a picture's numbers say less than the picture. */
const mostPixelsInWords = 36;

function sizeOf(frame: Frame): string {
  return `a picture of ${frame.length} by ${frame[0]!.length} pixels, below`;
}
