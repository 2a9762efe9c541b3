/** A bar that asks for a name of the cells and what it is to be called. */
import {button, element} from "../controls/element.js";

/** Changes the name, or rejects with an error that says why it may not be. */
export type ChangeName = (from: string, to: string) => Promise<void>;

export class RenameBar {
  readonly element: HTMLFormElement;
  readonly #change: ChangeName;
  readonly #from = nameField("Name to change");
  readonly #to = nameField("Its new name");
  readonly #problem = element("output", {class: "notebook-count"});

  constructor(change: ChangeName) {
    this.#change = change;
    this.element = element(
      "form",
      {
        ...{class: "notebook-form", "aria-label": "Rename in all cells", hidden: true},
        onsubmit: (event) => {
          event.preventDefault();
          void this.#submit();
        },
      },
      ...["Rename ", this.#from, " to ", this.#to, element("button", {type: "submit"}, "Rename")],
      button("Close", () => this.close(), "Close the renaming"),
      this.#problem,
    );
    this.element.addEventListener("keydown", ({key}) => {
      if (key === "Escape") this.close();
    });
  }

  /** `name` is that at the caret, or "". */
  open(name: string): void {
    this.element.hidden = false;
    this.#problem.textContent = "";
    this.#from.value = name;
    this.#to.value = name;
    const field = name === "" ? this.#from : this.#to;
    field.focus();
    field.select();
  }

  close(): void {
    this.element.hidden = true;
  }

  async #submit(): Promise<void> {
    try {
      await this.#change(this.#from.value.trim(), this.#to.value.trim());
      this.close();
    } catch (error) {
      this.#problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }
}

function nameField(label: string): HTMLInputElement {
  return element("input", {
    ...{type: "text", size: 12, maxlength: 100, "aria-label": label},
    ...{autocapitalize: "off", autocomplete: "off", spellcheck: "false"},
  });
}
