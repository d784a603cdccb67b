import { duplicateProblems } from '../framework/coherence/duplicates';
import { fieldsOf } from '../framework/coherence/loose';
import type { FrameworkDefinition, FrameworkExtension } from '#vocabulary';
import { parseFramework } from '../framework/parse-framework';
import type { FrameworkProblem } from '../framework/problem';
import { structureProblems } from '../framework/structure-problems';
import { extensionStructure } from './extension.structure';

export type Parsing<Definition> =
  | { readonly ok: true; readonly framework: Definition }
  | { readonly ok: false; readonly problems: readonly FrameworkProblem[] };

/** A definition of either sort: one that has `extends` is an extension, any other must be complete. */
export function parseDefinition(definition: unknown): Parsing<FrameworkDefinition> {
  return Object.hasOwn(fieldsOf(definition), 'extends')
    ? parseExtension(definition)
    : parseFramework(definition);
}

/** An extension by itself. Whether it fits and weakens its base is for `resolveExtension` to say. */
export function parseExtension(definition: unknown): Parsing<FrameworkExtension> {
  const parsed = extensionStructure.safeParse(definition);
  const problems = [
    ...duplicateProblems(fieldsOf(definition).profiles),
    ...(parsed.success ? [] : structureProblems(parsed.error, definition)),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, framework: parsed.data }
    : { ok: false, problems };
}
