export { openDeliveries } from './open-deliveries';
export { webhookCouriers } from './webhook-couriers';
