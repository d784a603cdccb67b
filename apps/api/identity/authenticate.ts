import type { Actor } from '#vocabulary';
import { unauthenticated } from '../errors';
import { isLocal } from './local-request';
import type { RequestOrigin } from './local-request';
import type { Tokens } from './tokens';

/** Who acts when nobody said so, on the machine itself. */
export const LOCAL_OPERATOR: Actor = {
  id: 'local-operator',
  role: 'OPERATOR',
  organisation: 'local',
};

const BEARER = /^Bearer +([A-Za-z0-9_.~+/-]+=*)$/i;

/** Tells who is behind a request. */
export class Authentication {
  /** @param localOperator whether a request from this machine may do without a token */
  constructor(
    private readonly tokens: Tokens,
    private readonly localOperator: boolean,
  ) {}

  /**
   * A token that is given must be good, also where none would be needed.
   *
   * @throws ApiError `UNAUTHENTICATED`
   */
  async actorOf(request: RequestOrigin): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      if (this.localOperator && isLocal(request)) return LOCAL_OPERATOR;
      throw unauthenticated('A bearer token is needed.');
    }
    const token = typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;
    const actor = token === undefined ? undefined : await this.tokens.read(token);
    if (actor === undefined) throw unauthenticated('The bearer token is not valid.');
    return actor;
  }
}
