/** Complaints about something that may be long: each once, the first few, and how many more there are. */
export class Complaints {
  readonly #said = new Set<string>();
  readonly #most: number;
  #more = 0;

  constructor(most = 8) {
    this.#most = most;
  }

  add(text: string): void {
    if (this.#said.has(text)) return;
    if (this.#said.size < this.#most) this.#said.add(text);
    else this.#more += 1;
  }

  get list(): readonly string[] {
    const more = this.#more > 0 ? [`and ${this.#more} more like these`] : [];
    return [...this.#said, ...more];
  }
}
