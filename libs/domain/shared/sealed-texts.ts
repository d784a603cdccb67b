import type { Sealed } from '#vocabulary';
import { field } from './field';

/** Texts that were sealed before the command is decided: whoever decides never sees them. */
export const sealedTexts = {
  sealed: field.nested({
    alg: field.enum<Sealed['alg']>(['A256GCM']),
    key: field.code,
    iv: field.line(),
    ciphertext: field.line(20_000),
    tag: field.line(),
  }),
};

export const optionalSealedTexts = { sealed: field.optional(sealedTexts.sealed) };

/** For facts that carry texts only where there were some. */
export function withSealed(sealed: Sealed | undefined): { readonly sealed?: Sealed } {
  return sealed === undefined ? {} : { sealed };
}
