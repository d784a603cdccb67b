import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;

/** An office's own network: names and addresses that are allowed although they are not public. */
export class AllowedHosts {
  private constructor(
    private readonly names: ReadonlySet<string>,
    private readonly ranges: readonly (readonly [Address, number])[],
  ) {}

  static readonly NONE = new AllowedHosts(new Set(), []);

  /** @throws {TypeError} with the entry that is neither a name, nor an address, nor a range */
  static of(entries: readonly string[]): AllowedHosts {
    const names = new Set<string>();
    const ranges: (readonly [Address, number])[] = [];
    for (const entry of entries) {
      if (ipaddr.isValidCIDR(entry)) ranges.push(rangeOf(entry));
      else if (ipaddr.isValid(entry)) ranges.push(alone(entry));
      else if (NAME.test(entry)) names.add(entry.toLowerCase());
      else throw new TypeError(entry);
    }
    return new AllowedHosts(names, ranges);
  }

  hasName(name: string): boolean {
    return this.names.has(name);
  }

  hasAddress(address: Address): boolean {
    return this.ranges.some(
      ([range, bits]) => address.kind() === range.kind() && address.match(range, bits),
    );
  }
}

/** Not all in figures and dots: that would be meant as an address. */
const NAME = /^(?![\d.]+$)[a-z\d_-]+(?:\.[a-z\d_-]+)*$/i;

function rangeOf(entry: string): readonly [Address, number] {
  const [range, bits] = ipaddr.parseCIDR(entry);
  return [range, bits];
}

function alone(entry: string): readonly [Address, number] {
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
