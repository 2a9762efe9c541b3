import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {closeness} from "../../figures/pixels/pixel-text.js";
import {crossedSheet} from "../../figures/sheet/crossed-sheet.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {textOf} from "../../lib/text-array.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {pictureField} from "../shared/picture-field.js";
import {type Rivals, rivalsOf} from "./compared-text.js";
import {extremeColumns, extremeCount, photographSide, side, superResolution} from "./experiment.js";
import {pictureChoice} from "./picture-choice.js";
import {scoreTable} from "./score-table.js";
import {type SplitSide, splitPicture} from "./split-picture.js";
import {toldScores} from "./told-scores.js";
import {photographNames, shownEmoji} from "./upscaler-params.js";

type Arrays = ExchangeOf<typeof superResolution>["snapshot"];

/** A picture that is compared: the reader's own has been enlarged only once the worker has answered. */
interface Compared {
  readonly title: string;
  readonly truth: ByteImages;
  readonly made: ByteImages | undefined;
  /** Another one for each picture and factor. */
  readonly key: string;
}

const needsWorker =
  "Press Train or Step first: your picture needs a network that is at work here, not a recorded one.";

/** One picture enlarged in two ways with a line between them; scores, the least and the largest gains, and everything over steps. */
export const superResolutionView: MakeView<typeof superResolution> = (host) => {
  const {trainer, ask, paramsOf, setParam, accessTo, controlOf} = host;
  const split = splitPicture("one picture, enlarged in two ways");
  const told = toldScores();
  const field = {text: "A picture of your own …", side: photographSide};
  const own = pictureField(field, (image) => {
    mine = {image, made: undefined, number: (mine?.number ?? 0) + 1};
    askAgain();
    if (run) draw(run);
  });
  const choice = pictureChoice((picture) => {
    mine = undefined;
    own.say("");
    setParam("picture", picture);
    if (run) draw(run);
  });
  const made = madeCaption(superResolution.caption);
  const table = scoreTable();
  const steps = overSteps(superResolution);
  const extremes = crossedSheet({
    ...{label: "emoji with the least and with the largest gain", role: "generated", side},
    ...{columns: extremeColumns, across: "gain, dB", rows: 2 * extremeCount, nameWidth: 72},
  });
  let arrays: Arrays | undefined;
  let run: RunRecord | undefined;
  let mine: {image: ByteImages; made: ByteImages | undefined; number: number} | undefined;
  let rivals: {readonly key: string; readonly made: Rivals} | undefined;

  const askMine = latestAnswer(
    (image: ByteImages) => ask("enlarge", {image}),
    (image, answer) => {
      if (mine?.image !== image) return;
      if (answer instanceof Error) own.say(answer.message);
      else mine = {...mine, made: answer.made};
      if (run) draw(run);
    },
  );
  const askAgain = () => {
    if (!mine) return;
    const canAnswer = isAtWork(trainer)();
    own.say(canAnswer ? "" : needsWorker);
    if (canAnswer) askMine(mine.image);
  };
  const compared = (of: Arrays, {picture, factor}: {picture: number; factor: string}): Compared => {
    const place = picture - 1;
    if (mine)
      return {
        ...{title: "your picture", truth: mine.image, made: mine.made},
        key: `own ${mine.number} ${factor}`,
      };
    const isEmoji = place < shownEmoji;
    const [truth, enlarged] = isEmoji
      ? [of.emoji, of.emojiMade]
      : [of.photographs, of.photographsMade];
    const names = isEmoji ? (JSON.parse(textOf(of.names)) as string[]) : photographNames;
    const at = isEmoji ? place : place - shownEmoji;
    return {
      ...{title: names[at]!, truth: pick(truth, [at]), made: pick(enlarged, [at])},
      key: `${picture} ${factor}`,
    };
  };
  const draw = (of: RunRecord) => {
    if (!arrays) return;
    const {picture, against, factor} = paramsOf(of);
    const {title, truth, made: enlarged, key} = compared(arrays, {picture, factor});
    if (rivals?.key !== key) rivals = {key, made: rivalsOf(truth, Number(factor))};
    const {nearest, bicubic} = rivals.made;
    const sides: Readonly<Record<typeof against, SplitSide>> = {
      nearest: {image: nearest.image, name: "nearest", role: "chance"},
      bicubic: {image: bicubic.image, name: "bicubic", role: "chance"},
      truth: {image: truth, name: "the truth", role: "real"},
    };
    const right = {image: enlarged ?? bicubic.image, role: "generated", name: "network"} as const;
    split.update({left: sides[against], right: enlarged ? right : sides.bicubic});
    told.draw(title, {
      nearest: nearest.closeness,
      bicubic: bicubic.closeness,
      network: enlarged && closeness(truth, enlarged),
    });
    choice.update({
      ...{emoji: arrays.emoji, photographs: arrays.photographs, gains: arrays.gains.data},
      names: JSON.parse(textOf(arrays.names)) as string[],
      chosen: mine ? undefined : picture,
      isOpen: accessTo("picture") === "open",
    });
  };
  return {
    picture: element(
      "figure",
      {},
      element(
        "div",
        {class: "fig upscaler"},
        split,
        element("div", {class: "upscaler-side"}, told.element, controlOf("against")),
        choice.element,
      ),
      made.element,
    ),
    below: [own.element],
    figures: [
      figureTab("Scores", element("figure", {class: "full"}, table.element)),
      figureTab(
        "Worst and best",
        captioned(
          "Of all held-out emoji those with the least gain over bicubic, and those with the largest.",
          extremes,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays: next}, of) {
      if (!next.emojiMade) return;
      [arrays, run] = [next, of];
      askAgain();
      draw(of);
      made.draw(step, of);
    },
    drawRun(of, others, shownStep) {
      steps.draw(of, others, shownStep);
      const last = of.measurements.at(-1)?.arrays;
      table.draw(last?.scores);
      if (last?.extremes) {
        const rows = [...last.extremeGains.data].map(gainText);
        extremes.update({images: last.extremes, rows});
      }
      if (run) draw(of);
    },
    sheet: () => arrays && sheetCanvas(arrays.emojiMade, 4),
    sheetOf: ({arrays: {emojiMade}}) => emojiMade && sheetCanvas(emojiMade, 4),
  };
};

function gainText(gain: number): string {
  return `${gain < 0 ? "−" : "+"}${Math.abs(gain).toFixed(1)}`;
}
