import {button, element} from "./element.js";

/** What one tab opens. */
export interface Tab {
  readonly title: string;
  readonly panel: HTMLElement;
  /** Called each time that it is opened. */
  readonly onopen?: (() => void) | undefined;
}

export interface Tabs {
  readonly element: HTMLElement;
  /** Puts `all` in the place of the tabs. The one that the reader has opened stays open, if it is among them; otherwise the first is. */
  set(all: readonly Tab[]): void;
  open(title: string): void;
  /** Opens the tab that holds `inner`, so that it can be seen; false where none does. */
  reveal(inner: Element): boolean;
}

/** Panels of which one is open, by the pattern of WAI-ARIA: arrow keys, Home and End move along the tabs. Ids begin with `id`. */
export function tabs(label: string, id: string): Tabs {
  const list = element("div", {class: "tabs-list", role: "tablist", "aria-label": label});
  const panels = element("div", {class: "tabs-panels"});
  let all: readonly Shown[] = [];
  let chosen: string | undefined;
  const show = (title: string) => {
    for (const one of all) one.set(one.tab.title === title);
  };
  const open = (title: string) => {
    chosen = title;
    show(title);
  };
  list.addEventListener("keydown", (event) => {
    const at = all.findIndex(({isOpen}) => isOpen());
    const next = all[afterKey(event.key, at, all.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    open(next.tab.title);
    next.head.focus();
  });
  return {
    element: element("div", {class: "tabs"}, list, panels),
    set(next) {
      all = next.map((tab) => shownTab(tab, `${id}-${slugOf(tab.title)}`, () => open(tab.title)));
      list.replaceChildren(...all.map(({head}) => head));
      panels.replaceChildren(...all.map(({body}) => body));
      const kept = next.find(({title}) => title === chosen) ?? next[0];
      if (kept) show(kept.title);
    },
    open,
    reveal(inner) {
      const holder = all.find(({body}) => body.contains(inner));
      if (holder) open(holder.tab.title);
      return holder !== undefined;
    },
  };
}

type Shown = ReturnType<typeof shownTab>;

function shownTab(tab: Tab, id: string, choose: () => void) {
  const head = button(tab.title, choose);
  const body = element("div", {class: "tabs-panel", role: "tabpanel", id, hidden: true}, tab.panel);
  head.id = `${id}-tab`;
  head.setAttribute("role", "tab");
  head.setAttribute("aria-controls", id);
  body.setAttribute("aria-labelledby", head.id);
  const isOpen = () => !body.hidden;
  return {
    tab,
    head,
    body,
    isOpen,
    set(isToOpen: boolean) {
      const opens = isToOpen && !isOpen();
      head.setAttribute("aria-selected", String(isToOpen));
      head.tabIndex = isToOpen ? 0 : -1;
      body.hidden = !isToOpen;
      if (opens) tab.onopen?.();
    },
  };
}

/** The place of the tab that a key leads to from that at `at`, of `count`; undefined for another key. */
export function afterKey(key: string, at: number, count: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % count,
    ArrowLeft: (at + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return Object.hasOwn(places, key) ? places[key] : undefined;
}

/** "Look inside" is "look-inside". */
function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
