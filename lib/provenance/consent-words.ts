/** What a log of consent says, and what it answers, in sentences. */
import {type Entry, type Ledger, purposes} from "./consent-entry.js";
import {
  type Refusal,
  type Request,
  requestsOf,
  type Standing,
  type Wish,
} from "./consent-requests.js";

/** "2026-11-29, 18:04:10 UTC". */
export function timeText(iso: string): string {
  return `${iso.slice(0, 10)}, ${iso.slice(11, 19)} UTC`;
}

/** The first eight digits of a hash: enough to tell two pictures apart by eye. */
export function hashText(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}

/** An entry, with all that a stranger to the log would ask. */
export function entryText(ledger: Ledger, entry: Entry): string {
  if (entry.kind === "asked") {
    const {face, wearer, purpose, until} = entry;
    return `${wearer} asks to wear the face of ${face} once, for ${purposes[purpose]}, until ${timeText(until)}.`;
  }
  const {id, face, wearer, purpose, until, made} = requestsOf(ledger)[entry.request - 1]!;
  if (entry.kind === "granted") return `The guardian of ${face} says yes to request ${id}.`;
  if (entry.kind === "refused") return `The guardian of ${face} says no to request ${id}.`;
  if (entry.kind === "used")
    return `By request ${id} ${wearer} wore the face of ${face}, for ${purposes[purpose]}, until ${timeText(until)}. Picture ${hashText(entry.picture)}.`;
  const what = made
    ? `Picture ${hashText(made.picture)} is withdrawn.`
    : "Nothing had been made of it.";
  return `The guardian of ${face} takes the consent to request ${id} back. ${what}`;
}

/** Why a face may not be worn, and what can be done about it. */
export function refusalText(refusal: Refusal, {face, purpose}: Wish): string {
  if (refusal.why === "unasked")
    return `No consent: nobody has asked ${face} for this, and without an answer the answer is no. Ask first, with a purpose and an end.`;
  const {id, until, made, wearer, purpose: granted} = refusal.request;
  const no = `No consent of ${face}:`;
  switch (refusal.why) {
    case "unanswered":
      return `${no} request ${id} has no answer, and no answer is no. Wait for one.`;
    case "refused":
      return `${no} the answer to request ${id} was no. Take another face.`;
    case "used":
      return `${no} request ${id} was for one use, and that was made at ${timeText(made!.at)}. Ask again for another.`;
    case "revoked":
      return `${no} what was granted by request ${id} was taken back. Ask again, or take another face.`;
    case "over":
      return `${no} request ${id} ended at ${timeText(until)}. Ask again, with a later end.`;
    case "purpose":
      return `${no} request ${id} was granted for ${purposes[granted]}, not for ${purposes[purpose]}. Ask for that.`;
    case "wearer":
      return `${no} request ${id} was granted to ${wearer}, and to nobody else. Ask for yourself.`;
  }
}

/** What may be done with a picture that was made. */
export function standingText({id, until}: Request, standing: Standing): string {
  const picture = `The picture of request ${id}`;
  if (standing === "withdrawn")
    return `${picture} is withdrawn: it is not shown and cannot be saved any more. That it was made stays in the log. A copy that was saved before is out of reach.`;
  return standing === "over"
    ? `${picture} was allowed until ${timeText(until)}: it cannot be saved any more. Ask again for another.`
    : `${picture} may be saved until ${timeText(until)}.`;
}

/** How a picture was made, as its file tells it: no recipe of a run, which could be followed again, but what a stranger should know first. */
export function originText({id, face, wearer, purpose}: Request, stays: readonly string[]): string {
  return [
    "Face swapped. Drawn by a model; it shows nobody.",
    `face = ${face}`,
    `worn by = ${wearer}`,
    `kept of ${wearer} = ${stays.length > 0 ? stays.join(", ") : "nothing"}`,
    `for = ${purposes[purpose]}`,
    `by request = ${id}`,
    "drawn by = decoder-faces",
  ].join("\n");
}
