import { memberWithoutOrganisation } from './member-without-organisation';

/** Asked of a member and of what became of his or her organisation. */
export const MEMBER_QUESTIONS = [memberWithoutOrganisation] as const;
