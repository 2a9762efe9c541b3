import {visible} from "./visible.js";

/**
 * A value for a message: on one line, at most `limit` characters, whatever it is and however large. It looks at no more of the
 * value than it shows, so a text of 20 MB, a cycle or a million entries cost nothing.
 */
export function shownValue(value: unknown, limit = 60): string {
  const text = visible(written(value, limit));
  return text.length > limit ? `${text.slice(0, limit - 3)}...` : text;
}

/** A name for a message: a plain word as it stands, anything else as `shownValue` has it. */
export function shownName(name: string): string {
  return /^[\w.-]{1,60}$/.test(name) ? name : shownValue(name);
}

function written(value: unknown, limit: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, limit));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value))
    return listed("[", value, (item, room) => written(item, room), "]", limit);
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== "Object") return `a ${kind}`;
  return listed("{", ownNames(value), (name, room) => writtenField(value, name, room), "}", limit);
}

function writtenField(owner: object, name: string, limit: number): string {
  const field = Object.getOwnPropertyDescriptor(owner, name);
  const value = field && "value" in field ? written(field.value, limit) : "computed";
  return `${JSON.stringify(name.slice(0, limit))}:${value}`;
}

/** Item after item while there is room for more. */
function listed<T>(
  open: string,
  items: Iterable<T>,
  write: (item: T, room: number) => string,
  close: string,
  limit: number,
): string {
  let text = open;
  for (const item of items) {
    if (text.length > limit) return text;
    if (text !== open) text += ",";
    text += write(item, limit - text.length);
  }
  return text + close;
}

function* ownNames(value: object): Generator<string> {
  for (const name in value) if (Object.hasOwn(value, name)) yield name;
}
