/** The editors at a figure: what they change is seen there at once, so they answer while the hand still moves. */
import type {ChoiceParam, NumberParam} from "../lib/params.js";
import type {Editor, Offer} from "./editor.js";
import {element, uniqueId} from "./element.js";
import {setText} from "./set-text.js";
import {sliderScale} from "./slider-scale.js";

/** A slider with its value beside it. */
export function sliderEditor(param: NumberParam, offer: Offer): Editor {
  const scale = sliderScale(param);
  const readout = element("output");
  const slider = element("input", {
    type: "range",
    min: 0,
    max: scale.ticks,
    step: 1,
    oninput: () => {
      show(scale.value(slider.valueAsNumber));
      offer(scale.value(slider.valueAsNumber));
    },
  });
  const show = (value: number) => {
    const text = String(value).replace("-", "−");
    setText(readout, text);
    slider.setAttribute("aria-valuetext", text);
  };
  return {
    parts: [slider, readout],
    main: slider,
    set: (value) => {
      slider.value = String(scale.tick(Number(value)));
      show(Number(value));
    },
  };
}

/** A radio button for each option. */
export function radioEditor({label, options}: ChoiceParam, offer: Offer): Editor {
  const name = uniqueId("radio");
  const radios = Object.entries(options).map(([value, text]) => {
    const input = element("input", {
      type: "radio",
      name,
      value,
      id: uniqueId("option"),
      onchange: () => offer(value),
    });
    return {
      input,
      part: element("span", {class: "layer"}, input, element("label", {for: input.id}, text)),
    };
  });
  const group = element(
    "fieldset",
    {class: "bare layers", "aria-label": label},
    label,
    ...radios.map(({part}) => part),
  );
  return {
    parts: [group],
    main: group,
    isLabelled: true,
    set: (value) => {
      for (const {input} of radios) input.checked = input.value === value;
    },
  };
}
