import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {pictureStrip} from "../../figures/picture-canvas.js";
import {pictureCell} from "../../figures/picture-cell.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {withClick} from "./clicks.js";
import {mostClicks, offerCount} from "./designer-params.js";
import type {productDesigner} from "./experiment.js";

type Exchanged = ExchangeOf<typeof productDesigner>;
type Host = ViewHost<Exchanged, typeof productDesigner.params>;

/** Four garments to choose among: a made-up shopper's last round, or the reader's next one. */
export function roundFigure({trainer, paramsOf, setParam, accessTo}: Host) {
  const cells = Array.from({length: offerCount}, () => pictureCell(28, 28, 2));
  const words = element("p", {class: "designer-words", "aria-live": "polite"});
  /** Rounds that the reader sees the next one of; a click before that is drawn would be for another round. */
  let drawn = -1;
  let strip: HTMLCanvasElement | undefined;
  const choose = (place: number | undefined) => {
    const {choices} = paramsOf(trainer.run);
    if (choices.length !== drawn) return;
    drawn = -1;
    setParam("choices", withClick(choices, place));
  };
  const plates = cells.map(({element: cell}, place) => {
    const plate = button("", () => choose(place), `garment ${place + 1}`);
    plate.append(cell);
    return plate;
  });
  const none = button("None of these", () => choose(undefined));
  const mine = button("Let me choose", () => setParam("shopper", "you"));
  mine.hidden = none.hidden = true;
  return {
    element: element(
      "div",
      {class: "designer-round"},
      words,
      element("div", {class: "designer-offer"}, ...plates),
      element("div", {class: "designer-buttons"}, none, mine),
    ),
    redraw() {
      for (const [i, cell] of cells.entries()) cell.draw(strip, strip && i);
    },
    draw({offered, taken, rounds}: Exchanged["snapshot"], run: RunRecord) {
      const {shopper} = paramsOf(run);
      const [count, place] = [rounds.data[0]!, taken.data[0]!];
      const isMine = shopper === "you";
      const isOpen = isMine && count < mostClicks && accessTo("choices") === "open";
      strip = pictureStrip(offered);
      for (const i of cells.keys()) {
        plates[i]!.disabled = !isOpen;
        plates[i]!.toggleAttribute("data-taken", i === place);
        plates[i]!.setAttribute("aria-pressed", String(i === place));
      }
      drawn = isOpen ? count : -1;
      none.hidden = !isOpen;
      mine.hidden = isMine || accessTo("shopper") !== "open";
      setText(words, isMine ? askWords(count) : toldWords(count, place));
    },
  };
}

function askWords(count: number): string {
  if (count >= mostClicks) return `You have chosen ${mostClicks} times. That is enough.`;
  return `${count === 0 ? "Which one would you take?" : "And now?"} ${count} of ${mostClicks} rounds.`;
}

function toldWords(count: number, place: number): string {
  if (place < 0) return "The shopper has not clicked yet. A first round:";
  return `Click ${count}: the shopper took the framed one.`;
}
