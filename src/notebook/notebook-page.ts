/** The page of notebooks: which one is open, how it comes and goes. */
import {FileAttachment} from "observablehq:stdlib";
import {button, element} from "../controls/element.js";
import {styleSheet} from "../controls/style-sheet.js";
import type {DraftKeeper} from "../exercise/draft-keeper.js";
import {download} from "../experiment/exports/download.js";
import {shelf as openShelf} from "../storage/shelf.js";
import {type Example, examples} from "./examples.js";
import {FindBar} from "./find-bar.js";
import {type CutOff, cutOff, cutOffWords, markRunning, unmark} from "./hang-mark.js";
import {type Notebook, notebookOf} from "./notebook.js";
import {NotebookDesk} from "./notebook-desk.js";
import {readHtml, writeHtml} from "./notebook-html.js";
import {readIpynb, writeIpynb} from "./notebook-ipynb.js";
import {readLink, writeLink} from "./notebook-link.js";
import {readScript, writeScript} from "./notebook-script.js";
import {historiesOf, isSlug, keeperOf, keptNotebooks, newSlug} from "./notebook-shelf.js";
import {RenameBar} from "./rename-bar.js";

interface Open {
  readonly desk: NotebookDesk;
  /** None for what a link has brought, until it is changed. */
  keeper: DraftKeeper | undefined;
  slug: string | undefined;
}

const writers = {ts: writeScript, html: writeHtml, ipynb: writeIpynb};
type ExportKind = keyof typeof writers;
const exportKinds = Object.keys(writers) as ExportKind[];

/** Bytes of a file: a notebook of Jupyter may bring pictures that it has shown. */
const fileLimit = 50_000_000;

/** By the end of a file's name; whatever is no other is a script. */
function readerOf(fileName: string): (text: string) => Notebook {
  if (/\.html?$/i.test(fileName)) return readHtml;
  return /\.ipynb$/i.test(fileName) ? readIpynb : readScript;
}

export function notebookPage(): HTMLElement {
  return new NotebookPage().element;
}

class NotebookPage {
  readonly element = element("section", {class: "notebook", "data-status": "idle"});
  readonly #shelf = openShelf();
  readonly #status = element("p", {class: "notebook-status", role: "status"});
  readonly #title = element("input", {
    ...{
      type: "text",
      class: "notebook-title",
      maxlength: 100,
      "aria-label": "Title of the notebook",
    },
    onchange: () => this.#open?.desk.rename(this.#title.value),
  });
  readonly #list = element("select", {
    "aria-label": "Open a notebook",
    onchange: () => {
      location.hash = `open=${this.#list.value}`;
    },
  });
  readonly #file = element("input", {
    ...{
      type: "file",
      accept: ".ts,.js,.txt,.html,.ipynb",
      hidden: true,
      "aria-label": "A notebook's file",
    },
    onchange: () => void this.#try(() => this.#import()),
  });
  readonly #share = element(
    "details",
    {class: "notebook-share"},
    element("summary", {}, "Save and share"),
    element(
      "div",
      {class: "notebook-buttons"},
      ...exportKinds.map((kind) => button(`Export .${kind}`, () => this.#save(kind))),
      button("Export a page", () => void this.#try(() => this.#savePage())),
      button("Copy a link", () => void this.#try(() => this.#copyLink())),
      button(
        "Use in the experiment",
        () => void this.#try(() => this.#sendBack()),
        "Use in the experiment: your function takes a part’s place there",
      ),
    ),
  );
  readonly #run = button("Run all", () => this.#open?.desk.runAll());
  readonly #stop = button("Stop", () => this.#stopped());
  readonly #restart = button("Restart", () => this.#open?.desk.restart());
  readonly #find = new FindBar({
    cells: () => this.#open?.desk.notebook.cells ?? [],
    go: (found) => this.#open?.desk.editing.goTo(found),
  });
  readonly #rename = new RenameBar(async (from, to) =>
    this.#open?.desk.editing.changeName(from, to),
  );
  #open: Open | undefined;
  /** What is to be known of the run if the page ends here: nothing once its reader has ended it. */
  #mark: CutOff | undefined;
  /** How often an address has asked for a notebook. */
  #turn = 0;

  constructor() {
    void styleSheet(FileAttachment("./notebook.css").href);
    this.element.append(
      element(
        "div",
        {class: "notebook-bar", role: "group", "aria-label": "Notebooks"},
        ...[this.#list, button("New", () => void this.#try(() => this.#new()))],
        button("Import a file", () => this.#file.click()),
        this.#file,
        this.#share,
      ),
      element(
        "div",
        {class: "notebook-bar notebook-run", role: "group", "aria-label": "Run"},
        element(
          "div",
          {class: "notebook-buttons"},
          ...[this.#run, this.#stop, this.#restart],
          button("Find", () => this.#find.open(), "Find in all cells"),
          button("Rename", () => this.#askForName(), "Rename a name in all cells"),
          button("Fold", () => this.#open?.desk.editing.foldAll(), "Fold all code, or unfold it"),
        ),
        ...[this.#status, this.#find.element, this.#rename.element],
      ),
      this.#title,
    );
    this.element.addEventListener("keydown", (event) => this.#key(event));
    addEventListener("hashchange", () => void this.#try(() => this.#come()));
    addEventListener("pagehide", () => {
      this.#open?.keeper?.leave();
      if (this.#mark && !this.#mark.wasTold) unmark();
    });
    this.#tellRunning(false); // the mark stays: it tells whether the last run was cut off
    void this.#try(() => this.#come());
  }

  #key(event: KeyboardEvent): void {
    const {key, code, ctrlKey, metaKey, shiftKey} = event;
    const isFind = code === "KeyF" && shiftKey && (ctrlKey || metaKey);
    if (!isFind && key !== "F2") return;
    event.preventDefault();
    if (isFind) this.#find.open();
    else this.#askForName();
  }

  #askForName(): void {
    this.#rename.open(this.#open?.desk.editing.wordAtCaret ?? "");
  }

  /** Opens what the address asks for. What is asked later comes last, also where the earlier takes longer. */
  async #come(): Promise<void> {
    const turn = ++this.#turn;
    const isLast = () => turn === this.#turn;
    const [, name = "", value = ""] = /^#(open|shared)=(.*)$/.exec(location.hash) ?? [];
    if (this.#open?.desk.isRunning) this.#marks(undefined); // the mark is this page's own, and nothing hangs
    if (name === "shared") {
      const cut = cutOff(name);
      const notebook = await readLink(value);
      if (!isLast()) return;
      this.#show(notebook, undefined, []);
      const words =
        "This notebook came by a link. Nothing in it has run. Read it, then press Run all.";
      this.#say(cut ? `${words} ${cutOffWords(cut)}` : words);
      return;
    }
    const isAsked = name === "open" && isSlug(value);
    const cut = cutOff(isAsked ? value : examples[0]!.slug);
    const isForbidden = new URL(location.href).searchParams.get("run") === "off";
    await this.#openKept(isAsked ? value : examples[0]!.slug, isLast);
    if (!isLast()) return;
    if (cut) this.#say(cutOffWords(cut));
    else if (isAsked && !isForbidden) this.#open!.desk.runAll();
    else if (isAsked) this.#say("Nothing has run yet: the address says so. Press Run all.");
    else this.#say("Nothing has run yet. Press Run all.");
  }

  async #openKept(slug: string, isWanted = () => true): Promise<void> {
    const keeper = keeperOf(slug, this.#shelf);
    const work = await keeper.load();
    const example = examples.find((each) => each.slug === slug);
    if (!work && !example) throw new RangeError(`unknown notebook: ${slug}`);
    const script = work?.draft.text ?? (await example!.read());
    if (!isWanted()) return;
    this.#show(readScript(script), {keeper, slug}, work ? historiesOf(work.draft) : []);
    await this.#fillList(slug);
  }

  #show(
    notebook: Notebook,
    kept: {readonly keeper: DraftKeeper; readonly slug: string} | undefined,
    histories: readonly unknown[],
  ): void {
    this.#open?.desk.dispose();
    this.#open?.keeper?.dispose();
    this.#running(false);
    const desk = new NotebookDesk({
      notebook,
      histories,
      onchange: (read) => void this.#try(async () => (await this.#keeper()).change(read)),
      say: (text, undo) => this.#say(text, undo),
      beforerun: () => this.#open?.keeper?.leave(), // what runs may take the page down with it
      onbegin: (cell) => this.#marks({wasTold: false, cell}),
      onrun: (isRunning, wasCut) => this.#running(isRunning, wasCut),
    });
    this.#open = {desk, keeper: kept?.keeper, slug: kept?.slug};
    this.#title.value = notebook.title;
    this.element.append(desk.map.element, desk.element);
  }

  /** The keeper of the open notebook. What a link has brought is the reader's own from the first change on. */
  async #keeper(): Promise<DraftKeeper> {
    const open = this.#open!;
    if (open.keeper) return open.keeper;
    const slug = await newSlug(this.#shelf);
    if (open.keeper) return open.keeper;
    Object.assign(open, {keeper: keeperOf(slug, this.#shelf), slug});
    history.replaceState(null, "", `#open=${slug}`);
    void this.#fillList(slug);
    return open.keeper!;
  }

  async #new(): Promise<void> {
    await this.#add(
      notebookOf("My notebook", [
        {kind: "text", text: "# My notebook"},
        {kind: "code", text: "1 + 1"},
      ]),
    );
  }

  /** Keeps a notebook under a name of its own, and opens it. */
  async #add(notebook: Notebook): Promise<void> {
    const slug = await newSlug(this.#shelf);
    const keeper = keeperOf(slug, this.#shelf);
    keeper.change(() => ({text: writeScript(notebook)}));
    await keeper.flush();
    keeper.dispose();
    history.replaceState(null, "", `#open=${slug}`);
    await this.#openKept(slug);
  }

  async #import(): Promise<void> {
    const file = this.#file.files?.[0];
    this.#file.value = "";
    if (!file) return;
    if (file.size > fileLimit)
      throw new RangeError(`${file.name} has ${file.size} bytes (at most ${fileLimit})`);
    const text = await file.text();
    await this.#add(readerOf(file.name)(text));
    this.#say(`${file.name} is imported. Nothing in it has run.`);
  }

  #save(kind: ExportKind): void {
    const {notebook} = this.#open!.desk;
    download(`${fileName(notebook)}.${kind}`, writers[kind](notebook), "text/plain");
  }

  async #savePage(): Promise<void> {
    const {stillPage} = await import("./still-view.js");
    const {still} = this.#open!.desk;
    const {origin, pathname} = location;
    const today = new Date().toISOString().slice(0, 10);
    const html = await stillPage(still, origin + pathname, today);
    download(`${fileName(still.notebook)}-page.html`, html, "text/html");
  }

  async #copyLink(): Promise<void> {
    const link = await writeLink(this.#open!.desk.notebook);
    const {origin, pathname} = location;
    const address = `${origin}${pathname}#shared=${link}`;
    const field = element("input", {
      type: "text",
      readonly: true,
      value: address,
      "aria-label": "Link",
    });
    this.#say(
      "Whoever opens this link reads the notebook, and runs it only when they ask for it: ",
    );
    this.#status.append(field);
    field.select();
    await navigator.clipboard?.writeText(address).catch(() => {});
  }

  async #sendBack(): Promise<void> {
    const {sendBack} = await import("./send-back.js");
    sendBack(this.#open!.desk.notebook);
  }

  #stopped(): void {
    this.#open?.desk.stop();
    this.#say("Stopped.");
  }

  #running(isRunning: boolean, wasCut = false): void {
    const cell = this.#mark?.cell;
    if (isRunning) this.#marks({wasTold: false, cell: undefined});
    else this.#marks(wasCut ? {wasTold: true, cell} : undefined);
    this.#tellRunning(isRunning);
  }

  #marks(mark: CutOff | undefined): void {
    if (mark) markRunning(this.#open?.slug ?? "shared", mark);
    else if (this.#mark) unmark();
    this.#mark = mark;
  }

  #tellRunning(isRunning: boolean): void {
    this.element.dataset.status = isRunning ? "running" : "idle";
    for (const each of [this.#stop, this.#restart]) each.disabled = !isRunning;
  }

  async #fillList(slug: string): Promise<void> {
    const kept = await keptNotebooks(this.#shelf);
    const option = ({slug, title}: Pick<Example, "slug" | "title">) =>
      element("option", {value: slug}, title);
    const own = kept.filter((each) => !examples.some((example) => example.slug === each.slug));
    this.#list.replaceChildren(
      element("optgroup", {label: "Examples"}, ...examples.map(option)),
      ...(own.length > 0 ? [element("optgroup", {label: "Yours"}, ...own.map(option))] : []),
    );
    this.#list.value = slug;
  }

  #say(text: string, undo?: () => void): void {
    const back =
      undo &&
      button("Undo", () => {
        undo();
        this.#say("It is back.");
      });
    this.#status.replaceChildren(text, ...(back ? [" ", back] : []));
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }
}

function fileName({title}: Notebook): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-") || "notebook";
}
