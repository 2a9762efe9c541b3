import {element} from "../controls/element.js";
import {keepHeights} from "../controls/kept-height.js";
import {setText} from "../controls/set-text.js";
import type {ParamTable} from "../lib/params.js";
import type {Exchange} from "../lib/training/exchange.js";
import type {Experiment} from "../lib/training/experiment.js";
import {whenNear} from "./page-life.js";
import type {ExperimentView, FigureTab, ViewMaker} from "./view.js";

/**
 * A view that is fetched when its experiment comes near the window, or when a run of the reader's has a picture to show, so that nobody
 * loads it who does not get there. Until it is there it remembers the last things to be drawn. `putFigures` is given its figures then.
 */
export function lazyView<X extends Exchange, T extends ParamTable>(
  load: () => Promise<ViewMaker<X, T>>,
  putFigures: (figures: readonly FigureTab[]) => void,
): ViewMaker<X, T> {
  return (host) => {
    const place = element("p", {class: "picture-to-come"}, "The figures are on their way …");
    keepRoom(place, host.trainer.experiment);
    const under = element("span", {hidden: true});
    let view: ExperimentView<X> | undefined;
    let snapshot: Parameters<ExperimentView<X>["drawSnapshot"]> | undefined;
    let run: Parameters<ExperimentView<X>["drawRun"]> | undefined;
    const arrive = (make: ViewMaker<X, T>) => {
      view = make(host);
      const {picture, below = [], figures} = view;
      place.replaceWith(picture);
      under.replaceWith(...below);
      putFigures(figures);
      const others = figures.flatMap((tab) => tab.figures.map(({figure}) => figure));
      for (const figure of [picture, ...below, ...others]) keepHeights(figure);
      if (snapshot) view.drawSnapshot(...snapshot);
      if (run) view.drawRun(...run);
    };
    let fetching: Promise<void> | undefined;
    const fetchOnce = () => {
      fetching ??= load().then(arrive, () => {
        setText(place, "The figures could not be loaded. Reload the page and try again.");
      });
      return fetching;
    };
    whenNear(place, fetchOnce);
    return {
      picture: place,
      below: [under],
      figures: [],
      drawSnapshot(...last) {
        snapshot = last;
        view?.drawSnapshot(...last);
        // A page that is reloaded may stand below the experiment, whose run bar is in reach all the same.
        if (last[1].origin === "live") void fetchOnce();
      },
      drawRun(...last) {
        run = last;
        view?.drawRun(...last);
      },
      drawsStart: () => view?.drawsStart?.() === true,
      sheet: () => view?.sheet(),
      sheetOf: (...one) => view?.sheetOf?.(...one),
    };
  };
}

/** Room for the main figure, until that comes; the style sheet knows the two widths. */
function keepRoom(place: HTMLElement, {pictureHeights}: Pick<Experiment, "pictureHeights">): void {
  if (!pictureHeights) return;
  for (const [where, height] of Object.entries(pictureHeights))
    place.style.setProperty(`--${where}`, `${height}px`);
}
