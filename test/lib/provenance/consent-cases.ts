/** Short logs of consent for tests: 1208 asks for the face of 4711 at minute 1, until minute 60. */
import type {Entry, Ledger} from "../../../lib/provenance/consent-entry.js";
import {withEntry} from "../../../lib/provenance/consent-ledger.js";

export const picture = "3fa912bc".repeat(8);

/** A time so many minutes after an hour. */
export function at(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 29, 18) + 60_000 * minutes).toISOString();
}

export function asked(
  change: Partial<Extract<Entry, {readonly kind: "asked"}>> = {},
): Extract<Entry, {readonly kind: "asked"}> {
  const terms = {face: 4711, wearer: 1208, purpose: "lesson", until: at(60)} as const;
  return {kind: "asked", at: at(1), ...terms, ...change};
}

export function written(...entries: readonly Entry[]): Ledger {
  return entries.reduce<Ledger>(withEntry, []);
}
