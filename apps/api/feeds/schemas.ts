import { z } from 'zod';
import { EVENT_TYPES, RECOGNITION_EVENTS } from '#domain';
import type { RecordedType } from '#domain';
import { cloudEventSchema, cloudEventType, RECORDED_DATA } from './cloud-event';
import { RECOGNITION_DATA } from './recognition-data.schema';

/** All events are of the first version of their shape so far. */
const SCHEMA_VERSION = 1;

const TYPES: readonly RecordedType[] = [...EVENT_TYPES, 'FactCorrected'];

/** The JSON Schema of each type of event, by the name of its file. */
export const SCHEMAS: ReadonlyMap<string, object> = new Map(
  TYPES.map((type) => {
    const name = cloudEventType({ type, schemaVersion: SCHEMA_VERSION });
    const isRecognition = RECOGNITION_EVENTS.some((one) => one === type);
    const schema = cloudEventSchema(name, isRecognition ? RECOGNITION_DATA : RECORDED_DATA);
    return [`${name}.json`, { title: type, ...z.toJSONSchema(schema) }];
  }),
);
