import {element, uniqueId} from "./element.js";

/** A list to choose from whose options change. */
export function offeredChoice(label: string, onchange: () => void) {
  const id = uniqueId("choice");
  const select = element("select", {id, onchange});
  let offered = "";
  return {
    row: element("div", {class: "offered-choice"}, element("label", {for: id}, label), select),
    value: () => select.value,
    index: () => Number(select.value),
    choose(value: string) {
      select.value = value;
    },
    /** Values with their words. What was chosen stays, where it is still offered. */
    offer(options: readonly (readonly [value: string, words: string])[]) {
      if (`${options}` === offered) return;
      offered = `${options}`;
      const kept = select.value;
      select.replaceChildren(...options.map(([value, words]) => element("option", {value}, words)));
      if (options.some(([value]) => value === kept)) select.value = kept;
    },
  };
}
