/** A file the user picked or dropped, with its path relative to what was picked, `/` between the parts. */
export type Upload = { readonly path: string; readonly file: File };

/** Opens the browser's own dialog; an empty list where the user cancelled. */
export function chosenFiles(choice: { readonly multiple: boolean; readonly folder: boolean; readonly accept: string }): Promise<readonly Upload[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = choice.multiple;
  input.accept = choice.accept;
  input.webkitdirectory = choice.folder;
  input.hidden = true;
  input.dataset['testid'] = choice.folder ? 'choose-folder-input' : 'choose-files-input';
  // In the document, so that a test (and assistive software) can reach it.
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = (files: readonly Upload[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => { finish([...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))); });
    input.addEventListener('cancel', () => { finish([]); });
    input.click();
  });
}

/** Every file below what was dropped. The entries are taken before the first wait: the transfer is emptied after the drop. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly Upload[]> {
  const dropped = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(dropped.map(({ entry, file }) => (entry === null ? alone(file) : filesBelow(entry))));
  return found.flat();
}

/** A file that no folder of this machine stands behind (dragged out of another page). */
function alone(file: File | null): Promise<readonly Upload[]> {
  return Promise.resolve(file === null ? [] : [{ path: file.name, file }]);
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly Upload[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => { entry.file(resolve, reject); });
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isDirectory(entry)) return [];

  const found: Upload[] = [];
  for (const child of await childrenOf(entry)) found.push(...(await filesBelow(child)));
  return found;
}

/** A directory reader gives its children in portions of about a hundred, until an empty one. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
