/**
 * Files of notebooks: each is read, or refused with a line, and what is read comes back from each of its forms. Code in cells is not
 * read here: nested deep enough it ends a process, as it may where cells run.
 */
import {blocksOf} from "../../src/notebook/markdown.js";
import {type Notebook, notebookOf} from "../../src/notebook/notebook.js";
import {readHtml, writeHtml} from "../../src/notebook/notebook-html.js";
import {readIpynb, writeIpynb} from "../../src/notebook/notebook-ipynb.js";
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
/** By how the file begins; the page goes by its name. */
function readerOf(text: string): (text: string) => Notebook {
  if (/^\s*</.test(text)) return readHtml;
  return /^\s*\{/.test(text) ? readIpynb : readScript;
}

export const notebooks: Target<Taken | Refused> = {
  name: "notebooks",
  seeds: [writeScript(seed), writeHtml(seed), writeIpynb(seed)],
  mutate: (text, random, others) => mutateText(text, random, others),
  run(text) {
    try {
      const notebook = readerOf(text)(text);
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
    if (!isSame(readIpynb(writeIpynb(notebook)), notebook)) return "another notebook of Jupyter";
    const again = readHtml(writeHtml(notebook));
    return isSame(readHtml(writeHtml(again)), again) ? undefined : "another notebook as HTML";
  },
};
