import { connect } from 'node:net';

/** Sends bytes as they are to a port of this machine and gives everything that came back before the connection closed. */
export function rawRequest(port: number, lines: readonly string[], body = '', host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => { socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`); });
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => { text += part; });
    socket.on('close', () => { resolve(text); });
    socket.on('error', (error) => { if ('code' in error && error.code === 'ECONNRESET') resolve(text); else reject(error); });
  });
}

/** The status of a raw answer; 0 where the connection was cut without one. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
}

/** The status a request is answered with, as soon as it is; the connection is then dropped. 0 where it was cut without one. */
export function statusAtOnce(port: number, lines: readonly string[], body = ''): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => { socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`); });
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      text += part;
      if (text.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => { resolve(statusOf(text)); });
  });
}
