import {formatCount} from "../controls/format.js";
import type {Sightings} from "../storage/sightings.js";

const day = new Intl.DateTimeFormat("en", {dateStyle: "long", timeZone: "UTC"});

/** "Your 12 answers since November 29, 2026 are kept in this browser …" */
export function keptText(kept: Sightings): string {
  const [first] = kept;
  if (!first) return "Your answers are kept in this browser, and go nowhere.";
  const since = day.format(new Date(first.at));
  const answers =
    kept.length === 1 ? "Your answer is" : `Your ${formatCount(kept.length)} answers are`;
  return `${answers} kept in this browser, from ${since} on. Export in Your progress saves them, too.`;
}
