import { AddressPolicy } from './address-policy';
import { AllowedHosts } from './allowed-hosts';

const strict = new AddressPolicy();
const allowing = (...entries: readonly string[]) =>
  new AddressPolicy({ allowedHosts: AllowedHosts.of(entries) });

describe('Addresses', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.0.0.7',
    '172.16.3.4',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'not an address',
    '',
  ])('in private, reserved and special networks are refused: %s', (address) => {
    expect(strict.permits(address, 'receiver.example')).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
    'of the public internet are permitted: %s',
    (address) => {
      expect(strict.permits(address, 'receiver.example')).toBe(true);
    },
  );

  it('of an office are permitted by name, address or range', () => {
    expect(allowing('intern.example').permits('10.0.0.7', 'intern.example')).toBe(true);
    expect(allowing('intern.example').permits('10.0.0.7', 'other.example')).toBe(false);
    expect(allowing('10.0.0.7').permits('10.0.0.7', 'other.example')).toBe(true);
    expect(allowing('10.0.0.7').permits('10.0.0.8', 'other.example')).toBe(false);
    expect(allowing('10.0.0.0/24', 'fd00::/8').permits('10.0.0.9', 'x')).toBe(true);
    expect(allowing('10.0.0.0/24', 'fd00::/8').permits('fd12::1', 'x')).toBe(true);
    expect(allowing('10.0.0.0/24').permits('::ffff:10.0.0.9', 'x')).toBe(true);
    expect(() => AllowedHosts.of(['10.0.0.0/99'])).toThrow(TypeError);
    expect(() => AllowedHosts.of(['300.1.1.1'])).toThrow(TypeError);
    expect(() => AllowedHosts.of([''])).toThrow(TypeError);
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[0:0:0:0:0:ffff:7f00:0001]/',
    'https://１２７.0.0.1/',
    'http://receiver.example/',
    'file:///etc/passwd',
    'receiver.example',
  ])('are judged in every spelling: %s', (url) => {
    expect(strict.objectionTo(url)).toBeDefined();
  });

  it('without encryption are taken where that is said', () => {
    expect(strict.objectionTo('https://receiver.example:8443/events?of=k1')).toBeUndefined();
    const forTests = new AddressPolicy({ allowHttp: true });
    expect(forTests.objectionTo('http://receiver.example/')).toBeUndefined();
    expect(forTests.objectionTo('http://127.0.0.1/')).toBeDefined();
  });
});
