import {button, element} from "../controls/element.js";
import {
  type CaseState,
  type LearningCase,
  type LearningKind,
  learningCases,
  learningKinds,
} from "./learning-cases.js";
import {wheelPicture} from "./wheel-picture.js";

const kinds = Object.keys(learningKinds) as LearningKind[];

/** The outcome of a case: nothing yet, answered rightly at once, or only after another answer. */
/**
 * A wheel of cases, each with the question "which kind of learning is this?". Spinning it brings up one that is open yet; where motion is
 * to be reduced it does not turn. Every answer is answered, the wrong ones too.
 */
export function caseWheel(): HTMLElement {
  const wheel = wheelPicture(learningCases.length);
  const states: CaseState[] = learningCases.map(() => "open");
  const title = element("h3", {class: "wheel-title", tabindex: -1});
  const text = element("p", {class: "wheel-case"});
  const feedback = element("p", {class: "wheel-feedback", role: "status"});
  const score = element("p", {class: "wheel-score"});
  const answers = kinds.map((kind) => button(learningKinds[kind], () => answer(kind)));
  const spin = button("Spin the wheel", () => turn());
  const list = learningCases.map((_, i) => button(String(i + 1), () => choose(i)));
  let at = 0;
  let missed = false;

  const root = element(
    "section",
    {class: "case-wheel", "aria-label": "A wheel of cases"},
    element("div", {class: "wheel-side"}, wheel.element, spin, score),
    element(
      "div",
      {class: "wheel-main"},
      title,
      text,
      element(
        "div",
        {class: "wheel-answers", role: "group", "aria-label": "Which kind of learning is this?"},
        ...answers,
      ),
      feedback,
      element("div", {class: "wheel-list", role: "group", "aria-label": "Go to a case"}, ...list),
    ),
  );

  const show = () => {
    wheel.show(at, states);
    score.textContent = scoreText(states);
    for (const [i, item] of list.entries()) {
      item.dataset.state = states[i];
      item.setAttribute("aria-label", `case ${i + 1}, ${stateWords[states[i]!]}`);
      item.setAttribute("aria-current", String(i === at));
    }
  };
  const choose = (index: number) => {
    at = index;
    missed = false;
    title.textContent = `Case ${index + 1} of ${learningCases.length}`;
    text.textContent = learningCases[index]!.text;
    feedback.textContent = "";
    for (const each of answers) each.disabled = false;
    show();
  };
  const answer = (kind: LearningKind) => {
    const one = learningCases[at]!;
    const verdict = verdictOn(one, kind);
    feedback.dataset.verdict = verdict;
    feedback.textContent = `${verdictWords[verdict]} ${one.feedback[kind]}`;
    if (verdict === "wrong") missed = true;
    else if (states[at] === "open") states[at] = missed ? "late" : "right";
    show();
  };
  const turn = () => {
    choose(nextOpen(states, at, Math.random()));
    title.focus({preventScroll: true});
  };
  choose(0);
  return root;
}

/** Whether `kind` is the best answer, one that can be defended, or wrong. */
export function verdictOn({answer, also}: LearningCase, kind: LearningKind) {
  if (kind === answer) return "right";
  return kind === also ? "defensible" : "wrong";
}

const verdictWords = {right: "Yes.", defensible: "One can say so.", wrong: "No."} as const;

const stateWords: Readonly<Record<CaseState, string>> = {
  open: "not answered",
  right: "right at once",
  late: "right after a mistake",
};

/** An open case other than the one at hand, chosen by `chance` in [0, 1); any other when none is open. */
export function nextOpen(states: readonly CaseState[], at: number, chance: number): number {
  const others = [...states.keys()].filter((i) => i !== at);
  const open = others.filter((i) => states[i] === "open");
  const from = open.length > 0 ? open : others;
  return from[Math.floor(chance * from.length)]!;
}

/** "7 of 12 answered, 5 at once". */
export function scoreText(states: readonly CaseState[]): string {
  const answered = states.filter((state) => state !== "open").length;
  const right = states.filter((state) => state === "right").length;
  return `${answered} of ${states.length} answered, ${right} at once`;
}
