import {element} from "../controls/element.js";
import {plainMarkdown} from "./plain-markdown.js";

export interface Hints {
  readonly list: HTMLElement;
  /** Shows one more. */
  next(): void;
  /** "Hint 2 of 3": what the button says. */
  readonly label: string;
  readonly isLeft: boolean;
}

/** Hints, from a nudge to nearly the answer, each when it is asked for. */
export function hints(texts: readonly string[]): Hints {
  const list = element("ol", {
    class: "exercise-hints",
    "aria-label": "Hints",
    "aria-live": "polite",
  });
  let shown = 0;
  return {
    list,
    next() {
      if (shown === texts.length) return;
      const text = texts[shown++]!;
      const hint = element("li", {}, ...plainMarkdown(text));
      list.append(hint);
      hint.scrollIntoView({block: "nearest"});
    },
    get label() {
      if (shown === texts.length) return shown === 0 ? "No hints" : "No more hints";
      return `Hint ${shown + 1} of ${texts.length}`;
    },
    get isLeft() {
      return shown < texts.length;
    },
  };
}
