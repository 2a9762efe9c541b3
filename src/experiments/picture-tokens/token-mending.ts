import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned} from "../../experiment/panels/captions.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {pictureRow} from "../../figures/sheet/picture-row.js";
import {tokenEraser} from "../../figures/tokens/token-eraser.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Snapshot} from "../../lib/training/protocol.js";
import {placesIn, textOfPlaces} from "./erased-places.js";
import {mendedCount, type pictureTokens} from "./experiment.js";

type Exchanged = ExchangeOf<typeof pictureTokens>;
type Host = ViewHost<Exchanged, typeof pictureTokens.params>;

/** A real picture whose tokens the reader erases, and how the live run's networks fill it in. */
export function tokenMending(host: Host) {
  const {trainer, paramsOf, setParam, accessTo, controlOf} = host;
  const eraser = tokenEraser("a real digit");
  const row = pictureRow({
    label: "the digit, filled in",
    role: "generated",
    empty: {count: mendedCount, side: 28},
  });
  const note = element("p", {class: "fig-note", "aria-live": "polite"});
  const filled = element("div", {class: "token-mended"}, row, note);
  const holder = element(
    "div",
    {},
    controlOf("subject"),
    element("div", {class: "token-mending"}, eraser, filled),
  );
  eraser.hidden = accessTo("erased") === "hidden";
  let shown:
    | {readonly snapshot: Snapshot<Exchanged["snapshot"]>; readonly run: RunRecord}
    | undefined;

  const redraw = () => {
    if (!shown) return;
    const {run, snapshot} = shown;
    const {arrays, step} = snapshot;
    const isLive = run.origin === "live";
    const wanted = isLive ? placesIn(paramsOf(trainer.run).erased) : placesOf(arrays.erased.data);
    const isFixed = !isLive || accessTo("erased") !== "open";
    eraser.update({picture: arrays.subject, erased: wanted, isFixed});
    // What was erased before is on its way out: the next picture is coming.
    if (String(wanted) !== String(placesOf(arrays.erased.data))) return;
    const count = wanted.length;
    row.update({
      images: arrays.mended,
      captions: Array.from({length: mendedCount}, (_, i) => `${i + 1}`),
      summary: `${mendedCount} pictures, ${count} tokens of each filled in`,
    });
    setText(note, isLive ? liveNote(count, step) : stillNote);
  };
  eraser.addEventListener("input", () => {
    setParam("erased", textOfPlaces(eraser.value));
    redraw();
  });
  return {
    figure: captioned(
      "Erase tokens of a real digit: click or drag. The network fills them in, six times by six chances.",
      holder,
      "full",
    ),
    draw(snapshot: Snapshot<Exchanged["snapshot"]>, run: RunRecord) {
      shown = {snapshot, run};
      redraw();
    },
    /** What is erased may be another. */
    drawRun: redraw,
  };
}

const stillNote = "Press Train to erase for yourself: only a live network can fill in.";

function liveNote(count: number, step: number): string {
  return count === 0
    ? `Nothing is erased: six times the same tokens. Live, step ${step}.`
    : `${count} of 49 tokens filled in. Live, step ${step}.`;
}

function placesOf(erased: ArrayLike<number>): number[] {
  return Array.from(erased, (isErased, place) => (isErased ? place : -1)).filter((at) => at >= 0);
}
