import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { allowedHosts, isLoopback } from '../../src/serve/guard.ts';
import { ServeError } from '../../src/serve/server.ts';
import { request, sendRaw, start } from './running.ts';

/** Takes a port of 127.0.0.1 or ::1 as another program would. */
async function occupy(host: string, port = 0): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function open(port: number, host = '127.0.0.1'): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host }, () => resolve(socket));
    socket.once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
}

function closed(socket: Socket): Promise<void> {
  socket.on('error', () => {});
  return new Promise((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve())));
}

describe('a server', () => {
  it('is at both meanings of localhost, and nowhere else', async () => {
    const { port, address } = await start();
    expect(address).toBe(`http://localhost:${port}/`);
    const bytes = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`;
    for (const host of ['127.0.0.1', '::1']) {
      expect((await sendRaw(port, bytes, host)).status, host).toBe(200);
    }
    await expect(open(port, '127.0.0.2')).rejects.toThrow('ECONNREFUSED');
  });

  it.each(['127.0.0.1', '::1'])('takes the next port if one is in use at %s', async (host) => {
    const taken = await occupy(host);
    const server = await start({ port: taken });
    expect(server.port).toBeGreaterThan(taken);
    expect(server.port).toBeLessThan(taken + 20);
    expect((await request(server.port, '/')).status).toBe(200);
    expect(server.faults).toEqual([]);
    // What was tried in vain is not left open.
    if (host === '::1') await expect(open(taken, '127.0.0.1')).rejects.toThrow('ECONNREFUSED');
  });

  it('says so if none of them is free', async () => {
    await occupy('127.0.0.1', 65535).catch(() => {});
    await occupy('127.0.0.1', 65534).catch(() => {});
    const words = /mọi cổng từ 65534 đến 65535 đều đang có chương trình khác dùng/;
    await expect(start({ port: 65534 })).rejects.toThrow(words);
    await expect(start({ port: 65534 })).rejects.toBeInstanceOf(ServeError);
    await expect(start({ port: 65534, language: 'en' })).rejects.toThrow(/65534 to 65535 is in use/);
  });

  it('says so if the host is not this machine', async () => {
    const faults: unknown[] = [];
    const failing = start({ host: '203.0.113.1', onFault: (cause) => faults.push(cause) });
    await expect(failing).rejects.toThrow('không mở được máy chủ ở 203.0.113.1:0 (EADDRNOTAVAIL)');
    await expect(failing).rejects.toBeInstanceOf(ServeError);
    expect(faults).toEqual([]);
  });

  it('answers for the host that was asked for', async () => {
    const { port, address } = await start({ host: '127.0.0.2' });
    expect(address).toBe(`http://127.0.0.2:${port}/`);
    const ask = (host: string) =>
      sendRaw(port, `GET / HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`, '127.0.0.2');
    expect((await ask('127.0.0.2')).status).toBe(200);
    expect((await ask('127.0.0.3')).status).toBe(403);
    await expect(open(port)).rejects.toThrow('ECONNREFUSED');
    const wild = await start({ host: '0.0.0.0' });
    expect(wild.address).toBe(`http://localhost:${wild.port}/`);
    expect((await request(wild.port, '/')).status).toBe(200);
    expect((await request(wild.port, '/', { Host: `evil.example:${wild.port}` })).status).toBe(403);
  });

  it('tells which hosts only this machine reaches', () => {
    for (const host of ['127.0.0.1', 'localhost', 'LOCALHOST', '::1', '[::1]', '127.8.9.10']) {
      expect(isLoopback(host), host).toBe(true);
    }
    for (const host of [
      '0.0.0.0',
      '::',
      '192.168.1.2',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '',
    ]) {
      expect(isLoopback(host), host).toBe(false);
    }
  });

  it('leaves the port out of a host only if it is 80', () => {
    expect([...allowedHosts(80)]).toEqual(expect.arrayContaining(['localhost', 'localhost:80', '[::1]']));
    expect([...allowedHosts(8080)].every((host) => host.endsWith(':8080'))).toBe(true);
    expect(allowedHosts(80, 'May-Toi.local').has('may-toi.local')).toBe(true);
    expect(allowedHosts(4000, 'fe80::1').has('[fe80::1]:4000')).toBe(true);
    expect(allowedHosts(4000, '[fe80::1]').has('[fe80::1]:4000')).toBe(true);
  });

  it('keeps a connection for further requests', async () => {
    const { port } = await start();
    const one = `GET /rss.xml HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;
    const reply = await sendRaw(port, one + one + one);
    expect(reply.all.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
  });

  it('lives on after a bug', async () => {
    let broken = true;
    const bug = new Error('bug');
    const server = await start({
      files: {
        list: () => undefined,
        read: () => {
          if (broken) throw bug;
          return Buffer.from('a');
        },
        stat: () => ({ size: 0, stamp: undefined }),
        follow: () => ({ target: '', inside: undefined }),
      },
    });
    for (const method of ['GET', 'HEAD']) {
      const reply = await request(server.port, '/', {}, method);
      expect(reply.status).toBe(500);
      expect(reply.all).not.toContain('bug');
    }
    expect(server.faults).toEqual([bug, bug]);
    broken = false;
    expect((await request(server.port, '/')).text).toBe('a');
  });

  it('does not wait for clients that are slow on purpose', async () => {
    const { port } = await start({ patience: 300 });
    const silent = await open(port);
    const slow = await open(port);
    slow.write('GET / HTTP/1.1\r\n');
    const dripping = setInterval(() => slow.writable && slow.write('A: b\r\n'), 50);
    onTestFinished(() => clearInterval(dripping));
    const body = await open(port);
    body.write(`GET / HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 1000\r\n\r\n`);
    const chunks: string[] = [];
    slow.on('data', (chunk) => chunks.push(String(chunk)));
    for (const socket of [silent, body]) socket.resume();
    await Promise.all([silent, slow, body].map(closed));
    expect(chunks.join('')).toMatch(/^HTTP\/1\.1 408 /);
    expect((await request(port, '/')).status).toBe(200);
  }, 20_000);

  it('survives clients that go away', async () => {
    const server = await start({ isDev: true });
    for (let count = 0; count < 50; count++) {
      const socket = await open(server.port);
      socket.write(`GET /rss.xml HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`.repeat(count % 5));
      socket.write(`GET /_bantin/events HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`);
      socket.resetAndDestroy();
    }
    expect((await request(server.port, '/')).status).toBe(200);
    expect(server.faults).toEqual([]);
    await expect.poll(() => server.live?.clients).toBe(0);
  });

  it('ends every connection when it is closed', async () => {
    const server = await start({ isDev: true });
    const sockets = await Promise.all([
      open(server.port),
      open(server.port),
      open(server.port),
      open(server.port),
    ]);
    const host = `Host: localhost:${server.port}\r\n`;
    sockets[1]?.write('GET / HT');
    sockets[2]?.write(`GET / HTTP/1.1\r\n${host}\r\n`);
    sockets[3]?.write(`GET /_bantin/events HTTP/1.1\r\n${host}\r\n`);
    await expect.poll(() => server.live?.clients).toBe(1);
    for (const socket of sockets) socket.resume();
    const before = performance.now();
    await server.close();
    await Promise.all(sockets.map(closed));
    expect(performance.now() - before).toBeLessThan(2000);
    await expect.poll(() => server.live?.clients).toBe(0);
    await expect(open(server.port)).rejects.toThrow('ECONNREFUSED');
    await expect(server.close()).resolves.toBeUndefined();
  });
});
