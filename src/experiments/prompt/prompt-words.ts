import {button, element} from "../../controls/element.js";
import type {PromptReport, ReportedTerm} from "./prompt-report.js";

/** What was understood of the prompt, and what was not, each unknown word with buttons that put a near one in its place. */
export function promptWords(replace: (word: string, other: string) => void) {
  const root = element("div", {class: "prompt-words", role: "status"});
  let shown = "";
  return {
    element: root,
    draw(report: PromptReport) {
      const now = JSON.stringify(report);
      if (now === shown) return;
      shown = now;
      root.replaceChildren(
        element("p", {}, understood(report)),
        ...report.unknown.map(({said, near}) => unknownLine(said, near, replace)),
        ...(report.more > 0 ? [element("p", {}, `And ${report.more} more unknown words.`)] : []),
      );
    },
  };
}

function understood(report: PromptReport): string {
  const {wanted, unwanted} = report;
  const drawn = wanted.length > 0 ? `Understood: ${listed(wanted)}.` : nothingKnown(report);
  return unwanted.length > 0 ? `${drawn} Not wanted: ${listed(unwanted)}.` : drawn;
}

function nothingKnown({unknown}: PromptReport): string {
  return unknown.length > 0
    ? "It knows no word for what is wanted, so it draws whatever it likes."
    : "Nothing is asked for: it draws whatever it likes.";
}

function listed(terms: readonly ReportedTerm[]): string {
  return terms.map(({said, name, kind}) => `${meant(said, name)} (${kind})`).join(", ");
}

function meant(said: string, name: string): string {
  return said === name ? name : `${said} → ${name}`;
}

function unknownLine(
  said: string,
  near: readonly string[],
  replace: (word: string, other: string) => void,
): HTMLElement {
  const words =
    near.length > 0 ? `Unknown word: “${said}”. Did you mean ` : `Unknown word: “${said}”.`;
  const buttons = near.map((other) =>
    button(other, () => replace(said, other), `${other} instead of ${said}`),
  );
  return element("p", {dir: "auto"}, words, ...buttons, near.length > 0 ? "?" : "");
}
