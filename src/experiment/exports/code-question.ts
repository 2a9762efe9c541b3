import {button, element} from "../../controls/element.js";

/** The question to a reader who opens a run with code in it, which somebody else may have written. */
export function codeQuestion() {
  const place = element("div", {class: "code-question", role: "group", "aria-label": "Code in it"});
  /** Resolves with the reader's answer. A question that was still open is answered with no. */
  const ask = (part: string, code: string): Promise<boolean> => {
    refuse();
    return new Promise<boolean>((resolve) => {
      const answer = (isAllowed: boolean) => {
        place.replaceChildren();
        refuse = () => {};
        resolve(isAllowed);
      };
      refuse = () => answer(false);
      place.replaceChildren(
        element("p", {}, question(part)),
        element(
          "pre",
          {class: "code-text", tabindex: 0, "aria-label": "The code in the file"},
          code,
        ),
        button("Make the run with it", () => answer(true)),
        " ",
        button("Leave it", () => answer(false)),
      );
    });
  };
  let refuse = () => {};
  return {place, ask};
}

function question(part: string): string {
  return `This run was trained with code that is in the file: its ${part}. To make the run again, that code has to run here. It would run in the sandbox alone, with numbers going in and out, and reach neither this page, nor your files, nor the network. It has not run yet.`;
}
