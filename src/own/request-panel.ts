import {element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";

/** What a browser's log of requests has of one. */
export interface LoggedRequest {
  readonly name: string;
  readonly startTime: number;
}

/** Counts what this page has asked any server for since the first picture came: the browser's own log, not ours. */
export function requestPanel(signal: AbortSignal) {
  const words = element("p", {role: "status"});
  const list = element("ul", {class: "own-requests"});
  let since: number | undefined;
  const seen: LoggedRequest[] = [];
  const tell = () => {
    const after = since === undefined ? [] : requestsSince(seen, since);
    setText(words, since === undefined ? beforeWords : requestWords(after.length));
    list.replaceChildren(...after.slice(-6).map(({name}) => element("li", {}, shortUrl(name))));
  };
  const observer = new PerformanceObserver((entries) => {
    seen.push(...entries.getEntries());
    tell();
  });
  observer.observe({type: "resource"});
  signal.addEventListener("abort", () => observer.disconnect());
  tell();
  return {
    element: element(
      "details",
      {class: "own-network", open: true},
      element("summary", {}, "Has anything been sent?"),
      words,
      list,
    ),
    /** The first picture is here. */
    begin() {
      since ??= performance.now();
      tell();
    },
  };
}

const beforeWords =
  "From your first picture on, this counts every request that the page makes to any server, as the browser itself logs them.";

/** Requests that went to a server: addresses in the page's own memory lead to none. */
export function requestsSince(seen: readonly LoggedRequest[], since: number): LoggedRequest[] {
  return seen.filter(({name, startTime}) => startTime >= since && !/^(blob|data):/.test(name));
}

export function requestWords(count: number): string {
  if (count === 0)
    return "Requests since your first picture: 0. You can also switch the network off and go on: nothing here needs it.";
  const files = count === 1 ? "1" : String(count);
  return `Requests since your first picture: ${files}, each for a file of this course, below. They ask for something and carry no picture; the browser's own tools (F12, Network) show all of each.`;
}

/** Without what every address of this page begins with. */
function shortUrl(url: string): string {
  return url.startsWith(location.origin) ? url.slice(location.origin.length) : url;
}
