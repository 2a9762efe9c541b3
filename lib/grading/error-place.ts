/**
 * The text of an error of QuickJS made more helpful by the script in which it arose. The engine leaves out the name of what is not a
 * function; and the place that it gives to a value's property, or to a name, is that of the operation before it.
 */

/** `text` begins with the error's name and message; its stack, one frame a line, may follow. */
export function withPlace(text: string, script: string): string {
  const place = firstFrame.exec(text);
  if (!place) return text;
  const [line, column] = [Number(place[1]), Number(place[2])];
  const lines = script.split("\n");
  if (text.startsWith("TypeError: not a function\n")) {
    const name = calledAt(lines[line - 1] ?? "", column - 1 - (line === 1 ? wrapper.length : 0));
    return name === "" ? text : text.replace("not a function", () => `${name} is not a function`);
  }
  const missing = missingWord(text);
  if (missing === undefined) return text;
  const found = missing && placeOf(missing, lines, line - 1);
  return text.replace(firstFrame, found ? `exercise.ts:${found}` : `near exercise.ts:${line}`);
}

const firstFrame = /\bexercise\.ts:(\d+):(\d+)/;

/** Text before the script that makes it a function. */
export const wrapper = "(function(exports,require){";

/** The name that is called at `index`, with those of its owners. */
function calledAt(line: string, index: number): string {
  const after = /^\s*\.?[\w$.]*/.exec(line.slice(Math.max(0, index), Math.max(0, index) + 100))![0];
  const before = /[\w$.]*$/.exec(line.slice(Math.max(0, index - 100), Math.max(0, index)))![0];
  return /^\s/.test(after) ? after.trim() : before + after;
}

/** The text to look for in the script; `false` when the error says no name; `undefined` when its place is right. */
function missingWord(text: string): RegExp | false | undefined {
  const [message = ""] = text.split("\n", 1);
  const name = /^ReferenceError: ([\w$]{1,100}) is not defined$/.exec(message)?.[1];
  if (name !== undefined) return new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`);
  const property = /^TypeError: cannot [sr]e(?:t|ad) property '(.{1,100})' of /.exec(message)?.[1];
  if (property !== undefined && /^[A-Za-z_$][\w$]*$/.test(property))
    return new RegExp(`${escaped(property)}(?<=[.{,]\\s*${escaped(property)})(?![\\w$])`);
  return property !== undefined || /^TypeError: (Cannot convert|value is not iter)/.test(message)
    ? false
    : undefined;
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}

/** The first place from the line `start` on where the word stands. */
function placeOf(word: RegExp, lines: readonly string[], start: number): string | undefined {
  for (let i = start; i < lines.length; i++) {
    const column = lines[i]!.search(word);
    if (column >= 0) return `${i + 1}:${column + 1}`;
  }
  return undefined;
}
