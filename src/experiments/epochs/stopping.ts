/** What early stopping would have made of a run: losses on the validation set, look by look. */

export interface Stopping {
  /** The look with the least loss so far, whose weights one would keep; -1 before the first. */
  readonly best: number;
  /** The look at which one would have stopped: the first that is so many looks after the best before it. Undefined while one goes on. */
  readonly stopped: number | undefined;
}

export function stoppingOf(losses: readonly number[], patience: number): Stopping {
  let best = -1;
  for (const [look, loss] of losses.entries()) {
    if (best < 0 || loss < losses[best]!) best = look;
    else if (look - best >= patience) return {best, stopped: look};
  }
  return {best, stopped: undefined};
}
