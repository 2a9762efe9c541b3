import Markdown from "markdown-it";
import {describe, expect, it} from "vitest";
import {parseExercise} from "../../../lib/grading/exercise.js";
import {type LessonFolder, lessonText} from "../../../src/exercise/lesson-text.js";

const exercise = parseExercise({
  slug: "sums",
  chapter: "02-machine-learning",
  kind: "code",
  title: "Sums & <products>",
  functions: ["add"],
  tasks: [
    {id: "one", title: "one", points: 2},
    {id: "two", title: "two", points: 3},
  ],
  hints: ["add"],
  timeLimitMs: 1000,
  backend: "none",
});
const folder: LessonFolder = {
  exercise: () => exercise,
  text: () => "Write **add**.",
  questions: () => [
    {
      id: "why",
      question: "Why <this>?",
      answers: [
        {text: "No.", isRight: false, why: "Because."},
        {text: "Yes.", isRight: true, why: "So it is."},
      ],
    },
  ],
};

function render(text: string, lesson = folder): string {
  const md = new Markdown({html: true});
  const asked: string[] = [];
  lessonText(md, (path) => {
    asked.push(path);
    return lesson;
  });
  const context = {
    code: [],
    path: "/lessons/02-machine-learning/index",
    startLine: 0,
    currentLine: 0,
  };
  const html = md.render(text, context);
  for (const path of asked) expect(path).toBe(context.path);
  return html;
}

describe("what a lesson says without a script", () => {
  it("is an exercise's title, points and text, before its cell", () => {
    const html = render('```js\ndisplay(exercise("sums"));\n```\n');
    expect(html).toMatch(
      /<section class="exercise" data-exercise="sums" data-status="not-attempted"/,
    );
    expect(html).toContain("Exercise, 5 points");
    expect(html).toContain('<h3 id="exercise-sums">Sums &#38; &#60;products&#62;</h3>');
    expect(html).toContain("<p>Write <strong>add</strong>.</p>");
    expect(html.indexOf("</section>")).toBeLessThan(html.indexOf("<pre>"));
  });

  it("is a recall question with its answers, and the right one", () => {
    const html = render('```js\ndisplay(recall("why"));\n```\n');
    expect(html).toContain('<p class="recall-question">Why &#60;this&#62;?</p>');
    expect(html).toContain("<li>No.</li><li>Yes.</li>");
    expect(html).toContain("<p>Yes. So it is.</p>");
    expect(html).not.toContain("Because.");
  });

  it("leaves other code alone", () => {
    for (const text of [
      '```ts\nexercise("sums")\n```\n',
      "```js\nexercise(slug)\n```\n",
      "exercise(“sums”)\n",
    ])
      expect(render(text)).not.toContain("<section");
  });

  it("refuses an unknown question", () => {
    expect(() => render('```js\ndisplay(recall("how"));\n```\n')).toThrow(
      "unknown question: how (one of why)",
    );
  });

  it("refuses a live cell in an exercise's text", () => {
    const md = new Markdown({html: true});
    lessonText(md, () => ({...folder, text: () => "```js\n1\n```"}));
    const {fence} = md.renderer.rules;
    md.renderer.rules.fence = (tokens, i, options, env: {code: unknown[]}, self) => {
      env.code.push(tokens[i]); // as Framework does
      return fence!(tokens, i, options, env, self);
    };
    const context = {code: [], path: "/x", startLine: 0, currentLine: 0};
    expect(() => md.render('```js\nexercise("sums")\n```\n', context)).toThrow("live cell");
  });
});
