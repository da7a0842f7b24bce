/** A packet that wanted to leave: where to, and the name it asks for where it is a question of DNS. */
export type Packet = { readonly family: 4 | 6; readonly protocol: number; readonly to: string; readonly port: number | null; readonly name: string | null; readonly ofKernel: boolean };

const tcp = 6;
const udp = 17;
const icmp6 = 58;
const hopByHop = 0;
/** Router solicitation and neighbour discovery, and the report of multicast groups that goes with them: the kernel sends them for any interface. */
const kernelKinds: ReadonlySet<number> = new Set([130, 131, 132, 133, 134, 135, 136, 143]);

/** Reads the header of an IP packet; null for bytes that are none. */
export function readPacket(bytes: Buffer): Packet | null {
  const family = bytes.length === 0 ? 0 : bytes.readUInt8(0) >> 4;
  if (family === 4 && bytes.length >= 20) return packetOf(4, bytes.readUInt8(9), [...bytes.subarray(16, 20)].join('.'), bytes.subarray((bytes.readUInt8(0) & 15) * 4));
  return family === 6 && bytes.length >= 48 ? readSix(bytes) : null;
}

function readSix(bytes: Buffer): Packet {
  const next = bytes.readUInt8(6);
  const to = bytes.subarray(24, 40).toString('hex').replace(/(.{4})(?=.)/g, '$1:');
  if (next !== hopByHop) return packetOf(6, next, to, bytes.subarray(40));
  return packetOf(6, bytes.readUInt8(40), to, bytes.subarray(48 + bytes.readUInt8(41) * 8));
}

function packetOf(family: 4 | 6, protocol: number, to: string, body: Buffer): Packet {
  const port = (protocol === tcp || protocol === udp) && body.length >= 4 ? body.readUInt16BE(2) : null;
  return { family, protocol, to, port, name: protocol === udp && port === 53 ? askedName(body.subarray(8)) : null, ofKernel: protocol === icmp6 && kernelKinds.has(body[0] ?? 0) };
}

/** The name in the first question of a DNS message. */
function askedName(message: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; (message[at] ?? 0) !== 0; at += (message[at] ?? 0) + 1) labels.push(message.toString('latin1', at + 1, at + 1 + (message[at] ?? 0)));
  return labels.join('.');
}

/** One line for people: `udp 10.9.9.2:53 clients2.google.com`. */
export function packetLine({ family, protocol, to, port, name }: Packet): string {
  const word = { [tcp]: 'tcp', [udp]: 'udp' }[protocol] ?? `IPv${family} protocol ${protocol}`;
  return [word, port === null ? to : `${to}:${port}`, ...(name === null ? [] : [name])].join(' ');
}
