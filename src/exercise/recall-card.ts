import {element, uniqueId} from "../controls/element.js";
import type {RecallAnswers} from "../storage/recall-answers.js";
import type {Shelf} from "../storage/shelf.js";
import type {Answer, Question} from "./recall-questions.js";
import {standing} from "./recall-schedule.js";

export interface RecallOptions {
  readonly shelf: Shelf;
  readonly now: () => Date;
}

/** A question with its answers, its feedback, and when it comes back. */
export function recallCard(question: Question, options: RecallOptions): HTMLElement {
  const {id, answers} = question;
  const name = uniqueId(id);
  const feedback = element("div", {class: "recall-feedback", role: "status"});
  const line = element("p", {class: "recall-line"});
  const radios = answers.map((_, i) =>
    element("input", {type: "radio", name, value: i, required: true}),
  );
  const labels = answers.map(({text}, i) =>
    element("label", {}, radios[i], element("span", {}, text)),
  );
  const form = element(
    "form",
    {},
    element(
      "fieldset",
      {},
      element("legend", {class: "recall-question"}, question.question),
      ...labels,
    ),
    element("button", {type: "submit"}, "Answer"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = answers[radios.findIndex(({checked}) => checked)];
    if (!chosen) return;
    feedback.replaceChildren(...feedbackParts(chosen, answers));
    card.setAttribute("aria-busy", "true");
    void keepAnswer(id, chosen.isRight, options)
      .then(say)
      .finally(() => card.removeAttribute("aria-busy"));
  });
  const say = (given: RecallAnswers) => {
    line.textContent = standingLine(given);
  };
  void options.shelf.get("recalls", id).then((given) => say(given ?? []));
  const card = element(
    "section",
    {class: "recall", "data-recall": id, "aria-label": "Recall question"},
    form,
    feedback,
    line,
  );
  return card;
}

function feedbackParts(chosen: Answer, answers: readonly Answer[]): HTMLElement[] {
  const right = answers.find(({isRight}) => isRight)!;
  const word = element("strong", {}, chosen.isRight ? "✓ Right." : "✗ Not so.");
  const own = element("p", {}, word, ` ${chosen.why}`);
  if (chosen.isRight) return [own];
  return [own, element("p", {}, element("strong", {}, "It is: "), `${right.text} ${right.why}`)];
}

/** Adds an answer and gives all of them. */
async function keepAnswer(
  id: string,
  right: boolean,
  {shelf, now}: RecallOptions,
): Promise<RecallAnswers> {
  const answer = {at: now().toISOString(), right};
  const kept = await shelf.update("recalls", id, (old = []) => [...old, answer]);
  return kept ?? [];
}

/** "Comes back on 28 November.": when a question is to be answered again, in words. */
function standingLine(answers: RecallAnswers): string {
  if (answers.length === 0) return "";
  const {isKnown, dueMs} = standing(answers);
  if (isKnown || dueMs === undefined) return "You know this one. It does not come back.";
  const day = new Date(dueMs).toLocaleDateString("en-GB", {day: "numeric", month: "long"});
  return `Comes back on ${day}, here and in your progress.`;
}
