import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {fitPsychometric, guessOfTen} from "../../lib/metrics/psychometric.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import {Random} from "../../lib/random.js";
import {lineSample} from "../curves/readout.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {recognitionHeight, recognitionPlot} from "./recognition-plot.js";
import {answerText, type Named, observerText, trialsOf, verdictText} from "./recognition-text.js";

/** The share that is shown when it has been named. */
const clear = 0.95;
const frameMs = 60;
const perFrame = 0.02;
const side = 28;
const scale = 8;

/** A digit in noise that lifts, and what the network says of it. */
export interface NoisyDigit {
  readonly truth: number;
  /** [1, 28, 28, 1] */
  at(level: number): ByteImages;
  said(level: number): {readonly answer: number; readonly probability: number};
}

export interface RecognitionOptions {
  readonly label: string;
  /** The picture of this number, from 0. */
  picture(number: number): NoisyDigit;
  /** Draws the levels and the intervals. */
  readonly random: Random;
}

/** Reader and network name digits out of noise. Its value are the pictures that have been named; an update puts others in their place. */
export function recognition(
  options: RecognitionOptions,
): Figure<readonly Named[], readonly Named[]> {
  const {label, random} = options;
  const cell = pictureCell(side, side, scale, {role: "real"});
  const words = element("p", {class: "fig-recognition-words", role: "status"});
  const start = button("Start", () => begin());
  start.classList.add("primary");
  const digits = Array.from({length: 10}, (_, digit) =>
    button(String(digit), () => answer(digit), `It is ${digit}`),
  );
  const keys = element(
    "div",
    {class: "fig-recognition-digits", role: "group", "aria-label": "Which digit is it?"},
    ...digits,
  );
  const plot = recognitionPlot({you: "disc", network: "cross"});
  const place = element("div", {class: "fig-plot"});
  place.append(plot.svg);
  place.style.height = `${recognitionHeight}px`;
  const lines = [element("span"), element("span")];
  const verdict = element("p", {class: "fig-recognition-verdict"});
  const root = element(
    "div",
    {class: "fig fig-recognition"},
    element("div", {class: "fig-recognition-trial"}, cell.element, keys, words, start),
    element(
      "div",
      {class: "fig-recognition-results"},
      element("p", {class: "fig-note"}, "right, by the share of the picture in what is seen"),
      place,
      element("p", {class: "fig-recognition-you"}, lineSample("none"), lines[0]),
      element("p", {class: "fig-recognition-network"}, lineSample("7 3"), lines[1]),
      verdict,
    ),
  );
  const summarise = summarised(root, label);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let order: number[] = [];
  let now: {digit: NoisyDigit; level: number} | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let number = 0;

  const show = (level: number) => {
    cell.draw(now && pictureStrip(now.digit.at(level)), now && 0);
  };
  const ask = (isOpen: boolean) => {
    for (const digit of digits) digit.disabled = !isOpen;
    start.disabled = isOpen;
  };
  const begin = () => {
    if (order.length === 0) order = random.shuffle(noiseLevels);
    number = Math.max(number, self.value.length);
    now = {digit: options.picture(number++), level: order.pop()!};
    setText(words, "The noise lifts …");
    for (const each of [...digits, start]) each.disabled = true;
    lift(still.matches ? now.level : 0);
  };
  const lift = (from: number) => {
    clearInterval(timer);
    const {level} = now!;
    let share = from;
    const stop = () => {
      clearInterval(timer);
      show(level);
      setText(words, "It stops here. Which digit is it? Guess, if you have to.");
      ask(true);
      digits[0]!.focus({preventScroll: true});
    };
    show(share);
    if (share >= level) return stop();
    timer = setInterval(() => {
      share += perFrame;
      if (!root.isConnected) clearInterval(timer);
      else if (share >= level) stop();
      else show(share);
    }, frameMs);
  };
  const answer = (yours: number) => {
    if (!now) return;
    const {digit, level} = now;
    const {answer: network, probability} = digit.said(level);
    const named: Named = {level, truth: digit.truth, yours, network};
    show(clear);
    setText(words, answerText(named, probability));
    setText(start, "Next");
    ask(false);
    start.focus({preventScroll: true});
    changeValue(self, [...self.value, named]);
    tell();
  };
  root.addEventListener("keydown", ({key}) => {
    const digit = /^[0-9]$/.test(key) ? digits[Number(key)] : undefined;
    if (digit && !digit.disabled) digit.click();
  });

  let observers = observersOf([]);
  const redraw = redrawing(root, () => {
    const {you, network} = observers;
    plot.draw({you: [you], network: [network]}, place.clientWidth);
  });
  const self = figure<readonly Named[], readonly Named[]>(root, [], (named) => {
    self.value = named;
    tell();
  });
  function observersOf(named: readonly Named[]) {
    const of = (who: "yours" | "network") => {
      const trials = trialsOf(who, named);
      const fitted =
        trials.length < noiseLevels.length
          ? undefined
          : fitPsychometric(trials, guessOfTen, new Random(1));
      return {trials, fitted};
    };
    return {you: of("yours"), network: of("network")};
  }
  const tell = () => {
    observers = observersOf(self.value);
    const {you, network} = observers;
    const said = [
      observerText("You", you.trials, you.fitted),
      observerText("The network", network.trials, network.fitted),
    ];
    said.forEach((text, i) => {
      setText(lines[i]!, text);
    });
    setText(verdict, verdictText(you.fitted, network.fitted));
    summarise(`${said.join(" ")} ${verdict.textContent}`);
    redraw();
  };
  setText(words, "A digit hides in noise.");
  ask(false);
  cell.draw(undefined, undefined);
  tell();
  return self;
}
