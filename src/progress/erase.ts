import {button, element} from "../controls/element.js";

/** "Erase everything", asked twice: the second time in other words and in another place, so that no double click does it. */
export function eraseControl(erase: () => Promise<void>): HTMLElement {
  const said = element("p", {role: "status"});
  const box = element("div", {class: "erase"});
  const show = (...parts: HTMLElement[]) => box.replaceChildren(...parts, said);
  const start = () => {
    const first = button("Erase everything …", () => {
      said.textContent = "";
      ask();
    });
    show(first);
    return first;
  };
  const ask = () => {
    const keep = button("Keep it", () => start().focus());
    show(
      element(
        "p",
        {},
        "All your code, versions, results, answers and own pictures on this device would be gone. There is no way back but a file that you exported.",
      ),
      keep,
      button("Erase it", again),
    );
    keep.focus();
  };
  const again = () => {
    const keep = button("No, keep it", () => start().focus());
    show(
      element("p", {}, "Really everything?"),
      button("Yes, erase all of it", async () => {
        await erase();
        start().focus();
        said.textContent = "Everything is erased.";
      }),
      keep,
    );
    keep.focus();
  };
  start();
  return box;
}
