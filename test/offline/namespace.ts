import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where the opened device is handed over. */
export const tunDescriptor = 9;
/** Every address but the loopback's goes into the device, and names are asked of an address behind it. */
export const resolver = '10.9.9.2';

/**
 * Opening a tun device takes an ioctl, which Node has not. These words open it without blocking, hand it on under a
 * fixed number and become the command that follows; perl is on nearly every Linux, python on most of the others.
 */
const openers = [
  ['perl', '-MPOSIX', '-e', `sysopen(my $t, "/dev/net/tun", 2 | 2048) or die "tun: $!"; my $r = pack("a16Sx22", "tun0", 0x1001); ioctl($t, 0x400454ca, $r) or die "tun: $!"; POSIX::dup2(fileno($t), ${tunDescriptor}); exec @ARGV`],
  ['python3', '-c', `import os, fcntl, struct, sys; t = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK); fcntl.ioctl(t, 0x400454ca, struct.pack("16sH22x", b"tun0", 0x1001)); os.dup2(t, ${tunDescriptor}, True); os.execvp(sys.argv[1], sys.argv[1:])`],
] as const;

/** Why the packets cannot be read on this machine, or undefined where they can: the rig is then counted as not run. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  if (process.getuid?.() !== 0) return 'a network namespace with a device of its own takes root';
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun';
  if (spawnSync('ip', ['-V']).status !== 0) return 'there is no command ip';
  const opener = openers.find(([program]) => spawnSync(program, ['-v']).status === 0);
  if (opener === undefined) return 'there is neither perl nor python3 to open the device';
  return within(['true']).status === 0 ? undefined : 'a namespace or its device was refused';
}

/** Runs a command in a network and mount namespace of its own, with the open device as descriptor 9. */
export function within(command: readonly string[], options: { readonly show?: boolean; readonly env?: NodeJS.ProcessEnv } = {}): SpawnSyncReturns<string> {
  const opener = openers.find(([program]) => spawnSync(program, ['-v']).status === 0) ?? openers[0];
  return spawnSync('unshare', ['-n', '-m', '--propagation', 'private', ...opener, ...command], { encoding: 'utf8', stdio: ['ignore', 'pipe', options.show === true ? 'inherit' : 'pipe'], ...(options.env === undefined ? {} : { env: options.env }) });
}
