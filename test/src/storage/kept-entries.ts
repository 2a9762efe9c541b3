/** What a reader has kept, an entry of each store with everything that it may hold. */
import type {Store} from "../../../src/storage/disk.js";
import type {Entries} from "../../../src/storage/entries.js";
import type {Logbook} from "../../../src/storage/logbook.js";

export const at = "2026-11-25T12:00:00.000Z";
export const key: Readonly<Record<Store, string>> = {
  work: "double",
  results: "double",
  recalls: "cross-entropy-zero",
  guesses: "digit-classifier.testAccuracy",
  judgements: "real-or-made",
  sightings: "who-sees-it-first",
};
export const whole: Entries = {
  work: {
    draft: {text: "my draft", revision: "x-1", at, history: {done: []}},
    versions: [
      {text: "older", why: "run", at, outcome: "1 of 5 points"},
      {text: "newer", why: "reset", at},
    ],
  },
  results: {
    state: "correct",
    points: 5,
    maxPoints: 5,
    attempts: 2,
    firstAt: at,
    lastAt: at,
    solvedAt: at,
    solutionSeenAt: at,
    claimed: true,
  },
  recalls: [
    {at, right: true},
    {at, right: false},
  ],
  guesses: {values: [null, 10, 92.5], at, seenAt: at},
  judgements: [{at, left: "real", right: "gan-digits", choice: "left"}],
  sightings: [{at, level: 0.25, truth: 7, yours: 7, network: 8}],
};

const {history: _, ...draft} = whole.work.draft;

/** All of it as a file gives it back, without the undo history. */
export const logbook: Logbook = {
  work: {[key.work]: {...whole.work, draft}},
  results: {[key.results]: whole.results},
  recalls: {[key.recalls]: whole.recalls},
  guesses: {[key.guesses]: whole.guesses},
  judgements: {[key.judgements]: whole.judgements},
  sightings: {[key.sightings]: whole.sightings},
  asides: [{store: "work", key: key.work, text: "{}"}],
};
