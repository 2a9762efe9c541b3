/** The editors of the form: what stands in a param's row, by the kind of param. */
import {isOwnName} from "../lib/own-name.js";
import {isUsable} from "../lib/own-use.js";
import type {ChoiceParam, NumberParam, SwitchParam, TextParam} from "../lib/params.js";
import {ownSetIndex} from "../storage/own-set-index.js";
import {choiceWords} from "./choice-words.js";
import type {Editor, Offer} from "./editor.js";
import {element} from "./element.js";
import {sliderScale} from "./slider-scale.js";

/** A slider for the hand and a field for the exact value. The slider commits when it is let go. */
export function numberEditor(param: NumberParam, offer: Offer): Editor {
  const scale = sliderScale(param);
  const field = element("input", {
    type: "number",
    class: "param-number",
    min: param.min,
    max: param.max,
    step: Number.isInteger(param.step) ? 1 : "any",
    inputmode: "decimal",
    "aria-label": `${param.label}, exact value`,
    onchange: () => offerNumber(field.valueAsNumber),
  });
  const slider = element("input", {
    type: "range",
    min: 0,
    max: scale.ticks,
    step: 1,
    oninput: () => show(scale.value(slider.valueAsNumber), false),
    onchange: () => offerNumber(scale.value(slider.valueAsNumber)),
  });
  const show = (value: number, moveSlider: boolean) => {
    field.value = String(value);
    if (moveSlider) slider.value = String(scale.tick(value));
    slider.setAttribute("aria-valuetext", String(value));
  };
  const offerNumber = (value: number) => {
    if (Number.isFinite(value)) slider.value = String(scale.tick(value));
    offer(value);
  };
  return {parts: [slider, field], main: slider, set: (value) => show(Number(value), true)};
}

export function choiceEditor(param: ChoiceParam, offer: Offer): Editor {
  const select = element("select", {onchange: () => offer(select.value)});
  const fill = (chosen?: string) =>
    select.replaceChildren(
      ...offeredValues(param, chosen).map(([value, text]) => element("option", {value}, text)),
    );
  fill();
  return {
    parts: [select],
    main: select,
    set: (value) => {
      if (param.takesOwn) fill(String(value)); // sets of one's own come and go
      select.value = String(value);
    },
  };
}

/** Values with their words: those of the table, and the reader's own sets where one may be chosen. */
function offeredValues(param: ChoiceParam, chosen: string | undefined) {
  const own = ownNames(param);
  const isElsewhere = param.takesOwn && isOwnName(chosen) && !own.includes(chosen);
  const values = [...Object.keys(param.options), ...own, ...(isElsewhere ? [chosen] : [])];
  return values.map((value) => [value, choiceWords(param, value)] as const);
}

/** The reader's own sets that will do. */
function ownNames({takesOwn}: ChoiceParam): string[] {
  if (!takesOwn) return [];
  return ownSetIndex()
    .filter(({labels}) => isUsable(takesOwn, labels.length))
    .map(({name}) => name);
}

export function switchEditor(_param: SwitchParam, offer: Offer): Editor {
  const box = element("input", {type: "checkbox", onchange: () => offer(box.checked)});
  return {
    parts: [box],
    main: box,
    set: (value) => {
      box.checked = value === true;
    },
  };
}

export function textEditor({most}: TextParam, offer: Offer): Editor {
  const field = element("input", {
    type: "text",
    maxlength: most,
    autocomplete: "off",
    spellcheck: "false",
    onchange: () => offer(field.value),
  });
  return {
    parts: [field],
    main: field,
    set: (value) => {
      field.value = String(value);
    },
  };
}
