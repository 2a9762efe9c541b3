/** A limit to the memory that learner code can take at once: buffers lie outside the heap that an engine limits. */
import {construct, type TypedName, typedArrays} from "./captured.js";

const limitBytes = 2 ** 29;
const smallBytes = 2 ** 16;
const tooMuch = `out of memory: an exercise may take ${limitBytes / 2 ** 20} MB of typed arrays in all`;

type Constructor = new (...args: unknown[]) => object;

/** Makes the constructors of buffers and typed arrays refuse what goes over the limit, small ones not counted. */
export function limitBuffers(): void {
  let taken = 0;
  const charge = (count: unknown, bytesEach: number) => {
    const bytes = typeof count === "number" ? count * bytesEach : 0;
    if (!(bytes > smallBytes)) return;
    if (taken + bytes > limitBytes) throw new RangeError(tooMuch);
    taken += bytes;
  };
  for (const name of Object.keys(typedArrays) as TypedName[]) {
    const bytesEach = typedArrays[name].BYTES_PER_ELEMENT;
    guard(name, ([first]) => charge(lengthOf(first), bytesEach));
  }
  for (const [name, bytes] of [
    ["BigInt64Array", 8],
    ["BigUint64Array", 8],
  ] as const)
    guard(name, ([first]) => charge(lengthOf(first), bytes));
  guard("ArrayBuffer", ([length, options]) => {
    charge(length, 1);
    charge((options as {maxByteLength?: unknown} | undefined)?.maxByteLength, 1);
  });
  for (const name of ["resize", "transfer", "transferToFixedLength"])
    Reflect.deleteProperty(ArrayBuffer.prototype, name);
}

/** A length, or a list to be copied. A view of a buffer takes nothing. */
function lengthOf(first: unknown): unknown {
  if (typeof first !== "object" || first === null) return +(first as number);
  return first instanceof ArrayBuffer ? 0 : (first as ArrayLike<unknown>).length;
}

/** A proxy is no other function: `instanceof`, `name` and static methods are those of the original. */
function guard(name: string, check: (args: unknown[]) => void): void {
  const global = globalThis as unknown as Record<string, Constructor>;
  const original = global[name]!;
  const guarded = new Proxy(original, {
    construct(target, args, newTarget) {
      check(args);
      return construct(target, args, newTarget) as object;
    },
  });
  Reflect.defineProperty(original.prototype, "constructor", {
    value: guarded,
    writable: true,
    configurable: true,
  });
  global[name] = guarded;
}
