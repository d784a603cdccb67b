import type { Logger } from 'pino';
import type { OpenIdSettings, Service, Settings } from '#composition';
import type { ServiceKeys } from '../keys';
import type { FailedAttempts } from '../rates';
import { ReadModelsOfNow } from '../queries/shared';
import { Authentication } from './authenticate';
import type { SignedIn } from './authenticate';
import { GrantedActors, ProviderKeys, ProviderTokens } from './provider';
import { Tokens } from './tokens';

interface Identity extends Pick<Settings, 'localOperator' | 'tokenMaxAgeSeconds' | 'openId'> {
  readonly keys: ServiceKeys;
  readonly attempts: FailedAttempts;
}

/** Puts together who may be asking, as the settings say. */
export function authenticationOf(
  service: Service,
  { keys, attempts, localOperator, tokenMaxAgeSeconds, openId }: Identity,
  logger: Logger,
): Authentication {
  const tokens = new Tokens(keys, tokenMaxAgeSeconds);
  const signedIn = openId && signedInWith(openId, service, logger);
  return new Authentication(tokens, localOperator, attempts, signedIn);
}

function signedInWith(openId: OpenIdSettings, service: Service, logger: Logger): SignedIn {
  const { log, models, now } = service;
  const keys = new ProviderKeys(openId.issuer, {
    now: () => now().getTime(),
    onAway: (error) => {
      logger.warn({ err: error, issuer: openId.issuer }, 'The OpenID provider does not answer');
    },
  });
  return {
    tokens: new ProviderTokens(openId, keys, now),
    actors: new GrantedActors(log, new ReadModelsOfNow(models), now),
  };
}
