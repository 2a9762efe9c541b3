import {element} from "../../controls/element.js";
import {offeredChoice} from "../../controls/offered-choice.js";
import {setText} from "../../controls/set-text.js";
import {keepThreads, ownThreads} from "../../storage/own-threads.js";
import {requestedThreads} from "../run/requested-threads.js";
import {threadsHere} from "../run/shared-threads.js";

const measured = "measured";

/** How many threads the reader wants for the runs to come, where the page may have more than one. */
export function threadChoice(): HTMLElement {
  const note = element("p", {class: "param-help"});
  if (!crossOriginIsolated || threadsHere() === 1) {
    setText(note, oneThread());
    return note;
  }
  const choice = offeredChoice("Threads on the processor", () => {
    const isKept = keepThreads(choice.value() === measured ? undefined : Number(choice.value()));
    setText(note, isKept ? fromNowOn : unkept);
  });
  const most = threadsHere();
  const counts = Array.from({length: most}, (_, i) => String(i + 1));
  choice.offer([[measured, "as many as pay"], ...counts.map(same)]);
  const own = ownThreads();
  choice.choose(own === undefined ? measured : String(Math.min(own, most)));
  setText(note, asked() ?? fromNowOn);
  return element("div", {class: "machine-threads"}, choice.row, note);
}

const same = (count: string) => [count, count] as const;

const fromNowOn =
  "How many pay is measured at the start of a run. Your choice holds for all experiments, from the next run on; the weights are the same with any number, to the bit.";
const unkept = "Your browser doesn't keep it. Write ?threads=2 behind the address instead.";

function asked(): string | undefined {
  const {count} = requestedThreads(location.search);
  return count === undefined ? undefined : `The address asks for ${count}, and comes first.`;
}

function oneThread(): string {
  return crossOriginIsolated
    ? "This device has one core, so runs use one thread."
    : "This page may not share memory between threads, so runs use one. It may from the second page on, in browsers that let it.";
}
