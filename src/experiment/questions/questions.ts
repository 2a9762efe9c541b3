/** Questions about an experiment elsewhere on its page, and the way there from its run bar. */
import {button, element} from "../../controls/element.js";
import {pageLife} from "../page-life.js";

export interface Question {
  /** Where it is asked. Its `data-status` says how it stands; at "done" the run is compared with the answer. */
  readonly section: HTMLElement;
  /** "Your guess". */
  readonly name: string;
}

const asked = new Map<string, readonly Question[]>();
const watchers = new Set<() => void>();

/** Makes a question about the experiment called `id` known to it, until `signal` aborts. */
export function ask(id: string, question: Question, signal: AbortSignal): void {
  const change = (change: (questions: readonly Question[]) => readonly Question[]) => {
    asked.set(id, change(asked.get(id) ?? []));
    for (const watcher of watchers) watcher();
  };
  change((questions) => [...questions, question]);
  signal.addEventListener("abort", () =>
    change((questions) => questions.filter((each) => each !== question)),
  );
}

/** Buttons that lead to the questions about the experiment called `id`, in the order of the page. */
export function questionLinks(id: string): HTMLElement {
  const links = element("span", {class: "run-questions"});
  const observer = new MutationObserver(() => show());
  const show = () => {
    observer.disconnect();
    const questions = [...(asked.get(id) ?? [])].sort(inOrderOfPage);
    for (const {section} of questions)
      observer.observe(section, {attributes: true, attributeFilter: ["data-status"]});
    links.replaceChildren(...questions.map(linkTo));
  };
  /** A question is on the page a moment after it was made known. */
  const showSoon = () => void requestAnimationFrame(show);
  watchers.add(showSoon);
  pageLife(links).addEventListener("abort", () => {
    watchers.delete(showSoon);
    observer.disconnect();
  });
  show();
  return links;
}

function inOrderOfPage({section: a}: Question, {section: b}: Question): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function linkTo({section, name}: Question): HTMLElement {
  const isDone = section.dataset.status === "done";
  const label = isDone ? `${name}: compare the run with it` : name;
  const link = button(name, () => goTo(section), label);
  link.toggleAttribute("data-done", isDone);
  return link;
}

function goTo(section: HTMLElement): void {
  section.tabIndex = -1;
  section.focus({preventScroll: true});
  section.scrollIntoView({block: "center"});
}
