import { decodeJwt, errors, jwtVerify } from 'jose';
import type { OpenIdSettings } from '#composition';
import { brokenIdRule } from '#vocabulary';
import { ProviderAway } from './provider-keys';
import type { ProviderKeys } from './provider-keys';

/** Asymmetric ones only: a shared secret, or none, would let others sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** Clocks of providers differ from ours. */
const SKEW_SECONDS = 60;

/** Reads the tokens that an OpenID provider made for this service. */
export class ProviderTokens {
  constructor(
    private readonly provider: OpenIdSettings,
    private readonly keys: Pick<ProviderKeys, 'keyFor'>,
    private readonly now: () => Date,
  ) {}

  /** Whether a token says that it is of the provider: who has to check it is told by that, nothing else. */
  names(token: string): boolean {
    try {
      return decodeJwt(token).iss === this.provider.issuer;
    } catch {
      return false;
    }
  }

  /**
   * Whom a token names; `undefined` when it is not valid.
   *
   * @throws {ProviderAway} the provider is needed to tell, and does not answer
   */
  async subjectOf(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.keys.keyFor, {
        ...this.provider,
        algorithms: ALGORITHMS,
        clockTolerance: SKEW_SECONDS,
        currentDate: this.now(),
        requiredClaims: ['exp', 'sub'],
      });
      const { sub } = payload;
      return sub !== undefined && brokenIdRule(sub) === undefined ? sub : undefined;
    } catch (error) {
      if (error instanceof ProviderAway || !(error instanceof errors.JOSEError)) throw error;
      return undefined;
    }
  }
}
