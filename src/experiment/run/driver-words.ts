/** A reader's function in the place of a part of a model, in words. */
import type {Driver} from "../../lib/driver.js";

/** "your generatorLoss". */
export function driverWords({part, standing}: Driver): string {
  return standing === "opened" ? `the ${part} of a file` : `your ${part}`;
}

/** "It has not passed its tests.", where that is so. */
export function standingWords({standing}: Driver): string {
  return standing === "failing" ? "It has not passed its tests." : "";
}

/** ", with your generatorLoss"; nothing for a model's own parts. */
export function drivenWords(driver: Driver | undefined): string {
  return driver ? `, with ${driverWords(driver)}` : "";
}

/** "generatorLoss built in → yours": how the parts of two runs differ, if they do. */
export function driverChange(before: Driver | undefined, now: Driver | undefined): string[] {
  if (before?.code === now?.code && before?.part === now?.part) return [];
  const [old, next] = [before, now].map(whose);
  const part = (now ?? before)!.part;
  return [`${part} ${old} → ${next === old ? `${next}, changed` : next}`];
}

function whose(driver: Driver | undefined): string {
  if (!driver) return "built in";
  return driver.standing === "opened" ? "a file’s" : "yours";
}
