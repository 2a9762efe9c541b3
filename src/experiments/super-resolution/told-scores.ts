import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Closeness} from "../../figures/pixels/pixel-text.js";
import {verdictText} from "./compared-text.js";
import {ways} from "./experiment.js";

/** Of the network's undefined while its picture is on the way. */
export interface ToldScores {
  readonly nearest: Closeness;
  readonly bicubic: Closeness;
  readonly network: Closeness | undefined;
}

/** PSNR and SSIM of one picture by each way of enlarging it, and who is nearer to the truth. */
export function toldScores() {
  const name = element("p", {class: "upscaler-name"});
  const rows = ways.map((way) => {
    const cells = [element("td", {}), element("td", {})] as const;
    return {way, cells, row: element("tr", {}, element("th", {scope: "row"}, way), ...cells)};
  });
  const heads = ["", "PSNR, dB", "SSIM"].map((text) => element("th", {scope: "col"}, text));
  const verdict = element("p", {class: "upscaler-verdict"});
  return {
    element: element(
      "div",
      {class: "upscaler-told"},
      name,
      element(
        "table",
        {"aria-label": "closeness of the picture to the truth"},
        element("thead", {}, element("tr", {}, ...heads)),
        element("tbody", {}, ...rows.map(({row}) => row)),
      ),
      verdict,
    ),
    draw(title: string, scores: ToldScores) {
      setText(name, title);
      for (const {way, cells} of rows) {
        const [psnr, ssim] = wordsOf(scores[way]);
        setText(cells[0], psnr);
        setText(cells[1], ssim);
      }
      const {network, bicubic} = scores;
      setText(verdict, network ? verdictText(network, bicubic) : "");
    },
  };
}

function wordsOf(score: Closeness | undefined): readonly [psnr: string, ssim: string] {
  if (!score) return ["–", "–"];
  const {psnr, ssim} = score;
  return [psnr === undefined ? "∞" : psnr.toFixed(1), ssim.toFixed(2).replace("-", "−")];
}
