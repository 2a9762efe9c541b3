import type {ChoiceParam, NumberParam, Param, ParamValue, SwitchParam} from "../lib/params.js";
import {paramError} from "../lib/params.js";
import {element, uniqueId} from "./element.js";

/** One parameter's row: label, control, help and room for an error. `set` shows a value without announcing it. */
export interface ParamControl {
  readonly row: HTMLElement;
  set(value: ParamValue): void;
}

type Commit = (value: ParamValue) => void;

interface Editor {
  readonly parts: readonly HTMLElement[];
  /** The element the label points at. */
  readonly main: HTMLElement;
  set(value: ParamValue): void;
}

/** A control for `param`; `commit` gets legal values only, an illegal one stays in the field with its reason. */
export function paramControl(
  name: string,
  param: Param,
  options: {readonly locked: boolean},
  commit: Commit,
): ParamControl {
  const id = uniqueId(name);
  const error = element("p", {
    class: "param-error",
    id: `${id}-error`,
    role: "alert",
    hidden: true,
  });
  let shown: ParamValue | undefined;
  const offer: Commit = (value) => {
    const problem = paramError(param.label, param, value);
    shown = undefined;
    error.hidden = problem === undefined;
    error.textContent = problem ?? "";
    if (problem === undefined) commit(value);
  };
  const editor = makeEditor(param, offer);
  editor.main.id = id;
  editor.main.setAttribute("aria-describedby", `${id}-help ${id}-error`);
  for (const part of editor.parts) part.toggleAttribute("disabled", options.locked);
  const help = element("p", {class: "param-help", id: `${id}-help`}, param.help);
  const label = element(
    "label",
    {for: id},
    param.label,
    options.locked ? " (set by the link)" : "",
  );
  const row = element(
    "div",
    {class: "param", "data-param": name},
    label,
    ...editor.parts,
    help,
    error,
  );
  return {
    row,
    set(value) {
      // What the reader is typing or dragging stays, however often a running training tells the value in force.
      if (value === shown) return;
      shown = value;
      error.hidden = true;
      editor.set(value);
    },
  };
}

function makeEditor(param: Param, offer: Commit): Editor {
  switch (param.kind) {
    case "number":
      return numberEditor(param, offer);
    case "choice":
      return choiceEditor(param, offer);
    case "switch":
      return switchEditor(param, offer);
  }
}

/** A slider for the hand and a field for the exact value. The slider commits when it is let go. */
function numberEditor(param: NumberParam, offer: Commit): Editor {
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

/** Between slider ticks and values: a grid of `step`, or three significant digits on a log scale. */
export function sliderScale({min, max, step, scale}: NumberParam): {
  readonly ticks: number;
  value(tick: number): number;
  tick(value: number): number;
} {
  if (scale === "log") {
    const ticks = 200;
    const ratio = Math.log(max / min);
    return {
      ticks,
      value: (tick) =>
        tick <= 0
          ? min
          : tick >= ticks
            ? max
            : Number((min * Math.exp((ratio * tick) / ticks)).toPrecision(2)),
      tick: (value) => Math.round((Math.log(value / min) / ratio) * ticks),
    };
  }
  const ticks = Math.round(Math.min((max - min) / step, 1000));
  const stride = (max - min) / ticks;
  return {
    ticks,
    value: (tick) => Number((min + Math.round((tick * stride) / step) * step).toFixed(6)),
    tick: (value) => Math.round((value - min) / stride),
  };
}

function choiceEditor(param: ChoiceParam, offer: Commit): Editor {
  const options = Object.entries(param.options).map(([value, text]) =>
    element("option", {value}, text),
  );
  const select = element("select", {onchange: () => offer(select.value)}, ...options);
  return {
    parts: [select],
    main: select,
    set: (value) => {
      select.value = String(value);
    },
  };
}

function switchEditor(_param: SwitchParam, offer: Commit): Editor {
  const box = element("input", {type: "checkbox", onchange: () => offer(box.checked)});
  return {
    parts: [box],
    main: box,
    set: (value) => {
      box.checked = value === true;
    },
  };
}
