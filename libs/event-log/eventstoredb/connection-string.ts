import { ConnectionStringInvalid } from './errors';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

const SCHEME = /^(?<scheme>esdb(?:\+discover)?:\/\/)(?<given>[^/?]*@)?(?<rest>.+)$/;

/**
 * The connection string as the client takes it. `tls`, `tlsCAFile` and the like are options in the string itself;
 * user and password come beside it, so that they are in no list of processes and no log.
 *
 * @throws ConnectionStringInvalid
 */
export function connectionStringOf(url: string, credentials?: Credentials): string {
  const { scheme, given, rest } = SCHEME.exec(url.trim())?.groups ?? {};
  if (scheme === undefined || rest === undefined) {
    throw new ConnectionStringInvalid('must be esdb://HOST or esdb+discover://HOST');
  }
  if (scheme.includes('+discover') && rest.split(/[/?]/)[0]?.includes(',') === true) {
    // The client would look for a leader by the first alone, and find none while that one is away.
    throw new ConnectionStringInvalid('must name one host with esdb+discover; several with esdb');
  }
  if (/[?&]throwOnAppendFailure=false/i.test(rest)) {
    // In that mode the client says revision 1 whatever the stream is at.
    throw new ConnectionStringInvalid('must not set throwOnAppendFailure to false');
  }
  if (given !== undefined && credentials !== undefined) {
    throw new ConnectionStringInvalid('must not name a user when one is given beside it');
  }
  const user =
    credentials === undefined
      ? (given ?? '')
      : `${encodeURIComponent(credentials.user)}:${encodeURIComponent(credentials.password)}@`;
  return `${scheme}${user}${rest}`;
}
