import { judgeMeeting } from '#criteria';
import type { MeetingEvidence } from '#criteria';
import type { MeetingScale } from '#vocabulary';
import type { MeetingDocument } from '../../facts/meeting.facts';
import type { Contribution, EvidenceEntry } from '../contribution';
import type { Count } from '../count';

/** What a meeting counts for, held against the scale of the framework that applies. */
export function meetingContributions(
  document: MeetingDocument,
  scale: MeetingScale | undefined,
): readonly Contribution[] {
  const { organisation, year, meeting: id, held, documents, preparation, score } = document;
  if (held === undefined || document.cancelled === true) return [];
  const { event, ...sitting } = held;
  const fact = {
    id,
    ...sitting,
    held: event,
    ...(documents === undefined ? {} : { documents }),
    ...(preparation === undefined ? {} : { preparation }),
    ...(score === undefined ? {} : { score }),
  };
  const judged = judgeMeeting(fact, year, scale);
  if (judged === undefined) return [];
  const { valid, regular, thematic } = judged;
  const contributions: Contribution[] = [];
  const add = (count: Count, evidence: readonly EvidenceEntry[] = [], n = 1): void => {
    contributions.push({ count, n, appliesTo: { organisation, year }, evidence });
  };
  const entry = (kind: MeetingEvidence, ref = event): EvidenceEntry => ({
    kind: `meetings:${kind}`,
    ...ref,
  });
  if (regular !== undefined) {
    const { month, prepared, level } = regular;
    add({ name: 'regular', month }, [entry('regular')]);
    add({ name: prepared ? 'prepared' : 'unprepared' }, [
      entry('preparation', prepared ? preparation?.event : event),
    ]);
    if (valid) add({ name: 'validRegular', month }, [entry('validRegular')]);
    if (score === undefined) add({ name: 'unscored' }, [entry('scoring')]);
    else add({ name: 'scored' }, [entry('scoring', score.event), entry('scores', score.event)]);
    if (level !== undefined) add({ name: 'level', level });
    if (held.present !== 0) add({ name: 'attended' }, [], held.present);
    if (held.expected !== 0) add({ name: 'expected' }, [], held.expected);
  }
  if (thematic !== undefined && valid) {
    add({ name: 'validThematic', quarter: thematic.quarter }, [entry('validThematic')]);
  }
  return contributions;
}
