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
