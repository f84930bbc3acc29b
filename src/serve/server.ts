import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerTo, type Served } from './answer.ts';
import { allowedHosts, isLoopback, isWildcard, withoutBrackets } from './guard.ts';
import { createHttpServer } from './http-server.ts';
import { listen, PORTS_TRIED } from './listen.ts';
import { answerWithText } from './respond.ts';
import { serveWords } from './words.ts';

export interface ServerOptions extends Served {
  /** The first port to try; 0 is any. */
  readonly port: number;
  /** Without it, the two loopback addresses: `localhost` may mean either. */
  readonly host?: string | undefined;
  /** Told of what should not have happened; a request has then been answered with 500. */
  readonly onFault?: ((cause: unknown) => void) | undefined;
  /** Milliseconds in which the head of a request has to be here. */
  readonly patience?: number | undefined;
}

export interface RunningServer {
  /** Where it listens: another than the wanted one if that was in use. */
  readonly port: number;
  /** What to open in a browser: `http://localhost:4000/`, and the site's base path if it has one. */
  readonly address: string;
  /** Ends every open connection at once. May be called twice. */
  close(): Promise<void>;
}

/** Why no server could be started, in the user's language. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
}

const PATIENCE = 10_000;

/** Rejects with a `ServeError` if it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, onFault = () => {} } = options;
  const words = serveWords(options.language);
  const host = options.host === undefined || isEitherLoopback(options.host) ? undefined : options.host;
  const connections = new Set<Duplex>();
  let hosts: ReadonlySet<string> = new Set();
  const create = (): Server =>
    createHttpServer({
      handle(request, response) {
        const answer = answerTo(request, options, hosts);
        if (!('page' in answer)) return answer;
        options.dev?.live.connect(response, answer.page);
        return undefined;
      },
      failed: answerWithText(500, words.failed),
      onFault,
      patience: options.patience ?? PATIENCE,
      connections,
    });

  const listening = await listen(create, host, port).catch((cause: unknown) => {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new ServeError(words.cannotListen(`${host ?? 'localhost'}:${port}`, reason), { cause });
  });
  if (listening === undefined) {
    throw new ServeError(words.portsInUse(port, Math.min(port + PORTS_TRIED - 1, 65535)));
  }
  hosts = allowedHosts(listening.port, options.host);
  return {
    port: listening.port,
    address: `http://${shownHost(host)}:${listening.port}${options.site().home}`,
    async close() {
      const closed = listening.servers.map(
        (server) => new Promise<void>((resolve) => server.close(() => resolve())),
      );
      for (const connection of connections) connection.destroy();
      await Promise.all(closed);
    },
  };
}

/** Not so `127.0.0.2`, which is asked for on purpose. */
function isEitherLoopback(host: string): boolean {
  return isLoopback(host) && (!host.startsWith('127.') || host === '127.0.0.1');
}

function shownHost(host: string | undefined): string {
  if (host === undefined || isWildcard(host)) return 'localhost';
  const name = withoutBrackets(host);
  return name.includes(':') ? `[${name}]` : name;
}
