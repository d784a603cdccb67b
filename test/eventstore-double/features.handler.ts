import type { sendUnaryData } from '@grpc/grpc-js';
import {
  SupportedMethod,
  SupportedMethods,
} from '@eventstore/db-client/generated/serverfeatures_pb';
import { refusal } from './append.handler';
import type { Session } from './session';

const METHODS: Readonly<Record<string, readonly string[]>> = {
  read: ['position', 'events'],
  append: [],
  delete: [],
  tombstone: [],
  batchappend: ['deadline_duration'],
};

export function supportedMethods(answer: sendUnaryData<SupportedMethods>, session: Session): void {
  const fault = session.faults.features.shift();
  if (fault !== undefined) {
    answer(refusal(fault, 'The features are not known', {}));
    return;
  }
  const methods = Object.entries(METHODS).map(([name, features]) =>
    new SupportedMethod()
      .setMethodName(name)
      .setServiceName('event_store.client.streams.streams')
      .setFeaturesList([...features]),
  );
  answer(
    null,
    new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('23.10.8'),
  );
}
