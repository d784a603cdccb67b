export { DeliveryWorld } from './delivery-world';
export { Receiver } from './receiver';
