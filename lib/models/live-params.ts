/** Params of a model that may change while it is trained. */

export type LiveValue = number | string | boolean;

/**
 * `value`, as what the live param `name` is set to. Throws a RangeError when `name` is not one of `names`, or `value` is not a finite
 * number.
 */
export function liveNumber(names: readonly string[], name: string, value: LiveValue): number {
  if (!names.includes(name))
    throw new RangeError(`unknown live param: ${name} (one of ${names.join(", ")})`);
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new RangeError(`invalid ${name}: ${value} (a number)`);
  return value;
}
