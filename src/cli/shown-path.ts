import path from 'node:path';

/** A path as the terminal shows it: from the working folder, or whole if that is not there any more. */
export function shownPath(file: string): string {
  try {
    return path.relative(process.cwd(), file) || file;
  } catch {
    return file;
  }
}
