/** Scrolls the list of chapters and pages, where it stands beside the text, to the page that is open, unless that is seen. */
export function showOwnPlace(): void {
  const list = document.querySelector<HTMLElement>("#observablehq-sidebar");
  const own = list?.querySelector("[aria-current]");
  if (!list || !own) return;
  const [window, place] = [list.getBoundingClientRect(), own.getBoundingClientRect()];
  const isSeen = place.top >= window.top && place.bottom <= window.bottom;
  if (!isSeen) list.scrollTop += place.top - window.top - (window.height - place.height) / 2;
}
