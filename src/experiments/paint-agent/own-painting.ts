import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {whileNear} from "../../figures/nearness.js";
import {drawingPad} from "../../figures/paint/drawing-pad.js";
import {paintReplay} from "../../figures/paint/paint-replay.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {paintAgent} from "./experiment.js";
import {replayOf} from "./paintings.js";

type Host = Pick<ViewHost<ExchangeOf<typeof paintAgent>>, "trainer" | "ask">;

interface Question {
  /** [28 · 28] */
  readonly picture: Float32Array;
  readonly seed: number;
  /** Whose policy is asked. */
  readonly run: RunRecord;
}

/** The pad, and how the agent paints what is drawn on it. */
export function ownPainting({trainer, ask: askWorker}: Host) {
  const pad = drawingPad({label: "Drawing pad"});
  const replay = paintReplay({label: "your drawing, painted stroke by stroke"});
  const note = element("p", {class: "fig-note", "aria-live": "polite"});
  const again = button("Paint it again", () => {
    seed += 1;
    ask();
  });
  const place = element("div", {class: "paint-answer"}, replay, note, again);
  const holder = element("div", {class: "paint-drawing"}, pad, place);
  let seed = 1;
  let run: RunRecord | undefined;

  const send = latestAnswer(
    async ({picture, seed}: Question) => {
      const answer = await askWorker("paint", {
        pictures: {data: picture, shape: [1, 28, 28, 1]},
        seed: {data: Uint32Array.of(seed), shape: [1]},
      });
      return {answer, step: trainer.position};
    },
    (asked, answer) => {
      if (pad.value === undefined || asked.run !== trainer.run) return;
      if (answer instanceof Error) setText(note, answer.message);
      else {
        replay.update(replayOf(answer.answer, 0));
        setText(note, answerNote(answer.step));
      }
    },
  );
  const invite = () => {
    setText(note, "It paints as soon as you draw, practised or not.");
  };
  const ask = () => {
    if (pad.value) send({picture: pad.value, seed, run: trainer.run});
  };
  pad.addEventListener("input", () => {
    again.disabled = pad.value === undefined;
    if (pad.value) ask();
    else invite();
  });
  again.disabled = true;
  invite();
  return {
    holder,
    /** Asks again about what is drawn, where it is seen: the weights have changed. */
    ask: whileNear([holder], () => trainer.started && ask()),
    /** Another run has another policy: what was painted no longer holds. */
    follow() {
      if (trainer.run === run) return;
      run = trainer.run;
      invite();
    },
  };
}

function answerNote(step: number): string {
  return step === 0
    ? "A painter who has never practised: its strokes are chance. Press Train and watch."
    : `The painter after ${step} steps of practice.`;
}
