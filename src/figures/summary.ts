/** Words for those who do not see a figure: its name, then what it shows, renewed at most once in two seconds. */

const leastMs = 2000;

/** Makes `element` a named figure and returns what sets its summary. */
export function summarised(element: HTMLElement, label: string): (summary: string) => void {
  element.setAttribute("role", "figure");
  element.setAttribute("aria-label", label);
  let latest = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => element.setAttribute("aria-label", latest ? `${label}. ${latest}` : label);
  return (summary) => {
    if (summary === latest) return;
    latest = summary;
    if (timer !== undefined) return;
    write();
    timer = setTimeout(() => {
      timer = undefined;
      write();
    }, leastMs);
  };
}
