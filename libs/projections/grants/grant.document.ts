import type { GrantedRole } from '#domain';
import type { Actor } from '#vocabulary';
import type { Grounded } from '#projection-engine';

export interface GrantDocument extends GrantedRole, Grounded {
  /** Whoever gave it: the one on whose behalf it was entered, else who entered it. */
  readonly grantedBy?: Actor;
}
