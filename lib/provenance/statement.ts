/** What is signed of a picture: how it was made, of which bytes that holds, and from when until when. */

export interface Statement {
  /** How the picture was made: the course's recipe, word by word. */
  readonly recipe: string;
  /** ISO times, of the signer's own clock. */
  readonly from: string;
  readonly until: string;
  /** SHA-256 of the pixels' bytes, and of all else in the file but the credential. 64 hexadecimal digits. */
  readonly pixels: string;
  readonly rest: string;
}

/** The words that are signed. */
export function statementText({recipe, from, until, pixels, rest}: Statement): string {
  return JSON.stringify({recipe, from, until, pixels, rest});
}

/** The statement, or undefined for a text that `statementText` did not write. */
export function parseStatement(text: string): Statement | undefined {
  const value = parsed(text);
  if (!isStatement(value) || statementText(value) !== text) return undefined;
  return value;
}

/** Whether it is an ISO time of UTC, to the millisecond. Such texts are in the order of their times. */
export const isTime = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
/** Whether it is a SHA-256, in 64 hexadecimal digits. */
export const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

function isStatement(value: unknown): value is Statement {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Record<string, unknown>;
  const names = ["recipe", "from", "until", "pixels", "rest"] as const;
  if (!names.every((name) => typeof fields[name] === "string")) return false;
  const {from, until, pixels, rest} = value as Statement;
  return isTime(from) && isTime(until) && isHash(pixels) && isHash(rest);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
