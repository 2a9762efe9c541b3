import {expect, test} from "vitest";
import type {Entry, Ledger} from "../../../lib/provenance/consent-entry.js";
import {consentTo, requestsOf, standingOf} from "../../../lib/provenance/consent-requests.js";
import {refusalText} from "../../../lib/provenance/consent-words.js";
import {asked, at, picture, written} from "./consent-cases.js";

const wish = {face: 4711, wearer: 1208, purpose: "lesson"} as const;
const yes = (request = 1, minutes = 2): Entry => ({kind: "granted", at: at(minutes), request});
const no = (request = 1): Entry => ({kind: "refused", at: at(2), request});
const use = (request = 1): Entry => ({kind: "used", at: at(3), request, picture});
const back = (request = 1): Entry => ({kind: "revoked", at: at(4), request});

const answers: readonly (readonly [ledger: Ledger, minutes: number, answer: string | number])[] = [
  [written(), 5, "unasked"],
  [written(asked({face: 99})), 5, "unasked"],
  [written(asked({purpose: "card"})), 5, "unasked"], // and unanswered: it allows nothing
  [written(asked()), 5, "unanswered"],
  [written(asked(), no()), 5, "refused"],
  [written(asked(), yes()), 5, 1],
  [written(asked(), yes()), 60, 1],
  [written(asked(), yes()), 61, "over"],
  [written(asked()), 61, "over"],
  [written(asked(), yes(), use()), 5, "used"],
  [written(asked(), yes(), use()), 61, "used"],
  [written(asked(), yes(), back()), 5, "revoked"],
  [written(asked(), yes(), use(), back()), 5, "revoked"],
  [written(asked({purpose: "card"}), yes()), 5, "purpose"],
  [written(asked({wearer: 77}), yes()), 5, "wearer"],
  [written(asked({wearer: 77, purpose: "card"}), yes()), 5, "wearer"],
  [written(asked({wearer: 77}), yes()), 61, "unasked"],
  [written(asked(), asked(), no(), yes(2)), 5, 2],
  [written(asked(), yes(), asked({at: at(2)}), no(2)), 5, 1], // a no to a second request takes nothing back
  [written(asked(), yes(), use(), asked({at: at(4)}), yes(2, 5)), 6, 2],
  [written(asked({face: 1208, wearer: 4711}), yes()), 5, "unasked"], // a yes for the other way round
];

test.each(answers)("case %#: what allows a use, or why nothing does", (ledger, minutes, answer) => {
  const found = consentTo(ledger, wish, at(minutes));
  expect("why" in found ? found.why : found.id).toBe(answer);
});

test("each refusal says whose consent is missing, why, and what to try", () => {
  const said = answers.flatMap(([ledger, minutes]) => {
    const found = consentTo(ledger, wish, at(minutes));
    return "why" in found ? [[found.why, refusalText(found, wish)] as const] : [];
  });
  for (const [why, text] of said) {
    expect(text, why).toMatch(/^No consent/);
    expect(text, why).toContain("4711");
    expect(text, why).toMatch(/\b(Ask|Take|Wait|take)\b[^.]*\.$/);
  }
  expect(new Set(said.map(([why]) => why)).size).toBe(8);
  const text = (why: string) => said.find(([each]) => each === why)![1];
  expect(text("purpose")).toBe(
    "No consent of 4711: request 1 was granted for a birthday card, not for a lesson. Ask for that.",
  );
  expect(text("over")).toContain("request 1 ended at 2026-11-29, 19:00:00 UTC");
});

test("a picture stands until its end, or until its consent is taken back", () => {
  const stand = (ledger: Ledger, minutes: number) =>
    standingOf(requestsOf(ledger)[0]!, at(minutes));
  expect(stand(written(asked(), yes()), 5)).toBeUndefined();
  expect(stand(written(asked(), yes(), back()), 5)).toBeUndefined();
  const used = [asked(), yes(), use()];
  expect(stand(written(...used), 60)).toBe("standing");
  expect(stand(written(...used), 61)).toBe("over");
  expect(stand(written(...used, back()), 5)).toBe("withdrawn");
  expect(stand(written(...used, back()), 61)).toBe("withdrawn");
});
