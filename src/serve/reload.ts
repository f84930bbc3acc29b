import type { ServerResponse } from 'node:http';
import { extensionOf } from '../base/address.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { LiveMessage, ShownFindings, StyleChange } from '../base/live.ts';
import type { Language } from '../base/messages/describe.ts';
import { contentTypeOf } from './content-types.ts';
import { shownFindings } from './findings.ts';
import { securityHeaders } from './policy.ts';
import { readTarget } from './request-target.ts';
import type { SiteFiles } from './site-files.ts';

/** What a build has done to the site. */
export interface Change {
  /** Of the site as it is now: any text, the same for the same site, so that a restart alone reloads nothing. */
  readonly version: string;
  /** Output paths that were written anew, or have come or gone. */
  readonly changed: ReadonlySet<string>;
  /** Stylesheets that have another address now. */
  readonly styles: readonly StyleChange[];
  /** Pages differ by the addresses in `styles` and by nothing else: none has to be loaded again. */
  readonly onlyStyles: boolean;
}

/** The browsers that look at the site while it is written. */
export interface Live {
  /** Of the site that is served. */
  readonly version: string;
  /** How many are looking. */
  readonly clients: number;
  /** To be called when `site` already gives the new site. Findings that are shown stay. */
  publish(change: Change): void;
  /** Shows findings over whatever page is open, and over pages that are opened later, until they are cleared. */
  showFindings(diagnostics: readonly Diagnostic[], language: Language): void;
  clearFindings(): void;
  /** Takes over a response: it stays open. `page` is the path of the page that asks, escaped. */
  connect(response: ServerResponse, page: string): void;
}

interface Client {
  readonly response: ServerResponse;
  readonly page: string;
  /** The output path that answered for `page` when it was last looked at; undefined if none did. */
  path: string | undefined;
}

/** Milliseconds between signs of life, without which a connection through a proxy or a firewall dies. */
const HEARTBEAT = 15_000;
/** Milliseconds after which a browser tries again. */
const RETRY = 1000;
/** Bytes that a client has not taken: it is asleep, and will ask anew. */
const BACKLOG = 1024 * 1024;

/** `site` gives the site as it is served now. */
export function createLive(options: { readonly version: string; readonly site: () => SiteFiles }): Live {
  const clients = new Set<Client>();
  let version = options.version;
  let findings: ShownFindings | null = null;
  let heartbeat: NodeJS.Timeout | undefined;

  const pathOf = (page: string): string | undefined => {
    const target = readTarget(page);
    const found = target === undefined ? undefined : options.site().find(target);
    return found?.kind === 'file' ? found.path : undefined;
  };
  const write = (client: Client, text: string): void => {
    client.response.write(text);
    if (client.response.writableLength > BACKLOG) client.response.destroy();
  };
  const send = (client: Client, message: LiveMessage): void => {
    write(client, `data: ${JSON.stringify(message)}\n\n`);
  };
  const beat = (): void => {
    for (const client of clients) write(client, ':\n\n');
  };
  const forget = (client: Client): void => {
    clients.delete(client);
    if (clients.size > 0) return;
    clearInterval(heartbeat);
    heartbeat = undefined;
  };
  const tellFindings = (): void => {
    for (const client of clients) send(client, { kind: 'findings', findings });
  };

  return {
    get version() {
      return version;
    },
    get clients() {
      return clients.size;
    },
    publish(change) {
      version = change.version;
      const all = !change.onlyStyles && [...change.changed].some(isSeenOnAnyPage);
      for (const client of clients) {
        const path = pathOf(client.page);
        // Where there is no page, the one that says so is shown.
        const isOther = path !== client.path || change.changed.has(path ?? '404.html');
        client.path = path;
        const reload = all || (isOther && !change.onlyStyles);
        send(client, reload ? { kind: 'reload' } : { kind: 'version', version, styles: change.styles });
      }
    },
    showFindings(diagnostics, language) {
      findings = shownFindings(diagnostics, language);
      tellFindings();
    },
    clearFindings() {
      if (findings === null) return;
      findings = null;
      tellFindings();
    },
    connect(response, page) {
      // Asked for behind an answer that is still under way, it may never get its turn, nor be told of its end.
      if (response.socket === null) {
        response.req.socket.destroy();
        return;
      }
      const client: Client = { response, page, path: pathOf(page) };
      clients.add(client);
      response.on('close', () => forget(client));
      const type = 'text/event-stream; charset=utf-8';
      response.writeHead(200, {
        ...securityHeaders(type),
        'content-type': type,
        'cache-control': 'no-store',
      });
      write(client, `retry: ${RETRY}\n\n`);
      send(client, { kind: 'state', version, findings });
      heartbeat ??= setInterval(beat, HEARTBEAT).unref();
    },
  };
}

/** Pictures, fonts and scripts: which page shows them is not known. Of feeds and documents, no page shows any. */
function isSeenOnAnyPage(path: string): boolean {
  if (extensionOf(path) === 'css') return false;
  return path.startsWith('assets/') || /^(?:image|font|video|audio)\/|javascript/.test(contentTypeOf(path));
}
