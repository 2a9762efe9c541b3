/** The root of the mean squared difference of pixels, in the specs of two exercises, and what comes out where it is taken wrongly. */
export type Picture = readonly number[];
type Distance = (a: Picture, b: Picture) => number;

const squares: Distance = (a, b) => a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);

export const distance: Distance = (a, b) => Math.sqrt(squares(a, b) / a.length);

/** For a demand whose value is `of` of the right distance. */
export const distanceMistakes = (of: (by: Distance) => number) => [
  {value: of(squares), advice: "the mean and the root are missing."},
  {
    value: of((a, b) => Math.sqrt(squares(a, b))),
    advice: "divide by the number of pixels before you take the root.",
  },
  {value: of((a, b) => squares(a, b) / a.length), advice: "the root is missing."},
  {
    value: of((a, b) => Math.sqrt(squares(a, b)) / a.length),
    advice: "divide first, then take the root: the mean lies below the root.",
  },
  {
    value: of((a, b) => a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length),
    advice: "square the differences: this is their mean size.",
  },
];
