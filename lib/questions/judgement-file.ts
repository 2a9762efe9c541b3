/** A judge's answers as one JSON file, for whoever pools those of several judges. It has no name and nothing else of the judge. */
import {dateOf, fieldsOf, listOf, refuse} from "../field-checks.js";
import {eachOnce, type Judgement, mostJudgements, parseJudgement} from "./judgement.js";

const format = "from-noise-judgements";
const version = 1;

export const questions = ["real-or-made", "ranking"] as const;
export type Question = (typeof questions)[number];
export type Answers = Readonly<Record<Question, readonly Judgement[]>>;

/** In bytes: twice the most answers. */
export const judgementFileLimit = 5_000_000;

export function judgementFile(answers: Answers, now: string): string {
  return `${JSON.stringify({format, version, exportedAt: now, ...answers}, undefined, 1)}\n`;
}

/** The answers in a file. Throws a RangeError that says what is wrong with it. */
export function parseJudgements(text: string): Answers {
  const file = readFile(text);
  return {
    "real-or-made": judgementsOf("real-or-made", file["real-or-made"]),
    ranking: judgementsOf("ranking", file.ranking),
  };
}

function readFile(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError("it is no file of judgements, or not the whole of one");
  }
  const file = fieldsOf("file", value);
  if (file.format !== format) refuse("format", file.format, format);
  if (file.version !== version) refuse("version", file.version, String(version));
  return file;
}

function judgementsOf(path: string, value: unknown): readonly Judgement[] {
  return listOf(path, value, mostJudgements).map((item, i) =>
    parseJudgement(`${path}[${i}]`, item, dateOf),
  );
}

/** What several judges said together, and how many answers came more than once, as in two files of one judge. */
export function pooled(files: readonly Answers[]): {
  readonly answers: Answers;
  readonly again: number;
} {
  const of = (question: Question) => files.map((each) => each[question]);
  const all = (question: Question) => eachOnce(of(question).flat());
  const answers = {"real-or-made": all("real-or-made"), ranking: all("ranking")};
  const counted = questions.reduce((sum, each) => sum + answers[each].length, 0);
  const came = questions.reduce((sum, each) => sum + of(each).flat().length, 0);
  return {answers, again: came - counted};
}
