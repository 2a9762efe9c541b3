import {drivenWords} from "./driver-words.js";
import type {RunRecord} from "./run-record.js";

/** How a picture of the run came about, for the start of a caption: "Live", "Recorded 2026-11-25", "Imported 2026-11-25". */
export function originWords({
  origin,
  date,
  driver,
}: Pick<RunRecord, "origin" | "date" | "driver">): string {
  if (origin === "live") return `Live${drivenWords(driver)}`;
  return `${origin === "recorded" ? "Recorded" : "Imported"} ${date?.slice(0, 10)}`;
}
