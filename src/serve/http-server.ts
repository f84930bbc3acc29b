import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from './respond.ts';

/** What the protocol side needs of the rest. */
export interface Handling {
  /** Answers, or takes over the response if it gives nothing. What it throws is answered with 500. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Answer | undefined;
  readonly failed: Answer;
  readonly onFault: (cause: unknown) => void;
  /** Milliseconds in which the head of a request has to be here; the whole may take twice that. */
  readonly patience: number;
  /** Kept up to date, so that all of them can be ended. */
  readonly connections: Set<Duplex>;
}

/** Milliseconds after which a connection without a sign of life ends. The heartbeat of `Live` is quicker. */
const SILENCE = 60_000;
const HEAD_SIZE = 16 * 1024;
/** Milliseconds for an answer to get out to a client that does not close. */
const FAREWELL = 1000;

/** A server that nothing a client sends can bring down. */
export function createHttpServer(handling: Handling): Server {
  const { patience, connections, onFault } = handling;
  const server = createServer({
    maxHeaderSize: HEAD_SIZE,
    headersTimeout: patience,
    requestTimeout: 2 * patience,
    connectionsCheckingInterval: Math.min(1000, patience),
    // It is refused like any wrong host.
    requireHostHeader: false,
    insecureHTTPParser: false,
  });
  server.timeout = SILENCE;
  // Until it listens, an error is the answer to whoever opens it: a port that is in use is nothing unexpected.
  server.once('listening', () => server.on('error', onFault));
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  server.on('request', (request, response) => {
    // A client that goes away in the middle is no fault of ours.
    response.on('error', () => {});
    try {
      const answer = handling.handle(request, response);
      if (answer !== undefined) send(request, response, answer);
    } catch (cause) {
      onFault(cause);
      if (response.headersSent) response.destroy();
      else send(request, response, handling.failed);
    }
  });
  server.on('connect', (_, socket) => endWith(socket, '405 Method Not Allowed\r\nAllow: GET, HEAD'));
  server.on('clientError', (cause: NodeJS.ErrnoException, socket) => endWith(socket, statusOf(cause.code)));
  return server;
}

function statusOf(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
}

/** For what never became a request. */
function endWith(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  setTimeout(() => socket.destroy(), FAREWELL).unref();
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  // Nobody reads a body here; what follows one on its connection is not trusted to be a request.
  const { 'transfer-encoding': coding, 'content-length': length = '0' } = request.headers;
  const ends = coding !== undefined || length !== '0' || CLOSING.has(answer.status);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.status !== 304 && { 'content-length': answer.body.length }),
    ...(ends && { connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** After these nothing good is to be expected of a connection. */
const CLOSING: ReadonlySet<number> = new Set([400, 403, 405, 500]);
