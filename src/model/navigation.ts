import { type Diagnostic, warning } from '../base/diagnostic.ts';
import { nameWithSigns } from '../base/link-target.ts';
import type { Recall } from '../base/recall.ts';
import type { Addresses, FurtherAddresses } from './further-addresses.ts';
import { addressOfPublic, type MediaIndex } from './publish-files.ts';
import type { NavigationEntry, Settings } from './site.ts';
import {
  findTarget,
  pageWithoutIds,
  readOwnTarget,
  spellingsOf,
  type Targets,
  withinSite,
} from './targets.ts';

/** The entries of `site.yaml`, each with the address of what it leads to, as links in texts are led; dead ones go. */
export function leadNavigation(
  settings: Settings,
  targets: Targets,
  further: FurtherAddresses,
  media: MediaIndex,
  recall: Recall,
  report: (diagnostic: Diagnostic) => void,
): readonly NavigationEntry[] {
  const lead = (entry: NavigationEntry): NavigationEntry | undefined => {
    const { address: written, place } = entry;
    const target = readOwnTarget(written, settings);
    if (target.kind === 'external') return /^[\\/]/.test(written) ? { ...entry, address: target.url } : entry;
    if (target.kind === 'unsafe') return undefined;
    const { path, query, fragment } = target;
    const publicFile = (name: string) => {
      const file = media.find('', withinSite(name, targets.basePath));
      return file !== undefined && media.isPublic(file) ? file : undefined;
    };
    const name = nameWithSigns(target);
    const fileOfThatName = name === '' ? undefined : publicFile(name);
    if (fileOfThatName !== undefined) return { ...entry, address: addressOfPublic(fileOfThatName) };
    const own = withinSite(path, targets.basePath);
    const among = (addresses: Addresses): string | undefined =>
      spellingsOf(own).find((each) => addresses.has(each));
    const found = findTarget(targets, '', path) ?? pageWithoutIds(among(further.lists));
    if (found !== undefined) {
      const known = fragment === '' || found.ids.includes(fragment);
      if (!known) report(warning('anchor-dead', place, { target: `#${fragment}` }));
      const suffix = query + (known && fragment !== '' ? `#${fragment}` : '');
      return { ...entry, address: found.address, suffix };
    }
    // Another file is published only beside a text that shows it, and has its address there.
    const file = publicFile(path);
    const address = file === undefined ? among(further.files) : addressOfPublic(file);
    return address === undefined ? undefined : { ...entry, address, suffix: query };
  };
  const entries = settings.navigation.flatMap((entry, index) => {
    const led = lead(entry);
    if (led === undefined) report(warning('link-dead', entry.place, { target: entry.address }));
    return led === undefined ? [] : [recall.keep(recall, `navigation ${index}`, led)];
  });
  return recall.keep(recall, 'navigation', entries);
}
