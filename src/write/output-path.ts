/** Whether a path is relative, has no empty name and does not climb: nothing else may ever be joined to a folder. */
export function isOutputPath(path: string): boolean {
  return !EMPTY_OR_DOTS.test(path);
}

/** A name of nothing or dots only, or what no name may hold. One look takes half of the time of splitting. */
const EMPTY_OR_DOTS = /(?:^|[\\/])\.{0,2}(?:[\\/]|$)|\0/;

/** The folders that hold a path, the nearest first, without the output folder itself. */
export function* foldersAbove(path: string): Generator<string> {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    yield path.slice(0, slash);
  }
}

/** Every folder that holds one of the paths. */
export function allFolders(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (const folder of foldersAbove(path)) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
