import type {RunRecord} from "./run-record.js";

/** How a picture of the run came about, for the start of a caption: "Live", "Recorded 2026-11-25", "Imported 2026-11-25". */
export function originWords({origin, date}: Pick<RunRecord, "origin" | "date">): string {
  if (origin === "live") return "Live";
  return `${origin === "recorded" ? "Recorded" : "Imported"} ${date?.slice(0, 10)}`;
}
