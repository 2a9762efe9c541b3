import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {recipeText} from "../../experiment/run/recipe.js";
import type {Trainer} from "../../experiment/run/trainer.js";
import type {ByteImages} from "../../lib/image.js";

export interface Strip {
  readonly images: ByteImages;
  readonly captions: readonly string[];
}

/** A button that saves a strip of pictures as a film, there and back. `strip` gives what is shown now. */
export function stripFilm(
  trainer: Trainer,
  {label, title, name}: {label: string; title: string; name: string},
  strip: () => Strip | undefined,
): HTMLElement {
  const said = element("span", {class: "fig-note", role: "status"});
  const save = async () => {
    const shown = strip();
    if (!shown || trainer.run.step === 0)
      return "Only pictures of a run of yours are saved. Press Train first.";
    setText(said, "Working …");
    const [{saveAnimation}, {pictureFrames}] = await Promise.all([
      import("../../experiment/exports/animation.js"),
      import("../../experiment/exports/picture-frames.js"),
    ]);
    return saveAnimation(
      `${trainer.experiment.id}-${name}-step-${trainer.position}.gif`,
      pictureFrames(shown.images, shown.captions),
      {
        title,
        recipe: recipeText(trainer.experiment, trainer.run, trainer.position),
      },
    );
  };
  const report = (words: Promise<string>) =>
    words.then(
      (text) => {
        setText(said, text);
      },
      (error: Error) => {
        setText(said, error.message);
      },
    );
  return element(
    "span",
    {class: "face-control"},
    button(label, () => void report(save())),
    said,
  );
}
