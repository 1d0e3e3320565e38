/** [V38] How much a picture may cost. */
export type Tier = 'high' | 'balanced' | 'low';
