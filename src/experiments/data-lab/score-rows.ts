/** The table of four scores in words: a row each, with control, changed one and what real pictures get. */

export interface ScoreRow {
  readonly label: string;
  readonly cells: readonly {readonly value: string; readonly interval: string}[];
  readonly floor: string;
}

/** In the order of what is told. */
const words = [
  {label: "Distance to real digits", unit: ""},
  {label: "Drawn as asked", unit: " %"},
  {label: "Digits that occur", unit: ""},
  {label: "Near-copies of its data", unit: " %"},
] as const;

/** The rows of `told` [4, 2, 5]: value, interval and floor by score and side. */
export function scoreRows(told: Float32Array): readonly ScoreRow[] {
  return words.map(({label, unit}, s) => {
    const cells = [0, 1].map((side) => {
      const [value, low, high] = told.subarray((2 * s + side) * 5, (2 * s + side) * 5 + 3);
      return {value: `${rounded(value!)}${unit}`, interval: range(low!, high!)};
    });
    const [low, high] = told.subarray(2 * s * 5 + 3, 2 * s * 5 + 5);
    return {label, cells, floor: `${range(low!, high!)}${unit}`};
  });
}

/** The same rows before anything is measured, as tall. */
export const rowsToCome: readonly ScoreRow[] = words.map(({label}) => ({
  label,
  cells: [0, 1].map(() => ({value: "–", interval: "–"})),
  floor: "–",
}));

function range(low: number, high: number): string {
  return `${rounded(low)} to ${rounded(high)}`;
}

function rounded(value: number): string {
  return String(Math.round(value));
}
