import { ClientAddresses } from './client-addresses';

describe('the address of whoever asks', () => {
  const from = (remoteAddress: string, forwarded?: string) => ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });

  it.each([
    ['that of the socket, whatever a header says', from('9.9.9.9', '1.1.1.1'), '9.9.9.9'],
    ['what a named proxy says', from('10.0.0.7', '1.1.1.1'), '1.1.1.1'],
    ['not what its client made up', from('10.0.0.7', '8.8.8.8, 1.1.1.1'), '1.1.1.1'],
    ['behind several proxies', from('::1', '8.8.8.8, 1.1.1.1, 10.0.0.9'), '1.1.1.1'],
    ['the proxy, where it says nothing', from('10.0.0.7'), '10.0.0.7'],
    ['the proxy, where it says no address', from('10.0.0.7', 'unknown'), '10.0.0.7'],
    ['one however it is written', from('::ffff:9.9.9.9'), '9.9.9.9'],
    ['a network of IPv6', from('2001:db8:0:1:aaaa::7'), '2001:db8:0:1::/64'],
    ['the same network', from('2001:DB8::1:0:0:0:9'), '2001:db8:0:1::/64'],
  ])('is %s', (_, request, address) => {
    expect(new ClientAddresses(['10.0.0.0/8', '::1']).of(request)).toBe(address);
  });
});
