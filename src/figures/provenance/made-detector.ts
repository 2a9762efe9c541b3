import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {type Tried, triedDetector} from "../../lib/provenance/detector-trial.js";
import {foundIn} from "../../lib/provenance/watermark-trial.js";
import {shareBars} from "../bars/share-bars.js";
import {calibrationOf} from "./detector-calibration.js";

export interface MadeDetectorOptions {
  readonly label: string;
  readonly real: ByteImages;
  readonly makers: readonly {
    readonly id: string;
    readonly title: string;
    readonly images: ByteImages;
  }[];
  /** Which one is learned from at first. */
  readonly first: string;
}

/** A detector of made pictures, trained at once on one maker's, and what it finds of all makers'. */
export function madeDetector({label, real, makers, first}: MadeDetectorOptions): HTMLElement {
  const images = Object.fromEntries(makers.map((maker) => [maker.id, maker.images]));
  const bars = shareBars({
    ...{label, role: "judge", names: makers.map(({title}) => title)},
    referenceName: "as often it is wrong about real pictures",
  });
  const calibration = element("p", {class: "fig-note fig-detector-note"});
  let seed = 1;
  const onchange = () => show();
  const learned = element(
    "select",
    {id: uniqueId("fig-detector"), onchange},
    ...makers.map(({id, title}) => element("option", {value: id, selected: id === first}, title)),
  );
  const told = element("output", {}, "5 %");
  const alarms = element("input", {
    ...{type: "range", id: uniqueId("fig-detector"), min: 1, max: 20, step: 1, value: 5},
    oninput: () => {
      setText(told, `${alarms.value} %`);
      show();
    },
  });
  const show = () => {
    const falseAlarms = Number(alarms.value) / 100;
    const tried = triedDetector(real, images, {learned: learned.value, falseAlarms, seed});
    const alarmed = shareOf(tried.real, tried.limit);
    bars.update({
      rows: makers.map(({id}) => ({
        share: shareOf(tried.made[id]!, tried.limit),
        reference: alarmed,
        isMeant: id === learned.value,
      })),
      note: countsText(tried, makers.length),
    });
    const errors = makers.map(({id, title}) => `${title} ${calibrationOf(tried, id).toFixed(2)}`);
    setText(calibration, `Calibration error, among as many real pictures: ${errors.join(", ")}.`);
  };
  show();
  const row = (words: string, control: HTMLElement, ...more: HTMLElement[]) =>
    element("div", {}, element("label", {for: control.id}, words), control, ...more);
  return element(
    "div",
    {class: "fig fig-detector"},
    element(
      "div",
      {class: "fig-mark-dials"},
      row("Learns from", learned),
      row("False alarms", alarms, told),
    ),
    element(
      "div",
      {class: "fig-mark-buttons"},
      button("Other pictures held out", () => {
        seed += 1;
        show();
      }),
    ),
    bars,
    calibration,
  );
}

function shareOf(probabilities: Float64Array, limit: number) {
  const found = foundIn(probabilities, limit);
  return {
    share: found / probabilities.length,
    ...binomialInterval(found, probabilities.length),
  };
}

function countsText({made, real}: Tried, makers: number): string {
  const counts = [...new Set(Object.values(made).map(({length}) => length))].sort((a, b) => a - b);
  const words = [counts.slice(0, -1).join(", "), counts.at(-1)].filter(Boolean).join(" or ");
  return `Found, of ${words} pictures of each of ${makers} makers, none of which it learned from; ${real.length} real ones.`;
}
