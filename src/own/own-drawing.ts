import {button, element} from "../controls/element.js";
import {drawingPad} from "../figures/paint/drawing-pad.js";

/** A pad that the reader opens. `take` gets each drawing as bytes [28 · 28]; `onturn` hears that it is open or put away. */
export function ownDrawing(take: (pixels: Uint8Array) => void, onturn: () => void) {
  const pad = drawingPad({label: "Your drawing"});
  const add = button("Add this drawing", () => {
    if (!pad.value) return;
    take(Uint8Array.from(pad.value, (value) => Math.round((value + 1) * 127.5)));
    pad.update({strokes: []});
    follow();
  });
  const follow = () => {
    add.disabled = !pad.value;
  };
  const turn = (isOpen: boolean) => {
    panel.hidden = !isOpen;
    start.hidden = isOpen;
    onturn();
  };
  const open = () => {
    turn(true);
    panel.querySelector<HTMLElement>("[tabindex]")?.focus();
  };
  const start = button("Draw", open, "Draw on a pad");
  const panel = element(
    "div",
    {class: "own-pad", hidden: true},
    pad,
    element(
      "div",
      {class: "own-row"},
      add,
      button("Put the pad away", () => {
        turn(false);
        start.focus();
      }),
    ),
  );
  pad.addEventListener("input", follow);
  follow();
  return {start, panel, open, isOpen: () => !panel.hidden};
}
