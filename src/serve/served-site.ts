import type { StyleChange } from '../base/live.ts';
import type { Written } from '../write/output.ts';
import type { PublishedSite } from '../write/records.ts';
import type { Change } from './reload.ts';
import { unescapedNames } from './request-target.ts';
import { type SiteFiles, siteFiles } from './site-files.ts';

/** The site that is served while it is written: what is published, followed from build to build. */
export interface ServedSite {
  /** As it is now. */
  readonly files: SiteFiles;
  /** Of the site as it is now; empty if nothing is known to be published. */
  readonly version: string;
  /** Takes in what a build has published. What it gives is for the browsers; undefined if all is as it was. */
  update(built: Built): Change | undefined;
  /** Takes in what stands on the disk when a build has stopped in the middle of publishing. */
  lookAgain(): Change;
}

export interface Built {
  readonly output: Written;
  /** What stands before every address: empty, or such as `/tin-tuc`. */
  readonly basePath: string;
  /** Of the sources, only stylesheets can have changed since what was published before. */
  readonly fromStylesheets: boolean;
}

/** `published` looks at the disk. */
export function servedSite(published: () => PublishedSite | undefined, basePath: string): ServedSite {
  let base = basePath;
  const start = published();
  let version = start?.version ?? '';
  let paths = new Set(start?.paths);
  let files = siteFiles(paths, unescapedNames(base));

  return {
    get files() {
      return files;
    },
    get version() {
      return version;
    },
    update({ output, basePath, fromStylesheets }) {
      const { written, deleted, summary } = output;
      const isAsKnown = output.before === version;
      const isSame = isAsKnown && output.version === version && written.length + deleted.length === 0;
      if (isSame && basePath === base) return undefined;

      const came = written.filter((path) => !paths.has(path));
      const changed = new Set([...written, ...deleted]);
      for (const path of deleted) paths.delete(path);
      for (const path of written) paths.add(path);
      // A file that stood there already, with the right bytes, was not written and is ours now.
      const isComplete = isAsKnown && paths.size === summary.written + summary.unchanged;
      if (!isAsKnown) {
        // Somebody else has published in between: what that changed is not known.
        for (const path of paths) changed.add(path);
      }
      if (!isComplete) paths = new Set(published()?.paths);
      if (!isAsKnown) for (const path of paths) changed.add(path);
      const onlyStyles =
        isAsKnown && basePath === base && fromStylesheets && [...came, ...deleted].every(isStylesheet);
      // Of a large site it takes as long as a build, and most builds change what is in files that were there.
      const isSameList = isComplete && basePath === base && came.length + deleted.length === 0;
      if (!isSameList) files = siteFiles(paths, unescapedNames(basePath));
      base = basePath;
      version = output.version;
      return { version, changed, styles: styleChanges(output, new Set(came), base), onlyStyles };
    },
    lookAgain() {
      const now = published();
      const former = paths;
      paths = new Set(now?.paths);
      files = siteFiles(paths, unescapedNames(base));
      version = now?.version ?? '';
      return { version, changed: new Set([...former, ...paths]), styles: [], onlyStyles: false };
    },
  };
}

const STYLESHEET = '.css';
/** A name with its content's hash, as `assetAddresses` gives it. */
const HASHED = /^(assets\/.*)\.[0-9a-f]{10}\.css$/;

function isStylesheet(path: string): boolean {
  return path.endsWith(STYLESHEET);
}

/** Stylesheets that are another file now, and those that have changed in their place. */
function styleChanges(output: Written, came: ReadonlySet<string>, basePath: string): StyleChange[] {
  const former = new Map<string | undefined, string>(
    output.deleted.filter((path) => HASHED.test(path)).map((path) => [HASHED.exec(path)?.[1], path]),
  );
  return output.written.filter(isStylesheet).flatMap((path) => {
    const from = came.has(path) ? former.get(HASHED.exec(path)?.[1] ?? path) : path;
    return from === undefined ? [] : [{ from: `${basePath}/${from}`, to: `${basePath}/${path}` }];
  });
}
