import { encodeAddress, folderOf, nameOf } from '../base/address.ts';
import { type Diagnostic, error, type Place, warning } from '../base/diagnostic.ts';
import { nameWithSigns } from '../base/link-target.ts';
import { isSpoiltPicture, type MediaFile } from '../base/media.ts';
import type { Recall } from '../base/recall.ts';
import type { ImageReference, LinkReference, Resolution } from './body.ts';
import type { Document, NamedFile } from './document.ts';
import type { FurtherAddresses } from './further-addresses.ts';
import { LED_NOWHERE, type Led, ledFurther } from './led-further.ts';
import type { Placed } from './placing.ts';
import { createShelf, isPublishable, isShownAsPicture, type MediaIndex } from './publish-files.ts';
import type { Attachment, Picture, PublishedFile, Settings } from './site.ts';
import {
  decodedPath,
  findTarget,
  mayLead,
  type NamedDocument,
  NO_TARGETS,
  pageWithoutIds,
  readOwnTarget,
  type Targets,
  withinSite,
} from './targets.ts';

/** What one document's references lead to. */
export interface Resolved {
  readonly resolutions: readonly Resolution[];
  readonly picture: Picture | null;
  readonly attachments: readonly Attachment[];
  /** Everything that is published in the document's own folder. */
  readonly files: readonly PublishedFile[];
  /** Named, but of a kind that is not published there: a finding of its own says so. */
  readonly refused: readonly MediaFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Of a document that names nothing, as most do. */
export const NOTHING_RESOLVED: Resolved = Object.freeze({
  resolutions: [],
  picture: null,
  attachments: [],
  files: [],
  refused: [],
  diagnostics: [],
});

function namesSomething({ outline, image, attachments }: Document): boolean {
  return outline.references.length > 0 || image !== null || attachments.length > 0;
}

/** A document at its own address. */
type Addressed = Pick<Placed, 'document'> & { readonly named: Pick<NamedDocument, 'address'> };

/** Of a document that names nothing, that is known without looking. */
export function resolve(
  { document, named }: Addressed,
  targets: Targets,
  media: MediaIndex,
  settings: Settings,
  further: FurtherAddresses | null,
  recall: Recall,
): Resolved {
  if (!namesSomething(document)) return NOTHING_RESOLVED;
  const others = mayLead(document) ? targets : NO_TARGETS;
  const lists = ledFurther(document, 'lists', others, settings, further, recall);
  const files = ledFurther(document, 'files', others, settings, further, recall);
  return recall.for(resolveDocument)(document, named.address, others, media, settings, lists, files);
}

/**
 * What a document publishes in its own folder. That does not depend on what others publish in theirs: a link is only led
 * there if it leads to no file of its own.
 */
export function filesBeside(
  { document, named }: Addressed,
  targets: Targets,
  media: MediaIndex,
  settings: Settings,
  further: FurtherAddresses,
  recall: Recall,
): readonly PublishedFile[] {
  if (!namesSomething(document)) return NOTHING_RESOLVED.files;
  const others = mayLead(document) ? targets : NO_TARGETS;
  const lists = ledFurther(document, 'lists', others, settings, further, recall);
  return recall.for(filesOf)(document, named.address, others, media, settings, lists);
}

function filesOf(
  document: Document,
  address: string,
  targets: Targets,
  media: MediaIndex,
  settings: Settings,
  lists: Led,
): readonly PublishedFile[] {
  return resolveDocument(document, address, targets, media, settings, lists, LED_NOWHERE).files;
}

/** `address` is the document's own; `targets` are none where it leads nowhere. */
function resolveDocument(
  document: Document,
  address: string,
  targets: Targets,
  media: MediaIndex,
  settings: Settings,
  lists: Led,
  files: Led,
): Resolved {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const shelf = createShelf(address, media);
  const folder = folderOf(document.path);
  const shownPath = document.place.path;
  const href = (address: string): string => settings.basePath + encodeAddress(address);

  const refused: MediaFile[] = [];
  const refuse = (file: MediaFile, finding: Diagnostic): void => {
    refused.push(file);
    report(finding);
  };

  const checked = (file: MediaFile, place: Place): boolean => {
    if (isPublishable(file.path) || file.path.startsWith('_public/')) return true;
    refuse(file, error('attachment-type', place, { file: nameOf(file.path) }));
    return false;
  };

  const checkPicture = (file: MediaFile, place: Place, image: string): void => {
    if (isSpoiltPicture(file)) report(warning('image-unreadable', place, { image }));
  };

  const findFile = (path: string): MediaFile | undefined =>
    media.find(folder, path) ?? media.find(folder, withinSite(path, decodedPath(settings.basePath)));

  const linkToFile = (file: MediaFile, place: Place): Resolution =>
    checked(file, place) ? { kind: 'link', href: href(shelf.publish(file).address), external: false } : null;

  const link = (reference: LinkReference): Resolution => {
    const place = { path: shownPath, ...reference.spot };
    const target = readOwnTarget(reference.target, settings);
    if (target.kind === 'unsafe') return null;
    if (target.kind === 'external') return { kind: 'link', href: target.url, external: true };
    const { path, query, fragment } = target;
    const name = nameWithSigns(target);
    const fileOfThatName = name === '' ? undefined : findFile(name);
    if (fileOfThatName !== undefined) return linkToFile(fileOfThatName, place);
    if (path === '') {
      const known = fragment === '' || document.outline.ids.includes(fragment);
      if (!known) report(warning('anchor-dead', place, { target: `#${fragment}` }));
      // `#` alone is the top of the page.
      const suffix = known && fragment !== '' ? `#${fragment}` : query === '' ? '#' : '';
      return { kind: 'link', href: (query === '' ? '' : href(address) + query) + suffix, external: false };
    }
    const own = withinSite(path, targets.basePath);
    const found = findTarget(targets, folder, path) ?? pageWithoutIds(lists[own]);
    if (found !== undefined) {
      const known = fragment === '' || found.ids.includes(fragment);
      if (!known) report(warning('anchor-dead', place, { target: `#${fragment}` }));
      const suffix = known && fragment !== '' ? `#${fragment}` : '';
      return { kind: 'link', href: href(found.address) + query + suffix, external: false };
    }
    const file = findFile(path);
    if (file !== undefined) return linkToFile(file, place);
    const beside = files[own];
    if (beside !== undefined) return { kind: 'link', href: href(beside) + query, external: false };
    report(warning('link-dead', place, { target: reference.target }));
    return null;
  };

  const image = (reference: ImageReference): Resolution => {
    const place = { path: shownPath, ...reference.spot };
    const target = readOwnTarget(reference.target, settings);
    if (target.kind === 'unsafe' || reference.target === '') return null;
    if (target.kind === 'external') {
      report(warning('image-external', place, { image: reference.target }));
      return { kind: 'link', href: target.url, external: true };
    }
    const name = nameWithSigns(target) || target.path;
    const file = findFile(name) ?? findFile(target.path);
    if (file === undefined) {
      const meant = media.suggest(folder, name);
      report(warning('image-missing', place, { image: reference.target, meant }));
      return null;
    }
    if (!checked(file, place)) return null;
    if (!isShownAsPicture(file.path)) {
      report(warning('image-format', place, { image: nameOf(file.path), isLink: true }));
      return linkToFile(file, place);
    }
    checkPicture(file, place, reference.target);
    const { width, height } = file;
    return { kind: 'image', src: href(shelf.publish(file).address), width, height };
  };

  const pictureOf = (): Picture | null => {
    if (document.image === null) return null;
    const { value, place } = document.image;
    const file = media.find(folder, value);
    if (file === undefined) {
      report(warning('image-missing', place, { image: value, meant: media.suggest(folder, value) }));
      return null;
    }
    if (!checked(file, place)) return null;
    if (!isShownAsPicture(file.path)) {
      refuse(file, warning('image-format', place, { image: nameOf(file.path), isLink: false }));
      return null;
    }
    checkPicture(file, place, value);
    const alt = document.imageAlt || document.imageCaption;
    // A section's crest stands beside its name.
    if (alt === '' && document.kind !== 'section')
      report(warning('image-field-alt-missing', place, { image: value }));
    return { ...shelf.publish(file), alt, caption: document.imageCaption };
  };

  const attachment = (named: NamedFile): Attachment | undefined => {
    const file = media.find(folder, named.file);
    if (file === undefined) {
      const meant = media.suggest(folder, named.file);
      report(error('attachment-missing', named.place, { file: named.file, meant }));
      return undefined;
    }
    if (!checked(file, named.place)) return undefined;
    const title =
      named.title ||
      nameOf(file.path)
        .replace(/\.[^.]+$/, '')
        .replace(/[-_]+/g, ' ');
    return { ...shelf.publish(file), title };
  };

  // Names on the shelf go by who comes first, and that is the picture.
  const picture = pictureOf();
  const attachments = document.attachments.flatMap((named) => attachment(named) ?? []);
  const resolutions = document.outline.references.map((reference) =>
    reference.kind === 'link' ? link(reference) : image(reference),
  );
  return { resolutions, picture, attachments, files: shelf.files, refused, diagnostics };
}
