import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withoutBrackets } from './guard.ts';

export interface Listening {
  readonly servers: readonly Server[];
  readonly port: number;
}

/** How many ports are tried, the wanted one among them. */
export const PORTS_TRIED = 20;

/**
 * Opens servers on one port: the wanted one, or the first after it that is free; 0 is any. Without `host` these are
 * both loopback addresses, for `localhost` may mean either; a machine without IPv6 has only the one. Undefined if
 * no port is free. Rejects with the system's error if `host` is not this machine's, or the port is not allowed.
 */
export async function listen(
  create: () => Server,
  host: string | undefined,
  port: number,
): Promise<Listening | undefined> {
  for (let attempt = 0; attempt < PORTS_TRIED && port + attempt <= 65535; attempt++) {
    const found = await listenOnce(create, host, port === 0 ? 0 : port + attempt);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Undefined if the port is in use at either address: whoever has it would get half of the requests. */
async function listenOnce(
  create: () => Server,
  host: string | undefined,
  port: number,
): Promise<Listening | undefined> {
  const servers: Server[] = [];
  try {
    const first = await open(create(), host === undefined ? '127.0.0.1' : withoutBrackets(host), port);
    servers.push(first);
    const taken = (first.address() as AddressInfo).port;
    if (host === undefined) {
      const second = await open(create(), '::1', taken).catch((cause: unknown) => {
        if (hasCode(cause, ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'])) return undefined;
        throw cause;
      });
      if (second !== undefined) servers.push(second);
    }
    return { servers, port: taken };
  } catch (cause) {
    for (const server of servers) server.close();
    if (hasCode(cause, ['EADDRINUSE'])) return undefined;
    throw cause;
  }
}

function open(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function hasCode(cause: unknown, codes: readonly string[]): boolean {
  return cause instanceof Error && codes.includes((cause as NodeJS.ErrnoException).code ?? '');
}
