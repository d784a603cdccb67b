import type { CriteriaRules } from '../shared/context';

/** For specs that have nothing to do with definitions of frameworks: none is valid. */
export const noCriteria: CriteriaRules = {
  parse: () => ({ ok: false, problems: [{ path: '', message: 'no criteria in this spec' }] }),
  extend: () => ({ ok: false, problems: [{ path: '', message: 'no criteria in this spec' }] }),
  unfilled: () => [],
};
