/** What is said of where a network looks. */
import type {Estimate} from "./saliency-data.js";

/** "It sees a 7, with 99.8 %." */
export function seenText(digit: number, probability: number): string {
  return `It sees ${article(digit)} ${digit}, with ${percentText(probability)}.`;
}

/** "The maps show what speaks for an 8." */
export function askedText(digit: number): string {
  return `The maps show what speaks for ${article(digit)} ${digit}, and against it.`;
}

/** A number with two digits after the point, and a minus as long as a plus: what rounds to 0 has none. */
export function agreementText(value: number): string {
  if (Number.isNaN(value)) return "–";
  return value
    .toFixed(2)
    .replace("-", "−")
    .replace(/^−(0\.00)$/, "$1");
}

/** "29": hundredths of a probability. */
export function pointsText(value: number): string {
  if (Number.isNaN(value)) return "–";
  return `${Math.round(100 * value)}`.replace("-", "−").replace(/^−0$/, "0");
}

/** "0.99 (0.98 to 1.00)". */
export function estimateText(estimate: Estimate, words: (value: number) => string): string {
  return `${words(estimate.value)} ${spanText(estimate, words)}`;
}

/** "(0.98 to 1.00)". */
export function spanText({low, high}: Estimate, words: (value: number) => string): string {
  return `(${words(low)} to ${words(high)})`;
}

/** "Three networks look at the pictures, in three ways: 12 of 30." */
export function lookedText(count: number, all: number): string {
  return `Three networks look at the pictures, in three ways: ${count} of ${all}.`;
}

function article(digit: number): string {
  return digit === 8 ? "an" : "a";
}

function percentText(share: number): string {
  return share > 0.999 ? "more than 99.9 %" : `${(100 * share).toFixed(1)} %`;
}
