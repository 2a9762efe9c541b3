/** Whether two plain values are the same, NaN too; JSON has no -0, so that it is 0 here. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [mine, theirs] = [Object.keys(a), Object.keys(b)];
  const each = (key: string) => Object.hasOwn(b, key) && isSame(valueAt(a, key), valueAt(b, key));
  return mine.length === theirs.length && mine.every(each);
}

function valueAt(owner: object, key: string): unknown {
  return (owner as Record<string, unknown>)[key];
}
