/** Host headers that do not name the shell exactly, each as the lines a request would carry. */
export function foreignHosts(port: number): readonly (readonly string[])[] {
  const values = [
    '', ' ', 'localhost', `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`, `[::ffff:127.0.0.1]:${port}`, '127.0.0.1', '127.0.0.1:', `127.0.0.1:${port + 1}`, `127.0.0.1:0${port}`, `127.0.0.1:+${port}`, '127.0.0.1:80',
    `127.1:${port}`, `127.0.0.2:${port}`, `0.0.0.0:${port}`, `0:${port}`, `2130706433:${port}`, `0x7f000001:${port}`, `017700000001:${port}`, `127.0.0.1.:${port}`, `127.0.0.1.nip.io:${port}`, `attacker.test:${port}`, `ATTACKER.TEST:${port}`,
    `127.0.0.1:${port}, attacker.test`, `127.0.0.1:${port}@attacker.test`, `user@127.0.0.1:${port}`, `127.0.0.1:${port}/`, `127.0.0.1:${port}#`, `http://127.0.0.1:${port}`, `127.0.0.1:${port}\t`.trimEnd() + ';', `１２７.0.0.1:${port}`,
  ];
  const right = `Host: 127.0.0.1:${port}`;
  return [
    [], ...values.map((value) => [`Host: ${value}`]), [right, right], [right, `Host: attacker.test:${port}`], [`Host: attacker.test:${port}`, right], [right, `hOST: 127.0.0.1:${port}`],
    [`X-Forwarded-Host: 127.0.0.1:${port}`], [`Host: attacker.test:${port}`, `X-Forwarded-Host: 127.0.0.1:${port}`], [`Host: attacker.test:${port}`, `Forwarded: host=127.0.0.1:${port}`],
  ];
}
