import {button, element} from "../../controls/element.js";
import {formatCount, formatNumber} from "../../controls/format.js";
import {type Floor, type MetricPoint, withUnit} from "../curves/metric-text.js";
import {placeOver} from "../curves/plot-frame.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {
  emptyGuess,
  type Guess,
  guessAt,
  shareOf,
  stepOf,
  valueAt,
  withPlace,
  withStroke,
} from "./guess.js";
import {type GuessDrawingOptions, guessDrawing} from "./guess-drawing.js";
import {listenToGuess} from "./guess-hand.js";
import {guessSummary, guessText} from "./guess-words.js";

export interface GuessPlotData {
  readonly guess: Guess;
  /** The run, once it may be seen. */
  readonly truth?: readonly MetricPoint[];
  readonly floor?: Floor | undefined;
  /** Whether the guess stands: it may be read and not changed. */
  readonly isFixed: boolean;
}

const height = 240;
const keys =
  "left and right go from point to point, up and down move the point, Space puts one where you are, Backspace takes it away";

/**
 * An empty plot to draw a guess into, with mouse, finger, pen or keys; later the truth is drawn over it. Its value is the guess. Every
 * change by the reader is an "input" event, and when the hand comes to rest a "change".
 */
export function guessPlot(options: GuessDrawingOptions): Figure<GuessPlotData, Guess> {
  const {label, unit, limit, axis} = options;
  const drawing = guessDrawing(options, height);
  const surface = element("div", {
    class: "fig-guess-surface",
    role: "application",
    tabindex: 0,
    "aria-label": `Draw ${label} over the steps: ${keys}`,
  });
  const hint = element(
    "p",
    {class: "fig-guess-hint", "aria-hidden": "true"},
    "draw your guess here",
  );
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const clear = button("Clear", () => wipe(), "Clear your guess");
  const holder = element("div", {class: "fig-plot"}, hint, surface);
  holder.prepend(drawing.svg);
  holder.style.height = `${height}px`;
  const key = element(
    "p",
    {class: "fig-note fig-guess-foot"},
    element("span", {}, "Keys: left and right go from point to point, up and down move it."),
    clear,
  );
  const root = element("div", {class: "fig fig-guess-plot"}, holder, key, spoken);
  const summarise = summarised(root, `${label} over the steps, as you expect it`);

  let data: GuessPlotData = {guess: emptyGuess, isFixed: false};
  let cursor: {place: number; value: number} | undefined;
  const redraw = redrawing(root, (width) => {
    const {guess, truth = [], floor} = data;
    const at = cursor && {step: stepOf(cursor.place, limit), value: cursor.value};
    placeOver(surface, drawing.draw({guess, truth, floor, cursor: at}, width));
  });
  const show = () => {
    const {guess, isFixed} = data;
    hint.hidden = isFixed || guess.some((value) => value !== null);
    clear.disabled = isFixed || guess.every((value) => value === null);
    root.toggleAttribute("data-fixed", isFixed);
    summarise(summary(data, limit, unit));
    redraw();
  };
  const take = (guess: Guess) => {
    if (data.isFixed) return;
    data = {...data, guess};
    self.value = guess;
    show();
    tellInput(self);
  };
  const wipe = () => {
    take(emptyGuess);
    settle();
  };
  const settle = () => self.dispatchEvent(new Event("change", {bubbles: true}));
  const put = (value: number) => {
    if (!cursor || data.isFixed) return speak();
    cursor.value = value;
    take(withPlace(data.guess, cursor.place, value));
    settle();
    speak();
  };
  const speak = () => {
    if (cursor) spoken.textContent = placeText(data, cursor.place, options);
  };
  listenToGuess(surface, emptyGuess.length - 1, {
    stroke: (from, to) => take(withStroke(data.guess, axis, from, to)),
    rest: settle,
    go(place) {
      cursor = {place, value: data.guess[place] ?? cursor?.value ?? valueAt(axis, 0.5)};
      speak();
      redraw();
    },
    raise: (by) => cursor && put(valueAt(axis, shareOf(axis, cursor.value) + by)),
    put: () => cursor && put(cursor.value),
    erase() {
      if (cursor) take(withPlace(data.guess, cursor.place, null));
      settle();
      speak();
    },
    leave() {
      cursor = undefined;
      redraw();
    },
  });

  const self = figure<GuessPlotData, Guess>(root, emptyGuess, (next) => {
    data = next;
    self.value = next.guess;
    show();
  });
  show();
  return self;
}

function summary({guess, truth}: GuessPlotData, limit: number, unit: string): string {
  const yours = `Your guess: ${guessSummary(guess, limit, unit)}`;
  const [first, last] = [truth?.[0], truth?.at(-1)];
  if (!first || !last) return yours;
  const text = ({step, value}: MetricPoint) =>
    `${withUnit(formatNumber(value), unit)} at step ${formatCount(step)}`;
  return `${yours}. The run: from ${text(first)} to ${text(last)}`;
}

/** "step 120: 60 %, the run 91.2 %". */
function placeText(
  {guess, truth = []}: GuessPlotData,
  place: number,
  {limit, unit, axis}: GuessDrawingOptions,
): string {
  const step = stepOf(place, limit);
  const value = guessAt(guess, axis, step / limit);
  const yours = value === undefined ? "nothing drawn" : guessText(value, unit);
  const measured = truth.findLast((point) => point.step <= step);
  const run = measured ? `, the run ${withUnit(formatNumber(measured.value), unit)}` : "";
  return `step ${formatCount(step)}: ${yours}${run}`;
}
