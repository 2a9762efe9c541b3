/** What a spec demands of a value. Each throws a `Failure` with what was expected, what came and what to try. */
import {
  difference,
  isList,
  kindOf,
  noTolerance,
  type Tolerance,
  usualTolerance,
} from "./compare.js";
import {Failure} from "./failure.js";
import {comparedPictures, type Frame, pixelsOf} from "./picture-check.js";
import {show} from "./show.js";
import type {Feedback} from "./verdict.js";

/** A value that a known mistake leads to, and what to say of it. */
export interface Mistake {
  readonly value: unknown;
  readonly advice: string;
}

export interface Demand {
  /** Said when no known mistake fits. */
  readonly advice?: string;
  readonly mistakes?: readonly Mistake[];
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
  if (where !== undefined) throw new Failure(explain(yours, expected, where, tolerance, demand));
}

function explain(
  yours: unknown,
  expected: unknown,
  where: string,
  tolerance: Tolerance,
  {advice, mistakes = []}: Demand,
): Feedback {
  const known = mistakes.find(({value}) => difference(yours, value, tolerance) === undefined);
  const said = known?.advice ?? advice;
  return {
    expected: show(expected),
    yours: isList(expected) ? `${show(yours)}\n${where}` : show(yours),
    ...(said === undefined ? {} : {advice: said}),
  };
}

/** Whether something holds; `feedback` says what was expected and came. It narrows no type, as TypeScript wants that only of a
 * function that is called by a declared name: take `number`, `numbers` or `field` for it. */
export function that(holds: boolean, feedback: Feedback): void {
  if (!holds) throw new Failure(feedback);
}

/** `yours` as a finite number. */
export function number(yours: unknown, advice?: string): number {
  if (typeof yours === "number" && Number.isFinite(yours)) return yours;
  throw new Failure({
    expected: "a finite number",
    yours: kindOf(yours),
    ...(advice === undefined ? {} : {advice}),
  });
}

/** `yours` as a list of `length` finite numbers. */
export function numbers(yours: unknown, length: number, advice?: string): readonly number[] {
  const legal = isList(yours) && yours.length === length;
  const values = legal ? Array.from(yours) : [];
  if (legal && values.every((value) => Number.isFinite(value))) return values as number[];
  throw new Failure({
    expected: `a list of ${length} finite numbers`,
    yours: legal ? show(yours) : kindOf(yours),
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
  const feedback = explain(yours, expected, where, tolerance, demand);
  const pixels = pixelsOf(yours, expected);
  if (!pixels) throw new Failure(feedback);
  const words =
    expected.flat().length > mostPixelsInWords ? {expected: sizeOf(expected), yours: where} : {};
  throw new Failure({...feedback, ...words, pictures: comparedPictures(pixels, expected)});
}

/** Beyond this a picture's numbers say less than the picture. */
const mostPixelsInWords = 36;

function sizeOf(frame: Frame): string {
  return `a picture of ${frame.length} by ${frame[0]!.length} pixels, below`;
}
