/** Pictures of two pixels, each from 0 for black to 1 for white, with a question about each that has the answer yes or no. */
import type {Example} from "./small-network.js";

export interface TwoPixelTask {
  readonly question: string;
  readonly examples: readonly Example[];
}

export const twoPixelTasks = {
  /** In the last two the labels are swapped: no weights get all of it right, so the lowest loss lies at finite weights. */
  lighter: {
    question: "Is the left pixel the lighter one?",
    examples: examples([
      [0.9, 0.1, 1],
      [0.1, 0.9, 0],
      [0.8, 0.4, 1],
      [0.4, 0.8, 0],
      [0.6, 0.2, 1],
      [0.2, 0.6, 0],
      [0.3, 0.6, 1],
      [0.6, 0.3, 0],
    ]),
  },
  /** No single neuron can: both yes and no lie on both sides of any straight line. */
  one: {
    question: "Is just one pixel light?",
    examples: examples([
      [0.9, 0.1, 1],
      [0.1, 0.9, 1],
      [0.8, 0.2, 1],
      [0.2, 0.7, 1],
      [0.1, 0.1, 0],
      [0.9, 0.9, 0],
      [0.3, 0.2, 0],
      [0.7, 0.8, 0],
    ]),
  },
} as const satisfies Record<string, TwoPixelTask>;

export type TwoPixelTaskName = keyof typeof twoPixelTasks;

function examples(rows: readonly (readonly [number, number, 0 | 1])[]): Example[] {
  return rows.map(([left, right, target]) => ({x: [left, right], target}));
}
