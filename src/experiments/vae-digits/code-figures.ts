import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {whileNear} from "../../figures/nearness.js";
import {drawingPad} from "../../figures/paint/drawing-pad.js";
import {codeText} from "../../figures/plane/latent-places.js";
import {picturePlates} from "../../figures/sheet/picture-plates.js";
import type {NdArray} from "../../lib/array.js";
import type {latentFigures, PlaneHost} from "../shared/plane/latent-figures.js";
import type {PlaneAnswers} from "../shared/plane/plane-exchange.js";

type Coded = PlaneAnswers["code"]["tells"];

interface Question {
  /** [28 · 28] */
  readonly picture: Float32Array;
  readonly run: RunRecord;
}

const waiting = [
  {role: "real", caption: "Draw, and the encoder's view of it appears here."},
  {role: "generated", caption: "What the decoder makes of its code appears here."},
] as const;

/** A pad, and what encoder and decoder make of the drawing; its cloud is shown on `plane`. */
export function codeFigures(
  {trainer, ask: askWorker}: PlaneHost,
  {show, desk: plane}: Pick<ReturnType<typeof latentFigures>, "show" | "desk">,
) {
  const pad = drawingPad({label: "Drawing pad"});
  const plates = picturePlates(waiting);
  const note = element("p", {class: "fig-note", role: "status"});
  const holder = element("div", {class: "class-drawing"}, pad, element("div", {}, plates, note));
  const clear = (text: string) => {
    show(undefined);
    plates.update(waiting.map(() => undefined));
    setText(note, text);
  };
  const send = latestAnswer(
    ({picture}: Question) => askWorker("code", {picture: {data: picture, shape: [1, 28, 28, 1]}}),
    ({run}, answer) => {
      if (run !== trainer.run || !pad.value) return;
      if (answer instanceof Error) return clear(answer.message);
      show({code: pointOf(answer.code), spread: pointOf(answer.spread)});
      plates.update(platesOf(answer));
      setText(note, noteOf(answer));
    },
  );
  const ask = () => {
    if (!pad.value) return clear("");
    if (!trainer.started) return clear("Press Train first. Then your drawing gets a code.");
    send({picture: pad.value, run: trainer.run});
  };
  pad.addEventListener("input", ask);
  return {
    holder,
    /** Asks again about what is drawn, where it or its cloud is seen: the weights have changed. */
    ask: whileNear([holder, plane], () => pad.value && trainer.started && ask()),
  };
}

function platesOf({seen, drawn}: Coded) {
  return [
    {image: seen, caption: "yours, as the encoder gets it"},
    {image: drawn, caption: "drawn again from the middle of its cloud"},
  ];
}

function noteOf({code, spread}: Coded): string {
  const {x, y} = pointOf(spread);
  const middle = `The code of your digit is ${codeText(pointOf(code))}`;
  return x === 0 && y === 0
    ? `${middle}, a point on the plane.`
    : `${middle}, give or take ${x.toFixed(2)} and ${y.toFixed(2)}: the blue cloud on the plane.`;
}

function pointOf({data}: NdArray) {
  return {x: data[0]!, y: data[1]!};
}
