/**
 * The moment of what a document is about: the delivery where there was one, but never later than the event that opened the document
 * (a payment before it).
 */
export const operationAt = ({ createdAt, deliveredAt }: { createdAt: Date; deliveredAt: Date | null }): Date =>
  deliveredAt && deliveredAt < createdAt ? deliveredAt : createdAt;
