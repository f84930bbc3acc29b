import { extensionOf, folderOf, nameKey, nameOf, resolvePath } from '../base/address.ts';
import { nearest } from '../base/edit-distance.ts';
import type { MediaFile } from '../base/media.ts';
import { slugFileName } from '../base/vietnamese.ts';
import type { PublishedFile } from './site.ts';

/** Kinds of files that a writer may hand to readers: what a browser shows or saves, and never runs. */
const PUBLISHABLE: ReadonlySet<string> = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods odp rtf txt csv zip rar 7z jpg jpeg png gif webp avif tif tiff mp3 m4a ogg wav mp4 webm epub p7s'.split(
    ' ',
  ),
);

/** What browsers show as a picture. Scans in TIFF and photos of phones in HEIC are shown by hardly any. */
const SHOWN: ReadonlySet<string> = new Set('jpg jpeg jfif png apng gif webp avif svg bmp ico'.split(' '));

export function isShownAsPicture(path: string): boolean {
  return SHOWN.has(extensionOf(path));
}

export function isPublishable(path: string): boolean {
  return PUBLISHABLE.has(extensionOf(path));
}

/** Media files found by the names that writers give them, whatever the case and normal form. */
export interface MediaIndex {
  /** `target` as written in a document that lies in `folder` of `content/`. */
  find(folder: string, target: string): MediaFile | undefined;
  /** The name of a file in `folder` that was probably meant. */
  suggest(folder: string, target: string): string;
  isPublic(file: MediaFile): boolean;
}

export function createMediaIndex(media: readonly MediaFile[], publicFiles: readonly MediaFile[]): MediaIndex {
  const byKey = new Map([...media, ...publicFiles].map((file) => [nameKey(file.path), file]));
  const isPublic = new Set(publicFiles);
  return {
    find(folder, target) {
      if (target.startsWith('/')) {
        const path = resolvePath('', target);
        if (path === undefined) return undefined;
        return byKey.get(nameKey(`_public/${path}`)) ?? byKey.get(nameKey(path));
      }
      const path = resolvePath(folder, target);
      return path === undefined ? undefined : byKey.get(nameKey(path));
    },
    suggest(folder, target) {
      const beside = media.filter((file) => folderOf(file.path) === folder).map((file) => nameOf(file.path));
      return nearest(nameOf(target), beside) ?? '';
    },
    isPublic: (file) => isPublic.has(file),
  };
}

/** Where a file of `content/_public/` is published. */
export function addressOfPublic({ path }: MediaFile): string {
  return `/${path.slice('_public/'.length)}`;
}

/** The files that one document publishes in its own folder, each under one safe name. */
export interface FileShelf {
  publish(file: MediaFile): PublishedFile;
  readonly files: readonly PublishedFile[];
}

export function createShelf(address: string, index: MediaIndex): FileShelf {
  const shelf = new Map<MediaFile, PublishedFile>();
  const names = new Set<string>();
  return {
    publish(file) {
      if (index.isPublic(file)) return { file, address: addressOfPublic(file) };
      const known = shelf.get(file);
      if (known) return known;
      const wanted = slugFileName(nameOf(file.path));
      let name = wanted;
      for (let number = 2; names.has(name); number++) name = wanted.replace(/(\.[^.]*)?$/, `-${number}$1`);
      names.add(name);
      const published = { file, address: `${address}${name}` };
      shelf.set(file, published);
      return published;
    },
    get files() {
      return [...shelf.values()];
    },
  };
}
