/** The folder in the output that holds manifest, journal, stage and lock. */
export const OWN_FOLDER = '.bantin';

/** Whether a path would meet our own records, on a disk that does not tell cases apart too. */
export function isOwnRecord(path: string): boolean {
  return path.split('/', 1)[0]?.toLowerCase() === OWN_FOLDER;
}
