import type { FrameworkRef } from '#vocabulary';
import { fieldsOf } from '../framework/coherence/loose';
import { frameworkRefStructure } from '../framework/structure';

/** Which base a definition extends, so that it can be loaded; nothing when it extends none, or says so wrongly. */
export function extendedBase(definition: unknown): FrameworkRef | undefined {
  const parsed = frameworkRefStructure.safeParse(fieldsOf(definition).extends);
  return parsed.success ? parsed.data : undefined;
}
