import { parse, specifiedRules, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '#vocabulary';
import { ApiError } from '../errors';
import { depthRule } from '../limits';
import { hashOf, invalid, readManifest } from './manifest';

/** A store as Apollo has it for documents by hash, which takes none. */
export interface DocumentsByHash {
  get(key: string): Promise<string | undefined>;
  set(): Promise<void>;
  delete(): Promise<boolean>;
}

/** Operations that are known beforehand. Programs that follow recognitions may ask nothing else; others may use them. */
export class PersistedOperations {
  private readonly documents: ReadonlyMap<string, string> | undefined;

  /**
   * @param path of a file of documents by hash; without it, everybody may ask anything
   * @throws SettingsInvalid
   */
  constructor(path: string | undefined) {
    this.documents = path === undefined ? undefined : readManifest(path);
  }

  /** @throws SettingsInvalid naming the first that could never be answered */
  requireValidIn(schema: GraphQLSchema): void {
    for (const [hash, text] of this.documents ?? []) {
      const reason = reasonAgainst(text, schema);
      if (reason !== undefined) throw invalid(`the operation ${hash} is not valid: ${reason}`);
    }
  }

  /** Whether this actor may ask what is in the list only. */
  restricts({ role }: Pick<Actor, 'role'>): boolean {
    return this.documents !== undefined && role === 'INTEGRATOR';
  }

  /**
   * @param text of the operation; without it, the request names one by hash, and there is no other to be found
   * @throws ApiError `PERSISTED_QUERY_NOT_IN_LIST`
   */
  requireAllowed(actor: Pick<Actor, 'role'>, text: string | undefined): void {
    if (text === undefined || !this.restricts(actor)) return;
    if (this.documents?.has(hashOf(text)) === true) return;
    throw new ApiError(
      'PERSISTED_QUERY_NOT_IN_LIST',
      'Your role may only send operations that this service knows beforehand.',
    );
  }

  /** For Apollo, which puts a prefix before each hash; nothing where there is no list. */
  get store(): DocumentsByHash | undefined {
    const { documents } = this;
    if (documents === undefined) return undefined;
    return {
      get: (key) => Promise.resolve(documents.get(key.slice(key.indexOf(':') + 1))),
      // What a client sends beside its hash is answered, and not kept.
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    };
  }
}

function reasonAgainst(text: string, schema: GraphQLSchema): string | undefined {
  try {
    const [error] = validate(schema, parse(text), [...specifiedRules, depthRule]);
    return error?.message;
  } catch (error) {
    return (error as Error).message;
  }
}
