import { once } from 'node:events';
import { connect as connectPlainly, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectEncrypted } from 'node:tls';
import { hostOf } from '../addresses/address-policy';
import type { AddressPolicy } from '../addresses/address-policy';
import { SendingFailed } from './sending-failed';

/** The addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;

interface Connecting {
  readonly policy: Pick<AddressPolicy, 'permits'>;
  readonly resolve: Resolve;
  readonly signal: AbortSignal;
}

const PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };
/** Where there are several addresses, one that does not answer leaves time for the others. */
const ADDRESS_MS = 5_000;

/**
 * A connection to where a URL leads. Its name is looked up once, what it leads to is judged, and the very address that
 * was judged is connected to: a name that leads elsewhere a moment later leads nowhere.
 *
 * @throws {SendingFailed}
 */
export async function connect(url: URL, { policy, resolve, signal }: Connecting): Promise<Socket> {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await lookedUp(host, resolve, signal) : [host];
  const permitted = addresses.filter((address) => policy.permits(address, host));
  if (permitted.length === 0) throw new SendingFailed('ADDRESS_REFUSED');
  let failure: unknown;
  for (const [index, address] of permitted.entries()) {
    const isLast = index === permitted.length - 1;
    const limit = isLast ? signal : AbortSignal.any([signal, AbortSignal.timeout(ADDRESS_MS)]);
    try {
      const socket = await connected(url, address, limit);
      if (policy.permits(socket.remoteAddress ?? '', host)) return socket;
      socket.destroy();
      throw new SendingFailed('ADDRESS_REFUSED');
    } catch (error) {
      if (error instanceof SendingFailed || signal.aborted) throw error;
      failure = error;
    }
  }
  throw new SendingFailed('CONNECTION_FAILED', { cause: failure });
}

async function lookedUp(
  host: string,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { promise: given, reject } = Promise.withResolvers<never>();
  const giveUp = () => {
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', giveUp);
  try {
    return await Promise.race([resolve(host), given]);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SendingFailed('NAME_NOT_FOUND', { cause: error });
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

async function connected(url: URL, address: string, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted();
  const port = url.port === '' ? PORTS[url.protocol] : Number(url.port);
  const to = { host: address, port: port ?? 0 };
  const host = hostOf(url);
  const isEncrypted = url.protocol === 'https:';
  // The certificate is that of the name, not of the address.
  const named = isIP(host) === 0 ? { servername: host } : {};
  const socket = isEncrypted
    ? connectEncrypted({ ...to, ...named, ALPNProtocols: ['http/1.1'] })
    : connectPlainly(to);
  try {
    await once(socket, isEncrypted ? 'secureConnect' : 'connect', { signal });
    return socket;
  } catch (error) {
    socket.on('error', () => undefined);
    socket.destroy();
    throw error;
  }
}
