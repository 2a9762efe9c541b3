/** Which files of the built site are what. Paths are below its folder, with slashes. */
import {readdirSync, statSync} from "node:fs";

/** Every file. @param {string} site the folder, with a trailing slash @returns {string[]} */
export function siteFiles(site) {
  return readdirSync(site, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(site + file).isFile());
}

/** The pages. @param {string} site @returns {string[]} */
export function htmlFiles(site) {
  return siteFiles(site).filter((file) => file.endsWith(".html") && !isAttachedPage(file));
}

/** A document that is no page of the site, such as the frame for a reader's code. @param {string} file */
export function isAttachedPage(file) {
  return file.startsWith("_file/") && file.endsWith(".html");
}
