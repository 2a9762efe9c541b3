/**
 * Consent to wear a face, as a log that is only ever added to: who asked for whose face, for what and until when; what its guardian said; what was made of it;
 * whether the consent was taken back. What holds is read from the log, from its beginning.
 *
 *     asked --granted--> granted --used--> used
 *       |                   |               |
 *       +--refused          +---revoked-----+
 *
 * No answer is no. A consent is for one wearer, one purpose and one use, up to its end.
 */
import {type Entry, type Ledger, purposes} from "./consent-entry.js";
import {requestsOf} from "./consent-requests.js";
import {isHash, isTime} from "./statement.js";

/** States in which an entry of a kind may follow, and how to get there. */
const steps = {
  granted: {after: ["asked"], advice: "ask anew"},
  refused: {after: ["asked"], advice: "revoke what was granted instead"},
  used: {after: ["granted"], advice: "ask, and wait for a yes"},
  revoked: {after: ["granted", "used"], advice: "there is no consent to take back"},
} as const;

/** The log with one entry more. Throws a RangeError where the entry cannot follow, and changes nothing. */
export function withEntry(ledger: Ledger, entry: Entry): Ledger {
  checkTime(ledger, entry.at);
  if (entry.kind === "asked") checkTerms(entry);
  else checkStep(ledger, entry);
  return [...ledger, entry];
}

function checkTime(ledger: Ledger, at: string): void {
  if (!isTime(at)) throw new RangeError(`invalid time: ${at} (such as 2026-11-29T18:00:00.000Z)`);
  const last = ledger.at(-1)?.at ?? at;
  if (at < last)
    throw new RangeError(
      `invalid time: ${at} (${last}, when the last entry was written, or later; set the clock right)`,
    );
}

function checkTerms({at, face, wearer, purpose, until}: Entry & {readonly kind: "asked"}): void {
  for (const [name, number] of Object.entries({face, wearer}))
    if (!Number.isSafeInteger(number) || number < 0)
      throw new RangeError(`invalid ${name}: ${number} (the number of an avatar, 0 or more)`);
  if (face === wearer)
    throw new RangeError(
      `invalid wearer: ${wearer} (another avatar; ${face} has that face already)`,
    );
  if (!Object.hasOwn(purposes, purpose))
    throw new RangeError(
      `unknown purpose: ${purpose} (one of ${Object.keys(purposes).join(", ")})`,
    );
  if (!isTime(until) || until <= at)
    throw new RangeError(`invalid end: ${until} (a time after ${at}, when it is asked)`);
}

function checkStep(ledger: Ledger, entry: Exclude<Entry, {readonly kind: "asked"}>): void {
  const requests = requestsOf(ledger);
  const request = requests[entry.request - 1];
  if (!request)
    throw new RangeError(
      `unknown request: ${entry.request} (${requests.length > 0 ? `1 to ${requests.length}` : "none was made yet: ask first"})`,
    );
  const {after, advice} = steps[entry.kind];
  if (!(after as readonly string[]).includes(request.state))
    throw new RangeError(
      `request ${request.id} cannot be ${entry.kind}: it is ${request.state} (${after.join(" or ")}; ${advice})`,
    );
  const isEnding = entry.kind === "refused" || entry.kind === "revoked";
  if (!isEnding && entry.at > request.until)
    throw new RangeError(
      `request ${request.id} cannot be ${entry.kind}: it ended at ${request.until} (up to then; ask anew, with a later end)`,
    );
  if (entry.kind === "used" && !isHash(entry.picture))
    throw new RangeError(`invalid picture: ${entry.picture} (64 hexadecimal digits of its hash)`);
}
