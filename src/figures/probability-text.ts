/** A probability as a reader sees it: whole per cent in the middle, a decimal near 0 and 1, and never a certainty. */
export function probabilityText(probability: number): string {
  const value = 100 * probability;
  if (value > 99.95) return "> 99.9 %";
  if (value > 0 && value < 0.05) return "< 0.1 %";
  const digits = value >= 9.95 && value < 98.95 ? 0 : 1;
  return `${Number(value.toFixed(digits))} %`;
}
