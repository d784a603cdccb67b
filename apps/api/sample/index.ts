export { offerSample } from './offer-sample';
