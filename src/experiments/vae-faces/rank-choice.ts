import {element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {faces} from "../../lib/datasets/faces.js";
import {mostStrength} from "./experiment.js";
import {type FaceView, firstFaceView} from "./face-view.js";

/** Which end of the walk the next chosen face becomes. */
export type End = "face" | "other";

/** A control with its label; `set` shows a value without announcing it. */
interface Control<T> {
  readonly row: HTMLElement;
  set(value: T): void;
}

/** Two radio buttons: whether the next chosen face is A or B. */
export function endChoice(onchange: (end: End) => void): HTMLElement {
  const name = uniqueId("end");
  const radio = (end: End, text: string) => {
    const id = uniqueId("end");
    const input = element("input", {
      type: "radio",
      name,
      id,
      checked: end === "face",
      onchange: () => onchange(end),
    });
    return element("span", {class: "layer"}, input, element("label", {for: id}, text));
  };
  return element(
    "div",
    {class: "layers", role: "group", "aria-label": "The next face that you choose becomes"},
    "The next face that you choose becomes",
    radio("face", "A"),
    radio("other", "B"),
  );
}

/** Chooses a latent number by its rank. */
export function rankChoice(onchange: (rank: number) => void): Control<ArrayLike<number>> {
  const id = uniqueId("rank");
  const select = element("select", {id, onchange: () => onchange(select.selectedIndex)});
  return {
    row: labelled(id, "Latent number", select),
    set(nats) {
      const texts = Array.from(nats, (value, i) => `${ordinal(i + 1)}, ${value.toFixed(2)} nats`);
      while (select.options.length > texts.length) select.remove(texts.length);
      for (const [i, text] of texts.entries()) {
        const option = select.options[i] ?? select.appendChild(element("option"));
        setText(option, text);
      }
    },
  };
}

/** "1st", "2nd", "3rd", "4th" of those that tell most. */
function ordinal(rank: number): string {
  const ending = ["th", "st", "nd", "rd"][rank % 100 > 10 && rank % 100 < 14 ? 0 : rank % 10];
  return `${rank}${ending ?? "th"}`;
}

/** Chooses an option of an attribute. */
export function optionChoice(
  onchange: (chosen: Pick<FaceView, "attribute" | "option">) => void,
): HTMLElement {
  const id = uniqueId("option");
  const select = element("select", {
    id,
    onchange: () => {
      const [attribute, option] = select.value.split(":") as [string, string];
      onchange({attribute, option});
    },
  });
  for (const {name, label, options} of faces.attributes) {
    const group = element("optgroup", {label});
    for (const option of options)
      group.append(element("option", {value: `${name}:${option}`}, `${label}: ${option}`));
    select.append(group);
  }
  select.value = `${firstFaceView.attribute}:${firstFaceView.option}`;
  return labelled(id, "Add", select);
}

/** A slider for how much of the attribute is added. */
export function strengthSlider(onchange: (strength: number) => void): HTMLElement {
  const id = uniqueId("strength");
  const readout = element("output", {for: id}, String(firstFaceView.strength));
  const slider = element("input", {
    type: "range",
    id,
    min: -mostStrength,
    max: mostStrength,
    step: 0.25,
    value: firstFaceView.strength,
    oninput: () => {
      setText(readout, String(slider.valueAsNumber).replace("-", "−"));
      onchange(slider.valueAsNumber);
    },
  });
  return labelled(id, "Strength", slider, readout);
}

function labelled(id: string, text: string, ...parts: HTMLElement[]): HTMLElement {
  return element("div", {class: "face-control"}, element("label", {for: id}, text), ...parts);
}
