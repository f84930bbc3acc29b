import type { IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';

/** Why a request is turned away before anything is looked up. */
export type Refusal = 'host' | 'origin' | 'cross-site' | 'method';

/** What the checks need of a request; `IncomingMessage` has it. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, nothing merged or dropped. */
  readonly rawHeaders: readonly string[];
}

/**
 * Any page that the browser has open may send requests to this machine, and may give its own name an address here.
 * So only requests that name this server are answered, and only to its own pages.
 */
export function refusalOf(request: GuardedRequest, hosts: ReadonlySet<string>): Refusal | undefined {
  const { host, origin } = request.headers;
  if (countOf(request.rawHeaders, 'host') !== 1 || !isHost(host, hosts)) return 'host';
  if (origin !== undefined && !isOrigin(origin, hosts)) return 'origin';
  if (isForeign(request.headers)) return 'cross-site';
  return request.method === 'GET' || request.method === 'HEAD' ? undefined : 'method';
}

export function isHost(host: string | undefined, hosts: ReadonlySet<string>): boolean {
  return host !== undefined && hosts.has(host.toLowerCase());
}

function isOrigin(origin: string, hosts: ReadonlySet<string>): boolean {
  return origin.startsWith('http://') && isHost(origin.slice('http://'.length), hosts);
}

/** Links may lead here from anywhere; pictures, scripts and frames of other pages may not be fetched from here. */
function isForeign(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}

function countOf(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;
}

/**
 * What `Host` may say. `given` is the host that the user has asked for; of one that stands for all of this
 * machine's addresses, these are allowed: an address, unlike a name, cannot be turned to us by someone else.
 */
export function allowedHosts(port: number, given?: string): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '::1'];
  if (given !== undefined) names.push(withoutBrackets(given).toLowerCase());
  if (given !== undefined && isWildcard(given)) names.push(...ownAddresses());
  const hosts = names.map((name) => (name.includes(':') ? `[${name}]` : name));
  const withPort = hosts.map((host) => `${host}:${port}`);
  return new Set(port === 80 ? [...withPort, ...hosts] : withPort);
}

/** Whether only this machine reaches `host`. */
export function isLoopback(host: string): boolean {
  const name = withoutBrackets(host).toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

export function isWildcard(host: string): boolean {
  return ['0.0.0.0', '::'].includes(withoutBrackets(host));
}

export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((found) => found?.map(({ address }) => address) ?? []);
}
