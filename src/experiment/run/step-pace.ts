const most = 15;
const fewest = 3;

/**
 * How long a step takes the reader, with all that is done between two steps: a running median, so that one slow step, a measurement or a
 * picture does not make the time left jump. Times in ms, passed in.
 */
export class StepPace {
  #times: number[] = [];
  #step = 0;
  #at: number | undefined;

  /** Undefined until there are a few times to go by. */
  get msPerStep(): number | undefined {
    if (this.#times.length < fewest) return undefined;
    const sorted = this.#times.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  }

  /** The run has come to `step`. Another run has a pace of its own. */
  note(step: number, now: number): void {
    if (step < this.#step) this.#times = [];
    if (this.#at !== undefined && step > this.#step)
      this.#add((now - this.#at) / (step - this.#step));
    this.#step = step;
    this.#at = now;
  }

  /** The run rests: the time until it goes on is no step's. */
  rest(): void {
    this.#at = undefined;
  }

  #add(ms: number): void {
    this.#times = [...this.#times, ms].slice(-most);
  }
}
