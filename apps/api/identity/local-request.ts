import { isIPv4, isIPv6 } from 'node:net';
import type { Connection } from './socket-table';

/** What of a request tells whether it comes from this machine and was meant for it. */
export interface RequestOrigin {
  readonly socket: Connection;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Set by proxies: the client behind one is on another machine, whatever the socket shows. */
const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a request without a token looks as if somebody on this machine made it: over loopback, not through a
 * proxy, and addressed to a loopback name. The last keeps out pages of other sites that a browser
 * on this machine shows: their requests name the site as `Origin`, or, when the site's name was
 * made to point here, as `Host`. What a proxy leaves out cannot be seen here: see `PeerUsers`.
 */
export function isLocal({ socket, headers }: RequestOrigin): boolean {
  const { host, origin } = headers;
  return (
    isLoopbackAddress(socket.remoteAddress) &&
    FORWARDING_HEADERS.every((name) => headers[name] === undefined) &&
    typeof host === 'string' &&
    isLoopbackHost(host) &&
    (origin === undefined || origin === `http://${host}`)
  );
}

function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.toLowerCase().replace(/^::ffff:/, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase();
  if (name === 'localhost') return true;
  const bracketed = /^\[(.+)\]$/.exec(name)?.[1];
  return bracketed === undefined
    ? isIPv4(name) && name.startsWith('127.')
    : isIPv6(bracketed) && bracketed === '::1';
}
