import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";

/** Leafs through a sheet: a page back and forth, and where one is in words. */
export function pager(noun: string, onturn: (page: number) => void) {
  let page = 0;
  let pages = 1;
  const go = (to: number) => {
    page = Math.max(0, Math.min(pages - 1, to));
    onturn(page);
  };
  const back = button("Back", () => go(page - 1), `A page of ${noun} back`);
  const next = button("Next page", () => go(page + 1), `Next page of ${noun}`);
  const slider = element("input", {
    type: "range",
    min: 0,
    step: 1,
    "aria-label": `Page of ${noun}`,
    oninput: () => go(slider.valueAsNumber),
  });
  const words = element("span", {class: "fig-pager-words", role: "status"});
  return {
    element: element("div", {class: "fig-pager"}, back, slider, next, words),
    /** Shows page `at` of `count`, and `text` about it. */
    show(at: number, count: number, text: string) {
      [page, pages] = [at, Math.max(1, count)];
      slider.max = String(pages - 1);
      slider.value = String(page);
      slider.setAttribute("aria-valuetext", text);
      setText(words, text);
      // A disabled button would lose the focus of who leafs by key.
      back.setAttribute("aria-disabled", String(page === 0));
      next.setAttribute("aria-disabled", String(page === pages - 1));
    },
  };
}
