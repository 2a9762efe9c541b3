/** A reader's function in the place of a part of a model, in words. */
import type {Driver, DriverStanding} from "../../lib/driver.js";

/** "your generatorLoss". */
export function driverWords({part, standing}: Driver): string {
  const origin = originOf[standing];
  return origin === undefined ? `your ${part}` : `the ${part} of a ${origin}`;
}

/** Of code that may be somebody else's. */
const originOf: Readonly<Partial<Record<DriverStanding, string>>> = {
  opened: "file",
  notebook: "notebook",
};

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
  const origin = originOf[driver.standing];
  return origin === undefined ? "yours" : `a ${origin}’s`;
}
