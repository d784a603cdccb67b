import type { Area } from '#access';
import type { Viewer } from '../access';

/** Whose part of it is told: whoever sees a part must not take what is missing for removed. */
export function historyPart(area: Area, viewer: Viewer | undefined): Record<string, string> {
  const isWhole = viewer?.sight.of(area).isWhole === true;
  return isWhole ? {} : { 'x-history-part': viewer?.actor.organisation ?? '' };
}
