import type {EditorMemory} from "../editor/text-field.js";
import {forgetJournal, readJournal, writeJournal} from "../storage/journal.js";
import {historyLimit} from "../storage/parse-work.js";
import type {Shelf} from "../storage/shelf.js";
import {
  type Draft,
  textLimit,
  type Version,
  type Work,
  withDraft,
  withVersion,
} from "../storage/work.js";

/** While the reader writes, at most this much is not on the disk yet. */
export const saveEveryMs = 300;

export interface DraftKeeperOptions {
  readonly exercise: string;
  readonly shelf: Shelf;
  /** Another one for each tab. */
  readonly tab: string;
  readonly now: () => Date;
  readonly storage?: Storage;
}

/** Keeps the draft of one exercise as the reader writes it, and its versions. */
export class DraftKeeper {
  readonly #options: DraftKeeperOptions;
  /** The revision that the editor's text follows. */
  #basedOn: string | undefined;
  /** How to read what is not saved yet. */
  #unsaved: (() => EditorMemory) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  #revisions = 0;
  #onwork: (work: Work) => void = () => {};
  #onlength: (isTooLong: boolean) => void = () => {};
  readonly #stop: () => void;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
    const {shelf, exercise} = options;
    this.#stop = shelf.subscribe(async ({store, key, elsewhere}) => {
      if (!elsewhere || store !== "work" || (key !== exercise && key !== "")) return;
      const work = await this.#read();
      if (work) this.#onwork(work);
    });
  }

  /** Calls `onwork` when the versions have changed, or another tab's draft has come. */
  listen(onwork: (work: Work) => void): void {
    this.#onwork = onwork;
  }

  /** Calls `onlength` when the text has become too long to be kept, or short enough again. */
  watchLength(onlength: (isTooLong: boolean) => void): void {
    this.#onlength = onlength;
  }

  /** Whether everything is kept. */
  get isSaved(): boolean {
    return this.#unsaved === undefined;
  }

  /** The work that was kept, with what a closing tab may have left. */
  async load(): Promise<Work | undefined> {
    const {exercise, shelf, storage} = this.#options;
    const {entry, damaged} = readJournal(exercise, storage);
    if (damaged) await shelf.setAside("work", exercise, damaged.text, damaged.problems);
    if (entry) await shelf.update("work", exercise, (old) => withLeft(old, entry));
    this.#forgetJournal();
    const work = await this.#read();
    this.#basedOn = work?.draft.revision;
    return work;
  }

  /** The editor's text is now `draft`, another tab's: the next save follows it. */
  adopt({revision}: Draft): void {
    this.#basedOn = revision;
  }

  /** The reader has changed the text, which `read` gives. It is saved soon. */
  change(read: () => EditorMemory): void {
    this.#unsaved = () => read(); // a new one each time, to tell a later change by
    this.#timer ??= setTimeout(() => void this.flush(), saveEveryMs);
  }

  /** Saves what is not saved. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  /** The page may be gone in a moment. */
  leave(): void {
    const {exercise, storage} = this.#options;
    if (!this.#unsaved) return;
    const draft = this.#draft(this.#unsaved());
    if (draft.text.length > textLimit) return;
    writeJournal(exercise, {draft, basedOn: this.#basedOn}, storage);
    void this.flush();
  }

  /** Keeps a version to return to. There is a draft by then. */
  async keepVersion(version: Version): Promise<void> {
    await this.flush();
    if (version.text.length > textLimit) return;
    const {exercise, shelf} = this.#options;
    const work = await shelf.update("work", exercise, (old) =>
      old ? withVersion(old, version) : firstWork(version, this.#options),
    );
    this.#onwork(work!);
  }

  dispose(): void {
    this.leave();
    this.#stop();
  }

  async #save(): Promise<void> {
    const read = this.#unsaved;
    if (!read) return;
    const draft = this.#draft(read());
    const isTooLong = draft.text.length > textLimit;
    this.#onlength(isTooLong);
    if (isTooLong) return;
    const {exercise, shelf} = this.#options;
    let before: Work["versions"] | undefined;
    const work = await shelf.update("work", exercise, (old) => {
      before = old?.versions;
      return withDraft(old, draft, this.#basedOn);
    });
    this.#basedOn = draft.revision;
    if (before && work!.versions !== before) this.#onwork(work!);
    if (this.#unsaved !== read) return;
    this.#unsaved = undefined;
    this.#forgetJournal();
  }

  /** Once the disk has it: what is only held in this tab is gone with it. */
  #forgetJournal(): void {
    const {exercise, shelf, storage} = this.#options;
    if (shelf.keeping === "disk") forgetJournal(exercise, storage);
  }

  #draft({text, history}: EditorMemory): Draft {
    const {tab, now} = this.#options;
    const keepsHistory = (JSON.stringify(history)?.length ?? 0) <= historyLimit;
    return {
      text,
      ...(history !== undefined && keepsHistory && {history}),
      revision: `${tab}-${++this.#revisions}`,
      at: now().toISOString(),
    };
  }

  #read(): Promise<Work | undefined> {
    const {exercise, shelf} = this.#options;
    return shelf.get("work", exercise);
  }
}

/** A tab that closed left `draft`. What another tab has written since then stays the draft. */
function withLeft(
  old: Work | undefined,
  {draft, basedOn}: {readonly draft: Draft; readonly basedOn: string | undefined},
): Work {
  const isOlder =
    old !== undefined &&
    old.draft.revision !== basedOn &&
    Date.parse(old.draft.at) > Date.parse(draft.at);
  if (!isOlder || old.draft.revision === draft.revision) return withDraft(old, draft, basedOn);
  return withVersion(old, {text: draft.text, why: "other-tab", at: draft.at});
}

function firstWork(version: Version, {tab, now}: DraftKeeperOptions): Work {
  const draft = {text: version.text, revision: `${tab}-0`, at: now().toISOString()};
  return {draft, versions: [version]};
}
