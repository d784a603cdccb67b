import fc from 'fast-check';
import type { Sealed } from '#vocabulary';
import type { DomainEvent } from '#domain';

export type DataOf<Type extends DomainEvent['type']> = Extract<
  DomainEvent,
  { readonly type: Type }
>['data'];

/** Few ids of each kind, so that events meet; one that needs escaping. */
export const organisation = fc.constantFrom('o1', 'o2', 'o3', 'đảng bộ/4');
export const member = fc.constantFrom('m00001', 'm00002');
export const year = fc.constantFrom(2024, 2025);
export const campaign = fc.constantFrom('c1', 'c2');
export const text = fc.constantFrom('', 'Chi bộ Thôn 1', 'văn bản');
export const count = fc.nat(50);
export const decimal = fc.constantFrom('0', '12.5', '100');
export const instant = fc
  .integer({ min: Date.parse('2023-06-01T00:00:00Z'), max: Date.parse('2025-06-01T00:00:00Z') })
  .map((time) => new Date(time).toISOString().replace('Z', '+00:00'));
export const date = instant.map((at) => at.slice(0, 10));
export const framework = fc.record({
  id: fc.constantFrom('f1', 'f2'),
  version: fc.constantFrom(1, 2),
});
/** Who entered a fact for whoever is behind it. */
export const entered = { enteredBy: fc.constant('clerk') };
export const scores = fc.dictionary(fc.constantFrom('ATTENDANCE', 'MINUTES'), decimal);

type OptionalKey<Shape> = {
  [Key in keyof Shape]-?: object extends Pick<Shape, Key> ? Key & string : never;
}[keyof Shape];

/** Objects of a shape, with and without the keys that are optional. */
export function record<Shape extends object>(
  shape: { readonly [Key in keyof Shape]-?: fc.Arbitrary<Exclude<Shape[Key], undefined>> },
  ...optional: readonly OptionalKey<Shape>[]
): fc.Arbitrary<Shape> {
  const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = shape;
  const required = Object.keys(values).filter((key) => !optional.some((one) => one === key));
  const any: fc.Arbitrary<unknown> = fc.record(values, { requiredKeys: required });
  return any as fc.Arbitrary<Shape>;
}

/** Texts that nobody here has a key for. */
export const sealed = fc.constant<Sealed>({
  alg: 'A256GCM',
  key: 'key1',
  iv: 'AAAA',
  ciphertext: 'AAAA',
  tag: 'AAAA',
});
