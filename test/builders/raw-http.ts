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
