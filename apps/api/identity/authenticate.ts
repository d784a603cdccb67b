import type { Actor } from '#vocabulary';
import { unauthenticated } from '../errors';
import { isLocal } from './local-request';
import type { RequestOrigin } from './local-request';
import { PeerUsers } from './peer-user';
import type { Tokens } from './tokens';

/** The actor of requests from the machine itself that carry no token. */
export const LOCAL_OPERATOR: Actor = {
  id: 'local-operator',
  role: 'OPERATOR',
  organisation: 'local',
};

const BEARER = /^Bearer +([A-Za-z0-9_.~+/-]+=*)$/i;

/** Determines the actor of a request. */
export class Authentication {
  /** @param localOperator whether a request from this machine may do without a token */
  constructor(
    private readonly tokens: Tokens,
    private readonly localOperator: boolean,
    private readonly peers: Pick<PeerUsers, 'isOwn'> = new PeerUsers(),
  ) {}

  /**
   * A given token must be valid, even where none is required.
   *
   * @throws ApiError `UNAUTHENTICATED`
   */
  async actorOf(request: RequestOrigin): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      if (this.localOperator && isLocal(request) && (await this.peers.isOwn(request.socket))) {
        return LOCAL_OPERATOR;
      }
      throw unauthenticated('A bearer token is needed.');
    }
    const token = typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;
    const actor = token === undefined ? undefined : await this.tokens.read(token);
    if (actor === undefined) throw unauthenticated('The bearer token is not valid.');
    return actor;
  }
}
