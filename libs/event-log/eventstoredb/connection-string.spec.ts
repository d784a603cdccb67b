import { connectionStringOf } from './connection-string';
import { ConnectionStringInvalid } from './errors';
import { openEventStoreDbEventLog } from './index';

describe('the connection string for the client', () => {
  it('carries the user, who is given beside it', () => {
    const credentials = { user: 'office', password: 'p@ss:word/?' };

    expect(connectionStringOf('esdb://store:2113?tlsCAFile=/ca.pem', credentials)).toBe(
      'esdb://office:p%40ss%3Aword%2F%3F@store:2113?tlsCAFile=/ca.pem',
    );
    expect(connectionStringOf('esdb://u:p@store')).toBe('esdb://u:p@store');
  });

  it.each([
    ['http://store'],
    ['esdb://'],
    ['esdb+discover://a:2113,b:2113?tlsCAFile=/ca.pem'],
    // In that mode the client says revision 1 of every stream (T13).
    ['esdb://store?tls=false&throwOnAppendFailure=false'],
  ])('is not made of %s', (url) => {
    expect(() => connectionStringOf(url)).toThrow(ConnectionStringInvalid);
  });

  it('is not made of two users', () => {
    expect(() => connectionStringOf('esdb://u:p@store', { user: 'v', password: 'q' })).toThrow(
      ConnectionStringInvalid,
    );
  });

  it.each(['esdb://store?tlsCAFile=/no/such/file.pem', 'esdb://store?defaultDeadline=soon'])(
    'is refused at the opening when the client cannot read it: %s',
    (url) => {
      expect(() => openEventStoreDbEventLog({ url })).toThrow(ConnectionStringInvalid);
    },
  );
});
