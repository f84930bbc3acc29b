import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Spill } from '../base/spill.ts';

/**
 * A file that is made when the first bytes are put into it. It has no name any more from then on, so however the program
 * ends, nothing stays of it. `file` is absolute, in a folder that is ours alone.
 */
export function spillFile(file: string): Spill {
  let descriptor: number | undefined;
  let end = 0;

  const open = (): number => {
    mkdirSync(path.dirname(file), { recursive: true });
    const opened = openSync(file, 'w+');
    try {
      unlinkSync(file);
    } catch {
      // Where a file that is open keeps its name, the next one who opens it begins anew.
    }
    return opened;
  };

  return {
    add(bytes) {
      try {
        descriptor ??= open();
        for (let done = 0; done < bytes.length; ) {
          done += writeSync(descriptor, bytes, done, bytes.length - done, end + done);
        }
      } catch {
        return undefined;
      }
      const place = end;
      end += bytes.length;
      return place;
    },
    read(place, length) {
      const bytes = Buffer.allocUnsafe(length);
      for (let done = 0; done < length; ) {
        const more = descriptor && readSync(descriptor, bytes, done, length - done, place + done);
        if (!more) throw new Error(`Fewer bytes than were put there: ${file}`);
        done += more;
      }
      return bytes;
    },
    clear() {
      if (descriptor === undefined || end === 0) return;
      end = 0;
      try {
        ftruncateSync(descriptor);
      } catch {
        closeSync(descriptor);
        descriptor = undefined;
      }
    },
  };
}
