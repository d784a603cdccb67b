import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  AppraisalResult,
  CriteriaFramework,
  OrganisationKind,
  FrameworkExtension,
} from '#vocabulary';
import { parseFramework } from '#criteria';
import { PROJECT } from '../project';

const FRAMEWORKS = join(PROJECT, 'frameworks');

/** A framework as it is shipped. */
export function preset(id: string): CriteriaFramework {
  const parsing = parseFramework(read(`${id}.json`));
  if (!parsing.ok) throw new TypeError(JSON.stringify(parsing.problems));
  return parsing.framework;
}

/** An example of an extension as it is shipped. */
export function presetExtension(id: string): FrameworkExtension {
  return read(join('extensions', `${id}.json`)) as FrameworkExtension;
}

/** Everything a framework leaves to the superior for such an organisation, as met. */
export function allMet(
  { profiles }: CriteriaFramework,
  kind: OrganisationKind,
): Readonly<Record<string, AppraisalResult>> {
  const profile = profiles.find(({ appliesTo }) => appliesTo.kinds.includes(kind));
  const appraised = (profile?.goods ?? [])
    .flatMap(({ conditions }) => conditions)
    .filter((condition) => condition.kind === 'APPRAISED');
  return Object.fromEntries(appraised.map(({ id }) => [id, 'MET']));
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(FRAMEWORKS, path), 'utf8'));
}
