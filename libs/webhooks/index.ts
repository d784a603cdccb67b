export { AddressPolicy } from './addresses/address-policy';
export { AllowedHosts } from './addresses/allowed-hosts';
export { Attempts } from './delivering/attempts';
export { Couriers } from './delivering/couriers';
export type {
  AskedRedelivery,
  DeliveryWatch,
  Endings,
  Registration,
  Registrations,
  Telling,
  Told,
} from './delivering/ports';
export type { Meaning, SendingFailure } from './outcome/answer';
export { Sender } from './sending/sender';
export { signatureHeaders } from './signing/sign';
export type { SigningKeys } from './signing/sign';
export { objectionToMessage, secretOf } from './signing/verify';
export type { Attempt, DeliveryDocument, DeliveryState } from './store/delivery.document';
export { DeliveryStore } from './store/delivery-store';
