import type { FileSystem } from './file-system.ts';

/** The bytes of `content/site.yaml`, or null if there is none; a folder of that name is none. */
export function readSettingsFile(site: FileSystem): Uint8Array | null {
  const entries = site.list('content') ?? [];
  const isThere = entries.some(({ name, kind }) => name === 'site.yaml' && kind !== 'folder');
  return isThere ? site.read('content/site.yaml') : null;
}
