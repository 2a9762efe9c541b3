import {element, uniqueId} from "../controls/element.js";
import type {OwnPicture} from "../lib/datasets/own/own-set.js";

/** The label of pictures to come, or of the chosen ones; labels that are there are offered. */
export function labelField() {
  const id = uniqueId("own-label");
  const list = element("datalist", {id: `${id}-list`});
  const field = element("input", {
    ...{id, type: "text", maxlength: 40, autocomplete: "off", list: `${id}-list`},
  });
  return {
    element: element(
      "span",
      {class: "own-field"},
      element("label", {for: id}, "What is on them "),
      field,
      list,
    ),
    value: () => field.value.trim(),
    offer(pictures: readonly OwnPicture[]) {
      const labels = [...new Set(pictures.map(({label}) => label))].filter(Boolean);
      list.replaceChildren(...labels.map((value) => element("option", {value})));
    },
  };
}
