/** An n-dimensional array as it crosses between worker and page: row-major values with their shape. No tensor does. */
export interface NdArray<Values extends TypedValues = TypedValues> {
  readonly data: Values;
  readonly shape: readonly number[];
}

export type TypedValues = Float32Array | Uint8Array | Int32Array | Uint32Array;

/** Arrays by name: weights, optimiser slots, what a figure shows. */
export type NamedArrays = Readonly<Record<string, NdArray>>;

/** The buffers behind `arrays`, to be transferred instead of copied. */
export function buffersOf(arrays: NamedArrays): ArrayBuffer[] {
  return [...new Set(Object.values(arrays).map(({data}) => data.buffer as ArrayBuffer))];
}

/** `arrays` by longer names: each behind `prefix`. */
export function withPrefix(prefix: string, arrays: NamedArrays): NamedArrays {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [`${prefix}${name}`, array]),
  );
}

/** Those of `arrays` whose names begin with `prefix`, by what is behind it. */
export function partWith(prefix: string, arrays: NamedArrays): NamedArrays {
  const own = Object.entries(arrays).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, array]) => [name.slice(prefix.length), array]));
}
