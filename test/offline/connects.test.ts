import { expect, test } from 'vitest';
import { addressesBeyond } from './connects.ts';

test('a trace names what is beyond the loopback, once each, and nothing else', () => {
  const trace = [
    '101 connect(20, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("93.184.216.34")}, 16) = -1 EINPROGRESS',
    '101 connect(20, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("93.184.216.34")}, 16) = 0',
    '102 sendto(21, "", 30, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.9.9.2")}, 16) = 30',
    '102 connect(22, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2606:2800::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
    '103 connect(23, {sa_family=AF_INET, sin_port=htons(40001), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    '103 connect(23, {sa_family=AF_INET6, sin6_port=htons(40001), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0',
    '103 connect(24, {sa_family=AF_UNIX, sun_path="/run/nscd/socket"}, 110) = -1 ENOENT',
    '103 connect(25, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr)}, 28) = 0',
    '103 sendto(25, "", 30, 0, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr)}, 28) = 30',
  ].join('\n');

  expect(addressesBeyond(trace)).toEqual(['93.184.216.34:443', '10.9.9.2:53', '2606:2800::1:80', '2001:4860:4860::8888:443']);
});
