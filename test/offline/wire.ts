import { spawnSync } from 'node:child_process';
import { mkdtempSync, readSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { resolver, tunDescriptor } from './namespace.ts';
import { packetLine, readPacket, type Packet } from './packet.ts';

/** What went out during one part of a run; packets of the kernel itself are only counted. */
export type Sent = { readonly packets: readonly string[]; readonly names: readonly string[]; readonly ofKernel: number };

export type Wire = {
  /** Runs one part and tells every packet that wanted to leave meanwhile, and shortly after. */
  readonly during: <Value>(part: (soFar: () => Sent) => Promise<Value>) => Promise<{ readonly value: Value; readonly sent: Sent }>;
  readonly close: () => void;
};

const often = 20;
const settle = 500;

/** Makes the device the only way out of this namespace, for names too, and reads it from now on. */
export function openWire(): Wire {
  for (const line of [
    'link set lo up', 'addr add 10.9.9.1/24 dev tun0', 'link set tun0 up txqueuelen 10000', 'route add default dev tun0', '-6 addr add fd00::1/64 dev tun0 nodad', '-6 route add default dev tun0',
  ]) run('ip', line.split(' '));
  const names = join(mkdtempSync(join(tmpdir(), 'maturity-names-')), 'resolv.conf');
  writeFileSync(names, `nameserver ${resolver}\n`);
  run('mount', ['--bind', names, '/etc/resolv.conf']);

  let caught: Packet[] = [];
  const buffer = Buffer.alloc(65_536);
  const drain = (): void => {
    for (let length = readNow(buffer); length > 0; length = readNow(buffer)) {
      const packet = readPacket(buffer.subarray(0, length));
      if (packet !== null) caught.push(packet);
    }
  };
  const timer = setInterval(drain, often);
  return {
    during: async (part) => {
      drain();
      caught = [];
      const value = await part(() => { drain(); return told(caught); });
      await pause(settle);
      drain();
      return { value, sent: told(caught) };
    },
    close: () => { clearInterval(timer); },
  };
}

function run(command: string, words: readonly string[]): void {
  const ended = spawnSync(command, words, { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(`${command} ${words.join(' ')}: ${ended.stderr}`);
}

/** Length of the next packet; 0 where none waits. */
function readNow(buffer: Buffer): number {
  try {
    return readSync(tunDescriptor, buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
    throw error;
  }
}

function told(caught: readonly Packet[]): Sent {
  const foreign = caught.filter(({ ofKernel }) => !ofKernel);
  return { packets: foreign.map(packetLine), names: [...new Set(foreign.flatMap(({ name }) => name ?? []))].sort(), ofKernel: caught.length - foreign.length };
}
