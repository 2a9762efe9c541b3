import {button} from "../controls/element.js";

/**
 * The button that unfolds the desk in `place` where the window is narrow: there reading comes first. On a wide window the desk is always
 * open, and the style hides the button.
 */
export function deskOpener(place: HTMLElement, wasTried: boolean): HTMLElement {
  const closed = wasTried ? "Go on with your answer" : "Write your answer";
  const set = (isOpen: boolean) => {
    place.toggleAttribute("data-folded", !isOpen);
    opener.setAttribute("aria-expanded", String(isOpen));
    opener.textContent = isOpen ? "Fold your answer" : closed;
  };
  const opener = button(closed, () => set(place.hasAttribute("data-folded")));
  opener.className = "desk-opener";
  set(false);
  return opener;
}
