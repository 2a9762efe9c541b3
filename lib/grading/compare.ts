/** Whether two values agree within a tolerance, and if not, where they first differ. */
import {nameLimit, shorten} from "./shorten.js";
import {show, showNumber} from "./show.js";

/** Numbers x and y agree when |x - y| <= absolute + relative |y|. */
export interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
}

export const usualTolerance: Tolerance = {absolute: 1e-6, relative: 1e-6};
export const noTolerance: Tolerance = {absolute: 0, relative: 0};

/** Error of a number in a Float32Array after it was rounded to 24 bits a few dozen times. */
const singleTolerance: Tolerance = {absolute: 1e-5, relative: 1e-5};

/** Where `yours` first differs from `expected`, in words; `undefined` when it agrees. Lists and typed arrays are alike,
 * but that a Float32Array rounds is no fault of its numbers; NaN agrees with nothing but an expected NaN. */
export function difference(
  yours: unknown,
  expected: unknown,
  tolerance: Tolerance = usualTolerance,
  path = "",
): string | undefined {
  const at = path === "" ? "" : `at ${path}: `;
  if (typeof expected === "number")
    return numberDifference(yours, expected, tolerance)?.replace(/^/, at);
  if (isList(expected)) {
    if (!isList(yours)) return `${at}a list of ${expected.length} expected, ${kindOf(yours)} came`;
    if (yours.length !== expected.length)
      return `${at}a list of ${expected.length} expected, a list of ${yours.length} came`;
    return first(expected.length, (i) =>
      yours instanceof Float32Array && isRounded(yours[i]!, expected[i], tolerance)
        ? undefined
        : difference(yours[i], expected[i], tolerance, `${path}[${i}]`),
    );
  }
  if (typeof expected === "object" && expected !== null)
    return objectDifference(yours, expected as Fields, tolerance, path, at);
  return Object.is(yours, expected)
    ? undefined
    : `${at}${show(expected)} expected, ${show(yours)} came`;
}

type Fields = Readonly<Record<string, unknown>>;

function objectDifference(
  yours: unknown,
  expected: Fields,
  tolerance: Tolerance,
  path: string,
  at: string,
): string | undefined {
  const names = Object.keys(expected);
  if (typeof yours !== "object" || yours === null || isList(yours))
    return `${at}an object with ${names.join(", ")} expected, ${kindOf(yours)} came`;
  const missing = names.find((name) => !Object.hasOwn(yours, name));
  if (missing !== undefined) return `${at}missing: ${missing}`;
  return first(names.length, (i) => {
    const name = names[i]!;
    return difference((yours as Fields)[name], expected[name], tolerance, `${path}.${name}`);
  });
}

function numberDifference(
  yours: unknown,
  expected: number,
  tolerance: Tolerance,
): string | undefined {
  if (typeof yours !== "number") return `a number expected, ${kindOf(yours)} came`;
  if (agree(yours, expected, tolerance)) return undefined;
  return `${showNumber(expected)} expected, ${showNumber(yours)} came`;
}

/** Without tolerance, 0 and -0 are two. */
function agree(x: number, y: number, {absolute, relative}: Tolerance): boolean {
  if (Object.is(x, y)) return true;
  if (!Number.isFinite(y) || (absolute === 0 && relative === 0)) return false;
  return Math.abs(x - y) <= absolute + relative * Math.abs(y);
}

/** Whether a number is what a Float32Array may hold in the place of `y`: also Infinity, where `y` is too large for it. */
function isRounded(x: number, y: unknown, tolerance: Tolerance): boolean {
  if (typeof y !== "number") return false;
  if (Object.is(x, Math.fround(y))) return true;
  return tolerance.relative > 0 && agree(x, y, singleTolerance);
}

function first(count: number, each: (i: number) => string | undefined): string | undefined {
  for (let i = 0; i < count; i++) {
    const found = each(i);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether it is a list or a typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** Whether no number in `value` is NaN or infinite. */
export function allFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return (isList(value) ? Array.from(value) : Object.values(value)).every(allFinite);
}

/** The kind of `value`, in words. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing (did you forget return?)";
  if (value === null) return "null";
  if (isList(value)) return `a list of ${value.length}`;
  if (typeof value === "object")
    return `an object with ${shorten(Object.keys(value).join(", "), nameLimit) || "nothing in it"}`;
  return typeof value === "number" ? `the number ${showNumber(value)}` : `${show(value)}`;
}
