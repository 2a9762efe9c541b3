/** Recall questions as a lesson's `recall.json` holds them: short, with something to learn in every answer's feedback. */

export interface Answer {
  readonly text: string;
  readonly isRight: boolean;
  /** Why it is right, or what is wrong with it. */
  readonly why: string;
}

export interface Question {
  readonly id: string;
  readonly question: string;
  /** Exactly one is right. */
  readonly answers: readonly Answer[];
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The questions in `json`. Throws a RangeError with the field, its value and what is legal there. */
export function parseQuestions(json: unknown): readonly Question[] {
  const {questions} = fields("recall.json", json, ["questions"]);
  const parsed = list("questions", questions, 1).map((each, i) =>
    parseQuestion(`questions[${i}]`, each),
  );
  const ids = parsed.map(({id}) => id);
  const repeated = ids.find((id, i) => ids.indexOf(id) < i);
  if (repeated !== undefined) refuse("questions", repeated, "each id once");
  return parsed;
}

function parseQuestion(path: string, json: unknown): Question {
  const {id, question, answers} = fields(path, json, ["id", "question", "answers"]);
  const parsed = list(`${path}.answers`, answers, 2).map((each, i) =>
    parseAnswer(`${path}.answers[${i}]`, each),
  );
  const right = parsed.filter(({isRight}) => isRight).length;
  if (right !== 1) refuse(`${path}.answers`, `${right} right`, "exactly one right answer");
  return {
    id: text(`${path}.id`, id, kebab),
    question: text(`${path}.question`, question),
    answers: parsed,
  };
}

function parseAnswer(path: string, json: unknown): Answer {
  const {text: words, right, why} = fields(path, json, ["text", "right", "why"]);
  if (typeof right !== "boolean") refuse(`${path}.right`, right, "true or false");
  return {text: text(`${path}.text`, words), isRight: right, why: text(`${path}.why`, why)};
}

function fields(path: string, value: unknown, legal: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    refuse(path, value, "an object");
  const unknown = Object.keys(value as object).find((name) => !legal.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`unknown field of ${path}: ${unknown} (one of ${legal.join(", ")})`);
  return value as Record<string, unknown>;
}

function list(path: string, value: unknown, least: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length < least)
    return refuse(path, value, `a list of at least ${least}`);
  return value;
}

function text(path: string, value: unknown, form = /\S/): string {
  if (typeof value === "string" && form.test(value)) return value;
  return refuse(path, value, form === kebab ? "a name like mode-collapse" : "a text");
}

function refuse(path: string, value: unknown, legal: string): never {
  throw new RangeError(`invalid ${path}: ${JSON.stringify(value)} (${legal})`);
}
