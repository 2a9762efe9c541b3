import {type Param, type ParamValue, paramError} from "../lib/params.js";
import type {Editor, Offer} from "./editor.js";
import {element, uniqueId} from "./element.js";
import {radioEditor, sliderEditor} from "./figure-editors.js";
import {choiceEditor, numberEditor, switchEditor, textEditor} from "./param-editors.js";

/** One parameter's row: label, control, help and room for an error. `set` shows a value without announcing it. */
export interface ParamControl {
  readonly row: HTMLElement;
  set(value: ParamValue): void;
}

/** A control for `param`; `commit` gets legal values only, an illegal one stays in the field with its reason. */
export function paramControl(
  name: string,
  param: Param,
  {locked, isAtFigure = false}: {readonly locked: boolean; readonly isAtFigure?: boolean},
  commit: Offer,
): ParamControl {
  const id = uniqueId(name);
  const error = element("p", {
    class: "param-error",
    id: `${id}-error`,
    role: "alert",
    hidden: true,
  });
  let shown: ParamValue | undefined;
  const offer: Offer = (value) => {
    const problem = paramError(param.label, param, value);
    shown = undefined;
    error.hidden = problem === undefined;
    error.textContent = problem ?? "";
    if (problem === undefined) commit(value);
  };
  const editor = (isAtFigure ? figureEditor : formEditor)(param, offer);
  editor.main.id = id;
  editor.main.setAttribute("aria-describedby", `${id}-help ${id}-error`);
  for (const part of editor.parts) part.toggleAttribute("disabled", locked);
  const help = element(
    "p",
    {class: isAtFigure ? "visually-hidden" : "param-help", id: `${id}-help`},
    param.help,
  );
  const words = `${param.label}${locked ? " (set by the link)" : ""}`;
  const label = editor.isLabelled ? undefined : element("label", {for: id}, words);
  const row = element(
    "div",
    {class: isAtFigure ? "param-at-figure" : "param", "data-param": name},
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

function formEditor(param: Param, offer: Offer): Editor {
  switch (param.kind) {
    case "number":
      return numberEditor(param, offer);
    case "choice":
      return choiceEditor(param, offer);
    case "switch":
      return switchEditor(param, offer);
    case "text":
      return textEditor(param, offer);
  }
}

function figureEditor(param: Param, offer: Offer): Editor {
  if (param.kind === "number") return sliderEditor(param, offer);
  const isPair = param.kind === "choice" && Object.keys(param.options).length === 2;
  return isPair ? radioEditor(param, offer) : formEditor(param, offer);
}
