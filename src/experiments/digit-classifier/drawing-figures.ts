import {element} from "../../controls/element.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {probabilityBars} from "../../figures/bars/probability-bars.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {whileNear} from "../../figures/nearness.js";
import {drawingPad} from "../../figures/paint/drawing-pad.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {shownOutputs} from "../shared/shown-set.js";
import {digitClassifier, outputs} from "./experiment.js";

type Host = Pick<ViewHost<ExchangeOf<typeof digitClassifier>>, "trainer" | "ask">;

interface Question {
  /** [28 · 28] */
  readonly picture: Float32Array;
  /** Whose network is asked. */
  readonly run: RunRecord;
}

/** The pad, and how probable the network holds each class for what is drawn on it. */
export function drawingFigures({trainer, ask: askWorker}: Host) {
  const pad = drawingPad({label: "Drawing pad"});
  const place = element("div", {class: "class-answer"});
  const holder = element("div", {class: "class-drawing"}, pad, place);
  let dataset = "";
  let bars: ReturnType<typeof probabilityBars>;
  let run: RunRecord | undefined;

  const make = (name: string) => {
    dataset = name;
    const classNames = shownOutputs(name, outputs);
    bars = probabilityBars({label: "How probable each class is", classNames});
    place.replaceChildren(bars);
  };
  const send = latestAnswer(
    async ({picture}: Question) => {
      const {probabilities} = await askWorker("classify", {
        pictures: {data: picture, shape: [1, 28, 28, 1]},
      });
      return {probabilities: probabilities.data, step: trainer.position};
    },
    (asked, answer) => {
      if (pad.value === undefined || asked.run !== trainer.run) return;
      if (answer instanceof Error) bars.update({note: answer.message});
      else bars.update({probabilities: answer.probabilities, note: answerNote(answer.step)});
    },
  );
  const invite = () =>
    bars.update({note: "The network answers as soon as you draw, trained or not."});
  const ask = () => pad.value && send({picture: pad.value, run: trainer.run});
  pad.addEventListener("input", () => {
    if (pad.value) ask();
    else invite();
  });
  make(String(digitClassifier.params.dataset.default));
  invite();
  return {
    holder,
    /** Asks again about what is drawn, where it is seen: the weights have changed. */
    ask: whileNear([holder], () => trainer.started && ask()),
    /** Another run has other weights and perhaps other classes: what was answered no longer holds. */
    follow() {
      if (trainer.run === run) return;
      run = trainer.run;
      if (dataset !== run.params.dataset) make(String(run.params.dataset));
      invite();
    },
  };
}

function answerNote(step: number): string {
  return step === 0
    ? "An untrained network: it guesses. Press Train and watch."
    : `The network after ${step} steps.`;
}
