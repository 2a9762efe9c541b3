import {element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import type {Choice} from "../../lib/questions/judgement.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";

export interface PairTrialOptions {
  readonly label: string;
  /** "Which one is real?" */
  readonly question: string;
  /** Text of the button for neither; without it there is none. */
  readonly neither?: string;
  /** Pixels along an edge of a picture. */
  readonly side: number;
}

export interface ShownPicture {
  readonly images: ByteImages;
  readonly picture: number;
}

/** Two pictures to choose between; without them nothing can be chosen. */
export interface PairTrialData {
  readonly pair?: {readonly left: ShownPicture; readonly right: ShownPicture};
}

const scale = 9;
const sides = ["left", "right"] as const;

/**
 * Two pictures side by side, of which one is chosen: by pressing it, or with the arrow keys. Its value is the last choice; each choice is
 * an "input" event. It says nothing of what is right.
 */
export function pairTrial({
  label,
  question,
  neither,
  side,
}: PairTrialOptions): Figure<PairTrialData, Choice | undefined> {
  const asked = element("p", {class: "fig-judges-question", id: uniqueId("judges")}, question);
  const cells = sides.map((name) => pictureButton(name, side, () => choose(name)));
  const tie = neither === undefined ? undefined : choiceButton(neither, () => choose("tie"));
  const keys = tie ? "Keys: ← left, → right, ↓ neither." : "Keys: ← left, → right.";
  const root = element(
    "div",
    {class: "fig fig-judges", role: "group", "aria-label": label, "aria-describedby": asked.id},
    asked,
    element("div", {class: "fig-judges-pair"}, ...cells.map((cell) => cell.button)),
    element("div", {class: "fig-judges-neither"}, tie, element("span", {class: "fig-note"}, keys)),
  );
  root.tabIndex = -1;
  let isOpen = false;
  const choose = (choice: Choice) => isOpen && changeValue(self, choice);
  root.addEventListener("keydown", (event) => {
    const choice = choiceOf(event.key, tie !== undefined);
    if (!choice || event.repeat || hasModifier(event)) return;
    event.preventDefault();
    choose(choice);
  });
  const self = figure<PairTrialData, Choice | undefined>(root, undefined, ({pair}) => {
    isOpen = pair !== undefined;
    for (const [i, cell] of cells.entries()) cell.show(pair?.[sides[i]!]);
    tie?.toggleAttribute("disabled", !isOpen);
  });
  self.update({});
  return self;
}

/** The choice that a key stands for. */
export function choiceOf(key: string, hasTie: boolean): Choice | undefined {
  if (key === "ArrowLeft") return "left";
  if (key === "ArrowRight") return "right";
  return key === "ArrowDown" && hasTie ? "tie" : undefined;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}

function pictureButton(name: "left" | "right", side: number, onchoose: () => void) {
  const cell = pictureCell(side, side, scale);
  const button = choiceButton("", onchoose);
  button.className = "fig-judges-picture";
  const caption = element("span", {}, name);
  button.append(cell.element, caption);
  return {
    button,
    show(shown: ShownPicture | undefined) {
      button.disabled = shown === undefined;
      if (shown) cell.draw(pictureStrip(shown.images), shown.picture);
      else cell.draw(undefined, undefined);
      setText(caption, name);
    },
  };
}

/** The second half of a double click is no answer: what it would answer has not been looked at. */
function choiceButton(text: string, onchoose: () => void): HTMLButtonElement {
  const onclick = (event: Event) => (event as MouseEvent).detail <= 1 && onchoose();
  return element("button", {type: "button", onclick}, text);
}
