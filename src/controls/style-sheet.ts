import {element} from "./element.js";

const loads = new Map<string, Promise<void>>();

/** Styles that few pages need, loaded once when what they are for is put on the page. Without them it is plain, not
 * broken, so a failure is no error. */
export function styleSheet(href: string): Promise<void> {
  const known = loads.get(href);
  if (known) return known;
  const load = new Promise<void>((resolve) => {
    const done = () => resolve();
    document.head.append(element("link", {rel: "stylesheet", href, onload: done, onerror: done}));
  });
  loads.set(href, load);
  return load;
}
