import { findPeerUser } from './socket-table';

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const row = (local: string, remote: string, state: string, user: number) =>
  `   7: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000 ${user}        0 508930 2 0 20 0 10 -1`;
const V6_LOOPBACK = '00000000000000000000000001000000';
const V6_MAPPED = '0000000000000000FFFF00000100007F';

describe("the kernel's table of sockets", () => {
  const connection = { remoteAddress: '127.0.0.1', remotePort: 0xb6e8, localPort: 0x0bb8 };
  const found = (line: string, of = connection) => findPeerUser(`${HEAD}\n${line}\n`, of);

  it.each([
    ['an address of four bytes', '0100007F', '127.0.0.1'],
    ['another loopback address', '0200007F', '127.0.0.2'],
    ['the address of sixteen', V6_LOOPBACK, '::1'],
    ['a mapped address', V6_MAPPED, '::ffff:127.0.0.1'],
  ])('names the user at the other end, for %s', (_, hex, remoteAddress) => {
    expect(
      found(row(`${hex}:B6E8`, `${hex}:0BB8`, '01', 33), { ...connection, remoteAddress }),
    ).toBe(33);
  });

  it.each([
    ['the end of the service itself', row('0100007F:0BB8', '0100007F:B6E8', '01', 0)],
    ['a connection elsewhere', row('0100007F:B6E8', '0100007F:0BB9', '01', 0)],
    ['another address', row('0200007F:B6E8', '0100007F:0BB8', '01', 0)],
    // Nobody owns it any more: the kernel prints user 0 for it.
    ['a connection that is over', row('0100007F:B6E8', '0100007F:0BB8', '06', 0)],
    ['a line that is cut', '   7: 0100007F:B6E8'],
  ])('names nobody for %s', (_, line) => {
    expect(found(line)).toBeUndefined();
  });
});
