import { createRemoteJWKSet, errors } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { discoveredJwks } from './discovery';

/** How long keys are used before the provider is asked for them again: one that it withdrew is good until then. */
const ASK_AGAIN_MS = 10 * 60_000;
/** After it did not answer. */
const RETRY_MS = 30_000;
/** Between two questions because of keys that are not known, whoever sends such tokens. */
const COOLDOWN_MS = 5_000;
const TIMEOUT_MS = 5_000;

/** The provider could not be asked for a key that is not known. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';

  constructor(cause?: unknown) {
    super('The provider cannot be asked for its keys', { cause });
  }
}

interface ProviderKeysOptions {
  /** In milliseconds. */
  readonly now: () => number;
  /** Told when the provider does not answer. */
  readonly onAway: (error: unknown) => void;
  readonly cooldownMs?: number;
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/**
 * The public keys of a provider: found by discovery when the first token comes, kept, and asked for again when they
 * are old or when a token names one that is not among them. While the provider is away, the known ones go on.
 */
export class ProviderKeys {
  private known: RemoteKeys | undefined;
  private pending: Promise<RemoteKeys> | undefined;
  private askAgainAt = Infinity;

  constructor(
    private readonly issuer: string,
    private readonly options: ProviderKeysOptions,
  ) {}

  /** @throws {ProviderAway} whether a key that is not known is the provider's cannot be told */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    const isResting = this.known?.coolingDown ?? false;
    const keys = this.known ?? (await this.found());
    this.renewWhenOld();
    try {
      return await keys(header, token);
    } catch (error) {
      if (saysNothingOfProvider(error)) throw error;
      if (error instanceof errors.JWKSNoMatchingKey) {
        // Asked a moment ago, it may have made the key since.
        throw isResting ? new ProviderAway(error) : error;
      }
      this.options.onAway(error);
      throw new ProviderAway(error);
    }
  };

  private async found(): Promise<RemoteKeys> {
    try {
      return await this.asked();
    } catch (error) {
      this.options.onAway(error);
      throw new ProviderAway(error);
    }
  }

  /** Behind the requests: none waits for a provider whose keys are known. */
  private renewWhenOld(): void {
    if (this.options.now() < this.askAgainAt) return;
    this.askAgainAt = this.options.now() + RETRY_MS;
    this.asked().catch(this.options.onAway);
  }

  /** By all that ask at the same time, once. */
  private asked(): Promise<RemoteKeys> {
    this.pending ??= this.ask().finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  /** The address may have changed with the keys. */
  private async ask(): Promise<RemoteKeys> {
    const address = await discoveredJwks(this.issuer, AbortSignal.timeout(TIMEOUT_MS));
    const keys = createRemoteJWKSet(address, {
      cacheMaxAge: Infinity,
      cooldownDuration: this.options.cooldownMs ?? COOLDOWN_MS,
      timeoutDuration: TIMEOUT_MS,
    });
    await keys.reload();
    this.known = keys;
    this.askAgainAt = this.options.now() + ASK_AGAIN_MS;
    return keys;
  }
}

/** The token is wrong, whatever the provider would say. */
function saysNothingOfProvider(error: unknown): boolean {
  return (
    error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported
  );
}
