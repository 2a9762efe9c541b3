/** A reader's clicks as a line of signs, one for each round: what was taken, from 1 on, or 0 where nothing was. */
import type {Choice} from "../../lib/metrics/preference.js";
import {mostClicks, offerCount} from "./designer-params.js";

/** The place of what was taken in each round; nothing where nothing was, or where the sign is no number of a place. */
export function clicksIn(line: string): readonly (number | undefined)[] {
  return Array.from(line.slice(0, mostClicks), (sign) => {
    const place = "1234".indexOf(sign);
    return place >= 0 && place < offerCount ? place : undefined;
  });
}

/** The line with one more round: `place` from 0 on, or nothing taken. At its end it stays as it is. */
export function withClick(line: string, place: number | undefined): string {
  if (line.length >= mostClicks) return line;
  return line + (place === undefined ? "0" : `${place + 1}`);
}

/** The rounds in which something was taken, with what was offered there. */
export function choicesOf(
  clicks: readonly (number | undefined)[],
  offers: readonly {readonly features: readonly ArrayLike<number>[]}[],
): readonly Choice[] {
  return clicks.flatMap((chosen, round) =>
    chosen === undefined ? [] : [{offered: offers[round]!.features, chosen}],
  );
}
