/**
 * Where the window is narrow, a button opens the list of chapters and pages. Framework's own switch is a checkbox, which does without a
 * script; it stays open on the next page, and does not say what it is.
 */
import {button} from "../controls/element.js";

/** The width from which the list stands beside the text, as in `theme/navigation.css`. */
const wide = "(min-width: 64rem)";

/** Puts the button in the place of the checkbox. */
export function contentsMenu(): void {
  const checkbox = document.querySelector("#observablehq-sidebar-toggle");
  const list = document.querySelector<HTMLElement>("#observablehq-sidebar");
  if (!checkbox || !list) return;
  sessionStorageWithout("observablehq-sidebar");
  const open = button("Contents", () => show(!isOpen()));
  open.className = "contents-button";
  open.setAttribute("aria-controls", list.id);
  const isOpen = () => open.getAttribute("aria-expanded") === "true";
  const show = (shown: boolean) => {
    open.setAttribute("aria-expanded", String(shown));
    if (shown) (list.querySelector<HTMLElement>("[aria-current]") ?? firstLink(list))?.focus();
  };
  const leave = ({target}: Event) => {
    const isInside = target === open || list.contains(target as Node);
    if (isOpen() && !isInside) show(false);
  };
  show(false);
  checkbox.replaceWith(open);
  addEventListener("keydown", ({key}) => {
    if (key !== "Escape" || !isOpen()) return;
    show(false);
    open.focus();
  });
  addEventListener("focusin", leave);
  addEventListener("pointerdown", leave);
  matchMedia(wide).addEventListener("change", () => show(false));
}

function firstLink(list: HTMLElement): HTMLElement | null {
  return list.querySelector("a");
}

/** What Framework remembers would open its list on the next page. */
function sessionStorageWithout(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // denied
  }
}
