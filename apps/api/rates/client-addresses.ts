import { BlockList, isIP, isIPv4 } from 'node:net';

/** What of a request tells where it comes from. */
export interface ComingFrom {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * The address of whoever asks. What a header says of it is believed only of proxies that were named: anybody else could
 * say that he is somebody new with every request.
 */
export class ClientAddresses {
  private readonly proxies = new BlockList();

  /** @param proxies addresses, or networks as `10.0.0.0/8` */
  constructor(proxies: readonly string[]) {
    for (const proxy of proxies) {
      const [address = '', bits] = proxy.split('/');
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      if (bits === undefined) this.proxies.addAddress(address, family);
      else this.proxies.addSubnet(address, Number(bits), family);
    }
  }

  /** One name for an address; of IPv6 for the network of 64 bits, all of which belongs to one client. */
  of({ socket, headers }: ComingFrom): string {
    const { 'x-forwarded-for': header } = headers;
    const forwarded = typeof header === 'string' ? header.split(',') : [];
    let address = plain(socket.remoteAddress ?? '');
    // The last was added by the proxy that is nearest to this service.
    for (const named of forwarded.reverse()) {
      const before = plain(named);
      if (!this.isProxy(address) || isIP(before) === 0) break;
      address = before;
    }
    return networkOf(address);
  }

  isProxy(address: string): boolean {
    const known = plain(address);
    return isIP(known) !== 0 && this.proxies.check(known, isIPv4(known) ? 'ipv4' : 'ipv6');
  }
}

function plain(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '');
}

const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', behind = ''] = address.split('::');
  const [first, last] = [before, behind].map((part) => part.split(':').filter(Boolean));
  const given = [...(first ?? []), ...(last ?? [])];
  const zeros = Array<string>(Math.max(0, GROUPS - given.length)).fill('0');
  const groups = given.toSpliced(first?.length ?? 0, 0, ...zeros);
  const network = groups.slice(0, GROUPS_OF_NETWORK).map((group) => Number.parseInt(group, 16));
  return `${network.map((group) => group.toString(16)).join(':')}::/64`;
}
