import { describe, expect, test } from 'vitest';
import { packetLine, readPacket } from './packet.ts';

/** A header of IPv4 with these twenty bytes filled as the tests need them. */
function ipv4(protocol: number, to: readonly number[], body: Buffer): Buffer {
  const header = Buffer.alloc(20);
  header[0] = 0x45;
  header[9] = protocol;
  header.set(to, 16);
  return Buffer.concat([header, body]);
}

function ipv6(next: number, body: Buffer): Buffer {
  const header = Buffer.alloc(40);
  header[0] = 0x60;
  header[6] = next;
  header.set([0xff, 0x02], 24);
  header[39] = 2;
  return Buffer.concat([header, body]);
}

const icmp = (kind: number): Buffer => Buffer.concat([Buffer.from([kind]), Buffer.alloc(7)]);

function question(name: string): Buffer {
  const ports = Buffer.from([0x30, 0x39, 0, 53, 0, 0, 0, 0]);
  return Buffer.concat([ports, Buffer.alloc(12), ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.from([0, 0, 1, 0, 1])]);
}

describe('packets that want to leave', () => {
  test('a question of DNS is told with the name it asks for', () => {
    expect(packetLine(readPacket(ipv4(17, [10, 9, 9, 2], question('clients2.example.com')))!)).toBe('udp 10.9.9.2:53 clients2.example.com');
  });

  test('a connection is told with its address and port', () => {
    expect(packetLine(readPacket(ipv4(6, [93, 184, 216, 34], Buffer.from([0, 1, 0x01, 0xbb])))!)).toBe('tcp 93.184.216.34:443');
  });

  test('only router and neighbour discovery and their group reports are the kernel\'s own', () => {
    const ofKernel = (bytes: Buffer) => readPacket(bytes)?.ofKernel;
    const report = Buffer.concat([Buffer.from([58, 0, 5, 2, 0, 0, 1, 0]), Buffer.from([143, 0])]);

    expect([ofKernel(ipv6(58, icmp(133))), ofKernel(ipv6(58, icmp(135))), ofKernel(ipv6(0, report))]).toEqual([true, true, true]);
    expect([ofKernel(ipv6(58, icmp(128))), ofKernel(ipv6(17, question('a.b'))), ofKernel(ipv4(2, [224, 0, 0, 251], Buffer.alloc(8)))]).toEqual([false, false, false]);
  });

  test('bytes that are no packet are none', () => {
    expect([readPacket(Buffer.alloc(0)), readPacket(Buffer.alloc(30)), readPacket(Buffer.from([0x60, 0, 0]))]).toEqual([null, null, null]);
  });
});
