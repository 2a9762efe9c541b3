import {element, uniqueId} from "../../controls/element.js";
import {longestFormula} from "../../lib/descent/formula-words.js";

/** The formula of the surface, to be changed: `change` throws for a text that is none, and its reason stands below. */
export function formulaField(change: (formula: string) => void) {
  const [id, errorId] = [uniqueId("formula"), uniqueId("formula-error")];
  const error = element("p", {class: "param-error", id: errorId, role: "alert", hidden: true});
  const offer = () => {
    try {
      change(field.value);
      tell(undefined);
    } catch (reason) {
      if (!(reason instanceof RangeError)) throw reason;
      tell(reason.message);
    }
  };
  const field = element("input", {
    ...{type: "text", id, maxlength: longestFormula, autocomplete: "off", spellcheck: "false"},
    ...{autocapitalize: "none", "aria-describedby": errorId},
    oninput: offer,
  });
  const tell = (problem: string | undefined) => {
    error.hidden = problem === undefined;
    error.textContent = problem ?? "";
    field.setAttribute("aria-invalid", String(problem !== undefined));
  };
  return {
    element: element(
      "div",
      {class: "fig-descent-formula"},
      element("label", {for: id}, "Height ="),
      field,
      error,
    ),
    /** Shows a formula that is right. What the reader is typing stays. */
    show(formula: string) {
      if (field.value === formula || field.matches(":focus")) return;
      field.value = formula;
      tell(undefined);
    },
  };
}
