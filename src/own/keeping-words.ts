import {counted} from "../controls/format.js";
import type {OwnTable} from "./own-table.js";

/** How safe the pictures of a table are, and what to do where they are not. */
export function keepingWords({keeping, unkept, unreadable}: OwnTable): string {
  const damaged = damageWords(unreadable);
  if (keeping === "disk") return `Kept in this browser, and nowhere else.${damaged}`;
  const last = `${unkept === 1 ? "The last change is" : `The last ${unkept} changes are`} on this page only, until it is closed`;
  if (keeping === "full")
    return `The browser has no room left. What was kept before stays. ${last}: take some pictures or sets away, and they are kept with the next change.${damaged}`;
  return `This browser lets the page keep nothing (a private window, or storage is switched off). ${last}.${damaged}`;
}

function damageWords(unreadable: number): string {
  if (unreadable === 0) return "";
  return ` ${counted(unreadable, "kept picture")} could not be read, and what is left of it stays as it is.`;
}
