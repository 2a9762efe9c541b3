import {button, element} from "../../controls/element.js";

/** What a reader is asked before code runs that they may not have written. */
export interface CodeToAllow<Answer> {
  readonly question: string;
  readonly code: string;
  /** How a screen reader names the code. */
  readonly label: string;
  /** By the text of its button; the last one lets nothing run. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A place for the question to a reader whether code may run. */
export function codeQuestion<Answer>() {
  const place = element("div", {class: "code-question", role: "group", "aria-label": "Code in it"});
  /** Resolves with the reader's answer. A question that was still open is answered with its last. */
  const ask = ({question, code, label, answers}: CodeToAllow<Answer>): Promise<Answer> => {
    refuse();
    return new Promise<Answer>((resolve) => {
      const answer = (given: Answer) => {
        place.replaceChildren();
        refuse = () => {};
        resolve(given);
      };
      const all = Object.entries(answers);
      refuse = () => answer(all.at(-1)![1]);
      place.replaceChildren(
        element("p", {}, question),
        element("pre", {class: "code-text", tabindex: 0, "aria-label": label}, code),
        ...all.flatMap(([text, given]) => [button(text, () => answer(given)), " "]),
      );
    });
  };
  let refuse = () => {};
  return {place, ask};
}

/** What holds of all code that drives an experiment. */
export const sandboxWords =
  "It would run in the sandbox alone, with numbers going in and out, and reach neither this page, nor your files, nor the network. It has not run yet.";
