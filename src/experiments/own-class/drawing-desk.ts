import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {drawingPad} from "../../figures/paint/drawing-pad.js";
import type {NamedArrays} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {keptIn, withDrawing, withoutLast} from "./kept-drawings.js";
import {leastDrawings, mostDrawings} from "./sign-params.js";

/** The pad, and buttons that keep what is on it as one of the drawings; `onchange` gets all that are kept. */
export function drawingDesk(onchange: (kept: ByteImages) => void) {
  const pad = drawingPad({label: "Your sign"});
  const note = element("p", {class: "fig-note", role: "status"});
  let kept = keptIn({});
  const change = (next: ByteImages) => {
    kept = next;
    follow();
    onchange(kept);
  };
  const keep = button("Keep this drawing", () => {
    if (!pad.value) return;
    const picture = pad.value;
    pad.update({strokes: []});
    change(withDrawing(kept, picture));
  });
  const back = button("Take the last one away", () => change(withoutLast(kept)));
  const follow = () => {
    const count = kept.shape[0];
    keep.disabled = !pad.value || count >= mostDrawings;
    back.disabled = count === 0;
    setText(note, keptWords(count));
  };
  pad.addEventListener("input", follow);
  follow();
  return {
    element: element(
      "div",
      {class: "sign-desk"},
      pad,
      element("div", {class: "sign-desk-buttons"}, keep, back, note),
    ),
    /** Shows how many a run was given. */
    take(inputs: NamedArrays) {
      kept = keptIn(inputs);
      follow();
    },
  };
}

/** How many there are, and what to do next. */
export function keptWords(count: number): string {
  if (count === 0)
    return `Draw a sign and keep it, ${mostDrawings} times if you can: the same sign, as different as your hand makes it.`;
  if (count < leastDrawings) return `${count} kept; at least ${leastDrawings} are needed.`;
  if (count < mostDrawings)
    return `${count} of ${mostDrawings} kept. More show the network better what may differ. Press Train when you like.`;
  return `All ${mostDrawings} kept. Press Train.`;
}
