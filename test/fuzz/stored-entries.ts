/** What lies in storage, damaged: the page opens with it, goes on working, and deletes nothing that it could not read. */
import type {Exercise} from "../../lib/grading/exercise.js";
import {DraftKeeper} from "../../src/exercise/draft-keeper.js";
import {isDue} from "../../src/exercise/recall-schedule.js";
import {ResultRecord} from "../../src/exercise/record.js";
import {stateOf} from "../../src/progress/done-table.js";
import {strengths} from "../../src/progress/strengths.js";
import {guessOfLength, withGuess, withTruthSeen} from "../../src/storage/guess-record.js";
import {readLogbook} from "../../src/storage/logbook.js";
import {logbookFile} from "../../src/storage/logbook-file.js";
import type {RecallAnswers} from "../../src/storage/recall-answers.js";
import {Shelf} from "../../src/storage/shelf.js";
import {reasons, type Work} from "../../src/storage/work.js";
import {ToyDisk, toyStorage, toyTabs} from "../src/storage/toy-disk.js";
import {mutateJson} from "./mutate-json.js";
import {lostWords, word} from "./readers-words.js";
import {type Stored, storedIn} from "./stored-values.js";
import type {Outcome, Target} from "./target.js";

interface Opened extends Outcome {
  /** What the editor begins with. */
  readonly work: Work | undefined;
  readonly attempts: number;
  /** All that lay there, and all that lies there in the end. */
  readonly before: unknown;
  readonly after: unknown;
}

const at = "2026-11-23T10:00:00.000Z";
const now = () => new Date(Date.UTC(2026, 10, 28));
const guess = "digit-classifier.testAccuracy";

const draft = {text: word("draft", 1), history: {done: [1]}, revision: "one-1", at};
const left = {text: word("left", 1), revision: "one-2", at};

/** One entry under every store, as the course writes them. */
const seed: Stored = {
  work: {
    draft,
    versions: [1, 2, 3].map((n) => ({
      text: word("version", n),
      why: "run",
      at,
      outcome: "1 of 5 points",
    })),
  },
  results: {
    state: "partly",
    points: 2,
    maxPoints: 5,
    attempts: 2,
    firstAt: at,
    lastAt: at,
    solutionSeenAt: at,
  },
  recalls: [
    {at, right: true},
    {at, right: false},
  ],
  guesses: {values: [null, 10, 92.5], at, seenAt: at},
  journal: {draft: left, basedOn: "one-0"},
};

export const storedEntries: Target<Opened> = {
  name: "stored entries",
  seeds: [JSON.stringify(seed)],
  mutate: mutateJson,
  async run(text) {
    const stored = storedIn(text, Object.keys(seed));
    const {disk, shelf, journals, storage} = browserWith(stored);
    const before = wordsOf(stored);
    const keeper = new DraftKeeper({exercise: "a", shelf, tab: "tab", now, storage});
    const work = await keeper.load();
    const record = new ResultRecord(exercise, shelf, now);
    await record.load();
    const {attempts} = record;
    const answers = (await shelf.get("recalls", "a")) ?? [];
    isDue(answers, now().getTime());
    guessOfLength(await shelf.get("guesses", guess), 3);
    await look(shelf);

    keeper.change(() => ({text: `${work?.draft.text ?? ""} and more`}));
    await keeper.flush();
    await keeper.keepVersion({text: "tested", why: "run", at});
    await record.add({state: "partly", points: 1, maxPoints: 5, tests: [], console: ""});
    await shelf.update("recalls", "a", (old = []) => [...old, {at, right: true}]);
    await shelf.update("guesses", guess, (old) => withTruthSeen(withGuess(old, [1, 2, 3], at), at));
    await look(shelf);
    const after = [...disk.kept, ...journals.values()];
    return {kind: kindOf(work, attempts, answers), work, attempts, before, after};
  },
  holds({work, attempts, before, after}) {
    const lost = lostWords(before, after);
    if (lost.length > 0) return `lost: "${lost.slice(0, 3).join(" ")}"`;
    if (work && !isWork(work)) return "an editor that cannot open";
    const isSeed = Number.isInteger(attempts + 1) && attempts >= 0 && attempts < 0xffffffff;
    return isSeed ? undefined : "attempts that lead to an invalid seed";
  },
};

/** A browser in which these entries lie. */
function browserWith({journal, ...stored}: Stored) {
  const disk = new ToyDisk();
  for (const [store, entry] of Object.entries(stored))
    if (entry !== undefined) disk.kept.set(`${store} ${store === "guesses" ? guess : "a"}`, entry);
  const text = typeof journal === "string" ? journal : jsonOf(journal);
  const journals = new Map([["from-noise.draft./.a", text]]);
  const shelf = new Shelf(disk, toyTabs().tab());
  return {disk, shelf, journals, storage: toyStorage(journals)};
}

/** What the reader wrote: of another version's fields, which nobody here knows, nothing is promised. */
function wordsOf(stored: Stored): unknown {
  if (isFollowed(stored)) return [];
  const {draft, versions} = {draft: stored.work, versions: [], ...ownFields(stored.work)};
  const {draft: left} = {draft: stored.journal, ...ownFields(stored.journal)};
  return structuredClone([draft, versions, left]);
}

function ownFields(value: unknown): Stored {
  const isPlain = Object.prototype.toString.call(value) === "[object Object]";
  return isPlain ? (value as Stored) : {};
}

/** Whether the journal's draft goes on with the one in the database, and so takes its place. */
function isFollowed({work, journal}: Stored): boolean {
  const {draft: old} = (work ?? {}) as {draft?: {revision?: unknown}};
  const {draft, basedOn} = (journal ?? {}) as {draft?: {revision?: unknown}; basedOn?: unknown};
  return [basedOn, draft?.revision].includes(old?.revision);
}

/** What has no JSON is no journal. */
function jsonOf(journal: unknown): string {
  try {
    return JSON.stringify(journal) ?? "";
  } catch {
    return "";
  }
}

/** The page of progress, and what it exports. */
async function look(shelf: Shelf): Promise<void> {
  const logbook = await readLogbook(shelf);
  logbookFile(logbook, at);
  stateOf(logbook.results.a);
  strengths(offer, logbook);
}

const offer = {
  chapters: {one: "First"},
  exercises: [{slug: "a", chapter: "one", title: "A", kind: "code", maxPoints: 5}],
  questions: [{id: "a", chapter: "one", question: "?", answers: []}],
} as const;

const exercise: Exercise = {
  slug: "a",
  chapter: "02-machine-learning",
  kind: "code",
  form: "write",
  title: "A",
  functions: ["a"],
  tasks: [{id: "value", title: "The value", points: 5}],
  hints: ["None."],
  timeLimitMs: 5000,
  backend: "none",
};

/** Whether an editor and its list of versions can show it. */
function isWork({draft, versions}: Work): boolean {
  const isText = (value: unknown) => typeof value === "string";
  return (
    isText(draft?.text) &&
    Array.isArray(versions) &&
    versions.every(
      (each) =>
        isText(each?.text) &&
        !Number.isNaN(Date.parse(each.at)) &&
        Object.hasOwn(reasons, each.why),
    )
  );
}

function kindOf(work: Work | undefined, attempts: number, answers: RecallAnswers): string {
  const versions = Math.min(3, work?.versions?.length ?? -1);
  return `${typeof work?.draft?.text} ${versions} ${Math.sign(attempts)} ${Math.min(3, answers.length)}`;
}
