import {element} from "../../controls/element.js";
import {type Tab, tabs} from "../../controls/tabs.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {FigureTab} from "../view.js";
import {figureCards} from "./figure-cards.js";

/** All beside the stage: an experiment's own figures, then what each has, in this order. */
export interface ExperimentTabs {
  readonly element: HTMLElement;
  /** Puts the figures there, once they have come. */
  putFigures(figures: readonly FigureTab[]): void;
  /** Puts the others behind the figures. */
  putTools(tools: readonly Tab[]): void;
  /** Opens the tab that holds `inner`. */
  reveal(inner: Element): void;
  /** Opens what the address leads to, and shows all figures on paper, until `signal`. */
  follow(signal: AbortSignal): void;
}

/** The tabs below the stage, one of them open. */
export function experimentTabs({id, title}: Experiment): ExperimentTabs {
  const all = tabs(`More of ${title}`, id);
  let figures: readonly Tab[] = [toCome()];
  let tools: readonly Tab[] = [];
  const put = () => {
    all.set([...figures, ...tools]);
    openAddressed(all.reveal);
  };
  return {
    element: all.element,
    putFigures(next) {
      figures = next.map((tab) => ({...tab, panel: figureCards(tab.figures)}));
      put();
    },
    putTools(next) {
      tools = next;
      put();
    },
    reveal: (inner) => void all.reveal(inner),
    follow(signal) {
      addEventListener("hashchange", () => openAddressed(all.reveal), {signal});
      printWhole(all.element, signal);
    },
  };
}

function toCome(): Tab {
  const words = element("p", {class: "figures-to-come"}, "The figures are on their way …");
  return {title: "Figures", panel: words};
}

/** A place of the page stands in its address beside params of experiments. */
function openAddressed(reveal: (inner: Element) => boolean): void {
  const anchor = location.hash
    .slice(1)
    .split("&")
    .find((entry) => entry !== "" && !entry.includes("="));
  const target = anchor && document.getElementById(anchor);
  if (target && reveal(target)) target.scrollIntoView({block: "nearest"});
}

/** On paper all figures can be seen. They learn it before they are drawn for it. */
function printWhole(root: HTMLElement, signal: AbortSignal): void {
  const show = (isPrinting: boolean) => () => root.toggleAttribute("data-printing", isPrinting);
  addEventListener("beforeprint", show(true), {capture: true, signal});
  addEventListener("afterprint", show(false), {signal});
}
