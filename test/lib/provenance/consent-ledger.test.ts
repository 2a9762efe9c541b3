import {expect, test} from "vitest";
import type {Entry, Ledger} from "../../../lib/provenance/consent-entry.js";
import {withEntry} from "../../../lib/provenance/consent-ledger.js";
import {requestsOf} from "../../../lib/provenance/consent-requests.js";
import {asked, at, picture, written} from "./consent-cases.js";

test("a log only grows: what was written stays, and the old log is left alone", () => {
  const before = written(asked());
  const after = withEntry(before, {kind: "granted", at: at(2), request: 1});
  expect(before).toHaveLength(1);
  expect(after[0]).toBe(before[0]);
  const end = written(
    ...after,
    {kind: "used", at: at(3), request: 1, picture},
    {
      ...{kind: "revoked", at: at(4), request: 1},
    },
  );
  expect(end.map(({kind}) => kind)).toEqual(["asked", "granted", "used", "revoked"]);
  expect(requestsOf(end)[0]).toMatchObject({state: "revoked", made: {picture, at: at(3)}});
});

/** What may come next in each state, and nothing else. */
const next: Readonly<Record<Entry["kind"], readonly Entry["kind"][]>> = {
  asked: ["granted", "refused"],
  granted: ["used", "revoked"],
  used: ["revoked"],
  refused: [],
  revoked: [],
};

const ways: Readonly<Record<Entry["kind"], readonly Entry[]>> = {
  asked: [],
  granted: [{kind: "granted", at: at(2), request: 1}],
  refused: [{kind: "refused", at: at(2), request: 1}],
  used: [
    {kind: "granted", at: at(2), request: 1},
    {kind: "used", at: at(3), request: 1, picture},
  ],
  revoked: [
    {kind: "granted", at: at(2), request: 1},
    {kind: "revoked", at: at(3), request: 1},
  ],
};

test("each state takes its next steps, and refuses all others", () => {
  for (const [state, way] of Object.entries(ways)) {
    const ledger = written(asked(), ...way);
    for (const kind of ["granted", "refused", "used", "revoked"] as const) {
      const entry = {kind, at: at(5), request: 1, picture} as Entry;
      const isLegal = next[state as Entry["kind"]].includes(kind);
      if (isLegal) expect(withEntry(ledger, entry).at(-1), `${state}, ${kind}`).toBe(entry);
      else
        expect(() => withEntry(ledger, entry), `${state}, ${kind}`).toThrow(
          `request 1 cannot be ${kind}: it is ${state} (`,
        );
    }
  }
});

const refused: readonly (readonly [what: string, ledger: Ledger, entry: Entry, message: string])[] =
  [
    ["a time that is none", [], asked({at: "today"}), "invalid time: today (such as 2026-"],
    ["a time without milliseconds", [], asked({at: "2026-11-29T18:00:00Z"}), "invalid time: "],
    [
      "a clock set back",
      written(asked({at: at(3)})),
      {kind: "granted", at: at(2), request: 1},
      `invalid time: ${at(2)} (${at(3)}, when the last entry was written, or later; set the clock right)`,
    ],
    [
      "a number that is none",
      [],
      asked({face: 1.5}),
      "invalid face: 1.5 (the number of an avatar, 0",
    ],
    ["a number below 0", [], asked({wearer: -1}), "invalid wearer: -1 (the number of an avatar, 0"],
    ["one’s own face", [], asked({wearer: 4711}), "invalid wearer: 4711 (another avatar; 4711 has"],
    [
      "another purpose",
      [],
      asked({purpose: "toString" as "card"}),
      "unknown purpose: toString (one of lesson, card, advertisement)",
    ],
    ["an end that is none", [], asked({until: "soon"}), "invalid end: soon (a time after "],
    ["an end at once", [], asked({until: at(1)}), `invalid end: ${at(1)} (a time after ${at(1)}`],
    [
      "an answer before any question",
      [],
      {kind: "granted", at: at(1), request: 1},
      "unknown request: 1 (none was made yet: ask first)",
    ],
    [
      "an answer to another question",
      written(asked(), asked()),
      {kind: "granted", at: at(2), request: 3},
      "unknown request: 3 (1 to 2)",
    ],
    [
      "request 0",
      written(asked()),
      {kind: "refused", at: at(2), request: 0},
      "unknown request: 0 (1 to 1)",
    ],
    [
      "a yes after the end",
      written(asked()),
      {kind: "granted", at: at(61), request: 1},
      `request 1 cannot be granted: it ended at ${at(60)} (up to then; ask anew, with a later end)`,
    ],
    [
      "a use after the end",
      written(asked(), ...ways.granted),
      {kind: "used", at: at(61), request: 1, picture},
      `request 1 cannot be used: it ended at ${at(60)}`,
    ],
    [
      "a picture without its hash",
      written(asked(), ...ways.granted),
      {kind: "used", at: at(3), request: 1, picture: "abc"},
      "invalid picture: abc (64 hexadecimal digits of its hash)",
    ],
  ];

test.each(refused)("%s is named", (_, ledger, entry, message) => {
  expect(() => withEntry(ledger, entry)).toThrow(message);
});

test("up to the end itself a consent may be used, and after it still be taken back", () => {
  const granted = written(asked(), ...ways.granted);
  const used = withEntry(granted, {kind: "used", at: at(60), request: 1, picture});
  expect(requestsOf(used)[0]!.state).toBe("used");
  const revoked = withEntry(used, {kind: "revoked", at: at(90), request: 1});
  expect(requestsOf(revoked)[0]!.state).toBe("revoked");
  expect(
    requestsOf(withEntry(written(asked()), {kind: "refused", at: at(90), request: 1}))[0]!.state,
  ).toBe("refused");
});
