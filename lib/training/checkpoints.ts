import type {Checkpoint} from "./protocol.js";

const defaultBudgetBytes = 192 * 2 ** 20;

/**
 * The checkpoints of one run, by step, within a budget of bytes. Above it old ones are thinned to even distances; the
 * first and the last always stay.
 */
export class CheckpointStore {
  readonly budgetBytes: number;
  #kept: Checkpoint[] = [];

  constructor(budgetBytes = defaultBudgetBytes) {
    if (!(budgetBytes > 0))
      throw new RangeError(`invalid budget: ${budgetBytes} (a number of bytes above 0)`);
    this.budgetBytes = budgetBytes;
  }

  /** Keeps `checkpoint`, in place of an earlier one of the same step. */
  add(checkpoint: Checkpoint): void {
    const others = this.#kept.filter(({step}) => step !== checkpoint.step);
    this.#kept = [...others, checkpoint].sort((a, b) => a.step - b.step);
    while (this.bytes > this.budgetBytes && this.#kept.length > 2) this.#thin();
  }

  /** The last checkpoint at or before `step`; undefined when there is none. */
  nearest(step: number): Checkpoint | undefined {
    return this.#kept.findLast((checkpoint) => checkpoint.step <= step);
  }

  last(): Checkpoint | undefined {
    return this.#kept.at(-1);
  }

  /** Where the reader can go back to, ascending. */
  get steps(): readonly number[] {
    return this.#kept.map(({step}) => step);
  }

  get bytes(): number {
    return this.#kept.reduce((sum, checkpoint) => sum + checkpointBytes(checkpoint), 0);
  }

  /** A store of its own for a branch from `step`: with the checkpoints up to there, not copied. */
  upTo(step: number): CheckpointStore {
    const branch = new CheckpointStore(this.budgetBytes);
    branch.#kept = this.#kept.filter((checkpoint) => checkpoint.step <= step);
    return branch;
  }

  /** Forgets the one whose neighbours are nearest to each other. */
  #thin(): void {
    const gaps = this.#kept.slice(2).map(({step}, i) => step - this.#kept[i]!.step);
    this.#kept.splice(1 + gaps.indexOf(Math.min(...gaps)), 1);
  }
}

/** Bytes of the arrays, which are nearly all of it. */
function checkpointBytes({arrays}: Checkpoint): number {
  return Object.values(arrays).reduce((sum, {data}) => sum + data.byteLength, 0);
}
