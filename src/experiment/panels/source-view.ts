import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {named} from "../../lib/named.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {recipeText} from "../run/recipe.js";
import type {RunRecord} from "../run/run-record.js";

/** Source files of the engine as they were built into this site, by their paths from the project's root. */
export type Sources = Readonly<Record<string, {text(): Promise<string>}>>;

/** The code that ran: the engine's own source files as built into this page, with the run's recipe on top. */
export function sourceView(
  experiment: Experiment,
  sources: () => Promise<Sources>,
  currentRun: () => RunRecord,
) {
  const recipe = element("pre", {class: "code-recipe"});
  const code = element("pre", {class: "code-text", tabindex: 0, "aria-label": "Source code"});
  let wanted = "";
  const show = async (path: string) => {
    wanted = path;
    setText(code, "loading …");
    const text = await textOf(path).catch(
      () => `${path} could not be loaded. Reload the page and try again.`,
    );
    if (path === wanted) setText(code, text);
  };
  const textOf = async (path: string) => named("source", await sources(), path).text();
  const files = experiment.sources.map((path) =>
    button(path, () => {
      for (const file of files)
        file.setAttribute("aria-pressed", String(file.textContent === path));
      void show(path);
    }),
  );
  const panel = element(
    "div",
    {class: "code"},
    recipe,
    element("div", {class: "code-files", role: "group", "aria-label": "Files"}, ...files),
    code,
  );
  /** Tells the recipe of the run that is shown now, where it can be seen. */
  const update = () => {
    if (!panel.closest("[hidden]")) setText(recipe, recipeText(experiment, currentRun()));
  };
  return {
    panel,
    update,
    /** It has come into sight. */
    open() {
      update();
      if (code.textContent === "") files[0]?.click();
    },
  };
}
