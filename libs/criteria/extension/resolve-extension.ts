import { periodProblems } from '../framework/coherence/period';
import type { CriteriaFramework, FrameworkLegalBasis, FrameworkExtension } from '#vocabulary';
import { extendMeetingScale } from './extend-meeting-scale';
import { extendParameters } from './extend-parameters';
import { extendProfiles } from './extend-profiles';
import type { ExtensionResolution } from './extension';
import { parseExtension } from './parse-extension';
import { refusals } from './refusals';
import type { Refusals } from './refusals';

/**
 * The complete framework that an extension makes of its base (criteria.md, section 4), or all that
 * is wrong with it at once, each with the path in the extension's file and the condition's id.
 *
 * @param extension a {@link FrameworkExtension} as it came in: nothing of it is trusted.
 */
export function resolveExtension(base: CriteriaFramework, extension: unknown): ExtensionResolution {
  const parsing = parseExtension(extension);
  if (!parsing.ok) return parsing;
  const scale = parsing.framework.meetingScale ?? base.meetingScale;
  const refuse = refusals(scale !== undefined);
  const framework = extend(base, parsing.framework, refuse);
  return refuse.problems.length === 0
    ? { ok: true, framework }
    : { ok: false, problems: refuse.problems };
}

function extend(
  base: CriteriaFramework,
  extension: FrameworkExtension,
  refuse: Refusals,
): CriteriaFramework {
  refuseWrongBase(base, extension, refuse);
  const { validFrom = base.validFrom, validTo = base.validTo } = extension;
  refuseLongerPeriod(base, extension, refuse);
  const meetingScale = extendMeetingScale(base.meetingScale, extension.meetingScale, refuse);
  refuse.addAll(periodProblems({ validFrom, validTo }));
  return {
    id: extension.id,
    version: extension.version,
    title: extension.title,
    legalBasis: addedTo(base.legalBasis, extension.legalBasis ?? []),
    validFrom,
    validTo,
    extends: extension.extends,
    parameters: extendParameters(base.parameters, extension.parameters ?? {}, refuse),
    profiles: extendProfiles(base.profiles, extension.profiles ?? [], refuse),
    ...(meetingScale ? { meetingScale } : {}),
  };
}

function refuseWrongBase(
  base: CriteriaFramework,
  { id, version, extends: named }: FrameworkExtension,
  refuse: Refusals,
): void {
  if (named.id !== base.id || named.version !== base.version) {
    const message = `extends ${named.id} version ${named.version}, not ${base.id} version ${base.version}`;
    refuse.add(['extends'], 'WRONG_BASE', message);
  }
  if (id === named.id && version <= named.version) {
    refuse.add(['extends'], 'WRONG_BASE', 'a version extends an earlier one, never itself');
  }
}

function refuseLongerPeriod(
  base: CriteriaFramework,
  { validFrom, validTo }: FrameworkExtension,
  refuse: Refusals,
): void {
  if (validFrom !== undefined && validFrom < base.validFrom) {
    refuse.add(['validFrom'], 'OUT_OF_RANGE', `the base is valid from ${base.validFrom}`);
  }
  if (validTo !== undefined && validTo > base.validTo) {
    refuse.add(['validTo'], 'OUT_OF_RANGE', `the base is valid to ${base.validTo}`);
  }
}

function addedTo(
  base: readonly FrameworkLegalBasis[],
  added: readonly FrameworkLegalBasis[],
): readonly FrameworkLegalBasis[] {
  const isIn = ({ number, date, issuer }: FrameworkLegalBasis): boolean =>
    base.some((known) => known.number === number && known.date === date && known.issuer === issuer);
  return [...base, ...added.filter((document) => !isIn(document))];
}
