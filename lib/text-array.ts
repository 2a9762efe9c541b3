/** Text as an array, for what crosses between worker and page: UTF-8, a byte each. */
import type {NdArray} from "./array.js";

export function textArray(text: string): NdArray<Uint8Array> {
  const data = new TextEncoder().encode(text);
  return {data, shape: [data.length]};
}

export function textOf({data}: NdArray<Uint8Array>): string {
  return new TextDecoder().decode(data);
}
