import {button, element} from "../../controls/element.js";
import type {Trainer} from "../run/trainer.js";

export interface NoticeBox {
  readonly box: HTMLElement;
  /** Shows the trainer's problem or notice. */
  update(): void;
  /** Shows what is wrong with the link that led here; nothing else of it was ignored. */
  complain(errors: readonly string[]): void;
}

/** Where the reader is told what happened and what to try: under the run bar, over the figures, so that nothing moves. */
export function noticeBox(trainer: Trainer): NoticeBox {
  const link = element("div", {class: "notice warn", role: "alert", hidden: true});
  const problem = element("div", {class: "notice warn", role: "alert", hidden: true});
  const notice = element("div", {class: "notice", role: "status", hidden: true});
  let closed = "";
  return {
    box: element("div", {class: "notices"}, link, problem, notice),
    update() {
      problem.hidden = trainer.problem === undefined;
      problem.replaceChildren(...problemParts(trainer));
      const text = trainer.notice;
      if (text === "") closed = "";
      notice.hidden = text === "" || text === closed;
      if (notice.firstChild?.textContent === text) return;
      const close = closeButton(notice, () => {
        closed = text;
      });
      notice.replaceChildren(element("p", {}, text), close);
    },
    complain(errors) {
      link.hidden = errors.length === 0;
      link.replaceChildren(
        element(
          "p",
          {},
          "The link sets something that isn't possible here; the default is used instead:",
        ),
        element("ul", {}, ...errors.map((error) => element("li", {}, error))),
        closeButton(link),
      );
    },
  };
}

function closeButton(box: HTMLElement, onclose = () => {}): HTMLButtonElement {
  return button("Close", () => {
    box.hidden = true;
    onclose();
  });
}

function problemParts(trainer: Trainer): HTMLElement[] {
  const {problem, checkpoints} = trainer;
  if (!problem) return [];
  const last = checkpoints.last();
  const back = last
    ? button(`Go back to step ${last.step}`, () => void trainer.seek(last.step))
    : button("Retry", () => void trainer.train());
  return [element("p", {}, problem.message), element("p", {}, problem.advice), back];
}
