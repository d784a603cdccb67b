import { FINDING_QUESTIONS } from '#projections';
import { enumOf } from '../../graphql/enum-of';

export const FindingKindEnum = enumOf('FindingKind', 'What an auditor asks.', FINDING_QUESTIONS);
