import {returnToPlace} from "./return-to-place.js";

const main = document.querySelector<HTMLElement>("#observablehq-main");
if (main) returnToPlace(main);

void import("../progress/page-marks.js").then(({pageMarks}) => pageMarks());
