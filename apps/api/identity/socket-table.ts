/** The two ends of a connection, as a socket knows them. */
export interface Connection {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
  readonly localPort?: number | undefined;
}

/** Columns of `/proc/net/tcp`. */
const LOCAL = 1;
const REMOTE = 2;
const STATE = 3;
const USER = 7;

const ESTABLISHED = '01';
/** The peer has sent all it had to send, and waits for the answer. */
const FIN_WAIT = ['04', '05'];

/** The user who owns the other end of a loopback connection, from one of the kernel's tables of sockets. */
export function findPeerUser(
  table: string,
  { remoteAddress, remotePort, localPort }: Connection,
): number | undefined {
  if (remoteAddress === undefined || remotePort === undefined || localPort === undefined) {
    return undefined;
  }
  const from = `:${hexPort(remotePort)}`;
  const to = `:${hexPort(localPort)}`;
  for (const line of table.split('\n')) {
    if (!line.includes(from)) continue;
    const columns = line.trim().split(/\s+/);
    const [local = '', remote = '', state = ''] = [columns[LOCAL], columns[REMOTE], columns[STATE]];
    if (!local.endsWith(from) || !remote.endsWith(to)) continue;
    if (state !== ESTABLISHED && !FIN_WAIT.includes(state)) continue;
    if (addressOf(local) === plain(remoteAddress)) return Number(columns[USER]);
  }
  return undefined;
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

const HEX_V4 = 8;

/** Loopback addresses only: the kernel prints words of four bytes, the last byte first. */
function addressOf(column: string): string {
  const [hex = ''] = column.split(':');
  if (hex.length > HEX_V4 && /^0{24}01000000$/.test(hex)) return '::1';
  const bytes = hex.slice(-HEX_V4).match(/../g) ?? [];
  return bytes
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.');
}

function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:/, '');
}
