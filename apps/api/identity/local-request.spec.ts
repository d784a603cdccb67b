import { isLocal } from './local-request';

const request = (
  headers: Record<string, string>,
  remoteAddress: string | undefined = '127.0.0.1',
) => ({ socket: { remoteAddress }, headers });

describe('a request without a token', () => {
  it.each([
    [request({ host: '127.0.0.1:3000' })],
    [request({ host: 'localhost:3000' })],
    [request({ host: '[::1]:3000' }, '::1')],
    [request({ host: 'localhost' }, '::ffff:127.0.0.1')],
    [request({ host: 'localhost:3000', origin: 'http://localhost:3000' })],
  ])('is local when it comes over loopback to a loopback name: %j', (local) => {
    expect(isLocal(local)).toBe(true);
  });

  it.each([
    ['another machine', request({ host: '127.0.0.1:3000' }, '192.0.2.7')],
    ['an unknown address', request({ host: '127.0.0.1:3000' }, '')],
    ['a name made to point here', request({ host: 'evil.example:3000' })],
    ['a name that only looks like loopback', request({ host: '127.0.0.1.evil.example' })],
    ['a page of another site', request({ host: 'localhost:3000', origin: 'https://evil.example' })],
    [
      'a page of another local port',
      request({ host: 'localhost:3000', origin: 'http://localhost:8080' }),
    ],
    ['a sandboxed page', request({ host: 'localhost:3000', origin: 'null' })],
    ['a proxy', request({ host: 'localhost:3000', 'x-forwarded-for': '192.0.2.7' })],
    ['no host at all', request({})],
  ])('is not local when it comes from %s', (_, foreign) => {
    expect(isLocal(foreign)).toBe(false);
  });
});
