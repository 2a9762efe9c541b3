/** A console for learner code whose output is sent away as text, up to a limit. */
import {cut} from "./captured.js";
import {shorten} from "./shorten.js";
import {show} from "./show.js";

/** Characters of console output that are kept of one run. */
export const consoleLimit = 65_536;
const notice = `\n… cut here: more than ${consoleLimit} characters were printed.\n`;

/** Defines `console`. `write` gets each line with its end, and the notice once. */
export function captureConsole(write: (text: string) => void): void {
  let left = consoleLimit;
  const print = (...values: unknown[]) => {
    if (left <= 0) return;
    const text = line(values, left);
    left -= text.length;
    write(left > 0 ? text : cut(text, text.length + left) + notice);
  };
  const names = ["log", "info", "debug", "warn", "error", "table", "dir", "trace"];
  const value = Object.fromEntries(names.map((name) => [name, print]));
  Object.defineProperty(globalThis, "console", {value, writable: true, configurable: true});
}

function line(values: readonly unknown[], limit: number): string {
  let text = "";
  for (let i = 0; i < values.length && text.length <= limit; i++) {
    const value = values[i];
    text +=
      (i > 0 ? " " : "") + (typeof value === "string" ? shorten(value, limit + 1) : show(value));
  }
  return `${text}\n`;
}
