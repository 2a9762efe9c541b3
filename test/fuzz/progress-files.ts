/** Progress files taken in where work lies already: all of both is there afterwards, or the file is refused and nothing has changed. */

import {knownResults} from "../../src/storage/known-results.js";
import {addLogbook, type Logbook, readLogbook} from "../../src/storage/logbook.js";
import {logbookFile, NoLogbook, parseLogbook} from "../../src/storage/logbook-file.js";
import {withVerdict} from "../../src/storage/result.js";
import {Shelf} from "../../src/storage/shelf.js";
import {ToyDisk, toyTabs} from "../src/storage/toy-disk.js";
import {shapeOf} from "./fuzz.js";
import {mutateJson} from "./mutate-json.js";
import {lostWords, word} from "./readers-words.js";
import {isSame} from "./same.js";
import {messageProblem, type Outcome, type Target} from "./target.js";

interface Taken extends Outcome {
  readonly file: Logbook;
  readonly before: Logbook;
  readonly after: Logbook;
}

interface Refused extends Outcome {
  readonly message: string;
  readonly isUnchanged: boolean;
}

const now = "2026-11-28T12:00:00.000Z";

export const progressFiles: Target<Taken | Refused> = {
  name: "progress files",
  seeds: [logbookFile(book("theirs", 3), now), logbookFile(book("many", 25), now)],
  mutate: mutateJson,
  async run(text) {
    const disk = new ToyDisk();
    const shelf = new Shelf(disk, toyTabs().tab());
    await addLogbook(shelf, ours);
    const before = await readLogbook(shelf);
    const lying = structuredClone(disk.kept);
    try {
      const file = parseLogbook(text, Date.parse(now));
      const {known} = knownResults(file.results, {a: 5, b: 5});
      await addLogbook(shelf, {...file, results: known});
      return {kind: kindOf(file), file, before, after: await readLogbook(shelf)};
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof NoLogbook)) throw error;
      const {message} = error;
      const isUnchanged = isSame([...lying], [...disk.kept]);
      return {kind: shapeOf(message), message, isUnchanged};
    }
  },
  holds(outcome) {
    if ("message" in outcome)
      return outcome.isUnchanged
        ? messageProblem(outcome.message)
        : "a refusal that changed something";
    const {file, before, after} = outcome;
    const lost = lostWords([before, file], after);
    if (lost.length > 0) return `lost: "${lost.slice(0, 3).join(" ")}"`;
    const draft = after.work.a?.draft.text;
    if (draft !== before.work.a?.draft.text) return "another draft than the reader's";
    return resultProblem(before, after) ?? answersProblem(outcome) ?? dateProblem(file);
  },
};

function kindOf(file: Logbook): string {
  return `taken ${Object.values(file).map((each) => Math.min(3, Object.keys(each).length))}`;
}

/** What was reached stays, and what a file claims is no better than a verdict. */
function resultProblem({results: before}: Logbook, {results: after}: Logbook): string | undefined {
  if (after.a!.points < before.a!.points) return "points that are gone";
  if (before.a!.solvedAt && !after.a!.solvedAt) return "a solved exercise that is none any more";
  const right = {state: "correct", points: 5, maxPoints: 5, tests: [], console: ""} as const;
  const {state, points, maxPoints} = withVerdict(after.b, right, now, 5);
  const isTold = state === "correct" && points === 5 && maxPoints === 5;
  return isTold ? undefined : "a claim that no verdict replaces";
}

function answersProblem({file, before, after}: Taken): string | undefined {
  const count = (book: Logbook) =>
    new Set(Object.values(book.recalls.q ?? []).map(({at}) => at)).size;
  const isAll = count(after) >= Math.max(count(before), count(file));
  return isAll ? undefined : "answers that are gone";
}

function dateProblem({work}: Logbook): string | undefined {
  const dates = Object.values(work).flatMap(({draft, versions}) => [draft, ...versions]);
  const isDate = ({at}: {readonly at: string}) => /^\d{4}-\d\d-\d\dT/.test(at);
  return dates.every(isDate) ? undefined : "a date that is none was taken";
}

/** Somebody's logbook with `count` versions. */
function book(whose: string, count: number): Logbook {
  const at = (n: number) => new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString();
  const versions = Array.from(
    {length: count},
    (_, n) => ({text: word(whose, n), why: "run", at: at(n), outcome: "1 of 5 points"}) as const,
  );
  const result = {
    state: "partly",
    points: 3,
    maxPoints: 5,
    attempts: 2,
    firstAt: at(1),
    lastAt: at(2),
  } as const;
  return {
    work: {a: {draft: {text: word(whose, 999), revision: `${whose}-1`, at: at(60)}, versions}},
    results: {a: {...result, solvedAt: at(1), solutionSeenAt: at(2)}, b: result},
    recalls: {
      q: [
        {at: at(3), right: true},
        {at: at(4 + count), right: false},
      ],
    },
    guesses: {
      "digit-classifier.testAccuracy": {values: [null, 10, 92.5], at: at(5), seenAt: at(6)},
    },
    judgements: {ranking: [{at: at(7), left: "real", right: "gan-digits", choice: "tie"}]},
    sightings: {"who-sees-it-first": [{at: at(8), level: 0.4, truth: 3, yours: 5, network: 8}]},
    asides: [{store: "work", key: "a", text: word(whose, 777)}],
  };
}

const ours = book("ours", 20);
