/** Files with the folder that each lies in, which is often its label. */
export interface FoundFile {
  readonly file: File;
  /** "" where it is not known. */
  readonly folder: string;
}

/** Of a file field, be it for files or for a folder. */
export function chosenFiles(files: Iterable<File>): FoundFile[] {
  return [...files].map((file) => ({file, folder: folderOf(file.webkitRelativePath)}));
}

/** "cats" of "animals/cats/tom.png". */
export function folderOf(path: string): string {
  return path.split("/").at(-2) ?? "";
}

/** Of what was dropped or pasted, folders with all that is in them. To be called at once: the browser forgets it after the event. */
export function droppedFiles(transfer: DataTransfer | null): Promise<FoundFile[]> {
  const items = [...(transfer?.items ?? [])].filter(({kind}) => kind === "file");
  const found = items.map((item) => {
    const entry = item.webkitGetAsEntry?.();
    const file = item.getAsFile();
    if (entry?.isDirectory) return filesIn(entry as FileSystemDirectoryEntry);
    return Promise.resolve(file ? [{file, folder: ""}] : []);
  });
  return Promise.all(found).then((each) => each.flat());
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const entry of await entriesOf(folder))
    if (entry.isDirectory) found.push(...(await filesIn(entry as FileSystemDirectoryEntry)));
    else found.push({file: await fileOf(entry as FileSystemFileEntry), folder: folder.name});
  return found;
}

/** A folder gives at most a hundred entries at a time, and none at its end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
