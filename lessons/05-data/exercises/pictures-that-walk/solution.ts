interface Epoch {
  /** What this epoch learns from. */
  shown: number[][];
  /** What the next epoch begins with. */
  set: number[][];
}

/** One epoch of augmentation: each picture is shown moved, by a number of pixels of its own. */
export function epoch(set: number[][], moves: number[]): Epoch {
  const shown = [...set];
  for (const [i, move] of moves.entries()) shown[i] = movedBy(shown[i]!, move);
  return {shown, set};
}

/** To the right, or to the left by a negative number. What leaves the picture is lost, and black comes in. */
function movedBy(picture: number[], move: number): number[] {
  return picture.map((_, place) => picture[place - move] ?? 0);
}
