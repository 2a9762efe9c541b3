/** A list of 32-bit floats that grows by doubling: every loss of a run, without a copy a step. */
export class FloatList {
  #buffer: Float32Array;
  #length = 0;

  constructor(values: ArrayLike<number> = []) {
    this.#buffer = new Float32Array(Math.max(256, values.length));
    this.append(values);
  }

  get length(): number {
    return this.#length;
  }

  /** A view of the values, good until the next `append`. */
  get values(): Float32Array {
    return this.#buffer.subarray(0, this.#length);
  }

  append(values: ArrayLike<number>): void {
    const length = this.#length + values.length;
    if (length > this.#buffer.length) {
      const larger = new Float32Array(Math.max(length, this.#buffer.length * 2));
      larger.set(this.values);
      this.#buffer = larger;
    }
    this.#buffer.set(values, this.#length);
    this.#length = length;
  }

  /** Forgets everything from index `length` on. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, Math.max(0, length));
  }
}
