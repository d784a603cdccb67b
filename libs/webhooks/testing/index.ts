export { Receiver, type Received } from './receiver';
