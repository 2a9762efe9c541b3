/** A new exercise that already works: the author replaces one thing after the other. */
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {basename, dirname} from "node:path";
import {Plain} from "../project.mjs";

/** Writes it to `folder`, `…/lessons/<chapter>/exercises/<slug>`. */
export function writeSkeleton(folder: string): void {
  const slug = basename(folder);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Plain(`invalid slug: ${slug} (small letters and digits, with single hyphens)`);
  if (existsSync(folder)) throw new Plain(`the exercise exists: ${folder}`);
  const chapter = basename(dirname(dirname(folder)));
  mkdirSync(folder, {recursive: true});
  for (const [file, text] of Object.entries(files(slug, chapter)))
    writeFileSync(`${folder}/${file}`, text);
}

function files(slug: string, chapter: string): Readonly<Record<string, string>> {
  return {
    "exercise.json": description(slug, chapter),
    "index.md": "Write `double(x)`, which gives twice the number $x$.\n",
    "starter.ts": answer("x"),
    "solution.ts": answer("2 * x"),
    "solution.md": "A number added to itself is twice that number.\n",
    "wrong.ts": wrong,
    "mutants.ts": mutants,
    "spec.ts": spec,
  };
}

function description(slug: string, chapter: string): string {
  return `{
  "slug": "${slug}",
  "chapter": "${chapter}",
  "kind": "code",
  "title": "Twice a number",
  "functions": ["double"],
  "tasks": [{ "id": "value", "title": "The value", "points": 1 }],
  "hints": ["How often does the number go into the result?", "Add it to itself."],
  "timeLimitMs": 5000,
  "backend": "none"
}
`;
}

function answer(value: string): string {
  return `/** Twice the number. */\nexport function double(x: number): number {\n  return ${value};\n}\n`;
}

const wrong = `import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {name: "square", expect: "this is the square", replace: [["2 * x", "x * x"]]},
];
`;

const mutants = `import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "one too many", replace: [["2 * x", "2 * x + 1"]]},
  {name: "added to itself", isRight: "it is the same", replace: [["2 * x", "x + x"]]},
];
`;

const spec = `import {property} from "../../../../lib/grading/spec.js";

export const tests = [
  property(
    "value",
    "doubles any number",
    1,
    (draw) => draw.number(-9, 9),
    async (x, {call, check}) => {
      check.close(await call("double", x), 2 * x, {
        advice: "add the number to itself.",
        mistakes: [{value: x * x, advice: "this is the square, not the double."}],
      });
    },
  ),
];
`;
