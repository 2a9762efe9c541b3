/**
 * What a lesson says of its exercises and recall questions without a script: when the site is built, their texts are put
 * before the cells that call `exercise("…")` and `recall("…")`, which then bring them to life.
 */
import {escapeHtml} from "../about/html.js";
import type {Exercise} from "../lib/grading/exercise.js";
import type {Question} from "./recall-questions.js";

/** Facts about a lesson's folder. */
export interface LessonFolder {
  readonly exercise: (slug: string) => Exercise;
  /** The exercise's text, as Markdown. */
  readonly text: (slug: string) => string;
  readonly questions: () => readonly Question[];
}

/** The part of markdown-it that is used. */
interface Markdown {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: State) => void): void;
    };
  };
  render(text: string, context: Context): string;
}

interface State {
  tokens: Token[];
  readonly env: Context;
  readonly Token: new (type: string, tag: string, nesting: 0) => Token;
}

interface Token {
  readonly type: string;
  readonly info: string;
  content: string;
}

/** Framework's: the cells found so far, and the page. */
interface Context {
  readonly code: unknown[];
  readonly path: string;
  readonly startLine: number;
  readonly currentLine: number;
}

const calls = /\b(exercise|recall)\("([\w-]+)"\)/g;

/** A markdown-it plugin. `folder` reads the lesson that a page's path leads to. */
export function lessonText(md: Markdown, folder: (path: string) => LessonFolder): void {
  md.core.ruler.push("lesson-text", (state) => {
    const {path} = state.env;
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type !== "fence" || !token.info.startsWith("js")) return [token];
      const found = [...token.content.matchAll(calls)];
      return [
        ...found.map(([, call, name]) => htmlToken(state, htmlOf(call!, name!, path))),
        token,
      ];
    });
  });
  const htmlOf = (call: string, name: string, path: string) =>
    call === "exercise"
      ? exerciseHtml(folder(path).exercise(name), render(folder(path).text(name), path))
      : recallHtml(questionOf(folder(path).questions(), name));
  const render = (text: string, path: string) => {
    const code: unknown[] = [];
    const html = md.render(text, {code, path, startLine: 0, currentLine: 0});
    if (code.length > 0)
      throw new Error(`live cell in an exercise's text: ${path} (write \`\`\`ts run=false)`);
    return html;
  };
}

function htmlToken({Token}: State, html: string): Token {
  const token = new Token("html_block", "", 0);
  token.content = `${html}\n`;
  return token;
}

function questionOf(questions: readonly Question[], id: string): Question {
  const found = questions.find((question) => question.id === id);
  if (found) return found;
  throw new RangeError(
    `unknown question: ${id} (one of ${questions.map((question) => question.id).join(", ")})`,
  );
}

/** "5 points": what an exercise's tests give together. */
export function pointsOf({tasks}: Pick<Exercise, "tasks">): number {
  return tasks.reduce((sum, {points}) => sum + points, 0);
}

function exerciseHtml(exercise: Exercise, text: string): string {
  const {slug, title, kind} = exercise;
  const form = kind === "code" ? exercise.form : "experiment";
  const live =
    kind === "code"
      ? `To ${form === "reorder" ? "move the lines here and test them" : "write code here and test it"}, the page needs JavaScript. Without a browser, a clone of the course has <code>npm run exercise ${slug}</code>.`
      : "To grade a run, the page needs JavaScript.";
  return `<section class="exercise" data-exercise="${slug}" data-status="not-attempted" aria-labelledby="exercise-${slug}">
<header><p class="exercise-kind">${formWords[form]}, ${pointsOf(exercise)} points</p><h3 id="exercise-${slug}">${escapeHtml(title)}</h3></header>
<div class="exercise-text">
${text}
</div>
<div class="exercise-desk of-${form}"></div>
<noscript><p class="live-only">${live}</p></noscript>
</section>`;
}

const formWords = {
  write: "Exercise",
  reorder: "Put in order",
  "bug-hunt": "Bug hunt",
  network: "Change the network",
  experiment: "Graded experiment",
} as const;

function recallHtml({id, question, answers}: Question): string {
  const right = answers.find(({isRight}) => isRight)!;
  const items = answers.map(({text}) => `<li>${escapeHtml(text)}</li>`).join("");
  return `<section class="recall" data-recall="${id}" aria-label="Recall question">
<p class="recall-question">${escapeHtml(question)}</p>
<ul class="recall-answers">${items}</ul>
<noscript><details><summary>Answer</summary><p>${escapeHtml(right.text)} ${escapeHtml(right.why)}</p></details></noscript>
</section>`;
}
