/**
 * Files of notebooks: each is read, or refused with a line, and what is read comes back from each of its forms. Code in cells is not
 * read here: nested deep enough it ends a process, as it may where cells run.
 */
import {blocksOf} from "../../src/notebook/markdown.js";
import {type Notebook, notebookOf} from "../../src/notebook/notebook.js";
import {readHtml, writeHtml} from "../../src/notebook/notebook-html.js";
import {readScript, writeScript} from "../../src/notebook/notebook-script.js";
import {shapeOf} from "./fuzz.js";
import {mutateText} from "./mutate-text.js";
import {isSame} from "./same.js";
import {messageProblem, type Outcome, type Target} from "./target.js";

interface Taken extends Outcome {
  readonly notebook: Notebook;
}

interface Refused extends Outcome {
  readonly message: string;
}

const seed = notebookOf("A & B", [
  {
    kind: "text",
    text: "# Hi ${a + `${b}`}\n\n- $x^2$ and [a link](https://x.test/)\n\n```\ncode\n```",
  },
  {
    kind: "code",
    text: 'import {Random as R} from "from-noise";\nconst a: number = await import("d3");',
  },
  {
    kind: "code",
    text: "function b<T>(x: T, {y = 1, ...z} = {}) { for (const q of z) display(q); return x; }",
  },
  {kind: "code", text: "class C extends R { static #d = 1; get e() { return C.#d; } }"},
]);
export const notebooks: Target<Taken | Refused> = {
  name: "notebooks",
  seeds: [writeScript(seed), writeHtml(seed)],
  mutate: (text, random, others) => mutateText(text, random, others),
  run(text) {
    try {
      const notebook = /^\s*</.test(text) ? readHtml(text) : readScript(text);
      for (const {text} of notebook.cells) blocksOf(text);
      return {kind: `taken, ${Math.min(9, notebook.cells.length)} cells`, notebook};
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return {kind: shapeOf(error.message), message: error.message};
    }
  },
  holds(outcome) {
    if ("message" in outcome) return messageProblem(outcome.message);
    const {notebook} = outcome;
    if (!isSame(readScript(writeScript(notebook)), notebook)) return "another notebook as a script";
    const again = readHtml(writeHtml(notebook));
    return isSame(readHtml(writeHtml(again)), again) ? undefined : "another notebook as HTML";
  },
};
