import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { AllowedHosts } from './allowed-hosts';

interface AddressPolicyOptions {
  /** Addresses without encryption as well: for tests. */
  readonly allowHttp?: boolean;
  readonly allowedHosts?: AllowedHosts;
}

/** Where requests may go: to the public internet, and to what an office allows of its own network. */
export class AddressPolicy {
  private readonly allowHttp: boolean;
  private readonly allowedHosts: AllowedHosts;

  constructor({ allowHttp = false, allowedHosts = AllowedHosts.NONE }: AddressPolicyOptions = {}) {
    this.allowHttp = allowHttp;
    this.allowedHosts = allowedHosts;
  }

  /** Why nothing is ever sent there, as far as the address says it itself; names are looked up when it is sent. */
  objectionTo(text: string): string | undefined {
    if (!URL.canParse(text)) return 'must be a URL';
    const url = new URL(text);
    const schemes = this.allowHttp ? ['https:', 'http:'] : ['https:'];
    if (!schemes.includes(url.protocol)) return 'must begin with https://';
    const host = hostOf(url);
    const isPermitted = isIP(host) === 0 || this.permits(host, host);
    return isPermitted ? undefined : 'must not lead into a private or reserved network';
  }

  /** Whether a request for `host` may go to this address, to which its name leads. */
  permits(address: string, host: string): boolean {
    if (isIP(withoutZone(address)) === 0) return false;
    // An IPv4 address in the clothes of IPv6 is judged as what it is.
    const parsed = ipaddr.process(address);
    return (
      this.allowedHosts.hasName(host) || this.allowedHosts.hasAddress(parsed) || isPublic(parsed)
    );
  }
}

/** As it is looked up and compared: without the brackets of IPv6, and without the dot at the end of a full name. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** All that is handed out as public of IPv6 (RFC 4291); what carries IPv4 inside has a range of its own in it. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

function isPublic(address: ReturnType<typeof ipaddr.process>): boolean {
  const isGlobal = address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
  return isGlobal && address.range() === 'unicast';
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/, '');
}
