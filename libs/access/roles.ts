/** Who a token may speak for. A role is held in one organisation. */
export const ROLES = [
  'SECRETARY',
  'SUPERIOR_COMMITTEE',
  'STANDING_BOARD',
  'INSPECTION_COMMISSION',
  'AUDITOR',
  'INTEGRATOR',
  'OPERATOR',
] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
