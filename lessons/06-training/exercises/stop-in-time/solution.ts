/** What comes of one look at the validation set. */
export function look(state: {least: number; waited: number}, loss: number, patience: number) {
  const keep = loss < state.least;
  const least = keep ? loss : state.least;
  const waited = keep ? 0 : state.waited + 1;
  return {least, waited, keep, stop: waited >= patience};
}
