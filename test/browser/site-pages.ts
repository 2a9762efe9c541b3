import {htmlFiles} from "../../tools/site-files.mjs";
import {dist} from "./harness.js";

/** Addresses of all pages: "", "about", "lessons/03-gans/" … */
export const pages = htmlFiles(dist)
  .filter((file) => file !== "404.html")
  .map((file) => file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, ""));
