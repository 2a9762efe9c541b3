/**
 * The one way in which what a submission says is cut: before it is sent, kept, shown or printed. Written with captured
 * built-ins, because it also runs beside learner code.
 */
import {cut} from "./captured.js";

/** Most characters that a reader is shown of one text: an error, a value, a key. */
export const textLimit = 2000;
/** Most characters of a name: a key, an export, an error's name. */
export const nameLimit = 100;

/** `text` with at most `limit` characters, and a sign where some are missing. */
export function shorten(text: string, limit = textLimit): string {
  return text.length <= limit ? text : `${cut(text, limit - 1)}…`;
}
