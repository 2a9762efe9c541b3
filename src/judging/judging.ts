import {button, element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import {pairTrial, type ShownPicture} from "../figures/judges/pair-trial.js";
import {type Choice, type Judgement, mergeJudgements} from "../lib/questions/judgement.js";
import type {Question} from "../lib/questions/judgement-file.js";
import {
  finished,
  type Place,
  placeAfter,
  rankingTrials,
  realOrMadeTrials,
  roundCount,
  type Trial,
} from "../lib/questions/judging-plan.js";
import type {Shelf} from "../storage/shelf.js";
import {storageNotice} from "../storage/storage-notice.js";
import {type JudgedMaker, side} from "./makers.js";
import {foundResult, rankingResult} from "./results.js";

export interface JudgingOptions {
  readonly question: Question;
  readonly makers: readonly JudgedMaker[];
  readonly shelf: Shelf;
  readonly seed: number;
  readonly now: () => Date;
}

const kinds = {
  "real-or-made": {
    asked: "Which one is real?",
    label: "real or made",
    neither: undefined,
    trials: realOrMadeTrials,
    result: foundResult,
  },
  ranking: {
    asked: "Which one looks more like handwriting?",
    label: "a ranking by people",
    neither: "I can’t tell",
    trials: rankingTrials,
    result: rankingResult,
  },
} as const;

/** Sittings of twenty blind rounds, whose answers are kept; what they come to is shown when a sitting is over. */
export async function judging(options: JudgingOptions): Promise<HTMLElement> {
  const {question, makers, shelf, now} = options;
  const {asked, label, neither, result} = kinds[question];
  const trial = pairTrial({label, question: asked, side, ...(neither && {neither})});
  const start = button("Start", () => begin());
  const status = element("p", {role: "status"});
  const told = element("div", {class: "judging-result"});
  const root = element(
    "section",
    {class: "judging", "data-judging": question},
    element(
      "div",
      {},
      trial,
      element("div", {class: "judging-controls"}, start, status),
      storageNotice(shelf, now, question),
    ),
    told,
  );
  let answers: readonly Judgement[] = (await shelf.get("judgements", question)) ?? [];
  let isOpen = false;
  const show = () => {
    const {round} = placeAfter(answers.length);
    const trialNow = isOpen ? trialAfter(options, answers.length) : undefined;
    trial.update(trialNow ? {pair: shownPair(makers, trialNow)} : {});
    start.hidden = isOpen;
    setText(start, startText(answers.length));
    setText(status, isOpen ? `Round ${round + 1} of ${roundCount}` : restText(answers.length));
    Object.assign(root.dataset, {
      status: isOpen ? "running" : "idle",
      answers: String(answers.length),
    });
  };
  const tell = () => told.replaceChildren(result(finished(answers), makers));
  const begin = () => {
    isOpen = true;
    show();
    trial.focus({preventScroll: true});
  };
  trial.addEventListener("input", () => {
    const judged = judgementOf(trialAfter(options, answers.length), trial.value!, now());
    void keep(shelf, question, judged).catch((error) => setText(status, String(error.message)));
    answers = [...answers, judged];
    isOpen = placeAfter(answers.length).round > 0;
    if (!isOpen) tell();
    show();
    if (!isOpen) start.focus({preventScroll: true});
  });
  shelf.subscribe(async ({store, elsewhere}) => {
    if (store !== "judgements" || !elsewhere) return;
    answers = (await shelf.get("judgements", question)) ?? [];
    tell();
    show();
  });
  tell();
  show();
  return root;
}

function keep(shelf: Shelf, question: Question, judged: Judgement): Promise<unknown> {
  return shelf.update("judgements", question, (old = []) => mergeJudgements(old, [judged]));
}

function startText(answers: number): string {
  const {sitting, round} = placeAfter(answers);
  if (round > 0) return `Go on with round ${round + 1}`;
  return sitting === 0 ? "Start" : `${roundCount} more rounds`;
}

function restText(answers: number): string {
  const isOver = answers > 0 && placeAfter(answers).round === 0;
  return isOver ? "The sitting is over: see what came of it." : "";
}

function trialAfter({question, makers, seed}: JudgingOptions, answers: number): Trial {
  const {sitting, round} = placeAfter(answers);
  const planned = makers.map(({id, images}) => ({id, count: images.shape[0]}));
  return kinds[question].trials(planned, seed, sitting)[round]!;
}

function judgementOf({left, right}: Trial, choice: Choice, at: Date): Judgement {
  return {at: at.toISOString(), left: left.maker, right: right.maker, choice};
}

function shownPair(makers: readonly JudgedMaker[], {left, right}: Trial) {
  const shown = ({maker, picture}: Place): ShownPicture => ({
    images: makers.find(({id}) => id === maker)!.images,
    picture,
  });
  return {left: shown(left), right: shown(right)};
}
