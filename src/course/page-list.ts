/**
 * What the build writes into a lesson of the course's order: how long a page takes, under its heading; and in the page that opens a
 * chapter the list of those that follow, in place of `<!-- pages -->`. Anywhere, how long a chapter takes is put in place of
 * `<!-- minutes: 03-gans -->`.
 */
import {escapeHtml} from "../about/html.js";
import {named} from "../lib/named.js";
import type {Chapter, CoursePage} from "./course-page.js";

/** The part of markdown-it that is used. */
interface Markdown {
  readonly core: {
    readonly ruler: {push(name: string, rule: (state: State) => void): void};
  };
}

interface State {
  readonly tokens: Token[];
  readonly env: {readonly path: string};
  readonly Token: new (type: string, tag: string, nesting: 0) => Token;
}

interface Token {
  readonly type: string;
  readonly tag: string;
  content: string;
}

/** A markdown-it plugin. `read` is called for each lesson, so that a preview is up to date. */
export function pageList(md: Markdown, read: () => readonly Chapter<CoursePage>[]): void {
  md.core.ruler.push("page-list", ({tokens, env, Token}) => {
    for (const token of tokens)
      if (token.type === "html_block") token.content = withMinutes(token.content, read);
    if (!env.path.startsWith("/lessons/")) return;
    const path = env.path.slice(1).replace(/(^|\/)index$/, "$1");
    const chapter = read().find(({pages}) => pages.some((page) => page.path === path));
    const page = chapter?.pages.find((each) => each.path === path);
    if (!chapter || !page) return;
    for (const token of tokens)
      if (token.type === "html_block")
        token.content = token.content.replace("<!-- pages -->", listOf(chapter));
    if (page.name !== "index") insertAfterHeading(tokens, Token, minutesLine(page));
  });
}

function insertAfterHeading(tokens: Token[], made: State["Token"], html: string): void {
  const end = tokens.findIndex(({type, tag}) => type === "heading_close" && tag === "h1");
  const token = new made("html_block", "", 0);
  token.content = html;
  if (end >= 0) tokens.splice(end + 1, 0, token);
}

function minutesLine({path, minutes}: CoursePage): string {
  return `<p class="page-facts">About ${minutes} minutes ${stateOf(path)}</p>\n`;
}

/** Room for how far the reader is, which only their browser knows. */
function stateOf(path: string): string {
  return `<span class="page-state" data-page="${path}"></span>`;
}

/** The pages after the first, with their minutes. */
function listOf(chapter: Chapter<CoursePage>): string {
  return `<p class="page-facts">${lengthOf(chapter)} in all</p>
<ol class="pages">
${chapter.pages.slice(1).map(entryOf).join("\n")}
</ol>`;
}

/** "Six pages, about 90 minutes": of the pages after the first. */
function lengthOf({pages}: Chapter<CoursePage>): string {
  const rest = pages.slice(1);
  const total = rest.reduce((sum, {minutes}) => sum + minutes, 0);
  return `${countWord(rest.length)} ${rest.length === 1 ? "page" : "pages"}, about ${total} minutes`;
}

function withMinutes(html: string, read: () => readonly Chapter<CoursePage>[]): string {
  return html.replaceAll(/<!-- minutes: (\S+) -->/g, (_, folder: string) => {
    const chapters = Object.fromEntries(read().map((chapter) => [chapter.folder, chapter]));
    return lengthOf(named("chapter", chapters, folder));
  });
}

function entryOf({name, path, title, description, minutes}: CoursePage): string {
  return `<li><a href="./${name}">${escapeHtml(title)}</a> <span class="page-minutes">about ${minutes} minutes ${stateOf(path)}</span><p>${escapeHtml(description)}</p></li>`;
}

const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

function countWord(count: number): string {
  return words[count] ?? String(count);
}
