/** Keeps the last result, and computes another only for another key, such as the version of what it follows from. */
export class Remembered<T> {
  #key: string | number | undefined;
  #result: Promise<T> | undefined;

  of(key: string | number, compute: () => Promise<T>): Promise<T> {
    if (!this.#result || key !== this.#key) this.#result = compute();
    this.#key = key;
    return this.#result;
  }
}
